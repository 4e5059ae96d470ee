// The A3 landscape sheet of a page: asked for by a button, since a browser's own print is the A4 one.

/** Prints the page as a poster: the styles of `[data-paper='a3']` hold until the dialog is closed. */
export function printPoster(): void {
  const { dataset } = document.documentElement;
  dataset['paper'] = 'a3';
  addEventListener('afterprint', () => delete dataset['paper'], { once: true });
  print();
}
