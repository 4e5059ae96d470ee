// Whether a plan that the service kept is proven: at its own limits of deviation and of pupils who change, no other takes less travel.
import type { SectorsState } from '$lib/features/sectors/state/sectors-state.svelte';
import { applyMoves, movesOfUnits } from '$lib/model/assignment/plan-moves.ts';
import type { Plan } from '$lib/model/plan';
import type { AssignmentClient } from '$lib/workers/assignment/client';

/** `bettered`: another plan at the same limits takes less travel. `open`: no proof in time, or the rules forbid it. `partial`: schools have no referent. */
export type KeptVerdict = 'proven' | 'bettered' | 'open' | 'partial';
export interface KeptCheck {
  name: string;
  verdict: KeptVerdict;
}

const SECONDS = 5;
/** Of rounding, on a share. */
const HAIR = 1e-6;

/** Keeps what it proves among the plans of the tab: the plan itself, or the one that betters it. */
export async function proveKept(
  sectors: SectorsState,
  client: AssignmentClient,
  plan: Plan
): Promise<KeptVerdict> {
  const { objective, spread, pupilsMoved, unassigned } = sectors.figuresOf(plan);
  if (unassigned.length > 0) return 'partial';
  const request = sectors.requestInPieces();
  const problem = {
    ...request.problem,
    tolerance: spread.maxDeviation + HAIR,
    maxPupilsMoved: pupilsMoved,
    stability: 0,
    soft: false
  };
  const result = await client.solve({ ...request, problem, seconds: SECONDS }, () => undefined);
  if (result.status !== 'optimal' || result.objective === null) return 'open';
  if (Math.abs(result.objective - objective) < 1e-6) {
    sectors.keepProven(plan, request);
    return 'proven';
  }
  if (result.objective > objective) return 'open';
  const { units } = request.problem;
  sectors.keepProven(
    applyMoves(sectors.today, movesOfUnits(sectors.today, units, result.assignment)),
    request
  );
  return 'bettered';
}
