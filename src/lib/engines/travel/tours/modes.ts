// The burden of a team compared by mode of travel.
import { settingsBy, TRAVEL_MODES, type TeamSettings } from '../../../model/travel/travel-settings.ts';
import type { ModeComparison, ModeWeek, TeamPost } from '../../../model/travel/team-travel.ts';
import type { TravelMode, Matrix, Place } from '../../../model/travel/travel-times.ts';
import { teamBurden } from './team.ts';

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
