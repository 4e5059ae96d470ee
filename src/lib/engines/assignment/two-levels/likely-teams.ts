// The groupings that a plan made without coordinators misses least: where a first plan on both levels is looked for.
import type { Grouping } from '../problem/groupings.ts';
import type { Band, Problem } from '../problem/problem.ts';

/** What a plan lacks or has too much of a band, as a share of it. */
function missOf({ m }: Problem, { members, weight, lower, upper }: Band, assignment: Int32Array): number {
  const load = assignment.reduce((sum, j, i) => sum + (members.includes(j) ? weight[i * m + j]! : 0), 0);
  return Math.max(0, lower - load, load - upper) / Math.max(1, upper);
}

/** @param problemOf the problem under a grouping */
export function likelyTeams(
  open: readonly Grouping[],
  assignment: Int32Array,
  problemOf: (grouping: Grouping) => Problem,
  most: number
): readonly Grouping[] {
  return open
    .map((grouping) => {
      const problem = problemOf(grouping);
      const missed = problem.bands.filter(({ rule }) => rule.rule === 'coordinatorTolerance');
      return { grouping, outside: missed.reduce((sum, band) => sum + missOf(problem, band, assignment), 0) };
    })
    .sort((a, b) => a.outside - b.outside)
    .slice(0, most)
    .map(({ grouping }) => grouping);
}
