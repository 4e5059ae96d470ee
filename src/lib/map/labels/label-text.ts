// Text of labels without a browser: its width, its lines, the ways to write a name and its value.
// Widths are the advances of Radio Canada at weight 600, in hundredths of an em: the same figures on the server and in the page keep labels
// where they are when scripts arrive.

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

/**
 * Lines of a text no wider than a width: SVG does not wrap.
 *
 * @param size font size, in the unit of `width`
 */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export interface TextBlock {
  lines: string[];
  width: number;
  height: number;
}

export const LINE_HEIGHT = 1.16;

function block(lines: string[], size: number): TextBlock {
  return {
    lines,
    width: Math.max(...lines.map((line) => textWidth(line, size))),
    height: lines.length * size * LINE_HEIGHT
  };
}

/** Where a name may break: after a hyphen, at a space; a dash between spaces ends its line. */
function breakable(name: string): string[] {
  return name.split(/(?<=[^ ][-–])|(?<= )(?![-–] )/u);
}

/** Splits a name over `count` lines, as even as can be; null when it has too few parts. */
export function breakName(name: string, count: number): string[] | null {
  const parts = breakable(name);
  if (parts.length < count) return null;
  let best: { lines: string[]; width: number } | null = null;
  const visit = (from: number, left: number, lines: string[]) => {
    if (left === 1) {
      const all = [...lines, parts.slice(from).join('')].map((line) => line.trim());
      const width = Math.max(...all.map((line) => textWidth(line, 1)));
      if (!best || width < best.width) best = { lines: all, width };
      return;
    }
    for (let to = from + 1; to <= parts.length - left + 1; to += 1) {
      visit(to, left - 1, [...lines, parts.slice(from, to).join('')]);
    }
  };
  visit(0, count, []);
  return (best as { lines: string[] } | null)?.lines ?? null;
}

/** Text blocks to try, flattest first: « Anzin 29 » on one line, then the name on one to three lines, its value at the end or under it. */
export function textBlocks(name: string, value: string, size: number, maxWidth = Infinity): TextBlock[] {
  if (name === '') return value === '' ? [] : [block([value], size)];
  const written: string[][] = value === '' ? [[name]] : [[`${name} ${value}`], [name, value]];
  for (const count of [2, 3]) {
    const lines = breakName(name, count);
    if (!lines) continue;
    if (value !== '') written.push([...lines.slice(0, -1), `${lines.at(-1)} ${value}`]);
    written.push(value === '' ? lines : [...lines, value]);
  }
  const blocks = written.map((lines) => block(lines, size));
  const narrow = blocks.filter((one) => one.width <= maxWidth);
  return narrow.length > 0 ? narrow : blocks.slice(-1);
}
