// Trusted Types, where browsers have them: a page takes HTML and scripts from its own site only, whatever a library is given. The policy's names
// are in scripts/site/policy.mjs; Svelte has its own for templates.

/** What the DOM's own types do not know yet, as the specification says it (https://w3c.github.io/trusted-types/dist/spec/). */
interface Policies {
  createPolicy(
    name: string,
    rules: { createHTML?: (text: string) => string; createScriptURL?: (url: string) => string }
  ): { createHTML(text: string): string };
}
const { trustedTypes } = globalThis as { trustedTypes?: Policies };

const own = trustedTypes?.createPolicy('maillage-html', { createHTML: (text) => text });

/** HTML written by the build, in a page or in its scripts: never from a file, a link or a field. */
export const builtHtml = (text: string): string => own?.createHTML(text) ?? text;

/**
 * Scripts of workers: those of the site's own build, and its service worker. Any other address is refused, with an error where it is asked for.
 *
 * @param root address of the site's folder
 */
export function admitOwnScripts(root: URL): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { href } = new URL(url, document.baseURI);
      if (href === `${root.href}service-worker.js` || href.startsWith(`${root.href}_app/immutable/`))
        return url;
      throw new TypeError(`not a script of this site: ${url}`);
    }
  });
}
