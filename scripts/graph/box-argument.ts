// A box of the command line: west, south, east, north.
import { fail } from '../shell.ts';
import type { GroundBox } from '../../src/lib/engines/ground/index.ts';

/** Ends the command unless the text is four numbers; which boxes can be read, the reader tells. */
export function boxArgument(text: string): GroundBox {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite))
    fail(2, `--bbox : attendu ouest,sud,est,nord en degrés (3.3,50.2,3.7,50.5), trouvé « ${text} »`);
  return [west, south, east, north];
}
