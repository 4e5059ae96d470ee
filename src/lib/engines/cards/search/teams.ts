// Coordinators balanced with the posts: which groupings of posts are allowed, and what each may hold.
import type { TeamBalance } from '../../../model/plan.ts';
import { TEAM_MEASURES, type Problem } from '../../assignment/index.ts';

export interface TeamLimits {
  names: readonly string[];
  /** Coordinator of each post in each grouping allowed, the nearest to the present one first. */
  groupings: readonly Int8Array[];
  /** Per measure, the bounds of each coordinator, and the target that a miss is a share of. */
  bands: readonly (readonly { lower: number; upper: number; target: number }[])[];
}

/** Groupings listed at most; beyond, those one step from the present one. */
const MOST_GROUPINGS = 1000;

/** @param problem compiled with these coordinators */
export function teamLimitsOf(problem: Problem, teams: TeamBalance): TeamLimits {
  const { current, held, kept, shares, tolerance } = teams;
  const names = [...teams.coordinators].sort();
  const now = Int8Array.from(problem.referents, (id) => names.indexOf(current[id] ?? ''));
  const changes = (grouping: Int8Array) => grouping.reduce((sum, c, j) => sum + (c === now[j] ? 0 : 1), 0);
  const busy = names.map((name) => held?.[name] !== undefined);
  const isStaffed = (grouping: Int8Array) => names.every((_, c) => busy[c] || grouping.includes(c));
  const groupings = kept
    ? [now]
    : (names.length ** problem.m <= MOST_GROUPINGS
        ? everyGrouping(names.length, problem.m)
        : near(now, names.length)
      )
        .filter(isStaffed)
        .sort((a, b) => changes(a) - changes(b));
  return {
    names,
    groupings: groupings.filter((grouping) => !grouping.includes(-1)),
    bands: TEAM_MEASURES.map((measure) => {
      const inUnits = problem.file.units.reduce((sum, unit) => sum + (unit[measure] ?? 0), 0);
      const total = Object.values(held ?? {}).reduce((sum, one) => sum + one[measure], inUnits);
      return names.map((name) => {
        const target = (shares?.[name] ?? (shares ? 0 : 1 / names.length)) * total;
        const aside = held?.[name]?.[measure] ?? 0;
        return { lower: (1 - tolerance) * target - aside, upper: (1 + tolerance) * target - aside, target };
      });
    })
  };
}

function everyGrouping(names: number, posts: number): Int8Array[] {
  return Array.from({ length: names ** posts }, (_, at) => {
    const grouping = new Int8Array(posts);
    for (let j = 0, left = at; j < posts; j++, left = Math.floor(left / names)) grouping[j] = left % names;
    return grouping;
  });
}

/** The present grouping and those in which one post moves, or two exchange coordinators. */
function near(now: Int8Array, names: number): Int8Array[] {
  const changed = (...changes: [number, number][]) => {
    const grouping = now.slice();
    for (const [j, c] of changes) grouping[j] = c;
    return grouping;
  };
  const found = [now];
  now.forEach((own, j) => {
    for (let c = 0; c < names; c++) if (c !== own) found.push(changed([j, c]));
    for (let k = j + 1; k < now.length; k++) {
      if (now[k] !== own) found.push(changed([j, now[k]!], [k, own]));
    }
  });
  return found;
}

/** The grouping that misses its bands least, by shares of targets added; the first among equals. @param sums per measure, of each post */
export function bestGrouping(
  { groupings, bands, names }: TeamLimits,
  sums: readonly Float64Array[]
): { grouping: Int8Array | null; missed: number } {
  let best: Int8Array | null = null;
  let least = Infinity;
  for (const grouping of groupings) {
    let missed = 0;
    for (let measure = 0; measure < bands.length && missed < least; measure++) {
      for (let c = 0; c < names.length; c++) {
        const { lower, upper, target } = bands[measure]![c]!;
        let load = 0;
        for (let j = 0; j < grouping.length; j++) if (grouping[j] === c) load += sums[measure]![j]!;
        missed += Math.max(0, lower - load - 1e-9, load - upper - 1e-9) / Math.max(1, target);
      }
    }
    if (missed >= least) continue;
    [best, least] = [grouping, missed];
    if (missed === 0) break;
  }
  return { grouping: best, missed: best === null ? 1 : least };
}
