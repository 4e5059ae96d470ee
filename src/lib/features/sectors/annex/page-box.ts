// What every printed page of the annex says in its margins: source, fingerprints, number. Written as a style sheet made by hand,
// since no element of the page can stand in the margin of each sheet.

const quoted = (text: string) => `"${text.replace(/["\\\n]/g, ' ')}"`;

/** @returns the way to take it away */
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
