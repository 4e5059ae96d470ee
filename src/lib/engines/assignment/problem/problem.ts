// A problem ready to be solved: units and referents in order of id, whole costs, and the bands that loads must lie in.
import type { Measure, Pair, ProblemFile, Rule } from '../../../model/plan.ts';

/** A weighted sum of what some referents take, and the bounds it must keep. */
export interface Band {
  rule: Rule;
  /** Referents whose units count. */
  members: readonly number[];
  /** Weight of unit i with referent j, at `i * m + j`. */
  weight: Float64Array;
  lower: number;
  upper: number;
  /** Share of the whole that is the members' target. */
  of: number;
  /** What the members, and all, carry beside the units of the problem: the schools of posts that are locked. */
  base?: number;
  rest?: number;
  /** Set where the bounds follow the plan's own total (hours), by this tolerance. */
  around?: number;
}

export interface Problem {
  readonly file: ProblemFile;
  readonly n: number;
  readonly m: number;
  readonly units: readonly string[];
  readonly referents: readonly string[];
  /** Tenths of a minute a week of unit i with referent j at `i * m + j`, whole; Infinity where there is no way. */
  readonly travel: Float64Array;
  /** Travel and the price of a change of referent: the objective. */
  readonly cost: Float64Array;
  /** Minutes one way, at `i * m + j`. */
  readonly minutes: Float64Array;
  readonly workload: Float64Array;
  readonly pupils: Float64Array;
  /** Referent today, -1 for none. */
  readonly current: Int32Array;
  /** Minutes a week. */
  readonly targets: Float64Array;
  readonly bands: readonly Band[];
  /** [unit, referent], [unit, unit] */
  readonly pins: readonly (readonly [number, number])[];
  readonly apart: readonly (readonly [number, number])[];
  readonly together: readonly (readonly [number, number])[];
  /** Pairs of units that must be under one coordinator. */
  readonly sameCoordinator: readonly (readonly [number, number])[];
  /** Coordinator of each referent as a number, -1 for none. */
  readonly coordinator: Int32Array;
  readonly neighbours: readonly (readonly number[])[];
  readonly contiguous: boolean;
  readonly cap: number | null;
  readonly soft: boolean;
  /** Units that need not lean on a neighbour, and units that may stay without a referent. */
  readonly freed: ReadonlySet<number>;
  readonly unassigned: ReadonlySet<number>;
  /** Every cost is whole, so that a bound may be rounded up. */
  readonly whole: boolean;
}

export interface ProblemOptions {
  /** What referents are balanced on; `workload` unless told. */
  balance?: 'workload' | 'hours';
  /** What coordinators are balanced on; `workload` unless told. */
  coordinatorMeasures?: readonly Exclude<Measure, 'hours'>[];
  /** Share of the whole that each coordinator should have; that of its referents' posts unless told. */
  coordinatorShares?: Readonly<Record<string, number>>;
  /** What each coordinator has beside the problem's units: the schools of its posts that are locked. */
  coordinatorHeld?: Readonly<Record<string, Readonly<Record<Exclude<Measure, 'hours'>, number>>>>;
  /** Pairs of units (of one commune, of one team) that must be under one coordinator. */
  sameCoordinator?: readonly Pair[];
  /** Tenths of a minute that unit i costs the coordinator of referent j, at `i * m + j` in order of id. */
  coordinatorCost?: Float64Array;
  /** Rules left out, as a relaxation names them. */
  dropped?: readonly Rule[];
}

const EPSILON = 1e-9;
const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
  rows.map((_, at) => at).sort((a, b) => (rows[a]!.id < rows[b]!.id ? -1 : 1));

/** Puts rows in order of id and pairs in order, so that nothing that follows depends on the order of a file. */
export function canonical(file: ProblemFile): ProblemFile {
  const unitOrder = byId(file.units);
  const referentOrder = byId(file.referents);
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

/** Bounds of `(1 ± tolerance) target`, drawn in to whole numbers when all weights are whole. */
export function bounds(
  target: number,
  tolerance: number,
  weight: Float64Array
): { lower: number; upper: number } {
  const [lower, upper] = [Math.max(0, (1 - tolerance) * target), (1 + tolerance) * target];
  const whole = { lower: Math.ceil(lower - EPSILON), upper: Math.floor(upper + EPSILON) };
  return weight.every(Number.isInteger) && whole.lower <= whole.upper ? whole : { lower, upper };
}

const samePair = ([a, b]: Pair, [c, d]: Pair) => (a === c && b === d) || (a === d && b === c);

function keptPairs(
  pairs: readonly Pair[],
  kind: 'apart' | 'together' | 'sameCoordinator',
  dropped: readonly Rule[] = []
): Pair[] {
  const left = dropped.flatMap((rule) => (rule.rule === kind ? [rule.units] : []));
  return pairs.filter((pair) => !left.some((other) => samePair(pair, other)));
}

/** The file without some of its rules. */
function without(file: ProblemFile, dropped: readonly Rule[]): ProblemFile {
  const pins = dropped.flatMap((rule) => (rule.rule === 'pin' ? [`${rule.unit}\n${rule.referent}`] : []));
  return {
    ...file,
    pins: file.pins.filter((pin) => !pins.includes(pin.join('\n'))),
    apart: keptPairs(file.apart, 'apart', dropped),
    together: keptPairs(file.together, 'together', dropped)
  };
}

function unitsIn(
  kind: 'contiguous' | 'assigned',
  unitAt: ReadonlyMap<string, number>,
  dropped: readonly Rule[] = []
): Set<number> {
  return new Set(dropped.flatMap((rule) => (rule.rule === kind ? [unitAt.get(rule.unit ?? '') ?? -1] : [])));
}

/** Compiles a problem. Rows may come in any order; the problem is the same. */
export function problemOf(given: ProblemFile, options: ProblemOptions = {}): Problem {
  const file = without(canonical(given), options.dropped ?? []);
  const [n, m] = [file.units.length, file.referents.length];
  const units = file.units.map(({ id }) => id);
  const referents = file.referents.map(({ id }) => id);
  const unitAt = new Map(units.map((id, i) => [id, i]));
  const referentAt = new Map(referents.map((id, j) => [id, j]));
  const pair = ([a, b]: Pair): readonly [number, number] => [unitAt.get(a)!, unitAt.get(b)!];

  const table = (figure: (i: number, j: number) => number) =>
    Float64Array.from({ length: n * m }, (_, at) => figure(Math.floor(at / m), at % m));
  const pupils = Float64Array.from(file.units, ({ pupils }) => pupils);
  const workload = Float64Array.from(file.units, ({ workload }) => workload);
  const current = Int32Array.from(file.units, ({ current }) => referentAt.get(current ?? '') ?? -1);
  const minutes = table((i, j) => file.minutes[j]![i] ?? Infinity);
  const travel = table((i, j) => {
    const one = minutes[i * m + j]!;
    return one === Infinity ? Infinity : Math.round(20 * file.units[i]!.visits * one);
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
  const plain = table((i) => workload[i]!);
  const bands: Band[] =
    options.balance === 'hours'
      ? hourBands(table, referents, shares, workload, travel, file.tolerance, m)
      : referents.map((referent, j) => ({
          rule: { rule: 'tolerance', referent },
          members: [j],
          weight: plain,
          of: shares[j]!,
          ...bounds(targets[j]!, file.tolerance, workload)
        }));
  const { names, of } = coordinatorsOf(file);
  if (file.coordinatorTolerance !== null) {
    for (const measure of options.coordinatorMeasures ?? (['workload'] as const)) {
      const values = Float64Array.from(file.units, (unit) => unit[measure] ?? 0);
      const held = options.coordinatorHeld ?? {};
      const rest = Object.values(held).reduce((sum, one) => sum + one[measure], 0);
      const all = values.reduce((sum, one) => sum + one, rest);
      const weight = measure === 'workload' ? plain : table((i) => values[i]!);
      names.forEach((coordinator, c) => {
        const members = referents.flatMap((_, j) => (of[j] === c ? [j] : []));
        const share =
          options.coordinatorShares?.[coordinator] ?? members.reduce((sum, j) => sum + shares[j]!, 0);
        const base = held[coordinator]?.[measure] ?? 0;
        const { lower, upper } = bounds(share * all, file.coordinatorTolerance!, values);
        bands.push({
          rule: { rule: 'coordinatorTolerance', coordinator, measure },
          ...{ members, weight, of: share, base, rest },
          ...{ lower: Math.max(0, lower - base), upper: upper - base }
        });
      });
    }
  }
  const neighbours: number[][] = units.map(() => []);
  for (const [a, b] of file.neighbours.map(pair)) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  return {
    ...{ file, n, m, units, referents, travel, cost, minutes, workload, pupils, current, targets, bands },
    pins: file.pins.map(([unit, referent]) => [unitAt.get(unit)!, referentAt.get(referent)!] as const),
    apart: file.apart.map(pair),
    together: file.together.map(pair),
    sameCoordinator: keptPairs(options.sameCoordinator ?? [], 'sameCoordinator', options.dropped).map(pair),
    coordinator: of,
    neighbours,
    contiguous: file.contiguous,
    cap: file.maxPupilsMoved,
    soft: file.soft,
    freed: unitsIn('contiguous', unitAt, options.dropped),
    unassigned: unitsIn('assigned', unitAt, options.dropped),
    whole: cost.every((one) => one === Infinity || Number.isInteger(one))
  };
}

function coordinatorsOf({ referents }: ProblemFile): { names: string[]; of: Int32Array } {
  const names = [...new Set(referents.flatMap(({ coordinator }) => coordinator ?? []))].sort();
  return { names, of: Int32Array.from(referents, ({ coordinator }) => names.indexOf(coordinator ?? '')) };
}

function hourBands(
  table: (figure: (i: number, j: number) => number) => Float64Array,
  referents: readonly string[],
  shares: readonly number[],
  workload: Float64Array,
  travel: Float64Array,
  tolerance: number,
  m: number
): Band[] {
  const weight = table((i, j) => workload[i]! + travel[i * m + j]! / 10);
  return referents.map((referent, j) => ({
    rule: { rule: 'tolerance', referent },
    ...{ members: [j], weight, lower: 0, upper: Infinity },
    ...{ of: shares[j]!, around: tolerance }
  }));
}

/** Assignment by number, from names; -1 where a unit has no referent. */
export function assignmentOf(problem: Problem, named: Readonly<Record<string, string>>): Int32Array {
  const at = new Map(problem.referents.map((id, j) => [id, j]));
  return Int32Array.from(problem.units, (id) => at.get(named[id] ?? '') ?? -1);
}

/** Assignment by name, in order of unit. */
export function namedAssignment(problem: Problem, assignment: ArrayLike<number>): Record<string, string> {
  return Object.fromEntries(
    problem.units.flatMap((id, i) =>
      assignment[i]! >= 0 ? [[id, problem.referents[assignment[i]!]!] as const] : []
    )
  );
}

/** The objective of a whole plan, tenths of a minute. */
export function objectiveOf({ cost, m }: Problem, assignment: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < assignment.length; i++) if (assignment[i]! >= 0) sum += cost[i * m + assignment[i]!]!;
  return sum;
}
