// A school that waits: who could take it, and what it would add.
import { loadsOf } from '../problem/loads.ts';
import type { Problem } from '../problem/problem.ts';

export interface Asking {
  /** Minutes a week, travel apart. */
  workload: number;
  /** Visits a week. */
  visits: number;
  /** Minutes one way from each referent's base, in the problem's order of referents; null where there is no way. */
  minutes: readonly (number | null)[];
}

export interface Offer {
  referent: string;
  /** What it adds to the referent's week, minutes; its travel as return trips. */
  travel: number;
  hours: number;
  /** Load afterwards, and its deviation from a target that shares the school's workload among all. */
  load: number;
  deviation: number | null;
  /** The load stays within the tolerance above that target. */
  fits: boolean;
}

/** Referents who could take a school, those within their tolerance first, then by what it adds. Arithmetic only: at once. */
export function offersFor(problem: Problem, assignment: ArrayLike<number>, asking: Asking): Offer[] {
  const { referents, file, targets } = problem;
  const loads = loadsOf(problem, assignment);
  const posts = file.referents.reduce((sum, { fte }) => sum + fte, 0);
  return referents
    .flatMap((referent, j): Offer[] => {
      const minutes = asking.minutes[j];
      const { fte } = file.referents[j]!;
      if (minutes === null || minutes === undefined || fte === 0) return [];
      const travel = Math.round(20 * asking.visits * minutes) / 10;
      const load = loads[j]! + asking.workload;
      const target = targets[j]! + (asking.workload * fte) / posts;
      return [
        {
          ...{ referent, travel, load, hours: asking.workload + travel },
          deviation: target > 0 ? load / target - 1 : null,
          fits: load <= (1 + file.tolerance) * target + 1e-6
        }
      ];
    })
    .sort(
      (a, b) => Number(b.fits) - Number(a.fits) || a.hours - b.hours || (a.referent < b.referent ? -1 : 1)
    );
}
