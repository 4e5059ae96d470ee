// Where the letters of the schools that change stand: beside their school, clear of bases, of other schools and of one another.
import type { Point } from '$lib/map/geometry/viewport.ts';

export interface LetterMark {
  letter: string;
  /** The school, and the middle of the disc of its letter. */
  school: Point;
  at: Point;
}

/** Pixels: from a school to its letter, and radius of a letter's disc. */
const REACHES = [17, 24, 32];
export const LETTER_RADIUS = 8.5;
const DIRECTIONS = 12;

interface Around {
  width: number;
  height: number;
  /** Symbols that a letter would cover, each with its radius. */
  symbols: readonly { at: Point; radius: number }[];
}

/** How much of the symbols and of the letters already placed a disc covers; much where it leaves the map. */
function cover([x, y]: Point, { width, height, symbols }: Around, placed: readonly LetterMark[]): number {
  const edge = LETTER_RADIUS + 1;
  const outside = x < edge || y < edge || x > width - edge || y > height - edge ? 100 : 0;
  const over = (u: number, v: number, radius: number) =>
    Math.max(0, LETTER_RADIUS + radius + 1 - Math.hypot(u - x, v - y));
  const symbol = symbols.reduce((sum, { at: [u, v], radius }) => sum + over(u, v, radius), 0);
  const letters = placed.reduce((sum, { at: [u, v] }) => sum + 4 * over(u, v, LETTER_RADIUS), 0);
  return outside + symbol + letters;
}

/** The nearest free place of each letter, in turn; the least covered one where none is free. */
export function placeLetters(
  schools: readonly { letter: string; at: Point }[],
  around: Around
): LetterMark[] {
  const placed: LetterMark[] = [];
  for (const { letter, at: school } of schools) {
    let best: { at: Point; cost: number } | null = null;
    for (const reach of REACHES)
      for (let turn = 0; turn < DIRECTIONS; turn += 1) {
        const angle = (2 * Math.PI * turn) / DIRECTIONS - Math.PI / 4;
        const at: Point = [school[0] + reach * Math.cos(angle), school[1] + reach * Math.sin(angle)];
        const cost = cover(at, around, placed) + reach / 20;
        if (best === null || cost < best.cost) best = { at, cost };
      }
    if (best) placed.push({ letter, school, at: best.at });
  }
  return placed;
}
