// Requests about the plan on screen: prices of a school, fewest changes, one more post, an absence.
import { createContext } from 'svelte';
import { applyMoves, movesOfUnits } from '$lib/model/assignment/plan-moves.ts';
import {
  assignmentOf,
  compileOptions,
  compileProblem,
  roadDemand,
  unitSchools
} from '$lib/engines/assignment';
import {
  offersFor,
  type Absence,
  type FewestChanges,
  type ForcedPrice,
  type NewPost,
  type Offer,
  type PostPlace
} from '$lib/engines/situations';
import { atPeak } from '$lib/model/travel/travel-settings.ts';
import type { Plan } from '$lib/model/plan.ts';
import { assignmentClient, type AssignmentClient } from '$lib/workers/assignment/client.ts';
import type { EditedPlan } from './edited-plan.ts';
import { requestKey } from '$lib/model/assignment/request-key.ts';
import { Request } from '$lib/session/request.svelte.ts';

export class SectorsRequests {
  readonly prices = new Request<void, ForcedPrice>();
  readonly post = new Request<void, NewPost>();
  readonly absence = new Request<Absence>();
  /** How few pupils can change referent under the rules. */
  readonly fewest = new Request<FewestChanges>();
  /** What a result depends on: the rules, and for all but the fewest changes the plan. */
  #rules = $derived.by(() => {
    const request = this.#sectors.request;
    return JSON.stringify([requestKey(request), request.teams && this.#sectors.leaders]);
  });
  #all = $derived.by(() => JSON.stringify([this.#rules, this.#sectors.plan]));
  readonly #sectors: EditedPlan;
  readonly #client: AssignmentClient;

  constructor(sectors: EditedPlan, client: AssignmentClient = assignmentClient()) {
    this.#sectors = sectors;
    this.#client = client;
  }

  /** The plan by units of the request; units whose schools have several posts are left out. */
  planOf(units: readonly { id: string; schools?: readonly string[] }[]): Record<string, string> {
    const { referents } = this.#sectors.plan;
    return Object.fromEntries(
      units.flatMap(({ id, schools = [] }) => {
        const [post, ...others] = schools.map((uai) => referents[uai]);
        return post !== undefined && others.every((one) => one === post) ? [[id, post] as const] : [];
      })
    );
  }

  /** Cost of the whole plan if the unit of a school went to each other post. */
  async requestPrices(uai: string): Promise<void> {
    const request = this.#sectors.request;
    const { units } = request.problem;
    const unit = units.find(({ schools }) => schools.includes(uai));
    if (!unit) return this.prices.reset();
    const plan = this.planOf(units);
    await this.#alone(this.prices, uai, (push) => this.#client.prices(request, plan, unit.id, push));
  }

  /** Applies a result's assignment of units to the plan on screen, as one undo step. */
  takeAssignment(assignment: Readonly<Record<string, string>>): void {
    this.#sectors.take(this.planWith(assignment));
  }

  /** The plan on screen with a result's assignment applied. */
  planWith(assignment: Readonly<Record<string, string>>): Plan {
    const { plan } = this.#sectors;
    return applyMoves(plan, movesOfUnits(plan, this.#sectors.request.problem.units, assignment));
  }

  /** Whether the plan or the rules have changed since the result. */
  isStale(request: { basis: string | null }): boolean {
    return request.basis !== null && request.basis !== this.#basisOf(request);
  }

  async requestNewPost(id: string): Promise<void> {
    const request = this.#sectors.request;
    const places = this.#places(request.problem.units);
    await this.#alone(this.post, id, (push) => this.#client.newPost(request, places, id, push));
  }

  async requestAbsence(post: string): Promise<void> {
    const request = this.#sectors.request;
    const plan = this.planOf(request.problem.units);
    await this.#alone(this.absence, post, () => this.#client.absence(request, plan, post));
  }

  /** @param from unit -> referent */
  async requestFewest(from: Readonly<Record<string, string>> | null): Promise<void> {
    const request = this.#sectors.request;
    await this.#alone(this.fewest, 'fewest', () => this.#client.fewest(request, from));
  }

  /** Posts that could take a waiting school, and the time that it would add; computed synchronously. */
  offers(uai: string): Offer[] {
    const sectors = this.#sectors;
    const all = unitSchools(sectors.file, sectors.facts, { ...sectors.settings, withWaiting: true });
    const school = all.find((one) => one.uai === uai);
    if (!school) return [];
    const { problem, balance, teams } = sectors.request;
    const compiled = compileProblem(problem, compileOptions(balance, teams));
    const minutes = compiled.referents.map((post) => sectors.minutesOf(uai, post));
    const plan = this.planOf(problem.units);
    return offersFor(compiled, assignmentOf(compiled, plan), {
      ...school,
      ...roadDemand(sectors.file, sectors.settings.road)(school),
      minutes
    });
  }

  stop(): void {
    this.#client.stop();
  }

  #places(units: readonly { schools?: readonly string[] }[]): PostPlace[] {
    const { file, dashboard, settings } = this.#sectors;
    const columnOf = (uai: string) => file.schools.findIndex((school) => school.uai === uai);
    return file.bases.map((id, row) => {
      const town = dashboard.communes.find(({ code }) => code === id);
      const minutes = units.map(({ schools = [] }) => {
        const times = schools.map((uai) => atPeak(file.minutes[row]?.[columnOf(uai)] ?? null, settings.road));
        return times.includes(null)
          ? null
          : times.reduce((sum: number, one) => sum + (one ?? 0), 0) / times.length;
      });
      return { id, base: { lat: town?.town_lat ?? 0, lon: town?.town_lon ?? 0 }, minutes };
    });
  }

  #basisOf(request: object): string {
    return request === this.fewest ? this.#rules : this.#all;
  }

  /** One request at a time: the previous one is stopped. */
  async #alone<Value, Item>(
    request: Request<Value, Item>,
    key: string,
    work: (push: (item: Item) => void) => Promise<Value>
  ): Promise<void> {
    this.#client.stop();
    request.reset();
    await request.send(key, work, this.#basisOf(request));
    if (request.phase === 'failed') console.warn('assignment request', request.error);
  }
}

export const [sectorsRequests, provideSectorsRequests] = createContext<SectorsRequests>();
