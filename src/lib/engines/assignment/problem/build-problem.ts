// Builds the problem to solve from the assignment file and a user's settings: schools with their demand, units, rules.
import type { Pair, Plan, ProblemFile } from '../../../model/plan.ts';
import { countedChildren, workloadOf, homeVisitsOf } from '../../../model/workload.ts';
import type { AssignmentFile } from '../../../model/assignment/assignment-file.ts';
import { atPeak } from '../../../model/travel/travel-settings.ts';
import { roadDemand } from './road-cost.ts';
import { pairsOf } from '../../../model/assignment/ties.ts';
import { unitMinutes, unitsOf, withCurrent, type Naming, type SchoolUnit } from './units.ts';
import {
  NO_RULES,
  withTimes,
  type AssignmentRules,
  type AssignmentSettings,
  type SchoolFacts,
  type UnitSchool
} from '../../../model/assignment/settings.ts';

/** Schools by UAI. */
export const factsOf = (schools: readonly SchoolFacts[]): ReadonlyMap<string, SchoolFacts> =>
  new Map(schools.map((school) => [school.uai, school]));

/** Schools to assign, with the demand of each: every school of the file that is followed, placed or not, and those that wait when asked. */
export function unitSchools(
  file: AssignmentFile,
  facts: ReadonlyMap<string, SchoolFacts>,
  { withWaiting, workload, parts }: Pick<AssignmentSettings, 'withWaiting' | 'workload' | 'parts'>
): UnitSchool[] {
  const partOf = new Map(parts.flatMap(({ name, schools }) => schools.map((uai) => [uai, name] as const)));
  return file.schools.flatMap((known): UnitSchool[] => {
    const { uai, pupils, meetings, waiting, assumed } = known;
    const school = facts.get(uai);
    if (!school || (waiting && !withWaiting)) return [];
    return [
      {
        ...school,
        part: partOf.get(uai) ?? null,
        pupils,
        meetings,
        ...homeVisitsOf(known),
        children: countedChildren(known, workload),
        ...workloadOf(known, workload),
        ...(assumed?.includes('pupils') && { assumedPupils: true })
      }
    ];
  });
}

/** Pairs of units whose schools touch. */
function touchingUnits(units: readonly SchoolUnit[], neighbours: readonly Pair[]): Pair[] {
  const unitOf = new Map(units.flatMap(({ id, schools }) => schools.map((uai) => [uai, id] as const)));
  const pairs = new Map<string, Pair>();
  for (const [a, b] of neighbours) {
    const [x, y] = [unitOf.get(a), unitOf.get(b)];
    if (x === undefined || y === undefined || x === y) continue;
    const pair: Pair = x < y ? [x, y] : [y, x];
    pairs.set(pair.join('|'), pair);
  }
  return [...pairs.values()];
}

/** A problem whose units are groups of schools. */
export interface SchoolProblem extends ProblemFile {
  units: readonly SchoolUnit[];
}

export interface BuildOptions {
  rules?: AssignmentRules;
  /** The plan on screen, that pins and locks refer to; today's by default. */
  plan?: Plan;
  naming?: Naming;
}

/**
 * The problem of assigning schools, whose travel is on the scale of tours (`roadDemand`), grouped into units with their referent of `today`, to the posts that are not locked, under the rules.
 *
 * @param schools as `unitSchools` gives them
 */
export function buildProblem(
  file: AssignmentFile,
  schools: readonly UnitSchool[],
  today: Plan,
  settings: AssignmentSettings,
  { rules = NO_RULES, plan = today, naming }: BuildOptions = {}
): SchoolProblem {
  const locked = new Set(rules.locked);
  const free = schools.filter(({ uai }) => !locked.has(plan.referents[uai] ?? ''));
  const demandOf = roadDemand(file, settings.road);
  const roadTo = new Map(schools.map((school) => [school.uai, demandOf(school)]));
  const pupilsOf = new Map(schools.map(({ uai, pupils }) => [uai, pupils]));
  const column = new Map(file.schools.map(({ uai }, at) => [uai, at]));
  const row = new Map(file.bases.map((code, at) => [code, at]));
  const posts = withTimes(file, settings).posts.filter(({ id, fte }) => !locked.has(id) && fte > 0);
  const { units } = withCurrent(
    unitsOf(free, settings.criteria, naming, settings.communeCriteria).map((unit) => ({
      ...unit,
      visits: unit.schools.reduce((sum, uai) => sum + (roadTo.get(uai)?.visits ?? 0), 0),
      stopMinutes: unit.schools.reduce((sum, uai) => sum + (roadTo.get(uai)?.stopMinutes ?? 0), 0)
    })),
    today,
    (uai) => pupilsOf.get(uai) ?? 0
  );
  const unitOf = new Map(units.flatMap(({ id, schools: own }) => own.map((uai) => [uai, id] as const)));
  const pair = ([a, b]: Pair): Pair[] => {
    const [x, y] = [unitOf.get(a), unitOf.get(b)];
    return x !== undefined && y !== undefined && x !== y ? [[x, y]] : [];
  };
  const total = units.reduce((sum, { pupils }) => sum + pupils, 0);
  const pins = new Map<string, Pair>();
  for (const uai of rules.pinned) {
    const [unit, post] = [unitOf.get(uai), plan.referents[uai]];
    if (unit !== undefined && post !== undefined) pins.set(unit, [unit, post]);
  }
  return {
    units,
    referents: posts.map(({ id, fte, coordinator }) => ({
      id,
      fte,
      base: null,
      coordinator: plan.coordinators[id] ?? coordinator
    })),
    minutes: unitMinutes(
      units,
      posts.map(({ base }) => base),
      (uai) => roadTo.get(uai)?.visits ?? 0,
      (base, uai) => atPeak(file.minutes[row.get(base) ?? -1]?.[column.get(uai) ?? -1] ?? null, settings.road)
    ),
    tolerance: settings.tolerance,
    soft: settings.soft,
    pins: [...pins.values()],
    apart: pairsOf('apart', settings.apart).flatMap(pair),
    together: pairsOf('together', settings.together).flatMap(pair),
    neighbours: touchingUnits(units, file.neighbours),
    contiguous: settings.contiguous,
    maxPupilsMoved: settings.change === null ? null : Math.floor(settings.change * total),
    stability: 0,
    coordinatorTolerance: settings.coordinatorTolerance
  };
}
