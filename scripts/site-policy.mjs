// What a page of the site may load and do: one policy, written in every page and sent by hosts (static/_headers).

const SELF = 'self';

/**
 * Content-Security-Policy of the pages, as SvelteKit's directives. SvelteKit adds to `script-src` the hash of the one
 * script that it writes in a page.
 * @type {import('@sveltejs/kit').CspDirectives}
 */
export const PAGE_POLICY = {
  'default-src': ['none'],
  // WebAssembly is compiled by the database's worker and, in some browsers, on behalf of the page.
  'script-src': [SELF, 'wasm-unsafe-eval'],
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
  'form-action': [SELF]
};
