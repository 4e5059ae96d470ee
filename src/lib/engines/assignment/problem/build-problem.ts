// Builds the problem to solve from the assignment file and a user's settings: schools with their demand, units, rules.
import type { Pair, Plan, ProblemFile } from '../../../model/plan.ts';
import type { School } from '../../../model/school.ts';
import { DEFAULT_WORKLOAD, workloadOf, type WorkloadParameters } from '../../../model/workload.ts';
import type { AssignmentFile } from '../../../model/assignment/assignment-file.ts';
import { roadDemand } from './road-cost.ts';
import { pairsOf, type Part, type Ties } from '../../../model/assignment/ties.ts';
import {
  unitMinutes,
  unitsOf,
  withCurrent,
  type Criterion,
  type Naming,
  type SchoolUnit,
  type UnitSchool
} from './units.ts';

export interface AssignmentSettings {
  criteria: readonly Criterion[];
  /** Share of its target by which a load may miss it. */
  tolerance: number;
  /** A load may miss its target by more than the tolerance, at a high price. */
  soft: boolean;
  /** What is balanced: workload, or workload and travel. */
  measure: 'workload' | 'hours';
  contiguous: boolean;
  /** Largest share of pupils who may change referent; null for any. */
  change: number | null;
  /** Share by which a coordinator's pupils and meetings may miss their target; null leaves coordinators unbalanced. */
  coordinatorTolerance: number | null;
  /** Referents keep their coordinator while coordinators are balanced. */
  teamsKept: boolean;
  /** Waiting schools are assigned as well. */
  withWaiting: boolean;
  workload: WorkloadParameters;
  /** Working time of each post, in the file's order, 1 for full time; as the file has it where absent. */
  fte: readonly number[];
  /** Parts of communes, drawn and named by the user. */
  parts: readonly Part[];
  /** Schools that must have one referent, and schools that must not. */
  together: Ties;
  apart: Ties;
}

export const DEFAULT_ASSIGNMENT_SETTINGS: AssignmentSettings = {
  criteria: ['school'],
  tolerance: 0.1,
  soft: false,
  measure: 'workload',
  contiguous: false,
  change: null,
  coordinatorTolerance: null,
  teamsKept: false,
  withWaiting: false,
  workload: DEFAULT_WORKLOAD,
  fte: [],
  parts: [],
  together: [],
  apart: []
};

/** The file with the working times chosen. */
export const withTimes = (file: AssignmentFile, { fte }: Pick<AssignmentSettings, 'fte'>): AssignmentFile =>
  fte.length === 0
    ? file
    : { ...file, posts: file.posts.map((post, at) => ({ ...post, fte: fte[at] ?? post.fte })) };

/** Schools by UAI. */
export const factsOf = (schools: readonly SchoolFacts[]): ReadonlyMap<string, SchoolFacts> =>
  new Map(schools.map((school) => [school.uai, school]));

export type SchoolFacts = Pick<
  School,
  'uai' | 'name' | 'kind' | 'commune' | 'qpv' | 'network' | 'group' | 'lon' | 'lat'
>;

/** Schools to assign, with the demand of each: every school of the file that is followed, placed or not, and those that wait when asked. */
export function unitSchools(
  file: AssignmentFile,
  facts: ReadonlyMap<string, SchoolFacts>,
  { withWaiting, workload, parts }: Pick<AssignmentSettings, 'withWaiting' | 'workload' | 'parts'>
): UnitSchool[] {
  const partOf = new Map(parts.flatMap(({ name, schools }) => schools.map((uai) => [uai, name] as const)));
  return file.schools.flatMap(({ uai, pupils, meetings, waiting, assumed }): UnitSchool[] => {
    const school = facts.get(uai);
    if (!school || (waiting && !withWaiting)) return [];
    const demand = workloadOf({ pupils, meetings, children: null }, workload);
    return [
      {
        ...school,
        part: partOf.get(uai) ?? null,
        pupils,
        meetings,
        ...demand,
        ...(assumed?.includes('pupils') && { assumedPupils: true })
      }
    ];
  });
}

export interface AssignmentRules {
  /** Schools that keep their referent. */
  pinned: readonly string[];
  /** Posts that keep their schools and take no others: they and their schools are left out of the problem. */
  locked: readonly string[];
}

export const NO_RULES: AssignmentRules = { pinned: [], locked: [] };

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
  const demandOf = roadDemand(file);
  const roadTo = new Map(schools.map(({ uai, visits }) => [uai, demandOf(visits)]));
  const pupilsOf = new Map(schools.map(({ uai, pupils }) => [uai, pupils]));
  const column = new Map(file.schools.map(({ uai }, at) => [uai, at]));
  const row = new Map(file.bases.map((code, at) => [code, at]));
  const posts = withTimes(file, settings).posts.filter(({ id, fte }) => !locked.has(id) && fte > 0);
  const { units } = withCurrent(
    unitsOf(free, settings.criteria, naming).map((unit) => ({
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
      (base, uai) => file.minutes[row.get(base) ?? -1]?.[column.get(uai) ?? -1] ?? null
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
