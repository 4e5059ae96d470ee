// The burden of a team compared by mode of travel.
import type { TravelMode } from '../graph/road-graph.ts';
import type { Matrix, Place } from '../travel-times.ts';
import { TRAVEL_MODES, type TeamSettings } from './team-settings.ts';
import { teamBurden, type TeamPost } from './team.ts';

/** Mean weekly figures of one post by one mode: hours on the road, km, euros, kg of CO2, number of schools out of reach. */
export interface ModeWeek {
  id: string;
  hours: number;
  km: number;
  euros: number;
  co2: number;
  unreachable: number;
}
/** By post; a mode that is not offered is absent. */
export type ModeComparison = Partial<Record<TravelMode, ModeWeek[]>>;

/** The same settings by another mode, with that mode's own CO2. */
export const settingsBy = (settings: TeamSettings, mode: TravelMode): TeamSettings =>
  mode === settings.mode ? settings : { ...settings, mode, co2: null };

/**
 * Burden of the same posts by each mode.
 *
 * @param matrixOf square matrix of a mode, over `places`
 */
export async function compareModes(
  posts: readonly TeamPost[],
  places: readonly Place[],
  matrixOf: (mode: TravelMode) => Matrix | Promise<Matrix>,
  settings: TeamSettings,
  modes: readonly TravelMode[] = TRAVEL_MODES
): Promise<ModeComparison> {
  const weeks: ModeComparison = {};
  for (const mode of modes) {
    weeks[mode] = teamBurden(posts, places, await matrixOf(mode), settingsBy(settings, mode)).map(
      ({ id, hours, km, euros, co2, unreachable }) => ({
        id,
        hours: hours.driving.mean,
        km: km.mean,
        euros: euros.mean,
        co2: co2.mean,
        unreachable: unreachable.length
      })
    );
  }
  return weeks;
}

/** Sums over the whole team. */
export function sumOfMode(weeks: readonly ModeWeek[]): Omit<ModeWeek, 'id'> {
  const sum = (figure: (week: ModeWeek) => number) => weeks.reduce((all, week) => all + figure(week), 0);
  return {
    hours: sum(({ hours }) => hours),
    km: sum(({ km }) => km),
    euros: sum(({ euros }) => euros),
    co2: sum(({ co2 }) => co2),
    unreachable: sum(({ unreachable }) => unreachable)
  };
}
