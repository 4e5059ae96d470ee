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
import { cellValue, feasibilityIntervals } from '../attack/feasibility-intervals.ts';
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
  let targets = attainable(solver, problem);
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
    auditTargets(problem.system, bounds, problem.k, true),
    problem.pool
  ).filter((range) => range.open);
  attack.dispose();
  const targets = open.map(({ target: { form, high, reason } }): ProtectionTarget => {
    const low = cellValue(form, problem.truth);
    return {
      form,
      low,
      high,
      reason: reason === 'between' ? reason : 'zero',
      enough: Infinity,
      zeroIsSafe: false
    };
  });
  if (!problem.isBesideFormer) return targets;
  const left = { ...problem, targets: attainable(solver, { ...problem, targets }) };
  return checkPattern(solver, left, pattern).open.map(({ target }) => target);
}

/**
 * The targets without what former releases tell already, whatever is hidden now: the difference of two counts that they show, or that a
 * small count is below k.
 */
function attainable(solver: LinearSolver, problem: SuppressionProblem): readonly ProtectionTarget[] {
  const { targets, isBesideFormer, k } = problem;
  if (!isBesideFormer) return targets;
  const { ranges } = checkPattern(solver, problem, everyCandidate(problem));
  return ranges.flatMap(({ target, open }) => {
    if (!open) return [target];
    if (target.reason === 'between') return [];
    const isSmall =
      target.form.minus === undefined && (target.reason === 'small' || target.reason === 'zero');
    return [isSmall ? { ...target, high: k - 1 } : target];
  });
}

function everyCandidate({ primary, free }: SuppressionProblem): Uint8Array {
  const all = Uint8Array.from(primary);
  for (const cell of free) all[cell] = 1;
  return all;
}

/**
 * The pattern that suppresses every candidate.
 *
 * @throws UnusableInput naming the first count that it still leaves open, and the smallest sibling with which it reaches `k`
 */
function fullSuppression(solver: LinearSolver, problem: SuppressionProblem): Uint8Array {
  const { system, truth, k } = problem;
  const all = everyCandidate(problem);
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
