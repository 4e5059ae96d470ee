// The FNV-1a hash of 32 bits (G. Fowler, L. Noll and K.-P. Vo, 1991): short marks of texts, not cryptographic.

const PRIME = 0x0100_0193;
/** The state before the first unit. */
export const FNV_BASIS = 0x811c_9dc5;

/**
 * Hash of a list of whole numbers: bytes, UTF-16 units or code points of a text. They give different hashes beyond ASCII.
 *
 * @param basis the state to start from; another one gives an independent hash
 * @returns a whole number of 32 bits without sign
 * @example
 * fnv1a(new TextEncoder().encode('a')); // 0xe40c292c
 */
export function fnv1a(units: Iterable<number>, basis = FNV_BASIS): number {
  let hash = basis;
  for (const unit of units) hash = Math.imul(hash ^ unit, PRIME);
  return hash >>> 0;
}

/**
 * UTF-16 units of a text.
 *
 * @example
 * [...utf16Units('é')]; // [233]
 */
export const utf16Units = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
