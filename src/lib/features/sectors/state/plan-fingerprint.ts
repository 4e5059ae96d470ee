// A short name for a plan and its choices, printed on its sheets: two sheets with the same one are of the same plan.
import type { SectorsState } from './sectors-state.svelte.ts';

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** FNV-1a, 32 bits, as 8 hexadecimal digits: not against malice, against a mix-up. */
export function fnv(text: string, basis = BASIS): string {
  let hash = basis;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export function planFingerprint(sectors: SectorsState): string {
  const text = `${sectors.fragment()}?${sectors.write().toString()}`;
  return `${fnv(text)}${fnv(text, BASIS ^ 0x5bd1e995).slice(0, 4)}`;
}
