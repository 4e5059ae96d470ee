// Why this plan: what each move brings, what refusing it costs, and a plan accepted in part.
import type { LinearSolver } from '../../../model/linear.ts';
import type { Pair, ProblemFile, Rule, SplitAnswer } from '../../../model/plan.ts';
import { answer } from '../search/answer.ts';
import { keepsRules } from '../search/incumbent.ts';
import { isBand, pointOf, rowsOf } from '../problem/formulation.ts';
import { loadsOf } from '../problem/loads.ts';
import { assignmentOf, problemOf, type Problem, type ProblemOptions } from '../problem/problem.ts';
import type { SolveOptions } from '../search/solve.ts';

/**
 * Why a unit moves. `nearer`: less travel. `relieves`: its referent carried too much. `fills`: its new referent carried too little.
 * `makes-room`: it lets other moves happen. `found`: nobody followed it.
 */
export type Reason = 'found' | 'nearer' | 'relieves' | 'fills' | 'makes-room';

export interface ExplainedMove {
  unit: string;
  from: string | null;
  to: string;
  pupils: number;
  workload: number;
  /** Minutes a week on the road, after - before; null for a unit that nobody followed. */
  travel: number | null;
  /** Minutes one way, before and after. */
  minutes: { before: number | null; after: number };
  reasons: Reason[];
  /** Were this move alone refused: tenths of a minute that the plan would cost more, and the rules it would break. */
  refused: { cost: number; breaks: Rule[] } | null;
}

/** Rules that a plan breaks. */
export function brokenRules(problem: Problem, plan: ArrayLike<number>): Rule[] {
  const rows = rowsOf(problem);
  const x = pointOf(problem, rows, [], plan);
  const broken = rows.filter(({ entries, lower, upper }) => {
    const load = entries.reduce((sum, [column, value]) => sum + value * x[column]!, 0);
    const slack = 1e-6 * Math.max(1, Math.abs(load));
    return load < lower - slack || load > upper + slack;
  });
  const keys = new Map(broken.map(({ rule }) => [JSON.stringify(rule), rule]));
  return [...keys.values()];
}

/** Every move between two plans of the same problem, in order of what it brings. */
export function explainMoves(
  problem: Problem,
  before: ArrayLike<number>,
  after: ArrayLike<number>
): ExplainedMove[] {
  const { n, m, units, referents, travel, minutes, workload, pupils, cost, bands } = problem;
  const loads = loadsOf(problem, before);
  const own = bands.filter(({ rule, around }) => rule.rule === 'tolerance' && around === undefined);
  const moves: (ExplainedMove & { gain: number })[] = [];
  for (let i = 0; i < n; i++) {
    const [from, to] = [before[i]!, after[i]!];
    if (from === to || to < 0) continue;
    const change = from < 0 ? null : (travel[i * m + to]! - travel[i * m + from]!) / 10;
    const reasons: Reason[] = [];
    if (from < 0) reasons.push('found');
    if (change !== null && change < 0) reasons.push('nearer');
    if (from >= 0 && loads[from]! > (own[from]?.upper ?? Infinity) + 1e-6) reasons.push('relieves');
    if (loads[to]! < (own[to]?.lower ?? -Infinity) - 1e-6) reasons.push('fills');
    if (reasons.length === 0) reasons.push('makes-room');
    const without = Int32Array.from(after);
    without[i] = from;
    moves.push({
      ...{ unit: units[i]!, from: from < 0 ? null : referents[from]!, to: referents[to]!, reasons },
      ...{ pupils: pupils[i]!, workload: workload[i]!, travel: change },
      minutes: { before: from < 0 ? null : minutes[i * m + from]!, after: minutes[i * m + to]! },
      refused:
        from < 0
          ? null
          : { cost: cost[i * m + from]! - cost[i * m + to]!, breaks: brokenRules(problem, without) },
      gain: change ?? -Infinity
    });
  }
  return moves
    .sort((a, b) => a.gain - b.gain || (a.unit < b.unit ? -1 : 1))
    .map(({ gain: _, ...move }) => move);
}

/** The plan with only some of its moves, and the rules that it then breaks. */
export function acceptedInPart(
  problem: Problem,
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  accepted: ReadonlySet<string>
): { plan: Int32Array; breaks: Rule[] } {
  const plan = Int32Array.from(before, (j, i) => (accepted.has(problem.units[i]!) ? after[i]! : j));
  return { plan, breaks: brokenRules(problem, plan) };
}

/**
 * The best plan that keeps what was decided: moves accepted are pinned to where they lead, moves refused to where they came from, all
 * else is free.
 */
export function completed(
  solver: LinearSolver,
  file: ProblemFile,
  decided: Readonly<Record<string, string>>,
  options: SolveOptions = {},
  compiling: ProblemOptions = {}
): SplitAnswer {
  const pins = file.pins.filter(([unit]) => !(unit in decided));
  const answered = answer(solver, { ...file, pins: [...pins, ...(Object.entries(decided) as Pair[])] }, options, compiling); // prettier-ignore
  return answered;
}

/** Whether a plan by name keeps every rule of a file; bands are left aside when `withoutBands`. */
export function isAllowed(
  file: ProblemFile,
  plan: Readonly<Record<string, string>>,
  withoutBands = false
): boolean {
  const problem = problemOf(file);
  const rows = rowsOf(problem).filter(({ rule }) => !withoutBands || !isBand(rule));
  return keepsRules(problem, rows, assignmentOf(problem, plan));
}
