// When rules contradict one another: which to loosen, by as little as possible, and the best plan under what is left.
import type { LinearSolver } from '../../../model/linear.ts';
import type { Relaxed, Rule } from '../../../model/plan.ts';
import {
  compileProblem,
  namedAssignment,
  namedLoads,
  type CompileOptions,
  type Problem
} from '../problem/compile-problem.ts';
import { isExempt } from '../problem/contiguity.ts';
import { isBand, rowsOf, type ExtraColumn, type RuleRow } from '../problem/formulation.ts';
import { ruleKey } from './conflict.ts';
import { openConnected } from './connected-model.ts';
import { minimumTolerance } from './minimum-tolerance.ts';
import { solve } from './solve.ts';

/**
 * First the fewest rules (pins, pairs, contiguity, cap) that must go for any plan to exist, loads apart; then the least tolerance; then
 * the best plan under both. null when time was too short for a plan.
 *
 * @param options what the problem was compiled with
 * @param seconds for the three steps together
 */
export function relax(
  solver: LinearSolver,
  problem: Problem,
  options: CompileOptions = {},
  seconds = 10
): Relaxed | null {
  const part = Math.max(0.1, seconds / 3);
  const { file } = problem;
  let [loosened, dropped, relaxed] = [file, options.dropped ?? [], problem];
  const loosen = () => void (relaxed = compileProblem(loosened, { ...options, dropped }));
  let widened = minimumTolerance(solver, problem, part);
  let proven = widened.proven;
  if (widened.plan === null) {
    const least = leastDropped(solver, problem, part);
    if (least === null) return null;
    dropped = [...dropped, ...least.rules];
    if (file.maxPupilsMoved !== null && least.over > 0) {
      loosened = { ...file, maxPupilsMoved: Math.ceil(file.maxPupilsMoved + least.over - 1e-6) };
    }
    loosen();
    widened = minimumTolerance(solver, relaxed, part);
    if (widened.plan === null) return null;
    proven &&= least.proven && widened.proven;
  }
  if (!file.soft) {
    const { tolerance, coordinatorTolerance } = widened;
    loosened = {
      ...loosened,
      tolerance,
      coordinatorTolerance: file.coordinatorTolerance === null ? null : coordinatorTolerance
    };
    loosen();
  }
  const { status, assignment, objective } = solve(solver, relaxed, { seconds: part, from: widened.plan });
  if (assignment === null || objective === null) return null;
  const changed = <Key extends 'tolerance' | 'coordinatorTolerance' | 'maxPupilsMoved'>(key: Key) =>
    loosened[key] === file[key] ? {} : { [key]: loosened[key] };
  return {
    ...changed('tolerance'),
    ...changed('coordinatorTolerance'),
    ...changed('maxPupilsMoved'),
    dropped: [...dropped],
    proven,
    status: status === 'optimal' ? 'optimal' : 'feasible',
    objective,
    assignment: namedAssignment(relaxed, assignment),
    loads: namedLoads(relaxed, assignment)
  };
}

interface Dropped {
  rules: Rule[];
  /** Pupils above the cap. */
  over: number;
  /** No fewer can go. */
  proven: boolean;
}

/** Each side of a row by itself, so that one column can loosen both. */
function sides(row: RuleRow): (RuleRow & { way: 1 | -1 })[] {
  return [
    ...(Number.isFinite(row.lower) ? [{ ...row, upper: Infinity, way: 1 as const }] : []),
    ...(Number.isFinite(row.upper) ? [{ ...row, lower: -Infinity, way: -1 as const }] : [])
  ];
}

/**
 * The fewest rules to leave out so that, loads apart, a plan exists; then as few pupils above the cap as possible. Units that nobody can
 * reach are left out first. All these rules are about whole numbers of units: none can be missed by more than one. null when time was
 * too short.
 */
function leastDropped(solver: LinearSolver, problem: Problem, seconds: number): Dropped | null {
  const rows = rowsOf(problem).filter(({ rule }) => !isBand(rule));
  const isUnreachable = ({ rule, entries }: RuleRow) => rule.rule === 'assigned' && entries.length === 0;
  const hard = rows.filter((row) => row.rule.rule === 'assigned' && !isUnreachable(row));
  const loose = rows.filter(({ rule }) => rule.rule !== 'assigned').flatMap(sides);
  const keys = [...new Set(loose.map(({ rule }) => ruleKey(rule)))];
  const followed = 1 + problem.pupils.reduce((sum, one) => sum + one, 0);
  const columns = keys.map((key): ExtraColumn => {
    const mine = loose.flatMap((row, r) =>
      ruleKey(row.rule) === key ? [[hard.length + r, row.way] as const] : []
    );
    const isCap = loose[mine[0]![0] - hard.length]!.rule.rule === 'maxPupilsMoved';
    return isCap
      ? { cost: 1 / followed, upper: Infinity, whole: false, entries: mine }
      : { cost: 1, upper: 1, whole: true, entries: mine };
  });
  // A unit that is exempted from lying in one piece with its sector counts as a rule left out.
  const exempted = problem.contiguous
    ? problem.units.flatMap((unit, i) => (isExempt(problem, i) ? [] : [{ unit, i }]))
    : [];
  const exemptions = exempted.map((): ExtraColumn => ({ cost: 1, upper: 1, whole: true, entries: [] }));
  const columnAt = new Map(exempted.map(({ i }, e) => [i, columns.length + e]));
  const model = openConnected(solver, problem, [...hard, ...loose], {
    extra: [...columns, ...exemptions],
    costs: false,
    exemption: (i) => columnAt.get(i) ?? null
  });
  try {
    const { x, status } = model.solve({ seconds });
    if (!x) return null;
    const used = (e: number) => x[problem.n * problem.m + e]!;
    const rules = keys.map((key) => JSON.parse(key) as Rule);
    const broken = rules.filter(({ rule }, e) => rule !== 'maxPupilsMoved' && used(e) > 0.5);
    const apart = exempted.flatMap(({ unit, i }): Rule[] =>
      used(columnAt.get(i)!) > 0.5 ? [{ rule: 'contiguous', unit }] : []
    );
    const cap = rules.findIndex(({ rule }) => rule === 'maxPupilsMoved');
    return {
      rules: [...rows.filter(isUnreachable).map(({ rule }) => rule), ...broken, ...apart],
      over: cap === -1 ? 0 : Math.max(0, used(cap)),
      proven: status === 'optimal'
    };
  } finally {
    model.dispose();
  }
}
