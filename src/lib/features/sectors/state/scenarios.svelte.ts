// Named plans: saved, changed, shown, compared. In this tab's memory, and stored on this computer on request.
import { createContext } from 'svelte';
import type { Finding } from '$lib/model/findings.ts';
import type { Plan } from '$lib/model/plan.ts';
import { NO_SCENARIOS, freeName, tidyName, type Scenario, type ScenarioList } from '$lib/model/scenario.ts';
import { writePlanFile } from '$lib/storage/assignment-file.ts';
import { forgetHistory, keepHistory, keptHistory } from '$lib/storage/kept-history.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import { KeptPlans, type StoredScenarios } from '$lib/storage/kept-plans.ts';
import { diffPlans } from '$lib/model/assignment/plan-moves.ts';
import { planChanges, planFigures, tourRequest } from './plan-figures.ts';
import { openPlanFile, rulesOf, settingsOf } from './plan-import.ts';
import type { PlanTours } from './plan-tours.svelte.ts';
import type { SectorsState } from './sectors-state.svelte.ts';

/** Most scenarios compared at once, besides today's plan. */
export const MOST_COMPARED = 3;

/** The last action, and how to undo it. */
interface UndoableAction {
  what: 'removed' | 'shown';
  name: string;
  back: () => void;
}

/** Why the list is not stored, or no longer: `erased` in another tab. */
export type StorageProblem = 'refused' | 'damaged' | 'erased';

export class Scenarios {
  readonly sectors: SectorsState;
  readonly tours: PlanTours;
  stored = $state(false);
  problem: StorageProblem | null = $state(null);
  /** Ids of the compared scenarios, in the order chosen. */
  compared: readonly string[] = $state.raw([]);
  undoable: UndoableAction | null = $state.raw(null);
  /** Findings of the last file opened. */
  findings: readonly Finding[] = $state.raw([]);
  #scenarios: ScenarioList = $state.raw(NO_SCENARIOS);
  readonly #kept: KeptPlans;
  readonly #key: string;

  list: readonly Scenario[] = $derived(this.#scenarios.scenarios);
  /** Id of the scenario whose plan is on screen. */
  shown: string | null = $derived.by(
    () => this.list.find(({ plan }) => diffPlans(plan, this.sectors.plan).length === 0)?.id ?? null
  );
  /** Today's plan, then the compared scenarios, all under the current settings. */
  columns = $derived.by(() => {
    const chosen = this.compared.flatMap((id) => this.list.find((one) => one.id === id) ?? []);
    return [{ id: '', name: null, plan: this.sectors.today }, ...chosen].map(({ id, name, plan }) => {
      const request = tourRequest(this.sectors, plan);
      return { id, name, plan, request, figures: planFigures(this.sectors, plan) };
    });
  });

  constructor(sectors: SectorsState) {
    this.sectors = sectors;
    this.tours = sectors.tours;
    this.#key = keptKeyOf(sectors.dashboard.territory);
    this.#kept = new KeptPlans(this.#key);
  }

  /** Restores stored scenarios and watches other tabs; returns how to stop. Browser only. */
  restore(): () => void {
    const kept = this.#kept.read();
    const held = this.#kept.held();
    if (held && kept.state !== 'kept') this.#set(held);
    if (kept.state === 'kept') {
      this.#adopt(held ? this.#kept.merge(held) : kept);
      const steps = keptHistory(this.#key);
      if (steps) this.sectors.restoreHistory(steps);
    }
    if (kept.state === 'damaged') this.problem = 'damaged';
    return this.#kept.watch((now) => this.#onStorageChange(now));
  }

  /** Stores the undo history for a reload, while scenarios are stored. */
  storeHistory(): void {
    const { steps } = this.sectors;
    if (this.stored) keepHistory(this.#key, steps);
    else forgetHistory(this.#key);
  }

  /** Schools on screen whose post differs from today's. */
  changedIn(plan: Plan): number {
    return planChanges(this.sectors, plan).moved.length;
  }

  save(name: string): Scenario {
    const now = Date.now();
    const one = { name, plan: this.sectors.plan, settings: Object.fromEntries(this.sectors.write()) };
    return this.#add(one, now);
  }

  rename(id: string, name: string): void {
    const tidy = tidyName(name);
    this.#change(id, (one) => (tidy === '' || tidy === one.name ? one : { ...one, name: tidy }));
  }

  duplicate(id: string, name: string): void {
    const one = this.#find(id);
    if (one) this.#add({ ...one, name }, Date.now());
  }

  /** Removes a scenario; `undoable` restores it. */
  remove(id: string): void {
    const one = this.#find(id);
    if (!one) return;
    const { scenarios, gone } = this.#scenarios;
    const at = Math.max(Date.now(), one.changed);
    this.#commit({ scenarios: scenarios.filter((other) => other !== one), gone: { ...gone, [id]: at } });
    const compared = this.compared;
    this.compared = compared.filter((other) => other !== id);
    const back = () => {
      this.#commit({
        ...this.#scenarios,
        scenarios: [...this.list, { ...one, changed: Math.max(Date.now(), at + 1) }]
      });
      this.compared = compared;
    };
    this.undoable = { what: 'removed', name: one.name, back };
  }

  /** Shows a scenario: its plan is one undo step; `undoable` restores the settings as well. */
  show(id: string): void {
    const { sectors } = this;
    const one = this.#find(id);
    if (!one) return;
    const { plan, settings, rules } = sectors;
    sectors.set(settingsOf(one.settings));
    sectors.setRules(rulesOf(one.settings, sectors.file));
    sectors.apply(diffPlans(sectors.plan, one.plan));
    const back = () => {
      sectors.set(settings);
      sectors.setRules(rules);
      sectors.apply(diffPlans(sectors.plan, plan));
    };
    this.undoable = { what: 'shown', name: one.name, back };
  }

  undo(): void {
    this.undoable?.back();
    this.undoable = null;
  }

  compare(id: string): void {
    const others = this.compared.filter((one) => one !== id);
    if (others.length < this.compared.length) this.compared = others;
    else if (others.length < MOST_COMPARED) this.compared = [...others, id];
  }

  file(id: string): string {
    const one = this.#find(id);
    return one ? writePlanFile(this.sectors.file.territory, one) : '';
  }

  /** Adds the plan of a file to the list; null, and findings, when it is refused. The plan on screen does not change. */
  async open(file: File): Promise<Scenario | null> {
    const { plan, findings } = await openPlanFile(file, this.sectors.file);
    this.findings = findings;
    if (!plan) return null;
    return this.#add(plan, Date.now());
  }

  /** Turns storage on this computer on or off. Where it is refused, the list stays in memory. */
  keep(wanted: boolean): void {
    this.problem = null;
    if (wanted) this.#adopt(this.#kept.merge(this.#scenarios));
    else {
      this.#kept.forget();
      this.stored = false;
    }
  }

  /** Deletes all scenarios, in memory and on this computer. */
  erase(): void {
    this.keep(false);
    this.#set(NO_SCENARIOS);
    this.compared = [];
    this.undoable = null;
    this.findings = [];
  }

  #find(id: string): Scenario | undefined {
    return this.list.find((one) => one.id === id);
  }

  #add(one: Pick<Scenario, 'name' | 'plan' | 'settings'> & { made?: number | null }, now: number): Scenario {
    const { plan, settings } = one;
    const made = one.made ?? now;
    const added = {
      id: newId(),
      name: freeName(one.name, this.list),
      plan,
      settings,
      made,
      changed: now
    };
    this.#commit({ ...this.#scenarios, scenarios: [...this.list, added] });
    return added;
  }

  #change(id: string, change: (one: Scenario) => Scenario): void {
    const scenarios = this.list.map((one) => {
      const next = one.id === id ? change(one) : one;
      return next === one ? one : { ...next, changed: Math.max(Date.now(), one.changed + 1) };
    });
    this.#commit({ ...this.#scenarios, scenarios });
  }

  /** The list of this tab, which a saved territory carries. */
  #set(list: ScenarioList): void {
    this.#scenarios = list;
    this.#kept.hold(list);
  }

  #commit(list: ScenarioList): void {
    this.#set(list);
    if (!this.stored) return;
    // Another tab has erased the storage and its message may not have arrived: the list is not written again.
    if (this.#kept.read().state === 'none') this.#onStorageChange({ state: 'none' });
    else this.#adopt(this.#kept.merge(list));
  }

  #adopt(kept: StoredScenarios): void {
    if (kept.state === 'kept') {
      this.#set(kept.list);
      this.stored = true;
      this.problem = null;
    } else if (kept.state !== 'none') this.problem = kept.state;
  }

  /** Handles a change of storage by another tab. */
  #onStorageChange(kept: StoredScenarios): void {
    if (!this.stored) return;
    if (kept.state === 'kept') this.#adopt(this.#kept.merge(this.#scenarios));
    else {
      this.stored = false;
      this.problem = kept.state === 'none' ? 'erased' : kept.state;
    }
  }
}

const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    ''
  );

export const [scenarios, provideScenarios] = createContext<Scenarios>();
