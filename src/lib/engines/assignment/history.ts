// Undo and redo without limit: a value, so that it can be kept, restored and compared.
import type { Move, Plan } from '../../model/plan.ts';
import { applyMoves, invertMoves } from './moves.ts';

export interface History {
  readonly plan: Plan;
  /** Steps done, the oldest first; a step is what one gesture moved. */
  readonly done: readonly (readonly Move[])[];
  /** Steps undone, the next to redo last. */
  readonly undone: readonly (readonly Move[])[];
}

export const historyOf = (plan: Plan): History => ({ plan, done: [], undone: [] });

/** The history of steps told again from a plan, the oldest first. */
export const replayed = (plan: Plan, { done, undone }: Pick<History, 'done' | 'undone'>): History => ({
  plan: applyMoves(plan, done.flat()),
  done,
  undone
});

/** Moves that change nothing are no step. A new step forgets those undone. */
export function step(history: History, moves: readonly Move[]): History {
  const real = moves.filter(({ from, to }) => from !== to);
  if (real.length === 0) return history;
  return { plan: applyMoves(history.plan, real), done: [...history.done, real], undone: [] };
}

export function undo(history: History): History {
  const last = history.done.at(-1);
  if (last === undefined) return history;
  return {
    plan: applyMoves(history.plan, invertMoves(last)),
    done: history.done.slice(0, -1),
    undone: [...history.undone, last]
  };
}

export function redo(history: History): History {
  const next = history.undone.at(-1);
  if (next === undefined) return history;
  return {
    plan: applyMoves(history.plan, next),
    done: [...history.done, next],
    undone: history.undone.slice(0, -1)
  };
}
