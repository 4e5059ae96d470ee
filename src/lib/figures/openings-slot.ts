// What the openings of a territory are counted with, before a page asks for them. Their engines are a fifth of what every page would otherwise read first.
import { createContext } from 'svelte';
import type { Weights } from '$lib/cube/waiting.ts';

export interface OpeningsSlot {
  /** Null: the usual ones. */
  readonly weights: () => Weights | null;
}

export const [openingsSlot, provideOpeningsSlot] = createContext<OpeningsSlot>();
