// What a change asks of the plan: the fewest meetings that move, of which each is taken or kept, those left without a date, and what the plan is then worth.
import { createContext } from 'svelte';
import {
  checkPlan,
  type CheckedYear,
  type MeetingMove,
  setAside,
  withoutUndated,
  type SetAside
} from '$lib/engines/meetings/index.ts';
import {
  type MeetingProblem,
  type PlannedMeeting,
  type Slot,
  sameSlot
} from '$lib/model/meetings/meeting-problem.ts';
import type { Away } from '$lib/model/meetings/meetings-file.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';
import { meetingsClient, type MeetingsClient } from '$lib/workers/meetings/client.ts';
import type { CheckedRepair, RepairAnswer } from '$lib/workers/meetings/protocol.ts';
import type { Stated } from '$lib/figures/calendar/calendar-year.svelte.ts';
import type { MeetingsState } from '../meetings-state.svelte.ts';
import { moveKey, withChoices } from './moves.ts';
import type { ConflictRule } from '$lib/model/meetings/meeting-rules.ts';

export interface ChangeRequest {
  /** What changed, in the reader's words. */
  why: string;
  problem: MeetingProblem;
  /** Absences of members declared until now; and of these, those of the change. */
  declared: readonly Away[];
  changed: readonly Away[];
  /** Teams of which the plan leaves meetings without a date already. */
  aside: readonly SetAside[];
  /** The plan that is repaired, and the one on screen then. */
  before: readonly PlannedMeeting[];
  shown: readonly PlannedMeeting[];
  part: Partial<Stated>;
}

interface Repaired {
  repaired: RepairAnswer;
  aside: readonly SetAside[];
}

export class ChangeProposal {
  change: ChangeRequest | null = $state.raw(null);
  /** A meeting to cancel, chosen on another view; the form takes it over. */
  cancelling: PlannedMeeting | null = null;
  choices: Readonly<Record<string, Slot>> = $state.raw({});
  readonly #client: MeetingsClient;
  readonly #request = new Request<Repaired>({ stop: () => this.#client.stop() });
  #value: Repaired | null = $derived.by(() =>
    this.change && this.#request.phase === 'done' ? this.#request.value : null
  );
  /** Meetings that the declared absences touch move too. */
  isLeaving: boolean = $state(false);
  #repaired: CheckedRepair | null = $derived.by(() => {
    const answer = this.#value?.repaired ?? null;
    return (this.isLeaving && answer?.leaving) || answer;
  });
  /** The repair of the fewest moves and the one that leaves fewer meetings touched, where there is a choice. */
  both: readonly [staying: CheckedRepair, leaving: CheckedRepair] | null = $derived.by(() => {
    const answer = this.#value?.repaired;
    return answer?.leaving ? [answer, answer.leaving] : null;
  });
  /** Meetings that the declared absences touch in the plan proposed. */
  touched = $derived.by(() => this.#repaired?.touched ?? []);
  /** Teams of which the repaired plan leaves meetings without a date. */
  aside: readonly SetAside[] = $derived.by(() => this.#value?.aside ?? this.change?.aside ?? []);
  /** What the repaired plan answers. */
  problem: MeetingProblem | null = $derived.by(() =>
    this.change ? withoutUndated(this.change.problem, this.aside) : null
  );
  moves: readonly MeetingMove[] = $derived.by(() => this.#repaired?.moves ?? []);
  /** The repaired plan, with the dates chosen otherwise; null before it is there, and where there is none. */
  plan: readonly PlannedMeeting[] | null = $derived.by(() =>
    this.#repaired?.status === 'planned' ? withChoices(this.#repaired.meetings, this.choices) : null
  );
  /** Of the plan: that of the worker, unless other dates were chosen here. */
  checked: CheckedYear | null = $derived.by(() => {
    if (!this.problem || !this.plan) return null;
    return this.isPart ? checkPlan(this.problem, this.plan) : (this.#repaired?.checked ?? null);
  });
  conflict: readonly ConflictRule[] = $derived.by(() => this.#repaired?.conflict ?? []);

  constructor(client: MeetingsClient = meetingsClient()) {
    this.#client = client;
  }

  /** Some dates are not those of the repair. */
  get isPart(): boolean {
    return Object.keys(this.choices).length > 0;
  }

  get phase(): RequestPhase {
    return this.#request.phase;
  }

  /** No repair was found, and nothing proves that there is none. */
  get isUnknown(): boolean {
    return this.#repaired?.status === 'unknown';
  }

  /** No plan moves fewer meetings. */
  get isFewest(): boolean {
    return this.#repaired?.fewest ?? false;
  }

  async ask(change: ChangeRequest): Promise<void> {
    this.stop();
    this.choices = {};
    this.isLeaving = false;
    this.change = change;
    await this.#request.send(JSON.stringify(change.part), () => this.#repair(change));
    if (this.phase === 'failed') console.warn('meetings', this.#request.error);
  }

  /** Chooses between the two repairs; dates chosen in the other are given up. */
  leave(isLeaving: boolean): void {
    this.isLeaving = isLeaving;
    this.choices = {};
  }

  /** @param slot null: the date of the repair */
  choose(move: MeetingMove, slot: Slot | null): void {
    const choices: Record<string, Slot> = { ...this.choices };
    delete choices[moveKey(move)];
    if (slot !== null && !sameSlot(slot, move.to)) choices[moveKey(move)] = slot;
    this.choices = choices;
  }

  chosenOf(move: MeetingMove): Slot {
    return this.choices[moveKey(move)] ?? move.to;
  }

  /** Other dates of a meeting that moves, the rest being as the repair has it: the best first. */
  othersOf(move: MeetingMove): readonly Slot[] {
    return this.#repaired?.others[this.moves.indexOf(move)] ?? [];
  }

  /** Takes the plan as it is chosen, unless it breaks a rule. */
  accept(state: MeetingsState): boolean {
    const { change, plan, checked } = this;
    if (!change || !plan || !checked || checked.broken.length > 0) return false;
    state.adopt(plan, change.why, change.part, this.aside);
    this.drop();
    return true;
  }

  drop(): void {
    this.stop();
    this.change = null;
    this.choices = {};
    this.#request.reset();
  }

  stop(): void {
    this.#request.stop();
    this.#client.stop();
  }

  /** A team whose rules clash after the change gives up the meetings that it can no longer hold. */
  async #repair({ problem, before, aside, declared, changed }: ChangeRequest): Promise<Repaired> {
    for (let left = aside; ;) {
      const repaired = await this.#client.repair({
        problem: withoutUndated(problem, left),
        before,
        declared,
        changed
      });
      const next = repaired.status === 'infeasible' ? setAside(problem, left, repaired.conflict) : null;
      if (next === null) return { repaired, aside: left };
      left = next;
    }
  }
}

export const [getProposal, provideProposal] = createContext<ChangeProposal>();
