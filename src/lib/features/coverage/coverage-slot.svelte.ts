// Where the filters of a territory are kept once a page has asked for them: a page of text has none.
import { createContext } from 'svelte';
import type { CoverageState } from './coverage-state.svelte.ts';

export class CoverageSlot {
  /** Made by the first page that asks. */
  state: CoverageState | null = $state.raw(null);
}

export const [coverageSlot, provideCoverageSlot] = createContext<CoverageSlot>();
