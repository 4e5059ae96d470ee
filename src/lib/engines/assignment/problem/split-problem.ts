// From a territory's file and a user's choices to what is split: schools with their demand, units, and the problem to solve.
import type { Pair, Plan, ProblemFile } from '../../../model/plan.ts';
import type { School } from '../../../model/school.ts';
import type { SplitFile } from './split-file.ts';
import { pairsOf, type Part, type Ties } from './ties.ts';
import { unitMinutes, unitsOf, withCurrent, type Criterion, type Naming, type SchoolUnit, type UnitSchool } from './units.ts'; // prettier-ignore
import { DEFAULT_WORKLOAD, workloadOf, type WorkloadParameters } from './workload.ts';

export interface SplitSettings {
  criteria: readonly Criterion[];
  /** Share by which a load may miss its target. */
  tolerance: number;
  /** A load may miss its target by more, at a heavy price, instead of never. */
  soft: boolean;
  /** What is balanced: work alone, or work and travel. */
  measure: 'workload' | 'hours';
  contiguous: boolean;
  /** Largest share of pupils who may change referent; null for any. */
  change: number | null;
  /** Share by which a coordinator's children and meetings may miss their target; null leaves coordinators free. */
  coordinatorTolerance: number | null;
  /** Referents keep their coordinator while coordinators are balanced. */
  teamsKept: boolean;
  /** Schools that wait are split as well. */
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

export const DEFAULT_SPLIT: SplitSettings = {
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

/** The territory's file with the working times chosen. */
export const withTimes = (file: SplitFile, { fte }: Pick<SplitSettings, 'fte'>): SplitFile =>
  fte.length === 0
    ? file
    : { ...file, posts: file.posts.map((post, at) => ({ ...post, fte: fte[at] ?? post.fte })) };

/** What is known of schools, by UAI. */
export const factsOf = (schools: readonly SchoolFacts[]): ReadonlyMap<string, SchoolFacts> =>
  new Map(schools.map((school) => [school.uai, school]));

export type SchoolFacts = Pick<
  School,
  'uai' | 'name' | 'kind' | 'commune' | 'qpv' | 'network' | 'group' | 'lon' | 'lat'
>;

/** Schools to split, with what each asks for. A school without a position has no way to it, and is left out. */
export function unitSchools(
  file: SplitFile,
  facts: ReadonlyMap<string, SchoolFacts>,
  { withWaiting, workload, parts }: Pick<SplitSettings, 'withWaiting' | 'workload' | 'parts'>
): UnitSchool[] {
  const partOf = new Map(parts.flatMap(({ name, schools }) => schools.map((uai) => [uai, name] as const)));
  return file.schools.flatMap(({ uai, pupils, meetings, waiting }) => {
    const school = facts.get(uai);
    if (!school || school.lon === null || (waiting && !withWaiting)) return [];
    const asked = workloadOf({ pupils, meetings, children: null }, workload);
    return [{ ...school, part: partOf.get(uai) ?? null, pupils, meetings, ...asked }];
  });
}

/** INSEE code of each post's base, those that a trial moved among them. */
export type Bases = Readonly<Record<string, string>>;

export interface SplitRules {
  /** Schools that stay where they are. */
  pinned: readonly string[];
  /** Posts that keep their schools and take no others: they and theirs are no part of the problem. */
  locked: readonly string[];
}

export const NO_RULES: SplitRules = { pinned: [], locked: [] };

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

export interface SplitProblem {
  units: SchoolUnit[];
  problem: ProblemFile;
}

/** The problem of a plan: its units with their referent of `today`, the posts that are free, and the rules. */
export function splitProblem(
  file: SplitFile,
  schools: readonly UnitSchool[],
  today: Plan,
  settings: SplitSettings,
  { rules = NO_RULES, plan = today, bases = {}, naming }: { rules?: SplitRules; plan?: Plan; bases?: Bases; naming?: Naming } = {} // prettier-ignore
): SplitProblem {
  const shut = new Set(rules.locked);
  const free = schools.filter(({ uai }) => !shut.has(plan.referents[uai] ?? ''));
  const visitsOf = new Map(schools.map(({ uai, visits }) => [uai, visits]));
  const pupilsOf = new Map(schools.map(({ uai, pupils }) => [uai, pupils]));
  const column = new Map(file.schools.map(({ uai }, at) => [uai, at]));
  const row = new Map(file.bases.map((code, at) => [code, at]));
  const posts = withTimes(file, settings).posts.filter(({ id, fte }) => !shut.has(id) && fte > 0);
  const { units } = withCurrent(
    unitsOf(free, settings.criteria, naming),
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
    problem: {
      units,
      referents: posts.map(({ id, fte, coordinator }) => ({
        ...{ id, fte, base: null },
        coordinator: plan.coordinators[id] ?? coordinator
      })),
      minutes: unitMinutes(
        units,
        posts.map(({ id, base }) => bases[id] ?? base),
        (uai) => visitsOf.get(uai) ?? 0,
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
    }
  };
}
