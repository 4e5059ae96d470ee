// How a plan stands: the figures that a search compares, and what it misses its rules by.
import { bestGrouping } from './teams.ts';
import type { PostPart, Parts } from './parts.ts';
import type { Rules } from './rules.ts';

export interface Standing {
  /** Minutes on the road a week of all posts. */
  road: number;
  /** Largest deviation of a load, by the road shown. */
  deviation: number;
  /** Pupils who change referent. */
  moved: number;
  /** What the loads miss the band by, in shares of targets, added: by the road shown, by the solver's estimate, and of coordinators. */
  over: number;
  estimatedOver: number;
  teamsOver: number;
  /** Pieces beyond one a sector, and pairs that should be apart. */
  broken: number;
}

/** A load without a target, as a deviation. */
const UNWANTED = 9;

/** Deviation of each load from its share of the whole. */
export function deviationsOf(loads: ArrayLike<number>, shares: Float64Array): Float64Array {
  let whole = 0;
  for (let j = 0; j < shares.length; j++) whole += loads[j]!;
  return shares.map((share, j) => {
    const target = share * whole;
    return target > 0 ? loads[j]! / target - 1 : loads[j]! > 0 ? UNWANTED : 0;
  });
}

/** What loads miss a band by, and the largest deviation. */
function missOf({ shares, tolerance }: Rules, loads: ArrayLike<number>): { over: number; deviation: number } {
  let [over, deviation] = [0, 0];
  for (const one of deviationsOf(loads, shares)) {
    const size = Math.abs(one);
    if (size > deviation) deviation = size;
    if (size > tolerance + 1e-9) over += size - tolerance;
  }
  return { over, deviation };
}

const loadsOf = ({ isByHours }: Rules, parts: readonly PostPart[], roadOf: (part: PostPart) => number) =>
  Float64Array.from(parts, (part) => part.work + (isByHours ? roadOf(part) : 0));

/** By the solver's estimate alone, which costs nothing: before any tour is computed. */
export const estimatedOver = (rules: Rules, parts: readonly PostPart[]): number =>
  missOf(
    rules,
    loadsOf(rules, parts, ({ travel }) => travel)
  ).over;

/** The standing of a plan. @param all what computes roads @param estimated its `estimatedOver`, where it is known */
export function standingOf(all: Parts, parts: readonly PostPart[], estimated?: number): Standing {
  const { rules } = all;
  const { over, deviation } = missOf(
    rules,
    loadsOf(rules, parts, (part) => all.road(part))
  );
  let [road, moved, broken] = [0, 0, 0];
  for (const part of parts) {
    road += all.road(part);
    moved += part.moved;
    broken += part.extra + part.clashes;
  }
  return {
    road,
    deviation,
    moved,
    broken,
    over,
    estimatedOver: estimated ?? estimatedOver(rules, parts),
    teamsOver: rules.teams ? bestGrouping(rules.teams, teamSums(rules, parts)).missed : 0
  };
}

/** What coordinators share, per measure, of each post. */
export const teamSums = ({ measures }: Rules, parts: readonly PostPart[]): Float64Array[] =>
  measures.map((_, at) => Float64Array.from(parts, (part) => part.measures[at]!));

/** Whether a plan keeps every rule; with soft bands, every rule but the bands. */
export const keepsRules = (rules: Rules, standing: Standing): boolean =>
  standing.broken === 0 &&
  standing.moved <= rules.cap &&
  (rules.soft || (standing.over === 0 && standing.estimatedOver === 0 && standing.teamsOver === 0));
