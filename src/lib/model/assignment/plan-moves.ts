// Moves between plans: applied, inverted, found between two plans.
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
