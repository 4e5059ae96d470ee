// Files of the site that travel in a page's HTML. A page's `load` says how; `postprocess-html` applies it when pages are prerendered.

/**
 * `verbatim`: as the file is, for `embeddedFile`, instead of SvelteKit's own wrapping; a function: the same, of what it keeps of the
 * file; `omitted`: the page asks for the file itself.
 */
export type EmbedPolicy = 'verbatim' | 'omitted' | ((body: string) => string);

const EVERY_PAGE = '*';
const policies = new Map<string, EmbedPolicy>();

/**
 * Says how a file that this `load` asks for travels in prerendered HTML. No effect in a browser.
 * @param path from the root of the site, without a slash before it
 * @param route SvelteKit's id of the only page concerned; every page without it
 */
export function setEmbedPolicy(path: string, policy: EmbedPolicy, route: string | null = EVERY_PAGE): void {
  if (import.meta.env.SSR) policies.set(`${route} ${path}`, policy);
}

/** The file and policy of an address that a page's `load` asked for; null where SvelteKit's own form stands. */
export function embedPolicyOf(
  url: string,
  route: string | null
): { path: string; policy: EmbedPolicy } | null {
  // What is said of one page goes before what is said of all.
  for (const asked of [route, EVERY_PAGE])
    for (const [key, policy] of policies) {
      const [page, path = ''] = key.split(' ');
      if (page === asked && `/${url}`.endsWith(`/${path}`)) return { path, policy };
    }
  return null;
}

/**
 * Text of a file, or what its policy kept of it, in the HTML of the page that the browser opened; null for any other.
 * @param path from the root of the site, without a slash before it
 */
export function embeddedFile(path: string): string | null {
  if (import.meta.env.SSR) return null;
  return document.querySelector(`script[data-embedded="${path}"]`)?.textContent ?? null;
}
