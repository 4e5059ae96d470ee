// What the solver counts as travel: linear in schools, and on the scale of the tours that a post really makes.
import type { AssignmentFile } from '../../../model/assignment/assignment-file.ts';
import { expectedLocalLeg } from '../../../model/travel/local-leg.ts';
import { homeMetresOf, localPace } from '../../../model/travel/home-radius.ts';
import type { HomeVisits } from '../../../model/workload.ts';
import type { TravelMode } from '../../../model/travel/travel-times.ts';
import { USUAL_ROAD, type RoadSettings } from '../../../model/travel/travel-settings.ts';

/** How a school's visits count in a problem. */
export interface RoadDemand {
  /** Return trips a week from the base. */
  visits: number;
  /** Minutes a week of parking and among homes, whoever goes there. */
  stopMinutes: number;
}

/** The same on every machine, whose powers differ in their last digit. */
const rounded = (visits: number) => Math.round(visits * 1e9) / 1e9;

/** A school as its road is counted: visits a week, and where its families live. */
export type RoadSchool = { visits: number } & HomeVisits;

/**
 * How visits a week count in the solver's travel: the outings that are expected to call at the school (visits of one outing share the
 * trip), times the file's ratio of the driving of sampled tours to such trips; parking at every visit, and the expected way among the homes of
 * each outing. The sum over schools estimates a plan's minutes of travel.
 */
export const roadDemand =
  ({ tripScale }: Pick<AssignmentFile, 'tripScale'>, road: RoadSettings = USUAL_ROAD) =>
  (school: RoadSchool): RoadDemand => {
    const { outings } = road;
    return {
      visits: rounded(tripScale * outings * (1 - (1 - 1 / outings) ** school.visits)),
      stopMinutes: rounded(parkingMinutes(school, road) + localMinutes(school, road))
    };
  };

/** Minutes a week of parking: at each home, once for the neutral visits of an outing. */
function parkingMinutes(
  { visits, neutralShare = 0 }: RoadSchool,
  { outings, parkingMinutes: minutes }: RoadSettings
): number {
  const called = neutralShare === 0 ? 0 : outings * (1 - (1 - neutralShare / outings) ** visits);
  return minutes * (visits * (1 - neutralShare) + called);
}

/** Expected minutes a week among the homes of a school: the same under every plan. */
export const localMinutes = (school: RoadSchool, road: RoadSettings, mode: TravelMode = 'car'): number =>
  (homeMetresOf(school, road) *
    localPace(mode, road.peak) *
    road.outings *
    expectedLocalLeg(school.visits, (1 - (school.neutralShare ?? 0)) / road.outings)) /
  60;
