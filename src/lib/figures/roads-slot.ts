// Where the roads of a territory are kept once a page has asked for them, so that other pages need not read what samples them.
import { createContext } from 'svelte';
import type { Graphs } from '$lib/workers/travel/protocol.ts';
import type { PlanRoads } from './roads.svelte.ts';

export interface RoadsSlot {
  /** Made by the first page that asks. */
  roads: PlanRoads | null;
  readonly graphs: () => Graphs;
}

export const [roadsSlot, provideRoadsSlot] = createContext<RoadsSlot>();
