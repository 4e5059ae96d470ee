// At build only: 404.html is filled in by scripts, so what it says without them is written into it here.
import type { Handle } from '@sveltejs/kit';
import { base } from '$app/paths';
import { m } from '$lib/i18n/paraglide/messages.js';

const FALLBACK = '/[fallback]';

export const handle: Handle = ({ event, resolve }) => {
  if (!decodeURI(event.url.pathname).endsWith(FALLBACK)) return resolve(event);
  const title = `<title>${m.shell_error_title()} · Maillage</title>`;
  const text = `<noscript><h1>${m.shell_error_title()}</h1><p>${m.shell_error_text()}</p>
    <p><a href="${base}/">${m.shell_error_way()}</a></p></noscript>`;
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('</head>', `${title}</head>`).replace('</body>', `${text}</body>`)
  });
};
