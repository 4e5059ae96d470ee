// Small files of the site that a page brings in its HTML, so that its scripts need not ask for them.

/**
 * Text of a file that the opened page brings (`src/lib/first-visit/postprocess-html.ts` writes it there); null for any other.
 * @param path from the root of the site, without a slash before it
 */
export function writtenFile(path: string): string | null {
  if (import.meta.env.SSR) return null;
  return document.querySelector(`script[data-written="${path}"]`)?.textContent ?? null;
}
