// Groupings of referents under coordinators: all of them, those one step away, the most promising, and their names.
import type { Band, Problem } from '../problem/compile-problem.ts';

/** Coordinator (a number) of each referent. */
export type Grouping = readonly number[];

/**
 * Every grouping that `keep` accepts, no coordinator being left without a referent. Interchangeable coordinators are not told apart: the
 * first referent of each comes in order.
 *
 * @param most null is returned when there are more
 * @param busy coordinators who have referents already, and need none of these
 */
export function groupings(
  referents: number,
  coordinators: number,
  interchangeable: boolean,
  most: number,
  keep: (grouping: Grouping) => boolean = () => true,
  busy: readonly number[] = []
): Grouping[] | null {
  const found: Grouping[] = [];
  const at: number[] = [];
  const counts = Array.from({ length: coordinators }, (_, c) => (busy.includes(c) ? 1 : 0));
  const go = (used: number): boolean => {
    if (at.length === referents) {
      if (used < coordinators || !keep(at)) return true;
      found.push([...at]);
      return found.length <= most;
    }
    if (referents - at.length < coordinators - used) return true;
    for (let c = 0; c < (interchangeable ? Math.min(coordinators, used + 1) : coordinators); c++) {
      at.push(c);
      const fresh = counts[c]!++ === 0 ? 1 : 0;
      const more = go(used + fresh);
      counts[c]!--;
      at.pop();
      if (!more) return false;
    }
    return true;
  };
  return go(busy.length) ? found : null;
}

/** Groupings one step away: a referent moves, or two exchange coordinators. */
export function neighbouring(grouping: Grouping, coordinators: number): Grouping[] {
  const near: Grouping[] = [];
  const add = (changes: readonly (readonly [number, number])[]) => {
    const next = [...grouping];
    for (const [j, c] of changes) next[j] = c;
    if (new Set(next).size === coordinators) near.push(next);
  };
  grouping.forEach((own, j) => {
    for (let c = 0; c < coordinators; c++) if (c !== own) add([[j, c]]);
    for (let k = j + 1; k < grouping.length; k++) {
      const other = grouping[k]!;
      if (other !== own) {
        add([
          [j, other],
          [k, own]
        ]);
      }
    }
  });
  return near;
}

/** What a plan misses a band by, as a share of it. */
function missOf({ m }: Problem, { members, weight, lower, upper }: Band, assignment: Int32Array): number {
  const load = assignment.reduce((sum, j, i) => sum + (members.includes(j) ? weight[i * m + j]! : 0), 0);
  return Math.max(0, lower - load, load - upper) / Math.max(1, upper);
}

/**
 * The groupings whose bands a plan made without coordinators misses least: where a first plan on both levels is looked for.
 *
 * @param problemUnder the problem under a grouping
 */
export function likelyGroupings(
  open: readonly Grouping[],
  assignment: Int32Array,
  problemUnder: (grouping: Grouping) => Problem,
  most: number
): readonly Grouping[] {
  return open
    .map((grouping) => {
      const problem = problemUnder(grouping);
      const bands = problem.bands.filter(({ rule }) => rule.rule === 'coordinatorTolerance');
      return { grouping, missed: bands.reduce((sum, band) => sum + missOf(problem, band, assignment), 0) };
    })
    .sort((a, b) => a.missed - b.missed)
    .slice(0, most)
    .map(({ grouping }) => grouping);
}

/** Coordinators up to which all permutations of names are tried. */
const MOST_PERMUTED = 7;

/**
 * Interchangeable teams, renamed so that the fewest referents change coordinator. Optimal up to 7 coordinators, greedy beyond.
 *
 * @param grouping referent -> coordinator
 * @returns the same when it is as near as any
 */
export function closestNames(
  grouping: Readonly<Record<string, string>>,
  current: Readonly<Record<string, string>>,
  names: readonly string[]
): Record<string, string> {
  const overlap = names.map((team) =>
    names.map(
      (name) => Object.keys(grouping).filter((id) => grouping[id] === team && current[id] === name).length
    )
  );
  const order = names.length <= MOST_PERMUTED ? bestPermutation(overlap) : greedyPermutation(overlap);
  return Object.fromEntries(
    Object.entries(grouping).map(([id, team]) => [id, names[order[names.indexOf(team)] ?? -1] ?? team])
  );
}

/** Name of each team. */
function bestPermutation(overlap: readonly (readonly number[])[]): number[] {
  let [most, found] = [-1, overlap.map((_, t) => t)];
  const go = (order: readonly number[], sum: number) => {
    if (order.length === overlap.length) {
      if (sum > most) [most, found] = [sum, [...order]];
      return;
    }
    overlap.forEach((_, name) => {
      if (!order.includes(name)) go([...order, name], sum + overlap[order.length]![name]!);
    });
  };
  go([], 0);
  return found;
}

/** Name of each team, the largest overlap first. */
function greedyPermutation(overlap: readonly (readonly number[])[]): number[] {
  const order = overlap.map(() => -1);
  const cells = overlap.flatMap((row, team) => row.map((size, name) => ({ team, name, size })));
  cells.sort((a, b) => b.size - a.size || a.team - b.team || a.name - b.name);
  for (const { team, name } of cells) if (order[team] === -1 && !order.includes(name)) order[team] = name;
  return order;
}
