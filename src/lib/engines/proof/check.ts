// Verifies a plan, and every claim of a result, against the problem file alone. It shares no code with the solver, so that no error is common to both.
import type {
  AssignmentResult,
  Measure,
  Pair,
  ProblemFile,
  Relaxed,
  Rule,
  TeamBalance
} from '../../model/plan.ts';

/** What was requested beside the file. */
export interface CheckOptions {
  /** What referents are balanced on; `workload` by default. */
  balance?: 'workload' | 'hours';
  /** Coordinators to be balanced on pupils and meetings. */
  teams?: TeamBalance | null;
  /** referent -> coordinator in the plan; by default those of `teams`, or else of the file. */
  coordinators?: Readonly<Record<string, string>>;
  /** Units that need not lie in one piece with their sector. */
  exempted?: ReadonlySet<string>;
}

export interface Breach {
  rule: Rule;
  /** By how much: minutes, pupils or meetings; 1 for a rule that is either kept or not. */
  by: number;
}

export interface CheckedPlan {
  /** Tenths of a minute a week: travel, and the price of changes. */
  objective: number;
  /** Tenths of a minute a week. */
  travel: number;
  /** referent -> minutes a week, travel apart */
  loads: Record<string, number>;
  pupilsMoved: number;
  /** Sum of what lies outside the bands: minutes for referents; minutes, pupils and meetings for coordinators. */
  outside: number;
  breaches: Breach[];
}

/** Relative tolerance of sums of fractions. */
const SLACK = 1e-6;
/** Price of a minute, pupil or meeting outside a band, in tenths of a minute, where excess is priced. */
const PRICE = 1000;

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/**
 * Recomputes a plan's figures and tests every rule of the file.
 *
 * @param assignment unit -> referent; a unit without a referent, or with an unknown one, is a breach
 */
export function checkPlan(
  file: ProblemFile,
  assignment: Readonly<Record<string, string>>,
  options: CheckOptions = {}
): CheckedPlan {
  const referentAt = new Map(file.referents.map(({ id }, j) => [id, j]));
  const unitAt = new Map(file.units.map(({ id }, i) => [id, i]));
  const plan = new Map(Object.entries(assignment));
  const at = file.units.map(({ id }) => referentAt.get(plan.get(id) ?? '') ?? -1);
  const breaches: Breach[] = [];
  const breach = (rule: Rule, by = 1) => void breaches.push({ rule, by });
  let travel = 0;
  let pupilsMoved = 0;
  const loads = file.referents.map(() => 0);
  const total = sum(file.units.map(({ workload }) => workload));
  file.units.forEach((unit, i) => {
    const j = at[i]!;
    const minutes = j === -1 ? null : file.minutes[j]![i]!;
    if (minutes === null) return breach({ rule: 'assigned', unit: unit.id });
    travel += Math.round(20 * unit.visits * minutes + 10 * (unit.stopMinutes ?? 0));
    loads[j]! += unit.workload;
    const before = referentAt.get(unit.current ?? '');
    if (before !== undefined && before !== j) pupilsMoved += unit.pupils;
  });
  let outside = 0;
  for (const { rule, by } of [...referentBands(file, at, options), ...coordinatorBands(file, at, options)]) {
    outside += by;
    if (by > SLACK * Math.max(1, total) && !file.soft) breach(rule, by);
  }
  for (const [unit, referent] of file.pins) {
    if (plan.get(unit) !== referent) breach({ rule: 'pin', unit, referent });
  }
  const places = ([a, b]: Pair) => [at[unitAt.get(a)!]!, at[unitAt.get(b)!]!] as const;
  for (const units of file.apart) {
    const [a, b] = places(units);
    if (a !== -1 && a === b) breach({ rule: 'apart', units });
  }
  for (const units of file.together) {
    const [a, b] = places(units);
    if (a !== b) breach({ rule: 'together', units });
  }
  if (file.maxPupilsMoved !== null && pupilsMoved > file.maxPupilsMoved + SLACK) {
    breach({ rule: 'maxPupilsMoved', most: file.maxPupilsMoved }, pupilsMoved - file.maxPupilsMoved);
  }
  if (file.contiguous) {
    for (const unit of unitsApart(file, at, options.exempted)) breach({ rule: 'contiguous', unit });
  }
  return {
    objective: travel + file.stability * pupilsMoved,
    travel,
    loads: Object.fromEntries(file.referents.map(({ id }, j) => [id, loads[j]!])),
    pupilsMoved,
    outside,
    breaches
  };
}

/** Distance to a band. A band of whole figures ends on whole figures. */
function distanceTo(load: number, target: number, tolerance: number, areWhole: boolean): number {
  const [least, most] = [(1 - tolerance) * target, (1 + tolerance) * target];
  const [low, high] = [Math.ceil(least - 1e-9), Math.floor(most + 1e-9)];
  return areWhole && low <= high
    ? Math.max(0, low - load, load - high)
    : Math.max(0, least - load, load - most);
}

/** @param at referent of each unit, -1 for none */
function referentBands(file: ProblemFile, at: readonly number[], { balance }: CheckOptions): Breach[] {
  const posts = sum(file.referents.map(({ fte }) => fte));
  const travel = ({ visits, stopMinutes = 0 }: ProblemFile['units'][number], i: number) => {
    const oneWay = file.minutes[at[i]!]?.[i] ?? null;
    return oneWay === null ? 0 : Math.round(20 * visits * oneWay + 10 * stopMinutes) / 10;
  };
  const byHours = balance === 'hours';
  const weights = file.units.map((unit, i) => unit.workload + (byHours ? travel(unit, i) : 0));
  const areWhole = !byHours && file.units.every(({ workload }) => Number.isInteger(workload));
  // Hours depend on the plan: their total is that of the units it places.
  const total = sum(weights.filter((_, i) => !byHours || at[i] !== -1));
  return file.referents.map(({ id, fte }, j) => {
    const load = sum(weights.filter((_, i) => at[i] === j));
    const rule = { rule: 'tolerance', referent: id } as const;
    return { rule, by: distanceTo(load, (total * fte) / posts, file.tolerance, areWhole) };
  });
}

function coordinatorBands(
  file: ProblemFile,
  at: readonly number[],
  { teams, coordinators }: CheckOptions
): Breach[] {
  const tolerance = teams ? teams.tolerance : file.coordinatorTolerance;
  if (tolerance === null) return [];
  const given = coordinators ?? teams?.current;
  const coordinatorOf = file.referents.map(
    ({ id, coordinator }) => (given ? given[id] : coordinator) ?? null
  );
  const posts = sum(file.referents.map(({ fte }) => fte));
  const shareOf = (name: string) => {
    if (teams) return teams.shares?.[name] ?? 1 / teams.coordinators.length;
    return sum(file.referents.map(({ fte }, j) => (coordinatorOf[j] === name ? fte : 0))) / posts;
  };
  const measures: readonly Exclude<Measure, 'hours'>[] = teams ? ['pupils', 'meetings'] : ['workload'];
  return measures.flatMap((measure) => {
    const values = file.units.map((unit) => unit[measure] ?? 0);
    const held = Object.values(teams?.held ?? {}).map((one) => one[measure]);
    const total = sum(values) + sum(held);
    const areWhole = values.every(Number.isInteger);
    return [...new Set(coordinatorOf)].flatMap((coordinator): Breach[] => {
      if (coordinator === null) return [];
      const own = sum(values.filter((_, i) => at[i] !== -1 && coordinatorOf[at[i]!] === coordinator));
      const load = own + (teams?.held?.[coordinator]?.[measure] ?? 0);
      const rule = { rule: 'coordinatorTolerance', coordinator, measure } as const;
      return [{ rule, by: distanceTo(load, shareOf(coordinator) * total, tolerance, areWhole) }];
    });
  });
}

/**
 * Units that do not lie in one piece with most of their sector. Exempted units, and those that touch no other, may lie apart; a way
 * through them counts.
 */
function unitsApart(
  file: ProblemFile,
  at: readonly number[],
  exempted: ReadonlySet<string> = new Set()
): string[] {
  const referentOf = new Map(file.units.map(({ id }, i) => [id, at[i]!]));
  const touching = new Map(file.units.map(({ id }) => [id, new Set<string>()]));
  for (const [a, b] of file.neighbours) {
    if (a === b) continue;
    touching.get(a)?.add(b);
    touching.get(b)?.add(a);
  }
  const counts = (id: string) => touching.get(id)!.size > 0 && !exempted.has(id);
  const pieceOf = new Map<string, string[]>();
  const pieces: string[][][] = file.referents.map(() => []);
  for (const { id } of file.units) {
    const referent = referentOf.get(id)!;
    if (referent === -1 || pieceOf.has(id)) continue;
    const piece: string[] = [];
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (pieceOf.has(next) || referentOf.get(next) !== referent) continue;
      pieceOf.set(next, piece);
      piece.push(next);
      open.push(...touching.get(next)!);
    }
    const held = piece.filter(counts);
    if (held.length > 0) pieces[referent]!.push(held);
  }
  return pieces.flatMap((list) => {
    const most = list.reduce((best, one) => (one.length > best.length ? one : best), list[0] ?? []);
    return list.flatMap((one) => (one === most ? [] : one));
  });
}

/**
 * Tests what a result claims: its plan, figures, bound, gap and status.
 *
 * @returns a word for each false claim: a rule's name, or the figure that is wrong; `relaxed …` for those of the nearest plan. Empty
 * when the result holds.
 */
export function checkResult(
  file: ProblemFile,
  result: AssignmentResult,
  options: CheckOptions = {}
): string[] {
  const wrong =
    result.status === 'infeasible' || result.status === 'unknown'
      ? wrongWithoutPlan(file, result, options)
      : wrongWithPlan(file, result, options);
  return [...new Set(wrong)];
}

function wrongWithPlan(file: ProblemFile, result: AssignmentResult, options: CheckOptions): string[] {
  const { coordinators, objective, bound } = result;
  const checked = checkPlan(file, result.assignment, { ...options, ...(coordinators && { coordinators }) });
  const penalty = file.soft ? PRICE * checked.outside : 0;
  const gap =
    bound === null ? null : Math.max(0, checked.objective - bound) / Math.max(1, checked.objective + penalty);
  const wrong: string[] = checked.breaches.map(({ rule }) => rule.rule);
  if (!isNear(objective, checked.objective)) wrong.push('objective');
  if (!isNear(result.penalty ?? 0, penalty)) wrong.push('penalty');
  if (!hasLoads(result.loads, checked)) wrong.push('loads');
  if (hasUnknownUnits(file, result.assignment)) wrong.push('units');
  const most = Math.max(bound ?? -Infinity, result.certifiedBound ?? -Infinity);
  if (objective !== null && most > objective + 1e-3) wrong.push('bound');
  if (!isNear(result.gap, gap)) wrong.push('gap');
  if (result.status === 'optimal' && (gap === null || gap > SLACK)) wrong.push('status');
  if (options.teams && !areTeams(file, options.teams, coordinators ?? {})) wrong.push('coordinators');
  return wrong;
}

function isNear(claimed: number | null, computed: number | null): boolean {
  if (claimed === null || computed === null) return claimed === computed;
  return Math.abs(claimed - computed) <= SLACK * Math.abs(computed) + 1e-3;
}

const hasLoads = (claimed: Readonly<Record<string, number>>, { loads }: CheckedPlan): boolean =>
  Object.entries(loads).every(([id, load]) => Math.abs((claimed[id] ?? NaN) - load) <= 1e-3);

const hasUnknownUnits = (file: ProblemFile, plan: Readonly<Record<string, string>>): boolean =>
  Object.keys(plan).some((unit) => !file.units.some(({ id }) => id === unit));

/** Each referent under a known coordinator, each coordinator with a referent, and no change where teams are kept. */
function areTeams(
  { referents }: ProblemFile,
  { coordinators, current, kept, held }: TeamBalance,
  claimed: Readonly<Record<string, string>>
): boolean {
  if (kept) return referents.every(({ id }) => (claimed[id] ?? '') === (current[id] ?? ''));
  const has = (name: string) =>
    held?.[name] !== undefined || referents.some(({ id }) => claimed[id] === name);
  return referents.every(({ id }) => coordinators.includes(claimed[id] ?? '')) && coordinators.every(has);
}

/** A result without a plan claims none, and its nearest plan breaks no rule but those it names. */
function wrongWithoutPlan(file: ProblemFile, result: AssignmentResult, options: CheckOptions): string[] {
  const { relaxed } = result;
  const claimsPlan = result.objective !== null || Object.keys(result.assignment).length > 0;
  return [
    ...(claimsPlan ? ['status'] : []),
    ...(relaxed ? wrongWithRelaxed(file, relaxed, options).map((word) => `relaxed ${word}`) : [])
  ];
}

function wrongWithRelaxed(file: ProblemFile, relaxed: Relaxed, options: CheckOptions): string[] {
  const { tolerance, coordinatorTolerance, maxPupilsMoved } = relaxed;
  const { teams } = options;
  const loosened: ProblemFile = {
    ...file,
    tolerance: tolerance ?? file.tolerance,
    coordinatorTolerance: coordinatorTolerance ?? file.coordinatorTolerance,
    maxPupilsMoved: maxPupilsMoved ?? file.maxPupilsMoved
  };
  const exempted = relaxed.dropped.flatMap((rule) => (rule.rule === 'contiguous' ? (rule.unit ?? []) : []));
  const checked = checkPlan(loosened, relaxed.assignment, {
    ...options,
    exempted: new Set(exempted),
    ...(teams && { teams: { ...teams, tolerance: coordinatorTolerance ?? teams.tolerance } })
  });
  const dropped = new Set(relaxed.dropped.map((rule) => JSON.stringify(rule)));
  const wrong: string[] = checked.breaches.flatMap(({ rule }) =>
    dropped.has(JSON.stringify(rule)) ? [] : [rule.rule]
  );
  if (!isNear(relaxed.objective, checked.objective)) wrong.push('objective');
  if (!hasLoads(relaxed.loads, checked)) wrong.push('loads');
  if (hasUnknownUnits(file, relaxed.assignment)) wrong.push('units');
  return wrong;
}
