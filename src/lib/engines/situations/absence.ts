// A referent is absent: who takes which of its units meanwhile, the others' units staying, and the moves back.
import type { LinearSolver } from '../../model/linear.ts';
import type { AssignmentResult, Move, ProblemFile } from '../../model/plan.ts';
import { invertMoves } from '../../model/assignment/plan-moves.ts';
import { solveAssignment, type AssignmentOptions } from '../assignment/index.ts';

/** Who takes the units of an absent referent, and the way back. */
export interface Absence {
  result: AssignmentResult;
  /** Units of the absent referent, each to the referent who takes it. */
  moves: Move[];
  /** The moves that undo them. */
  back: Move[];
}

/**
 * The least disruptive temporary assignment: only the absent referent's units move, with the least travel that keeps the others' loads in
 * their bands, or as near as can be (excess is priced, not forbidden).
 *
 * @param plan unit -> referent
 */
export function absence(
  solver: LinearSolver,
  file: ProblemFile,
  plan: Readonly<Record<string, string>>,
  absent: string,
  options: AssignmentOptions = {}
): Absence {
  const away = new Set(file.units.flatMap(({ id }) => (plan[id] === absent ? [id] : [])));
  const staying = file.referents.map(({ id }, j) => ({ id, j })).filter(({ id }) => id !== absent);
  const inside = ([a, b]: readonly [string, string]) => away.has(a) && away.has(b);
  const known = new Set(staying.map(({ id }) => id));
  const settled = file.units.flatMap(({ id }) => {
    const referent = plan[id];
    return !away.has(id) && referent !== undefined && known.has(referent) ? [[id, referent] as const] : [];
  });
  const free = file.pins.filter(([unit, referent]) => away.has(unit) && referent !== absent);
  const result = solveAssignment(
    solver,
    {
      ...file,
      referents: staying.map(({ j }) => file.referents[j]!),
      minutes: staying.map(({ j }) => file.minutes[j]!),
      pins: [...settled, ...free],
      apart: file.apart.filter(inside),
      together: file.together.filter(inside),
      soft: true,
      contiguous: false,
      maxPupilsMoved: null,
      stability: 0,
      coordinatorTolerance: null
    },
    options
  );
  const moves = [...away].sort().flatMap((id): Move[] => {
    const to = result.assignment[id];
    return to === undefined ? [] : [{ kind: 'unit', id, from: absent, to }];
  });
  return { result, moves, back: invertMoves(moves) };
}
