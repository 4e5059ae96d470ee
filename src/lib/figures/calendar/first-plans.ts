// A plan that is made from nothing depends on its problem alone: it is looked for once for the tab, by one worker, whichever page asks.
import type { CheckedYear, MeetingProgress, MeetingSolution, SetAside } from '$lib/engines/meetings/index.ts';
import type { Decision } from '$lib/session/decision/decision.svelte.ts';
import { meetingsClient, type MeetingsClient } from '$lib/workers/meetings/client.ts';
import { keptRecord } from '../kept-record.svelte.ts';

/** A plan on the way, or the last one with its check. */
export type PlanProgress = MeetingProgress & { checked?: CheckedYear | null; aside: readonly SetAside[] };

export interface PlanFound {
  solution: MeetingSolution;
  aside: readonly SetAside[];
}

type OnProgress = (progress: PlanProgress) => void;

/** `told`: pages that wait for it; null once it is whole. */
interface FirstPlan {
  found: Promise<PlanFound>;
  last: PlanProgress | null;
  told: OnProgress[] | null;
}

export class FirstPlans {
  readonly client: MeetingsClient;
  readonly #plans = new Map<string, FirstPlan>();

  constructor(client = meetingsClient()) {
    this.client = client;
  }

  /** Whether a whole plan is there already. */
  isFound(key: string): boolean {
    return this.#plans.get(key)?.told === null;
  }

  /**
   * @param key of the problem and of how long its search may last
   * @param tell called with what is there already as well
   * @throws as the search does; it is begun anew by who asks next
   */
  find(key: string, tell: OnProgress, search: (tell: OnProgress) => Promise<PlanFound>): Promise<PlanFound> {
    const there = this.#plans.get(key);
    if (there) {
      there.told?.push(tell);
      if (there.last) tell(there.last);
      return there.found;
    }
    // One at a time: a page that was left asked the other.
    this.stop();
    const plan: FirstPlan = { found: null!, last: null, told: [tell] };
    const found = search((progress) => {
      // What the worker had sent before its answer may come after it.
      if (plan.told) plan.last = progress;
      plan.told?.forEach((one) => one(progress));
    });
    plan.found = found.finally(() => (plan.told = null));
    plan.found.catch(() => this.#plans.delete(key));
    this.#plans.set(key, plan);
    return plan.found;
  }

  /** Ends the search under way. */
  stop(): void {
    if ([...this.#plans.values()].some(({ told }) => told)) this.client.stop();
  }
}

/** Of each tab: its decision is that of one territory. */
const plansOf = keptRecord<Decision, FirstPlans>();

export const firstPlans = (decided: Decision): FirstPlans => plansOf(decided, () => new FirstPlans());
