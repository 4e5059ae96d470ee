// The fewest rules to leave out so that, loads apart, a plan exists.
import type { LinearSolver } from '../../../model/linear.ts';
import type { Rule } from '../../../model/plan.ts';
import { ruleKey } from './conflict.ts';
import { isBand, modelOf, rowsOf, type ExtraColumn, type RuleRow } from '../problem/formulation.ts';
import type { Problem } from '../problem/problem.ts';

export interface Dropped {
  rules: Rule[];
  /** Pupils above the cap. */
  over: number;
}

/** Each side of a row by itself, so that one column can loosen both. */
function sides(row: RuleRow): (RuleRow & { way: 1 | -1 })[] {
  return [
    ...(Number.isFinite(row.lower) ? [{ ...row, upper: Infinity, way: 1 as const }] : []),
    ...(Number.isFinite(row.upper) ? [{ ...row, lower: -Infinity, way: -1 as const }] : [])
  ];
}

/**
 * As few rules as possible, then as few pupils above the cap as possible; units that nobody can reach are left out first. All these
 * rules are about whole numbers of units, and none can be missed by more than one. null when time was too short.
 */
export function leastDropped(solver: LinearSolver, problem: Problem, seconds: number): Dropped | null {
  const rows = rowsOf(problem).filter(({ rule }) => !isBand(rule));
  const isStranded = ({ rule, entries }: RuleRow) => rule.rule === 'assigned' && entries.length === 0;
  const hard = rows.filter((row) => row.rule.rule === 'assigned' && !isStranded(row));
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
  const model = solver.open(modelOf(problem, [...hard, ...loose], columns, false));
  try {
    const { x } = model.solve({ seconds });
    if (!x) return null;
    const used = (e: number) => x[problem.n * problem.m + e]!;
    const rules = keys.map((key) => JSON.parse(key) as Rule);
    const broken = rules.filter(({ rule }, e) => rule !== 'maxPupilsMoved' && used(e) > 0.5);
    const cap = rules.findIndex(({ rule }) => rule === 'maxPupilsMoved');
    return {
      rules: [...rows.filter(isStranded).map(({ rule }) => rule), ...broken],
      over: cap === -1 ? 0 : Math.max(0, used(cap))
    };
  } finally {
    model.dispose();
  }
}
