// Margins of the annex's printed pages: source, fingerprints, page number. Written as a constructed style sheet with `@page` margin
// boxes, because no element of the page can be placed in the margins of every sheet.

const quoted = (text: string) => `"${text.replace(/["\\\n]/g, ' ')}"`;

/** @returns removes the style sheet */
export function marginNotes(foot: string, page: (number: string, all: string) => string): () => void {
  const sheet = new CSSStyleSheet();
  const [before, between, after] = page('\n', '\n').split('\n');
  const counter = `${quoted(before ?? '')} counter(page) ${quoted(between ?? '')} counter(pages) ${quoted(after ?? '')}`;
  const font =
    'font-family: inherit; font-size: 7.5pt; color: #58636d; vertical-align: top; padding-top: 3mm;';
  const boxes = `@bottom-left { content: ${quoted(foot)}; width: 80%; text-align: left; ${font} }
    @bottom-right { content: ${counter}; width: 20%; text-align: right; ${font} }`;
  sheet.replaceSync(`@page annex-a4 { ${boxes} } @page annex-a3 { ${boxes} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
