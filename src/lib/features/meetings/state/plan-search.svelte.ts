// The search for a plan, shown once it is whole; a team whose rules clash keeps the meetings that it can hold, and is told why.
import { searchSeconds } from '$lib/session/kit/search-time.ts';
import {
  type CheckedYear,
  type MeetingProgress,
  type MeetingSolution,
  setAside,
  withoutUndated,
  type SetAside
} from '$lib/engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';
import { meetingsClient, type MeetingsClient } from '$lib/workers/meetings/client.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';
import type { ConflictRule } from '$lib/model/meetings/meeting-rules.ts';

/** Parts of the work of one search, about four seconds: the same dates on every machine. Tests ask for fewer. */
const PARTS = 150;
const LONG = 10;
const searchParts = (): number => Math.ceil((PARTS * searchSeconds(LONG)) / LONG);
/** A plan on the way, or the last one with its check. */
type SearchProgress = MeetingProgress & { checked?: CheckedYear | null };

interface Found {
  solution: MeetingSolution;
  aside: readonly SetAside[];
}

export class PlanSearch {
  readonly #request = new Request<Found, SearchProgress>({
    stop: () => this.#client.stop(),
    mostItems: 1
  });
  /** Teams set aside by the search under way, or the last one. */
  aside: readonly SetAside[] = $state.raw([]);
  /** What the last search was asked. */
  asked: MeetingProblem | null = $state.raw(null);
  readonly #client: MeetingsClient;
  /** Searches so far that went on from a plan. */
  #searches = 0;
  /** Gives the best plan of the search under way, and no other after it. */
  #close: () => void = () => undefined;

  constructor(client: MeetingsClient = meetingsClient()) {
    this.#client = client;
  }

  get phase(): RequestPhase {
    return this.#request.phase;
  }

  get progress(): SearchProgress | null {
    return this.#request.items.at(-1) ?? null;
  }

  /** Rules that no plan keeps: nothing was planned. */
  get conflict(): readonly ConflictRule[] {
    const solution = this.#request.value?.solution;
    return this.phase === 'done' && solution?.status === 'infeasible' ? solution.conflict : [];
  }

  /** No plan was found, and nothing proves that there is none. */
  get isUnknown(): boolean {
    return this.phase === 'done' && this.#request.value?.solution.status === 'unknown';
  }

  get error(): unknown {
    return this.#request.error;
  }

  /**
   * @param onPlan given the best plan at the end, or when it is stopped, once: no plan of an unfinished search is drawn
   * @param from the plan on screen and what it costs: the search goes on from it, and gives a better one only
   */
  async run(
    problem: MeetingProblem,
    onPlan: (plan: readonly PlannedMeeting[]) => void,
    from: { plan: readonly PlannedMeeting[]; worth: number } | null = null
  ): Promise<void> {
    const worth = from?.worth ?? Infinity;
    this.stop();
    this.asked = problem;
    this.aside = [];
    let best: SearchProgress | null = null;
    let isOpen = true;
    // What the worker had sent before it was ended still comes: too late.
    const close = () => {
      if (isOpen && best?.meetings && (this.aside.length > 0 || (best.cost ?? Infinity) < worth))
        onPlan(best.meetings);
      isOpen = false;
    };
    this.#close = close;
    await this.#request.send(JSON.stringify(problem), (push) =>
      this.#plan(problem, from?.plan ?? null, (progress) => {
        if (!isOpen) return;
        best = progress;
        push(progress);
      }).finally(close)
    );
    if (this.phase === 'failed') console.warn('meetings', this.error);
  }

  /** The best plan so far stays. */
  stop(): void {
    if (this.phase !== 'pending') return;
    this.#close();
    this.#request.stop();
  }

  async #plan(
    problem: MeetingProblem,
    start: readonly PlannedMeeting[] | null,
    onProgress: (progress: SearchProgress) => void
  ): Promise<Found> {
    // A first plan is the same wherever it is made; each search that goes on from one tries otherwise.
    const seed = start ? 1 + ++this.#searches : 1;
    for (;;) {
      const { aside } = this;
      const order = {
        problem: withoutUndated(problem, aside),
        parts: searchParts(),
        seed,
        ...(start && { start })
      };
      const solution = await this.#client.plan(order, onProgress);
      const next = solution.status === 'infeasible' ? setAside(problem, aside, solution.conflict) : null;
      if (next === null) {
        if (solution.status === 'planned') onProgress(solution);
        return { solution, aside };
      }
      if (this.asked !== problem) return { solution, aside };
      this.aside = next;
    }
  }
}
