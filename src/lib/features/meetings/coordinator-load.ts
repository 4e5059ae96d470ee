// The load of the plan on screen, by coordinator: what this page shows, and Secteurs counts with.
import type { MeetingLoad } from '$lib/model/workload.ts';
import type { MeetingsState } from './meetings-state.svelte.ts';

/** Null when no meeting has a date. */
export function loadOf({ checked, year }: Pick<MeetingsState, 'checked' | 'year'>): MeetingLoad | null {
  if (!checked) return null;
  return {
    year: year.year,
    coordinators: Object.entries(checked.figures.byCoordinator).map(
      ([id, { meetings, minutes, daysOut, weeksOver }]) => ({
        id,
        meetings,
        road: minutes,
        daysOut,
        weeksOver
      })
    )
  };
}
