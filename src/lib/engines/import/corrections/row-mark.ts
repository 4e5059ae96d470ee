// A short mark of a row without one of its cells: tells whether a row is still the one that a correction speaks of.
import { FNV_BASIS, fnv1a, utf16Units } from '../../../algorithms/fnv1a.ts';

/** Fourteen letters and digits (FNV-1a, twice 32 bits); cells that are empty at the end of a row do not count. */
export function rowMark(cells: readonly string[], but: number): string {
  const others = cells.map((cell, at) => (at === but ? '' : cell.trim()));
  while (others.length > 0 && others.at(-1) === '') others.pop();
  const text = others.join('\u001f');
  return [0, 0x9e37_79b9]
    .map((seed) =>
      fnv1a(utf16Units(text), FNV_BASIS ^ seed)
        .toString(36)
        .padStart(7, '0')
    )
    .join('');
}
