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

/** What loads miss a band by, and the largest deviation. @param roads minutes of each post; those of the estimate without */
function missOf(
  { shares, tolerance, isByHours }: Rules,
  parts: readonly PostPart[],
  roads: ArrayLike<number> | null
): { over: number; deviation: number } {
  let whole = 0;
  for (let j = 0; j < parts.length; j++) whole += loadOf(j);
  let [over, deviation] = [0, 0];
  for (let j = 0; j < parts.length; j++) {
    const target = shares[j]! * whole;
    const load = loadOf(j);
    const size = target > 0 ? Math.abs(load / target - 1) : load > 0 ? UNWANTED : 0;
    if (size > deviation) deviation = size;
    if (size > tolerance + 1e-9) over += size - tolerance;
  }
  return { over, deviation };

  function loadOf(j: number): number {
    const { work, travel } = parts[j]!;
    return isByHours ? work + (roads ? roads[j]! : travel) : work;
  }
}

/** By the solver's estimate alone, which costs nothing: before any tour is computed. */
export const estimatedOver = (rules: Rules, parts: readonly PostPart[]): number =>
  missOf(rules, parts, null).over;

/** What of a standing needs no road. */
export type Roadless = Pick<Standing, 'estimatedOver' | 'teamsOver' | 'broken'>;

/** @param roads minutes of each post */
export function standingBy(
  rules: Rules,
  parts: readonly PostPart[],
  roads: ArrayLike<number>,
  { estimatedOver, teamsOver, broken }: Roadless
): Standing {
  let [road, moved] = [0, 0];
  for (let j = 0; j < parts.length; j++) {
    road += roads[j]!;
    moved += parts[j]!.moved;
  }
  const { over, deviation } = missOf(rules, parts, roads);
  return { road, deviation, moved, over, estimatedOver, teamsOver, broken };
}

/** What coordinators miss their bands by, in shares of targets added. */
export const teamsOverOf = (rules: Rules, parts: readonly PostPart[]): number =>
  rules.teams ? bestGrouping(rules.teams, teamSums(rules, parts)).missed : 0;

/** The standing of a plan. @param all what computes roads */
export function standingOf(all: Parts, parts: readonly PostPart[]): Standing {
  const { rules } = all;
  return standingBy(
    rules,
    parts,
    parts.map((part) => all.road(part)),
    {
      estimatedOver: estimatedOver(rules, parts),
      teamsOver: teamsOverOf(rules, parts),
      broken: parts.reduce((sum, part) => sum + all.broken(part), 0)
    }
  );
}

/** What coordinators share, per measure, of each post. */
export const teamSums = ({ measures }: Rules, parts: readonly PostPart[]): Float64Array[] =>
  measures.map((_, at) => Float64Array.from(parts, (part) => part.measures[at]!));

/** Whether a plan keeps every rule; with soft bands, every rule but the bands. */
export const keepsRules = (rules: Rules, standing: Standing): boolean =>
  standing.broken === 0 &&
  standing.moved <= rules.cap &&
  (rules.soft || (standing.over === 0 && standing.estimatedOver === 0 && standing.teamsOver === 0));
