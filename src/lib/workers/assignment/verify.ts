// What the worker of sectors tells has passed the separate checker; what has not is never told.
import type { Pair, ProblemFile, SplitAnswer } from '../../model/plan.ts';
import type { Beside } from '../../engines/assignment/proof/check-bands.ts';
import { check } from '../../engines/assignment/proof/check.ts';
import { contradictions } from '../../engines/assignment/proof/contradictions.ts';

function refuse(wrong: readonly string[]): void {
  if (wrong.length > 0) throw new Error(`the plan does not bear out its answer: ${wrong.join(', ')}`);
}

export function checked(problem: ProblemFile, answer: SplitAnswer, beside: Beside): SplitAnswer {
  refuse(contradictions(problem, answer, beside));
  return answer;
}

/** The rules alone: for plans that come without a proof of their own. */
export function checkedPlan(
  problem: ProblemFile,
  assignment: Readonly<Record<string, string>>,
  beside: Beside
): void {
  refuse(check(problem, assignment, beside).breaches.map(({ rule }) => rule.rule));
}

/** The problem with a unit held elsewhere than its pins say. */
export function pinnedTo(problem: ProblemFile, unit: string, referent: string): ProblemFile {
  const pins = problem.pins.filter(([pinned]) => pinned !== unit);
  return { ...problem, pins: [...pins, [unit, referent] satisfies Pair] };
}
