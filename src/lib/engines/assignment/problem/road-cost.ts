// What the solver counts as travel: linear in schools, and on the scale of the tours that a post really makes.
import type { AssignmentFile } from '../../../model/assignment/assignment-file.ts';
import { USUAL_ROAD, type RoadSettings } from '../../../model/travel/travel-settings.ts';

/** How a school's visits count in a problem. */
export interface RoadDemand {
  /** Return trips a week from the base. */
  visits: number;
  /** Minutes a week lost at the stops. */
  stopMinutes: number;
}

/** The same on every machine, whose powers differ in their last digit. */
const rounded = (visits: number) => Math.round(visits * 1e9) / 1e9;

/**
 * How visits a week count in the solver's travel: the outings that are expected to call at the school (visits of one outing share the
 * trip), times the file's ratio of the driving of sampled tours to such trips; and parking at every stop. The sum over schools estimates
 * a plan's minutes of travel.
 */
export const roadDemand =
  (
    { tripScale }: Pick<AssignmentFile, 'tripScale'>,
    { outings, parkingMinutes }: RoadSettings = USUAL_ROAD
  ) =>
  (visits: number): RoadDemand => ({
    visits: rounded(tripScale * outings * (1 - (1 - 1 / outings) ** visits)),
    stopMinutes: visits * parkingMinutes
  });
