// Short fingerprint of a plan and its settings, printed on its sheets to tell whether two sheets show the same plan.
import { FNV_BASIS, fnv1a } from '$lib/algorithms/fnv1a';
import type { SectorsState } from './sectors-state.svelte.ts';

const hexadecimal = (text: string, basis?: number): string =>
  fnv1a(new TextEncoder().encode(text), basis).toString(16).padStart(8, '0');

export function planFingerprint(sectors: SectorsState): string {
  const text = `${sectors.fragment()}?${sectors.write().toString()}`;
  return `${hexadecimal(text)}${hexadecimal(text, FNV_BASIS ^ 0x5bd1e995).slice(0, 4)}`;
}
