// How wide a label is, without a browser: advances of Radio Canada at weight 600, in hundredths of an em.
// The same figures on the server and in the page keep labels where they are when scripts arrive.

const ADVANCES: readonly [string, number][] = [
  ["’'.,", 26],
  ['\u2009\u202f', 20],
  [' \u00a0', 25],
  ['ijlîï()', 30],
  ['fr-/', 39],
  ['tIs', 46],
  ['cçvyz', 51],
  ['aàâeéèêëkxJ', 56],
  ['bdgnhoôöpquùûü0123456789€FLT', 61],
  ['ABCEÉÈÀÇKPRSVXYZ«»', 65],
  ['DGHNOQU', 74],
  ['Mmwœ', 88],
  ['W%', 97]
];
const FALLBACK = 65;

const BY_CHARACTER = new Map(
  ADVANCES.flatMap(([characters, width]) => [...characters].map((c) => [c, width]))
);

/** Width in pixels of a line of text at a font size in pixels. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0;
  for (const character of text) hundredths += BY_CHARACTER.get(character) ?? FALLBACK;
  return (hundredths * size) / 100;
}
