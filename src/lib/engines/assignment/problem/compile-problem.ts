// Compiles a problem file into arrays ready to be solved: units and referents in order of id, whole costs, bands of loads.
import type { Measure, Pair, ProblemFile, Rule } from '../../../model/plan.ts';

/** A weighted sum of the units that some referents take, and the bounds it must keep. */
export interface Band {
  rule: Rule;
  /** Referents whose units count. */
  members: readonly number[];
  /** Weight of unit i with referent j, at `i * m + j`. */
  weight: Float64Array;
  lower: number;
  upper: number;
  /** The members' target, as a share of the total. */
  share: number;
  /** Load of the members, and of all, beside the problem's units: the schools of locked posts. */
  held?: number;
  heldByAll?: number;
  /** Set where the bounds are relative to the plan's own total (hours) instead of fixed: the tolerance around it. */
  relativeTolerance?: number;
}

/** Indices: unit i of n, referent j of m; tables of both at `i * m + j`. */
export interface Problem {
  /** The file that was compiled, in canonical order, without the rules dropped. */
  readonly file: ProblemFile;
  readonly n: number;
  readonly m: number;
  readonly units: readonly string[];
  readonly referents: readonly string[];
  /** Tenths of a minute a week of unit i with referent j, whole; Infinity where there is no way. */
  readonly travel: Float64Array;
  /** Travel and the price of a change of referent: the objective. */
  readonly cost: Float64Array;
  /** Minutes one way. */
  readonly minutes: Float64Array;
  /** Minutes a week. */
  readonly workload: Float64Array;
  readonly pupils: Float64Array;
  /** Referent today, -1 for none. */
  readonly current: Int32Array;
  /** Workload of each referent that would be proportional to its post, minutes a week. */
  readonly targets: Float64Array;
  readonly bands: readonly Band[];
  /** [unit, referent] */
  readonly pins: readonly (readonly [number, number])[];
  /** [unit, unit] */
  readonly apart: readonly (readonly [number, number])[];
  readonly together: readonly (readonly [number, number])[];
  /** Pairs of units that must be under one coordinator. */
  readonly sameCoordinator: readonly (readonly [number, number])[];
  /** Coordinator of each referent as a number, -1 for none. */
  readonly coordinator: Int32Array;
  readonly neighbours: readonly (readonly number[])[];
  readonly contiguous: boolean;
  /** Most pupils who may change referent. */
  readonly cap: number | null;
  readonly soft: boolean;
  /** Units exempt from contiguity, and units that may stay without a referent. */
  readonly freed: ReadonlySet<number>;
  readonly unassigned: ReadonlySet<number>;
  /** Every cost is whole, so that a bound may be rounded up. */
  readonly whole: boolean;
}

/** What a problem is compiled for, beside its file. */
export interface CompileOptions {
  /** What referents are balanced on; `workload` by default. */
  balance?: 'workload' | 'hours';
  /** What coordinators are balanced on; `workload` by default. */
  coordinatorMeasures?: readonly Exclude<Measure, 'hours'>[];
  /** Share of the total that each coordinator should have; that of its referents' posts by default. */
  coordinatorShares?: Readonly<Record<string, number>>;
  /** What each coordinator has beside the problem's units: the schools of its locked posts. */
  coordinatorHeld?: Readonly<Record<string, Readonly<Record<Exclude<Measure, 'hours'>, number>>>>;
  /** Pairs of units (of one commune, of one team) that must be under one coordinator. */
  sameCoordinator?: readonly Pair[];
  /** Tenths of a minute that unit i costs the coordinator of referent j, at `i * m + j` in order of id. */
  coordinatorCost?: Float64Array;
  /** Rules left out, as a relaxation names them. */
  dropped?: readonly Rule[];
}

const EPSILON = 1e-9;
const orderById = <Row extends { id: string }>(rows: readonly Row[]) =>
  rows.map((_, at) => at).sort((a, b) => (rows[a]!.id < rows[b]!.id ? -1 : 1));

/** Rows in order of id and pairs in order, so that no result depends on the order of a file. */
export function canonical(file: ProblemFile): ProblemFile {
  const unitOrder = orderById(file.units);
  const referentOrder = orderById(file.referents);
  const pairs = (list: readonly Pair[], directed = false): Pair[] => {
    const kept = new Map(
      list.map(([a, b]) => (directed || a < b ? [a, b] : [b, a]) as Pair).map((p) => [p.join('\n'), p])
    );
    return [...kept.keys()].sort().map((key) => kept.get(key)!);
  };
  return {
    ...file,
    units: unitOrder.map((i) => file.units[i]!),
    referents: referentOrder.map((j) => file.referents[j]!),
    minutes: referentOrder.map((j) => unitOrder.map((i) => file.minutes[j]![i]!)),
    pins: pairs(file.pins, true),
    apart: pairs(file.apart),
    together: pairs(file.together),
    neighbours: pairs(file.neighbours)
  };
}

/** Bounds `(1 ± tolerance) target`, drawn in to whole numbers when all weights are whole. */
export function bounds(
  target: number,
  tolerance: number,
  weight: Float64Array
): { lower: number; upper: number } {
  const [lower, upper] = [Math.max(0, (1 - tolerance) * target), (1 + tolerance) * target];
  const whole = { lower: Math.ceil(lower - EPSILON), upper: Math.floor(upper + EPSILON) };
  return weight.every(Number.isInteger) && whole.lower <= whole.upper ? whole : { lower, upper };
}

const isSamePair = ([a, b]: Pair, [c, d]: Pair) => (a === c && b === d) || (a === d && b === c);

function keptPairs(
  pairs: readonly Pair[],
  kind: 'apart' | 'together' | 'sameCoordinator',
  dropped: readonly Rule[] = []
): Pair[] {
  const droppedPairs = dropped.flatMap((rule) => (rule.rule === kind ? [rule.units] : []));
  return pairs.filter((pair) => !droppedPairs.some((other) => isSamePair(pair, other)));
}

/** The file without some of its rules. */
function withoutRules(file: ProblemFile, dropped: readonly Rule[]): ProblemFile {
  const pins = dropped.flatMap((rule) => (rule.rule === 'pin' ? [`${rule.unit}\n${rule.referent}`] : []));
  return {
    ...file,
    pins: file.pins.filter((pin) => !pins.includes(pin.join('\n'))),
    apart: keptPairs(file.apart, 'apart', dropped),
    together: keptPairs(file.together, 'together', dropped)
  };
}

function unitsOfDropped(
  kind: 'contiguous' | 'assigned',
  unitAt: ReadonlyMap<string, number>,
  dropped: readonly Rule[] = []
): Set<number> {
  return new Set(dropped.flatMap((rule) => (rule.rule === kind ? [unitAt.get(rule.unit ?? '') ?? -1] : [])));
}

/** Compiles a problem. The order of rows in the file does not matter. */
export function compileProblem(given: ProblemFile, options: CompileOptions = {}): Problem {
  const file = withoutRules(canonical(given), options.dropped ?? []);
  const [n, m] = [file.units.length, file.referents.length];
  const units = file.units.map(({ id }) => id);
  const referents = file.referents.map(({ id }) => id);
  const unitAt = new Map(units.map((id, i) => [id, i]));
  const referentAt = new Map(referents.map((id, j) => [id, j]));
  const pair = ([a, b]: Pair): readonly [number, number] => [unitAt.get(a)!, unitAt.get(b)!];

  const table = (figure: (i: number, j: number) => number) =>
    Float64Array.from({ length: n * m }, (_, at) => figure(Math.floor(at / m), at % m));
  const pupils = Float64Array.from(file.units, (unit) => unit.pupils);
  const workload = Float64Array.from(file.units, (unit) => unit.workload);
  const current = Int32Array.from(file.units, (unit) => referentAt.get(unit.current ?? '') ?? -1);
  const minutes = table((i, j) => file.minutes[j]![i] ?? Infinity);
  const travel = table((i, j) => {
    const oneWay = minutes[i * m + j]!;
    const { visits, stopMinutes = 0 } = file.units[i]!;
    return oneWay === Infinity ? Infinity : Math.round(20 * visits * oneWay + 10 * stopMinutes);
  });
  const changes = (i: number, j: number) => (current[i] !== -1 && current[i] !== j ? pupils[i]! : 0);
  const cost = table(
    (i, j) =>
      travel[i * m + j]! + file.stability * changes(i, j) + (options.coordinatorCost?.[i * m + j] ?? 0)
  );

  const posts = file.referents.reduce((sum, { fte }) => sum + fte, 0);
  const shares = file.referents.map(({ fte }) => fte / posts);
  const total = workload.reduce((sum, one) => sum + one, 0);
  const targets = Float64Array.from(shares, (share) => share * total);
  const byWorkload = table((i) => workload[i]!);
  const byHours = () => table((i, j) => workload[i]! + travel[i * m + j]! / 10);
  const own =
    options.balance === 'hours'
      ? hourBands(file, shares, byHours())
      : workloadBands(file, shares, targets, workload, byWorkload);
  const { names, of } = coordinatorsOf(file);
  const neighbours: number[][] = units.map(() => []);
  for (const [a, b] of file.neighbours.map(pair)) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  return {
    file,
    n,
    m,
    units,
    referents,
    travel,
    cost,
    minutes,
    workload,
    pupils,
    current,
    targets,
    bands: [
      ...own,
      ...coordinatorBands(file, options, shares, { names, of }, (measure) =>
        measure === 'workload' ? byWorkload : table((i) => file.units[i]![measure] ?? 0)
      )
    ],
    pins: file.pins.map(([unit, referent]) => [unitAt.get(unit)!, referentAt.get(referent)!] as const),
    apart: file.apart.map(pair),
    together: file.together.map(pair),
    sameCoordinator: keptPairs(options.sameCoordinator ?? [], 'sameCoordinator', options.dropped).map(pair),
    coordinator: of,
    neighbours,
    contiguous: file.contiguous,
    cap: file.maxPupilsMoved,
    soft: file.soft,
    freed: unitsOfDropped('contiguous', unitAt, options.dropped),
    unassigned: unitsOfDropped('assigned', unitAt, options.dropped),
    whole: cost.every((one) => one === Infinity || Number.isInteger(one))
  };
}

function coordinatorsOf({ referents }: ProblemFile): { names: string[]; of: Int32Array } {
  const names = [...new Set(referents.flatMap(({ coordinator }) => coordinator ?? []))].sort();
  return { names, of: Int32Array.from(referents, ({ coordinator }) => names.indexOf(coordinator ?? '')) };
}

function workloadBands(
  { referents, tolerance }: ProblemFile,
  shares: readonly number[],
  targets: Float64Array,
  workload: Float64Array,
  weight: Float64Array
): Band[] {
  return referents.map(({ id }, j) => ({
    rule: { rule: 'tolerance', referent: id },
    members: [j],
    weight,
    share: shares[j]!,
    ...bounds(targets[j]!, tolerance, workload)
  }));
}

function hourBands(
  { referents, tolerance }: ProblemFile,
  shares: readonly number[],
  weight: Float64Array
): Band[] {
  return referents.map(({ id }, j) => ({
    rule: { rule: 'tolerance', referent: id },
    members: [j],
    weight,
    lower: 0,
    upper: Infinity,
    share: shares[j]!,
    relativeTolerance: tolerance
  }));
}

function coordinatorBands(
  { units, coordinatorTolerance }: ProblemFile,
  { coordinatorMeasures = ['workload'], coordinatorShares, coordinatorHeld = {} }: CompileOptions,
  shares: readonly number[],
  { names, of }: { names: readonly string[]; of: Int32Array },
  weightOf: (measure: Exclude<Measure, 'hours'>) => Float64Array
): Band[] {
  if (coordinatorTolerance === null) return [];
  return coordinatorMeasures.flatMap((measure) => {
    const values = Float64Array.from(units, (unit) => unit[measure] ?? 0);
    const heldByAll = Object.values(coordinatorHeld).reduce((sum, one) => sum + one[measure], 0);
    const total = values.reduce((sum, one) => sum + one, heldByAll);
    const weight = weightOf(measure);
    return names.map((coordinator, c): Band => {
      const members = shares.flatMap((_, j) => (of[j] === c ? [j] : []));
      const share = coordinatorShares?.[coordinator] ?? members.reduce((sum, j) => sum + shares[j]!, 0);
      const held = coordinatorHeld[coordinator]?.[measure] ?? 0;
      const { lower, upper } = bounds(share * total, coordinatorTolerance, values);
      return {
        rule: { rule: 'coordinatorTolerance', coordinator, measure },
        members,
        weight,
        lower: Math.max(0, lower - held),
        upper: upper - held,
        share,
        held,
        heldByAll
      };
    });
  });
}

/** Referent of each unit by number, from names; -1 where a unit has none. */
export function assignmentOf(problem: Problem, named: Readonly<Record<string, string>>): Int32Array {
  const at = new Map(problem.referents.map((id, j) => [id, j]));
  return Int32Array.from(problem.units, (id) => at.get(named[id] ?? '') ?? -1);
}

/** unit -> referent, in order of unit. */
export function namedAssignment(
  { units, referents }: Pick<Problem, 'units' | 'referents'>,
  assignment: ArrayLike<number>
): Record<string, string> {
  return Object.fromEntries(
    units.flatMap((id, i) => (assignment[i]! >= 0 ? [[id, referents[assignment[i]!]!] as const] : []))
  );
}

/** The objective of a plan, tenths of a minute a week. */
export function objectiveOf({ cost, m }: Problem, assignment: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < assignment.length; i++) if (assignment[i]! >= 0) sum += cost[i * m + assignment[i]!]!;
  return sum;
}

/** Workload of each referent, minutes a week, travel apart. */
export function loadsOf({ m, workload }: Problem, assignment: ArrayLike<number>): Float64Array {
  const loads = new Float64Array(m);
  for (let i = 0; i < assignment.length; i++) if (assignment[i]! >= 0) loads[assignment[i]!]! += workload[i]!;
  return loads;
}

/** The same by name, to a millionth. */
export function namedLoads(problem: Problem, assignment: ArrayLike<number>): Record<string, number> {
  const loads = loadsOf(problem, assignment);
  return Object.fromEntries(problem.referents.map((id, j) => [id, Math.round(loads[j]! * 1e6) / 1e6]));
}
