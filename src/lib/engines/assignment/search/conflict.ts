// An irreducible conflict: rules that cannot hold together, none of which could be left out.
import { explainConflict } from '../../../algorithms/minimal-conflict.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import type { Rule } from '../../../model/plan.ts';
import type { Problem } from '../problem/compile-problem.ts';
import type { ContiguityCut } from '../problem/contiguity.ts';
import { rowsOf, type RuleRow } from '../problem/formulation.ts';
import { openConnected, separatorRows } from './connected-model.ts';

/** Seconds for one trial; a trial that takes longer keeps its rules, so that the conflict stays a real one. */
const TRIAL_SECONDS = 2;

export const ruleKey = (rule: Rule): string => JSON.stringify(rule);

interface RuleSet {
  rule: Rule;
  rows: RuleRow[];
}

function grouped(rows: readonly RuleRow[]): RuleSet[] {
  const sets = new Map<string, RuleSet>();
  for (const row of rows) {
    const { rule } = row;
    const key = ruleKey(rule);
    const set = sets.get(key) ?? { rule, rows: [] };
    set.rows.push(row);
    sets.set(key, set);
  }
  return [...sets.values()];
}

const isContiguity = ({ rule }: RuleSet) => rule.rule === 'contiguous';

class Trials {
  /** Separators met, for the trials to come. */
  readonly #known: ContiguityCut[] = [];

  constructor(
    readonly solver: LinearSolver,
    readonly problem: Problem,
    readonly background: readonly RuleRow[],
    readonly deadline: number
  ) {}

  /** Whether no plan keeps these rules: proven, for whole plans. */
  isImpossible(sets: readonly RuleSet[]): boolean {
    const left = (this.deadline - performance.now()) / 1000;
    if (left <= 0) return false;
    const rows = [...this.background, ...sets.flatMap(({ rows }) => rows)];
    const contiguous = sets.some(isContiguity);
    const model = openConnected(this.solver, this.problem, rows, {
      costs: false,
      contiguous,
      known: this.#known
    });
    try {
      return model.solve({ seconds: Math.min(left, TRIAL_SECONDS) }).status === 'infeasible';
    } finally {
      model.dispose();
    }
  }

  /** Sets that contradict one another already without whole numbers, as the solver's IIS names them; all when it names none. */
  narrowed(sets: readonly RuleSet[]): readonly RuleSet[] {
    const background = this.background.map((row) => ({ row, set: null }));
    const separators = this.#known.flatMap((one) => separatorRows(this.problem, one));
    const rowsOfSet = (set: RuleSet) => (isContiguity(set) ? separators : set.rows);
    const named = [...background, ...sets.flatMap((set) => rowsOfSet(set).map((row) => ({ row, set })))];
    const rows = named.map(({ row }) => row);
    const model = openConnected(this.solver, this.problem, rows, { costs: false, contiguous: false });
    try {
      model.setIntegers(null);
      const left = Math.max(0.1, (this.deadline - performance.now()) / 1000);
      if (model.solve({ seconds: left }).status !== 'infeasible') return sets;
      const inConflict = new Set(model.conflict().rows.map((r) => named[r]?.set ?? null));
      const some = sets.filter((set) => inConflict.has(set));
      return this.isImpossible(some) ? some : sets;
    } finally {
      model.dispose();
    }
  }
}

/**
 * An irreducible set of rules that contradict one another. Empty when the problem has a plan, or when that could not be shown in time.
 * Units that nobody can reach are named first, by themselves.
 */
export function conflictOf(solver: LinearSolver, problem: Problem, seconds = 10): Rule[] {
  const rows = rowsOf(problem);
  const unreachable = rows.filter(({ entries, lower }) => entries.length === 0 && lower > 0);
  if (unreachable.length > 0) return unreachable.map(({ rule }) => rule);
  const assigned = rows.filter(({ rule }) => rule.rule === 'assigned');
  const sets = grouped(rows.filter(({ rule }) => rule.rule !== 'assigned'));
  // One rule for a user: unit by unit it would name half of the units.
  if (problem.contiguous) sets.push({ rule: { rule: 'contiguous', unit: null }, rows: [] });
  const deadline = performance.now() + 1000 * seconds;
  const trials = new Trials(solver, problem, assigned, deadline);
  const narrowed = trials.narrowed(sets);
  if (narrowed === sets && !trials.isImpossible(sets)) return [];
  return explainConflict(narrowed, (some) => !trials.isImpossible(some)).map(({ rule }) => rule);
}
