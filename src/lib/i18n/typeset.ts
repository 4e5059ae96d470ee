// French spaces for a text that scripts print too: written there with plain ones, it is set on screen as a page is.
const NARROW = '\u202f';
const NBSP = '\u00a0';

/** « a : b » with the spaces that a line never ends on: narrow before ; : ! ? %, whole inside « » and before a unit. */
export const typeset = (text: string): string =>
  text
    .replace(/ (?=[;!?%](?:[\s.,)]|$)|:(?:\s|$))/g, NARROW)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ »/g, `${NBSP}»`)
    .replace(/(?<=\d) (?=(?:km|min|s|h|m|€|ko|Mo|octets)(?![\p{L}]))/gu, NBSP);
