// Plans proven in this tab, which the pages share until it is closed. Nothing is stored.
import { createContext } from 'svelte';
import type { Plan } from '$lib/model/plan.ts';
import { sameRoad, USUAL_ROAD, type RoadSettings } from '$lib/model/travel/travel-settings.ts';

export class ProvenPlans {
  /** Settings and rules that the plans were made under, as their address; empty for the defaults. */
  settings: Readonly<Record<string, string>> = $state.raw({});
  /** In the order in which they were made. */
  list: readonly Plan[] = $state.raw([]);
  #basis: string | null = null;
  #road: RoadSettings = USUAL_ROAD;

  /**
   * Adds a plan. Plans made under other rules would not compare: they leave the list.
   *
   * @param basis what a proof depends on
   * @param road that it was made with
   */
  add(plan: Plan, basis: string, settings: Readonly<Record<string, string>>, road: RoadSettings): void {
    const others = basis === this.#basis ? this.list : [];
    this.#basis = basis;
    this.#road = road;
    this.settings = settings;
    if (!others.some((other) => samePlan(other, plan))) this.list = [...others, plan];
    else this.list = others;
  }

  /** Those of a road: none where they were made with another one. */
  under(road: RoadSettings): readonly Plan[] {
    return sameRoad(road, this.#road) ? this.list : [];
  }
}

/** Whether each school has the same referent in both. */
export function samePlan({ referents: one }: Plan, { referents: other }: Plan): boolean {
  const schools = Object.keys(one);
  return schools.length === Object.keys(other).length && schools.every((uai) => one[uai] === other[uai]);
}

export const [provenPlans, provideProvenPlans] = createContext<ProvenPlans>();
