// While pages are prerendered: the typeface is asked for at once, the HTML is made lean, and 404.html says in its HTML what
// scripts would.
import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import { base } from '$app/paths';
import { m } from '$lib/i18n/paraglide/messages.js';
import { postprocessHtml } from './lib/first-visit/postprocess-html';

/** Path under which the page of unknown addresses is made. */
const FALLBACK = '/[fallback]';

/** The site's first page; where the site's path is not known, the folder of the address. */
const HOME = base ? `${base}/` : './';

function withoutScripts(html: string): string {
  const title = `<title>${m.shell_error_title()} · Maillage</title>`;
  const text = `<noscript><h1>${m.shell_error_title()}</h1><p>${m.shell_error_text()}</p>
    <p><a href="${HOME}">${m.shell_error_way()}</a></p></noscript>`;
  return html.replace('</head>', `${title}</head>`).replace('</body>', `${text}</body>`);
}

export const handle: Handle = ({ event, resolve }) => {
  const fallback = decodeURI(event.url.pathname).endsWith(FALLBACK);
  return resolve(event, {
    preload: ({ type }) => type === 'js' || type === 'css' || type === 'font',
    // The development server writes a page as it stands: a comment taken away would be told as a fault of hydration.
    transformPageChunk: ({ html }) => {
      if (!building) return html;
      return fallback ? withoutScripts(html) : postprocessHtml(html, event.route.id);
    }
  });
};
