// The A3 landscape sheet of a page: asked for by a button, since a browser's own print is the A4 one.

/** Prints the page as a poster: the styles of `[data-paper='a3']` hold until the dialog is closed. */
export const printPoster = (): void => printAs('a3');

/** Prints the page on a sheet of its own: the styles of `[data-paper=…]` hold until the dialog is closed. */
export function printAs(paper: string): void {
  const { dataset } = document.documentElement;
  dataset['paper'] = paper;
  addEventListener('afterprint', () => delete dataset['paper'], { once: true });
  print();
}
