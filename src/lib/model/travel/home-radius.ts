// Where the families of a school live, as far as figures of its commune tell: within a radius around it. No home is known, and none is drawn.
import type { HomeVisits } from '../workload.ts';
import { STRAIGHT_LINE_DETOUR, STRAIGHT_LINE_SPEEDS, type RoadSettings } from './travel-settings.ts';
import type { TravelMode } from './travel-times.ts';

/** Metres that the part of a school is held in: a rural commune with one school does not have families everywhere. */
export const HOME_METRES_LIMITS = { least: 300, most: 1500 } as const;
/** Metres where the area of the commune is not known. Assumption: the mean of the demonstration. */
export const USUAL_HOME_METRES = 600;

/** Metres of the disc that has the school's own part of its commune. @param hectares null: not known @param schools of the first degree in it */
export function ownHomeMetres(hectares: number | null, schools: number): number {
  if (hectares === null || schools === 0) return USUAL_HOME_METRES;
  const metres = Math.sqrt((hectares * 10_000) / (Math.PI * schools));
  return Math.round(Math.min(HOME_METRES_LIMITS.most, Math.max(HOME_METRES_LIMITS.least, metres)));
}

/** Metres as the road counts them: the one number chosen for all schools, else the school's own. */
export const homeMetresOf = (
  { homeMetres = USUAL_HOME_METRES }: HomeVisits,
  road: Pick<RoadSettings, 'homeMetres'>
): number => road.homeMetres ?? homeMetres;

/** km/h among homes, by streets. Car: assumption, slower than between schools; by bus the way from home to home is on foot. */
export const localSpeed = (mode: TravelMode): number =>
  mode === 'car' ? 22 : STRAIGHT_LINE_SPEEDS[mode === 'bike' ? 'bike' : 'foot'];

/** Seconds for a straight metre among homes. */
export const localPace = (mode: TravelMode, peak: number): number =>
  (STRAIGHT_LINE_DETOUR * 3.6 * (mode === 'car' ? peak : 1)) / localSpeed(mode);
