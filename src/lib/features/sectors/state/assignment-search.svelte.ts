// Search for a better plan: progress, proposed moves and which of them are accepted, and what makes the problem infeasible.
import type { Move, Plan, AssignmentResult, Unit } from '$lib/model/plan.ts';
import { diffPlans, movesOfUnits, type AssignmentProgress } from '$lib/engines/assignment';
import { AssignmentClient } from '$lib/workers/assignment/client.ts';
import type { AssignmentRequest, PlanRequest } from '$lib/workers/assignment/protocol.ts';
import { Stopped, WorkerFailure } from '$lib/workers/worker-call.ts';

/** `exhausted`: the browser ran out of memory. */
export type SearchPhase = 'asleep' | 'working' | 'done' | 'stopped' | 'failed' | 'exhausted';

/** Progress stages kept for the proof chart. */
const MOST_STAGES = 400;

/** Identifies a request, to tell whether its result still applies. Coordinators that may change are left out. */
export function requestKey({ problem, balance, teams }: PlanRequest): string {
  const settled = teams?.kept || teams?.held;
  const referents = problem.referents.map((one) => (settled ? one : { ...one, coordinator: null }));
  return JSON.stringify([{ ...problem, referents }, balance, settled ? teams : { ...teams, current: null }]);
}

interface Found {
  units: readonly Unit[];
  assignment: Record<string, string>;
  coordinators: Record<string, string> | undefined;
}

export class AssignmentSearch {
  phase: SearchPhase = $state('asleep');
  stages: readonly AssignmentProgress[] = $state.raw([]);
  answer: AssignmentResult | null = $state.raw(null);
  /** Best plan known, by the units of its request. */
  #found: Found | null = $state.raw(null);
  /** Moves from the plan on screen to the best one known; recomputed when the plan is edited. */
  moves: readonly Move[] = $derived.by(() => {
    if (!this.#found) return [];
    const { units, assignment, coordinators } = this.#found;
    const plan = this.#plan();
    const led = { ...plan, coordinators: { ...plan.coordinators, ...coordinators } };
    return [...movesOfUnits(plan, units, assignment), ...diffPlans(plan, led)];
  });
  /** Ids of the moves that the user left out. */
  refused: readonly string[] = $state.raw([]);
  /** Travel of the last plan proven optimal, tenths of a minute a week, and the key of its request. */
  proven: { key: string; objective: number } | null = $state.raw(null);
  last = $derived(this.stages.at(-1) ?? null);
  kept = $derived(this.moves.filter(({ id }) => !this.refused.includes(id)));
  readonly #plan: () => Plan;
  readonly #client: AssignmentClient;
  #round = 0;

  /** @param plan the plan on screen */
  constructor(plan: () => Plan, client = new AssignmentClient()) {
    this.#plan = plan;
    this.#client = client;
  }

  async run(request: AssignmentRequest): Promise<void> {
    this.stop();
    const round = ++this.#round;
    this.#clear('working');
    const { units } = request.problem;
    const take = (assignment: Record<string, string>, coordinators?: Record<string, string>) =>
      (this.#found = { units, assignment, coordinators });
    const isLast = () => round === this.#round;
    try {
      const answer = await this.#client.solve(request, (stage) => {
        if (!isLast()) return;
        this.stages = [...this.stages.slice(-MOST_STAGES), stage];
        if (stage.assignment) take(stage.assignment, stage.coordinators);
      });
      if (!isLast()) return;
      this.answer = answer;
      if (answer.status === 'optimal' && answer.objective !== null && !answer.penalty)
        this.proven = { key: requestKey(request), objective: answer.objective };
      take(answer.relaxed?.assignment ?? answer.assignment, answer.coordinators);
      this.phase = 'done';
    } catch (error) {
      if (!isLast()) return;
      if (error instanceof Stopped) return void (this.phase = 'stopped');
      this.phase = error instanceof WorkerFailure && error.outOfMemory ? 'exhausted' : 'failed';
      console.warn('assignment', error);
    }
  }

  /** Stops the search; the best plan reported so far can still be accepted. */
  stop(): void {
    if (this.phase === 'working') this.#client.stop();
  }

  toggle(id: string): void {
    this.refused = this.refused.includes(id)
      ? this.refused.filter((other) => other !== id)
      : [...this.refused, id];
  }

  dismiss(): void {
    this.stop();
    this.#round++;
    this.#clear('asleep');
  }

  #clear(phase: SearchPhase): void {
    Object.assign(this, { phase, stages: [], answer: null, refused: [] });
    this.#found = null;
  }
}
