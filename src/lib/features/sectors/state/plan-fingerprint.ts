// Short fingerprint of a plan and its settings, printed on its sheets to tell whether two sheets show the same plan.
import type { SectorsState } from './sectors-state.svelte.ts';

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** FNV-1a, 32 bits, as 8 hexadecimal digits; not cryptographic. */
function fnv(text: string, basis = BASIS): string {
  let hash = basis;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export function planFingerprint(sectors: SectorsState): string {
  const text = `${sectors.fragment()}?${sectors.write().toString()}`;
  return `${fnv(text)}${fnv(text, BASIS ^ 0x5bd1e995).slice(0, 4)}`;
}
