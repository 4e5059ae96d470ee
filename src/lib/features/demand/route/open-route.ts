// The state of the openings, where the territory's files allow it.
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { territoryDoor } from '$lib/session/territory-door';
import type { DemandState } from '../demand-state.svelte.ts';
import { provideRouteState, routeOf, type RouteState } from './route-state.svelte.ts';

/** To be called once, as the page is made. @returns null without posts, times, or schools that wait */
export function openRoute(file: AssignmentFile | null, demand: DemandState): RouteState | null {
  if (!file || !hasTimes(file) || !file.schools.some(({ waiting }) => waiting)) return null;
  const door = territoryDoor();
  return provideRouteState(routeOf(file, demand, () => door.graphs()));
}

/** Some base reaches some school. */
const hasTimes = ({ minutes }: Pick<AssignmentFile, 'minutes'>): boolean =>
  minutes.some((row) => row.some((one) => one !== null));
