// Finds a safe suppression pattern by the chosen method, and extends it until an audit of the published values finds no open count.
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { AttackerModel } from '../attack/attacker-model.ts';
import { suppressExactly, type SuppressionProgress } from './suppress-exactly.ts';
import { gaussPattern } from './gauss-pattern.ts';
import {
  patternBounds,
  checkPattern,
  informationLoss,
  type SuppressionProblem
} from './suppression-problem.ts';
import { feasibilityIntervals } from '../attack/feasibility-intervals.ts';
import { repair } from './repair.ts';
import { auditTargets, type ProtectionTarget } from '../rules.ts';

export type SuppressionMethod = 'exact' | 'gauss';

export interface SuppressionOptions {
  method: SuppressionMethod;
  /** Time limit of the search; past it the best safe pattern is kept, with its gap. */
  seconds: number;
  onProgress?: (progress: SuppressionProgress) => void;
  stop?: () => boolean;
}

export interface SafePattern {
  pattern: Uint8Array;
  /** `heuristic`: safe, not proven optimal. */
  status: 'optimal' | 'heuristic';
  loss: number;
  bound: number | null;
  gap: number | null;
  cuts: number;
  seconds: number;
}

/** The search was stopped by its caller. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/**
 * Suppresses cells until every protection requirement holds, both against the true counts and for a reader of the published values. Empty
 * cells that a reader would take for small ones are added to the targets as they are found.
 *
 * @throws UnusableInput `protection-impossible`, naming the cell and one to merge it with
 * @throws Cancelled when `stop` returns true before a safe pattern is known
 */
export function suppressCells(
  solver: LinearSolver,
  problem: SuppressionProblem,
  options: SuppressionOptions
): SafePattern {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const stop = options.stop ?? (() => false);
  let targets = problem.targets;
  for (;;) {
    const now: SuppressionProblem = { ...problem, targets };
    const repaired = repair(solver, now, gaussPattern(now), { stop });
    if (stop()) throw new Cancelled();
    const quick = repaired ?? fullSuppression(solver, now);
    const exact =
      options.method === 'exact' && elapsed() < options.seconds
        ? suppressExactly(solver, now, {
            seconds: options.seconds - elapsed(),
            start: quick,
            stop,
            ...(options.onProgress && { onProgress: options.onProgress })
          })
        : null;
    if (exact?.status === 'infeasible') throw new Error('a cut denies a pattern that was checked to be safe');
    if (exact?.status === 'interrupted') throw new Cancelled();
    const pattern = exact?.pattern ?? quick;
    const more = misleadingTargets(solver, now, pattern);
    if (more.length > 0) {
      targets = [...targets, ...more];
      continue;
    }
    const loss = informationLoss(now, pattern);
    return {
      pattern,
      status: exact?.status === 'optimal' ? 'optimal' : 'heuristic',
      loss,
      bound: exact?.bound ?? null,
      gap: exact?.gap ?? null,
      cuts: exact?.cuts ?? 0,
      seconds: elapsed()
    };
  }
}

/** Targets for counts that a reader would believe small, rightly or not: their interval must reach beyond the threshold. */
function misleadingTargets(
  solver: LinearSolver,
  problem: SuppressionProblem,
  pattern: Uint8Array
): ProtectionTarget[] {
  const bounds = patternBounds(problem, pattern);
  const attack = new AttackerModel(solver, problem.system, bounds, problem.truth);
  const open = feasibilityIntervals(
    attack,
    auditTargets(problem.system, bounds, problem.k),
    problem.pool
  ).filter((range) => range.open);
  attack.dispose();
  return open.map(({ target: { form } }) => ({
    form,
    low: problem.truth[form.plus]! - (form.minus === undefined ? 0 : problem.truth[form.minus]!),
    high: problem.k - 1,
    reason: 'zero',
    enough: Infinity,
    zeroIsSafe: false
  }));
}

/**
 * The pattern that suppresses every candidate.
 *
 * @throws UnusableInput naming the first count that it still leaves open, and the smallest sibling with which it reaches `k`
 */
function fullSuppression(solver: LinearSolver, problem: SuppressionProblem): Uint8Array {
  const { system, truth, k } = problem;
  const all = Uint8Array.from(problem.primary);
  for (const cell of problem.free) all[cell] = 1;
  const [open] = checkPattern(solver, problem, all).open;
  if (!open) return all;
  const cell = open.target.form.minus ?? open.target.form.plus;
  const kin = system.sums.find(({ children }) => children.includes(cell) && children.length > 1);
  const beside = (kin?.children ?? []).filter((child) => child !== cell && truth[child]! > 0);
  beside.sort((a, b) => truth[a]! - truth[b]!);
  const partner = beside.find((child) => truth[child]! + truth[cell]! >= k) ?? beside.at(-1);
  throw new UnusableInput({
    code: 'protection-impossible',
    severity: 'dropped',
    column: system.names(cell).join(' / '),
    ...(partner !== undefined && { expected: system.names(partner).join(' / ') })
  });
}
