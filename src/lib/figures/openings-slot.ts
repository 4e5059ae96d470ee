// Where the openings of a territory are kept once a page has asked for them. Their engines are a fifth of what every page would otherwise read first.
import { createContext } from 'svelte';
import type { Weights } from '$lib/cube/waiting.ts';
import type { OpeningsState } from './openings-state.svelte.ts';

export class OpeningsSlot {
  /** Made by the first page that asks. */
  state: OpeningsState | null = null;
  /** Null: the usual ones. */
  readonly weights: () => Weights | null;

  constructor(weights: () => Weights | null) {
    this.weights = weights;
  }
}

export const [openingsSlot, provideOpeningsSlot] = createContext<OpeningsSlot>();
