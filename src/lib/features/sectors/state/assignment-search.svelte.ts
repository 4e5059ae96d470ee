// The solver's search: progress, the moves to the plan it found, and what makes the problem infeasible.
import { createContext } from 'svelte';
import type { Move, Plan, AssignmentResult, Unit } from '$lib/model/plan.ts';
import { diffPlans, movesOfUnits } from '$lib/model/assignment/plan-moves.ts';
import { requestKey } from '$lib/model/assignment/request-key.ts';
import { type AssignmentProgress } from '$lib/engines/assignment';
import { assignmentClient, type AssignmentClient } from '$lib/workers/assignment/client.ts';
import type { AssignmentRequest } from '$lib/workers/assignment/protocol.ts';
import { WorkerFailure } from '$lib/workers/worker-call.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';

/** Progress stages kept for the proof chart. */
const MOST_STAGES = 400;

/** A plan by the units of its request. */
interface BestPlan {
  units: readonly Unit[];
  assignment: Record<string, string>;
  coordinators: Record<string, string> | undefined;
}

interface Stage extends AssignmentProgress {
  /** Best plan so far. */
  best: BestPlan | null;
}

export class AssignmentSearch {
  readonly #request = new Request<{ result: AssignmentResult; best: BestPlan }, Stage>({
    stop: () => this.#client.stop(),
    mostItems: MOST_STAGES
  });
  #best = $derived(this.#request.value?.best ?? this.#request.items.at(-1)?.best ?? null);
  /** Moves from the plan on screen to the best one known; recomputed when the plan is edited. */
  moves: readonly Move[] = $derived.by(() => {
    if (!this.#best) return [];
    const { units, assignment, coordinators } = this.#best;
    const plan = this.#plan();
    const coordinated = { ...plan, coordinators: { ...plan.coordinators, ...coordinators } };
    return [...movesOfUnits(plan, units, assignment), ...diffPlans(plan, coordinated)];
  });
  /** What was asked last. */
  asked: AssignmentRequest | null = $state.raw(null);
  /** Travel of the last plan proven optimal, tenths of a minute a week, and the key of its request. */
  proven: { key: string; objective: number } | null = $state.raw(null);
  readonly #plan: () => Plan;
  readonly #client: AssignmentClient;

  /** @param plan the plan on screen */
  constructor(plan: () => Plan, client: AssignmentClient = assignmentClient()) {
    this.#plan = plan;
    this.#client = client;
  }

  get phase(): RequestPhase {
    return this.#request.phase;
  }

  get stages(): readonly AssignmentProgress[] {
    return this.#request.items;
  }

  get result(): AssignmentResult | null {
    return this.#request.value?.result ?? null;
  }

  /** Identifies what was asked; null before the first search. */
  get key(): string | null {
    return this.#request.key;
  }

  get outOfMemory(): boolean {
    const { error } = this.#request;
    return error instanceof WorkerFailure && error.outOfMemory;
  }

  async run(request: AssignmentRequest): Promise<void> {
    this.dismiss();
    const key = requestKey(request);
    this.asked = request;
    await this.#request.send(key, (push) => this.#solve(request, key, push));
    if (this.phase === 'failed') console.warn('assignment', this.#request.error);
  }

  /** Stops the search; the best plan reported so far can still be accepted. */
  stop(): void {
    this.#request.stop();
  }

  /** Takes a better answer to what was asked, that its verification met. */
  replace(result: AssignmentResult): void {
    const { asked, key } = this;
    if (!asked || key === null) return;
    const { assignment, coordinators } = result;
    this.#request.set(key, { result, best: { units: asked.problem.units, assignment, coordinators } });
    if (result.status === 'optimal' && result.objective !== null)
      this.proven = { key, objective: result.objective };
  }

  /** Stops the search and forgets its plan. */
  dismiss(): void {
    this.stop();
    this.#request.reset();
  }

  async #solve(request: AssignmentRequest, key: string, push: (stage: Stage) => void) {
    const { units } = request.problem;
    let best: BestPlan | null = null;
    const result = await this.#client.solve(request, (stage) => {
      const { assignment, coordinators } = stage;
      if (assignment) best = { units, assignment, coordinators };
      push({ ...stage, best });
    });
    if (result.status === 'optimal' && result.objective !== null && !result.penalty)
      this.proven = { key, objective: result.objective };
    const { relaxed, coordinators } = result;
    return { result, best: { units, assignment: relaxed?.assignment ?? result.assignment, coordinators } };
  }
}

export const [assignmentSearch, provideAssignmentSearch] = createContext<AssignmentSearch>();
