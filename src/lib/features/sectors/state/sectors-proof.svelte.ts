// What backs the answer of a search: its certificate, made and checked in a worker.
import { createContext } from 'svelte';
import { isOutOfBand } from '$lib/model/assignment/fair-load.ts';
import { checkPlan, type MakingProgress } from '$lib/engines/proof';
import { Request } from '$lib/session/request.svelte.ts';
import { assignmentClient } from '$lib/workers/assignment/client.ts';
import type { AssignmentRequest, CertifiedAnswer, PlanRequest } from '$lib/workers/assignment/protocol.ts';
import type { AssignmentResult } from '$lib/model/plan.ts';
import { requestKey } from '$lib/model/assignment/request-key.ts';
import type { AssignmentSearch } from './assignment-search.svelte.ts';
import type { SectorsRequests } from './sectors-requests.svelte.ts';
import type { EditedPlan } from './edited-plan.ts';

/** Seconds for a certificate, behind the answer and when it is asked for again. */
const SECONDS = 60;
export const MORE_SECONDS = 120;

/** An answer, what was asked, and the key of the request: an optimum, no plan at all, or a plan that may not be the best. */
interface Claim {
  key: string;
  asked: AssignmentRequest;
  result: AssignmentResult;
}

/** Why an answer can have no certificate; null when it can. */
export function uncertifiable({ balance, teams, problem }: PlanRequest): string | null {
  if (balance === 'hours') return 'hours-balance';
  if (teams !== null) return 'teams-balance';
  return problem.soft ? 'soft-problem' : null;
}

type SearchedPlan = EditedPlan & {
  readonly search: AssignmentSearch;
  readonly requests: Pick<SectorsRequests, 'planOf'>;
};

export class SectorsProof {
  readonly #certifier = assignmentClient();
  readonly certificate = new Request<CertifiedAnswer, MakingProgress>({
    stop: () => this.#certifier.stop(),
    mostItems: 1
  });
  readonly #sectors: SearchedPlan;
  constructor(sectors: SearchedPlan) {
    this.#sectors = sectors;
  }

  /** The last answer that can be checked: it outlives the search, which ends when its plan is adopted. */
  claim: Claim | null = $state.raw(null);
  /** The rules on screen are still those of the claim. */
  isCurrent = $derived.by(() => this.claim?.key === requestKey(this.#sectors.request));
  /** Travel of the plan beyond the proven optimum under the current rules, minutes a week; null without a proof. */
  overOptimum: number | null = $derived.by(() => {
    const { search, unassigned, figures } = this.#sectors;
    const { proven } = search;
    if (!proven || unassigned.length > 0 || proven.key !== requestKey(this.#sectors.request)) return null;
    return (figures.objective - proven.objective) / 10;
  });
  /** The plan on screen is the one that a certificate, checked apart, says is the least by the estimate. */
  isVerified = $derived.by(() => {
    const { value, phase, key } = this.certificate;
    const isCertified = phase === 'done' && value?.answer.certified === true && key === this.claim?.key;
    return isCertified && this.isCurrent && this.overOptimum === 0;
  });
  /** The plan on screen keeps every rule: by code apart from any search, and by the loads that are shown. */
  keepsRules: boolean = $derived.by(() => {
    const sectors = this.#sectors;
    const { unassigned, roads, figures, settings, leaders } = sectors;
    if (unassigned.length > 0 || roads === null) return false;
    if (isOutOfBand(figures.spread.maxDeviation, settings.tolerance)) return false;
    const { problem, balance, teams } = sectors.request;
    const plan = sectors.requests.planOf(problem.units);
    return checkPlan(problem, plan, { balance, teams, coordinators: leaders }).breaches.length === 0;
  });
  /** Why it can have no certificate; null when it can. */
  unsupported: string | null = $derived.by(() => {
    return this.claim && uncertifiable(this.claim.asked);
  });

  /** Ends with the certificate of the last search. */
  whole: Promise<void> = Promise.resolve();

  /** Takes the answer of a search that has ended: its certificate is made behind it. */
  follow(): void {
    const { asked, result, key } = this.#sectors.search;
    this.certificate.stop();
    const isClaim = result !== null && (result.status === 'infeasible' || result.objective !== null);
    this.claim = isClaim && asked && key !== null ? { key, asked, result } : null;
    this.whole = this.certify();
  }

  /** Makes the certificate of the search's answer, once; anew with more time when asked. */
  async certify(seconds = SECONDS): Promise<void> {
    const { search } = this.#sectors;
    if (!this.claim || this.unsupported !== null) return;
    const { key, asked, result } = this.claim;
    this.certificate.stop();
    await this.certificate.send(key, (push) =>
      this.#certifier.certify({ problem: asked.problem, answer: result, seconds }, push)
    );
    const { value, phase } = this.certificate;
    if (phase === 'failed') console.warn('certificate', this.certificate.error);
    const { objective, status } = value?.answer ?? result;
    const isBetter = objective !== result.objective || status !== result.status;
    if (phase === 'done' && value && isBetter && search.key === key) search.replace(value.answer);
  }

  stop(): void {
    this.#certifier.stop();
  }
}

export const [sectorsProof, provideSectorsProof] = createContext<SectorsProof>();
