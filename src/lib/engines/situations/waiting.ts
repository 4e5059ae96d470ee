// A waiting school: the referents who could take it, and what it would add to their load.
import { loadsOf, type Problem } from '../assignment/index.ts';

export interface WaitingDemand {
  /** Minutes a week, travel apart. */
  workload: number;
  /** Visits a week, and minutes lost at their stops. */
  visits: number;
  stopMinutes?: number;
  /** Minutes one way from each referent's base, in the problem's order of referents; null where there is no way. */
  minutes: readonly (number | null)[];
}

/** A referent who could take a waiting school. */
export interface Offer {
  referent: string;
  /** What it adds to the referent's week, minutes; its travel as the problem counts it. */
  travel: number;
  hours: number;
  /** Workload afterwards, and its deviation from a target to which the school's workload is added for all. */
  load: number;
  deviation: number | null;
  /** The load stays within the tolerance above that target. */
  fits: boolean;
}

/** Referents who could take a school, those within their tolerance first, then by the hours it adds. Arithmetic only. */
export function offersFor(problem: Problem, assignment: ArrayLike<number>, demand: WaitingDemand): Offer[] {
  const { referents, file, targets } = problem;
  const loads = loadsOf(problem, assignment);
  const posts = file.referents.reduce((sum, { fte }) => sum + fte, 0);
  return referents
    .flatMap((referent, j): Offer[] => {
      const minutes = demand.minutes[j];
      const { fte } = file.referents[j]!;
      if (minutes === null || minutes === undefined || fte === 0) return [];
      const travel = Math.round(20 * demand.visits * minutes + 10 * (demand.stopMinutes ?? 0)) / 10;
      const load = loads[j]! + demand.workload;
      const target = targets[j]! + (demand.workload * fte) / posts;
      return [
        {
          referent,
          travel,
          hours: demand.workload + travel,
          load,
          deviation: target > 0 ? load / target - 1 : null,
          fits: load <= (1 + file.tolerance) * target + 1e-6
        }
      ];
    })
    .sort(
      (a, b) => Number(b.fits) - Number(a.fits) || a.hours - b.hours || (a.referent < b.referent ? -1 : 1)
    );
}
