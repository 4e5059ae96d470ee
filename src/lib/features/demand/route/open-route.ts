// The state of the openings, where the territory's files allow it.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { roadsOfTerritory } from '$lib/figures/roads.svelte.ts';
import type { OpeningsState } from '$lib/figures/openings-state.svelte.ts';
import { provideRouteState, RouteState } from './route-state.svelte.ts';

/** To be called once, as the page is made. @returns null without posts, times, or schools that wait */
export function openRoute(
  file: AssignmentFile | null,
  dashboard: Dashboard,
  openings: OpeningsState
): RouteState | null {
  if (!file || !hasTimes(file) || !file.schools.some(({ waiting }) => waiting)) return null;
  return provideRouteState(new RouteState(file, dashboard, openings, roadsOfTerritory()));
}

/** Some base reaches some school. */
const hasTimes = ({ minutes }: Pick<AssignmentFile, 'minutes'>): boolean =>
  minutes.some((row) => row.some((one) => one !== null));
