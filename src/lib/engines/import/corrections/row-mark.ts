// A short mark of a row without one of its cells: tells whether a row is still the one that a correction speaks of.
const PRIME = 0x0100_0193;
const OFFSET = 0x811c_9dc5;

function fnv(text: string, seed: number): number {
  let hash = (OFFSET ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME) >>> 0;
  return hash;
}

/** Fourteen letters and digits (FNV-1a, twice 32 bits); cells that are empty at the end of a row do not count. */
export function rowMark(cells: readonly string[], but: number): string {
  const others = cells.map((cell, at) => (at === but ? '' : cell.trim()));
  while (others.length > 0 && others.at(-1) === '') others.pop();
  const text = others.join('\u001f');
  return [0, 0x9e37_79b9].map((seed) => fnv(text, seed).toString(36).padStart(7, '0')).join('');
}
