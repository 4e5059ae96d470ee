// The address of a step of a story that shows the places: posts asked, and the bases that were found, so that the map is drawn without a solver.
import { writeRoad } from '$lib/session/decision/decision-link.ts';
import { partAddress } from '../shown-part.ts';
import type { RouteState } from './route-state.svelte.ts';

/** Name of the parameter: one place a new post, in the order of their numbers. */
export const BASES = 'lieux';

export function storyAddress(route: RouteState): string {
  const params = route.write();
  params.set('postes', String((route.posts.at(-1) ?? route.team) - route.team));
  const bases = new Map(route.columns.flatMap(({ plan }) => Object.entries(plan?.bases ?? {})));
  if (bases.size > 0) params.set(BASES, [...bases.values()].join('-'));
  writeRoad(params, route.road);
  return partAddress('ouvertures', params);
}
