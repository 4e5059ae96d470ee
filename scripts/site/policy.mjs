// What a page of the site may load and do: one policy, written in every page and sent by hosts (static/_headers).
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const SELF = 'self';
const TEMPLATE = new URL('../../src/app.html', import.meta.url);

/** Hashes of the scripts that the template itself carries: what must be done before the site's own scripts are there. */
function templateScripts() {
  const scripts = readFileSync(TEMPLATE, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g);
  const hash = (text) => createHash('sha256').update(text).digest('base64');
  return [...scripts].map(([, text = '']) => /** @type {const} */ (`sha256-${hash(text)}`));
}

/**
 * Content-Security-Policy of the pages, as SvelteKit's directives. SvelteKit adds to `script-src` and
 * `style-src` the hashes of what it writes in a page.
 * @type {import('@sveltejs/kit').CspDirectives}
 */
export const PAGE_POLICY = {
  'default-src': ['none'],
  // WebAssembly is compiled by the database's worker and, in some browsers, on behalf of the page.
  'script-src': [SELF, 'wasm-unsafe-eval', ...templateScripts()],
  'script-src-attr': ['none'],
  'style-src': [SELF],
  // Positions of popovers, bars and labels are style attributes; they cannot load or run anything.
  'style-src-attr': ['unsafe-inline'],
  'img-src': [SELF, 'data:', 'blob:'],
  'font-src': [SELF],
  'connect-src': [SELF],
  'worker-src': [SELF],
  'manifest-src': [SELF],
  'object-src': ['none'],
  'base-uri': [SELF],
  'form-action': [SELF],
  // A text becomes HTML, or the address of a worker, by these alone: src/lib/first-visit/trusted-types.ts, the template, and Svelte's templates.
  'require-trusted-types-for': ['script'],
  'trusted-types': ['default', 'maillage-html', 'maillage-page', 'svelte-trusted-html']
};
