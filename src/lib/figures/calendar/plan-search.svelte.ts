// The search for a plan, shown once it is whole; a team whose rules clash keeps the meetings that it can hold, and is told why.
import { searchSeconds } from '$lib/session/kit/search-time.ts';
import { setAside, withoutUndated, type SetAside } from '$lib/engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';
import type { ConflictRule } from '$lib/model/meetings/meeting-rules.ts';
import { FirstPlans, type PlanFound, type PlanProgress } from './first-plans.ts';

/** Parts of the work of one search, about four seconds: the same dates on every machine. Tests ask for fewer. */
const PARTS = 150;
const LONG = 10;
const searchParts = (): number => Math.ceil((PARTS * searchSeconds(LONG)) / LONG);

/** The same for the same plan. */
const keyOf = (problem: MeetingProblem): string => JSON.stringify([problem, searchParts()]);

export class PlanSearch {
  readonly #request = new Request<PlanFound, PlanProgress>({
    stop: () => this.#first.client.stop(),
    mostItems: 1
  });
  /** Teams set aside by the search under way, or the last one. */
  aside: readonly SetAside[] = $state.raw([]);
  /** What the last search was asked. */
  asked: MeetingProblem | null = $state.raw(null);
  readonly #first: FirstPlans;
  /** It is made from nothing: other pages of the tab have it as well. */
  #isFirst = false;
  /** Searches so far that went on from a plan. */
  #searches = 0;
  /** Gives the best plan of the search under way, and no other after it. */
  #close: () => void = () => undefined;

  constructor(first = new FirstPlans()) {
    this.#first = first;
  }

  get phase(): RequestPhase {
    return this.#request.phase;
  }

  get progress(): PlanProgress | null {
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

  /** Whether the tab has the whole first plan of this already. */
  isFound(problem: MeetingProblem): boolean {
    return this.#first.isFound(keyOf(problem));
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
    this.#isFirst = from === null;
    let best: PlanProgress | null = null;
    let isOpen = true;
    // What the worker had sent before it was ended still comes: too late.
    const close = () => {
      if (isOpen && best?.meetings && (this.aside.length > 0 || (best.cost ?? Infinity) < worth))
        onPlan(best.meetings);
      isOpen = false;
    };
    this.#close = close;
    const key = keyOf(problem);
    await this.#request.send(key, async (push) => {
      const tell = (progress: PlanProgress) => {
        if (!isOpen) return;
        best = progress;
        this.aside = progress.aside;
        push(progress);
      };
      const search = (onProgress: typeof tell) => this.#plan(problem, from?.plan ?? null, onProgress);
      try {
        if (from) this.#first.stop();
        const found = await (from ? search(tell) : this.#first.find(key, tell, search));
        if (this.asked === problem) this.aside = found.aside;
        return found;
      } finally {
        close();
      }
    });
    if (this.phase === 'failed') console.warn('meetings', this.error);
  }

  /** The best plan so far stays. */
  stop(): void {
    if (this.phase !== 'pending') return;
    this.#close();
    this.#request.stop();
  }

  /** A first plan is looked for to its end, for the other pages of the tab. */
  leave(): void {
    if (!this.#isFirst) this.stop();
  }

  async #plan(
    problem: MeetingProblem,
    start: readonly PlannedMeeting[] | null,
    onProgress: (progress: PlanProgress) => void
  ): Promise<PlanFound> {
    // A first plan is the same wherever it is made; each search that goes on from one tries otherwise.
    const seed = start ? 1 + ++this.#searches : 1;
    for (let aside: readonly SetAside[] = []; ;) {
      const tell = (progress: Omit<PlanProgress, 'aside'>) => onProgress({ ...progress, aside });
      const order = {
        problem: withoutUndated(problem, aside),
        parts: searchParts(),
        seed,
        ...(start && { start })
      };
      const solution = await this.#first.client.plan(order, tell);
      const next = solution.status === 'infeasible' ? setAside(problem, aside, solution.conflict) : null;
      if (next === null) {
        if (solution.status === 'planned') tell(solution);
        return { solution, aside };
      }
      if (this.asked !== problem) return { solution, aside };
      aside = next;
    }
  }
}
