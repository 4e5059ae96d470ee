// State of a vote on criteria: the plans, the hands raised, and what they rank first. Nothing of it is stored.
import type { Dashboard } from '$lib/cube/dashboard';
import { criteriaVote, standingPlans, type Hands, type VotePlan } from '$lib/engines/situations';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { importedRules, settingsOf } from '$lib/features/sectors/state/plan-import';
import { planFragment } from '$lib/features/sectors/state/sectors-address';
import { SectorsState } from '$lib/features/sectors/state/sectors-state.svelte';
import { namingOf } from '$lib/features/sectors/words';
import type { Plan } from '$lib/model/plan';
import type { Scenario } from '$lib/model/scenario';
import { Decision } from '$lib/session/decision/decision.svelte';
import { samePlan, type ProvenPlans } from '$lib/session/proven-plans.svelte';
import { keptKeyOf } from '$lib/storage/kept-key';
import { scenarioStore } from '$lib/storage/kept-plans';
import { Request, type RequestPhase } from '$lib/session/request.svelte';
import { assignmentClient } from '$lib/workers/assignment/client';
import { proveKept, type KeptCheck } from './prove-kept';

/** Id of today's plan among those that are ranked. */
export const TODAY = 'today';
export const NO_HANDS: Hands = { road: 0, balance: 0, stability: 0 };

/** A plan to vote on, its figures and its name: a letter, or none for today's. */
export interface BallotPlan extends VotePlan {
  plan: Plan;
  letter: string | null;
  /** What the service called it, if it kept it. */
  name: string | null;
}

/** A, B, … Z, AA, AB, … */
const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

export class VoteState {
  readonly sectors: SectorsState;
  hands: Hands = $state.raw(NO_HANDS);
  /** Null when they are not counted. */
  voters: number | null = $state(null);
  withToday = $state(true);
  /** Plans that the service kept under a name, in this tab or on this computer. */
  kept: readonly Scenario[] = $state.raw([]);
  /** What the solver says of those, one after the other. */
  readonly checks = new Request<void, KeptCheck>({ stop: () => this.#client.stop() });
  readonly #client = assignmentClient();
  readonly #proven: ProvenPlans;

  today = $derived.by(() => this.#figures(TODAY, this.sectors.today, null));
  isTodayWhole = $derived.by(() => this.sectors.figuresOf(this.sectors.today).unassigned.length === 0);
  /** Those proven with the road in use. */
  #made: readonly Plan[] = $derived.by(() => this.#proven.under(this.sectors.settings.road));
  /** Proven plans that no other equals or betters in all, least travel first. */
  proven: readonly BallotPlan[] = $derived.by(() => {
    const plans = this.#made.map((plan, at) => this.#figures(`plan ${at}`, plan, null));
    return standingPlans(plans)
      .sort((a, b) => a.road - b.road || a.balance - b.balance || a.stability - b.stability)
      .map((one, at) => ({ ...one, letter: letterOf(at) }));
  });
  apart = $derived.by(() => this.#made.length - this.proven.length);
  plans: readonly BallotPlan[] = $derived.by(() =>
    this.withToday && this.isTodayWhole ? [this.today, ...this.proven] : this.proven
  );
  result = $derived.by(() => criteriaVote(this.plans, this.hands, this.voters));

  /** @param decision that of the tab, whose road every plan is told with */
  constructor(file: AssignmentFile, dashboard: Dashboard, proven: ProvenPlans, decision: Decision) {
    this.#proven = proven;
    this.sectors = new SectorsState(file, dashboard, namingOf(dashboard), () => '', proven, decision);
    this.sectors.set(settingsOf(proven.settings));
    this.sectors.setRules(importedRules(proven.settings, file));
  }

  /** Reads the plans that the service kept. Browser only. */
  open(): void {
    const kept = scenarioStore(keptKeyOf(this.sectors.dashboard.territory));
    const stored = kept.read();
    this.kept = (kept.held() ?? (stored.state === 'kept' ? stored.list : null))?.items ?? [];
  }

  get isWorking(): boolean {
    return this.#phases.includes('pending');
  }

  get hasFailed(): boolean {
    return this.#phases.includes('failed');
  }

  get #phases(): readonly RequestPhase[] {
    const { margin, front } = this.sectors.requests;
    return [this.checks.phase, margin.phase, front.phase];
  }

  /** Makes plans: the kept ones proven or bettered, then one for each tolerance, then those between. */
  async make(): Promise<void> {
    const { requests } = this.sectors;
    await this.checks.send('kept', (push) => this.#checkKept(push));
    if (this.checks.phase === 'done') await requests.requestMargin();
    if (requests.margin.phase === 'done') await requests.requestParetoFront();
  }

  stop(): void {
    this.checks.stop();
    this.sectors.requests.stop();
  }

  async #checkKept(push: (check: KeptCheck) => void): Promise<void> {
    for (const { name, plan } of this.kept) {
      const verdict = await proveKept(this.sectors, this.#client, plan);
      push({ name, verdict });
    }
    this.#client.stop();
  }

  planOf(id: string): BallotPlan {
    const found = this.plans.find((one) => one.id === id);
    if (!found) throw new Error(`no plan ${id}`);
    return found;
  }

  /** Address of a plan on the page of sectors, under the site's base. */
  addressOf({ plan }: BallotPlan): string {
    const query = this.sectors.decision.followed(this.sectors.write(), ['road']).toString();
    return `/secteurs${query && `?${query}`}#${planFragment(this.sectors.file, plan)}`;
  }

  /** Travel is the solver's estimate, as the proofs are. */
  #figures(id: string, plan: Plan, letter: string | null): BallotPlan {
    const { objective, spread, pupilsMoved } = this.sectors.figuresOf(plan);
    const name = this.kept.find((one) => samePlan(one.plan, plan))?.name ?? null;
    return {
      id,
      plan,
      letter,
      name,
      road: objective / 10,
      balance: spread.maxDeviation,
      stability: pupilsMoved
    };
  }
}
