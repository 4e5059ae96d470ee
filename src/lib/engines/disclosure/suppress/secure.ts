// One system made safe: a pattern by the chosen method, mended until a reader of the whole cannot open it either.
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { Attack } from '../attack/attack.ts';
import { suppressExactly, type SuppressionProgress } from './exact.ts';
import { gaussPattern } from './gauss.ts';
import { boundsOfPattern, checkPattern, lossOf, type Problem } from './problem.ts';
import { decide } from '../attack/ranges.ts';
import { repair } from './repair.ts';
import { targetsOfReader, type Target } from '../rules.ts';

export type Method = 'exact' | 'gauss';

export interface SecureOptions {
  method: Method;
  /** Time for the search; past it the best safe pattern stands, with its gap. */
  seconds: number;
  onProgress?: (progress: SuppressionProgress) => void;
  stop?: () => boolean;
}

export interface Secured {
  hidden: Uint8Array;
  /** `heuristic`: safe, not proven to be the best. */
  status: 'optimal' | 'heuristic';
  loss: number;
  bound: number | null;
  gap: number | null;
  cuts: number;
  seconds: number;
}

/** The user asked to stop. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/**
 * Hides cells until neither the truth's holder nor a reader finds an open count. Empty cells that a reader would take for
 * small ones join the targets as they are met.
 *
 * @throws UnusableInput `protection-impossible`, naming the cell and what to merge it with.
 * @throws Cancelled when `stop` says so before a safe pattern is known.
 */
export function secure(solver: LinearSolver, problem: Problem, options: SecureOptions): Secured {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const stop = options.stop ?? (() => false);
  let targets = problem.targets;
  for (;;) {
    const now: Problem = { ...problem, targets };
    const mended = repair(solver, now, gaussPattern(now), { stop });
    if (stop()) throw new Cancelled();
    const quick = mended ?? allHidden(solver, now);
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
    const hidden = exact?.hidden ?? quick;
    const more = misleading(solver, now, hidden);
    if (more.length > 0) {
      targets = [...targets, ...more];
      continue;
    }
    const loss = lossOf(now, hidden);
    return {
      hidden,
      status: exact?.status === 'optimal' ? 'optimal' : 'heuristic',
      loss,
      bound: exact?.bound ?? null,
      gap: exact?.gap ?? null,
      cuts: exact?.cuts ?? 0,
      seconds: elapsed()
    };
  }
}

/** Counts that a reader would rightly or wrongly believe small: they must be able to look large as well. */
function misleading(solver: LinearSolver, problem: Problem, hidden: Uint8Array): Target[] {
  const bounds = boundsOfPattern(problem, hidden);
  const attack = new Attack(solver, problem.system, bounds, problem.truth);
  const open = decide(attack, targetsOfReader(problem.system, bounds, problem.k), problem.pool).filter(
    (range) => range.open
  );
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
 * The pattern that hides all that may be hidden.
 *
 * @throws UnusableInput naming the first count that even this leaves open, and the smallest neighbour with which it
 * would count `k`.
 */
function allHidden(solver: LinearSolver, problem: Problem): Uint8Array {
  const { system, truth, k } = problem;
  const all = Uint8Array.from(problem.hidden);
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
