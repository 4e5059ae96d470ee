// Moves between plans: applied, inverted, found between two plans; and the history of a plan, with undo and redo without limit.
import type { Move, Plan } from '../plan.ts';

const tableOf = (kind: Move['kind']) => (kind === 'unit' ? 'referents' : 'coordinators');

/** The plan after the moves, in order. Each sets where a unit goes, wherever it stood. */
export function applyMoves(plan: Plan, moves: readonly Move[]): Plan {
  const next = { referents: { ...plan.referents }, coordinators: { ...plan.coordinators } };
  for (const { kind, id, to } of moves) {
    const table = next[tableOf(kind)];
    if (to === null) delete table[id];
    else table[id] = to;
  }
  return next;
}

/** The moves that undo some moves. */
export function invertMoves(moves: readonly Move[]): Move[] {
  return [...moves].reverse().map(({ kind, id, from, to }) => ({ kind, id, from: to, to: from }));
}

/** The moves that lead from one plan to another, in order of id; none when they are the same. */
export function diffPlans(before: Plan, after: Plan): Move[] {
  return (['unit', 'referent'] as const).flatMap((kind) => {
    const [old, now] = [before[tableOf(kind)], after[tableOf(kind)]];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .sort()
      .map((id) => ({ kind, id, from: old[id] ?? null, to: now[id] ?? null }))
      .filter(({ from, to }) => from !== to);
  });
}

/** Moves of a plan by schools, from an assignment of units. @param units those of the problem; one without `schools` is a school */
export function movesOfUnits(
  plan: Plan,
  units: readonly { id: string; schools?: readonly string[] }[],
  assignment: Readonly<Record<string, string>>
): Move[] {
  const referents = { ...plan.referents };
  for (const { id, schools } of units) {
    const referent = assignment[id];
    if (referent !== undefined) for (const uai of schools ?? [id]) referents[uai] = referent;
  }
  return diffPlans(plan, { ...plan, referents });
}

export interface History {
  readonly plan: Plan;
  /** Steps done, the oldest first; a step is what one action moved. */
  readonly done: readonly (readonly Move[])[];
  /** Steps undone, the next to redo last. */
  readonly undone: readonly (readonly Move[])[];
}

export const historyOf = (plan: Plan): History => ({ plan, done: [], undone: [] });

/** The history of a plan to which steps are applied again. */
export const replayed = (plan: Plan, { done, undone }: Pick<History, 'done' | 'undone'>): History => ({
  plan: applyMoves(plan, done.flat()),
  done,
  undone
});

/** The history with one more step; moves that change nothing are no step. A new step discards those undone. */
export function step(history: History, moves: readonly Move[]): History {
  const effective = moves.filter(({ from, to }) => from !== to);
  if (effective.length === 0) return history;
  return { plan: applyMoves(history.plan, effective), done: [...history.done, effective], undone: [] };
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
