// Named plans: saved, changed, shown, compared. In this tab's memory, and stored on this computer on request.
import { createContext } from 'svelte';
import type { Finding } from '$lib/model/findings.ts';
import type { Plan } from '$lib/model/plan.ts';
import { EMPTY_SHELF, freeName, tidyName, type Scenario, type Shelf } from '$lib/model/scenario.ts';
import { writePlanFile } from '$lib/storage/assignment-file.ts';
import { forgetHistory, keepHistory, keptHistory } from '$lib/storage/kept-history.ts';
import { KeptPlans, type Kept } from '$lib/storage/kept-plans.ts';
import { diffPlans } from '$lib/engines/assignment';
import { planFigures, schoolsChanged, tourRequest } from './plan-figures.ts';
import { openPlanFile, rulesOf, settingsOf } from './plan-import.ts';
import { PlanTours } from './plan-tours.svelte.ts';
import type { SectorsState } from './sectors-state.svelte.ts';

/** Most scenarios compared at once, besides today's plan. */
export const MOST_COMPARED = 3;

/** The last action, and how to undo it. */
export interface Undoable {
  what: 'removed' | 'shown';
  name: string;
  back: () => void;
}

/** Why the list is not stored, or no longer: `erased` in another tab. */
export type KeepTrouble = 'refused' | 'damaged' | 'erased';

export class Scenarios {
  readonly sectors: SectorsState;
  readonly tours: PlanTours;
  keeping = $state(false);
  trouble: KeepTrouble | null = $state(null);
  /** Ids of the compared scenarios, in the order chosen. */
  compared: readonly string[] = $state.raw([]);
  undoable: Undoable | null = $state.raw(null);
  /** Findings of the last file opened. */
  findings: readonly Finding[] = $state.raw([]);
  #shelf: Shelf = $state.raw(EMPTY_SHELF);
  readonly #kept: KeptPlans;

  list: readonly Scenario[] = $derived(this.#shelf.scenarios);
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

  /** @param folder absolute address of the road graphs, evaluated when tours are requested */
  constructor(sectors: SectorsState, folder: () => string) {
    this.sectors = sectors;
    this.tours = new PlanTours(sectors.dashboard, sectors.file.times, folder);
    this.#kept = new KeptPlans(sectors.file.territory);
  }

  /** Restores stored scenarios and watches other tabs; returns how to stop. Browser only. */
  restore(): () => void {
    const kept = this.#kept.read();
    if (kept.state === 'kept') {
      this.#take(kept);
      const steps = keptHistory(this.sectors.file.territory);
      if (steps) this.sectors.restoreHistory(steps);
    }
    if (kept.state === 'damaged') this.trouble = 'damaged';
    return this.#kept.watch((now) => this.#hear(now));
  }

  /** Stores the undo history for a reload, while scenarios are stored. */
  keepSteps(): void {
    const { steps, file } = this.sectors;
    if (this.keeping) keepHistory(file.territory, steps);
    else forgetHistory(file.territory);
  }

  /** Schools on screen whose post differs from today's. */
  changedIn(plan: Plan): number {
    return schoolsChanged(this.sectors, plan);
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
    const { scenarios, gone } = this.#shelf;
    const at = Math.max(Date.now(), one.changed);
    this.#commit({ scenarios: scenarios.filter((other) => other !== one), gone: { ...gone, [id]: at } });
    const compared = this.compared;
    this.compared = compared.filter((other) => other !== id);
    const back = () => {
      this.#commit({
        ...this.#shelf,
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
    sectors.keepRules(rulesOf(one.settings, sectors.file));
    sectors.take(diffPlans(sectors.plan, one.plan));
    const back = () => {
      sectors.set(settings);
      sectors.keepRules(rules);
      sectors.take(diffPlans(sectors.plan, plan));
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
    this.trouble = null;
    if (wanted) this.#take(this.#kept.merge(this.#shelf));
    else {
      this.#kept.forget();
      this.keeping = false;
    }
  }

  /** Deletes all scenarios, in memory and on this computer. */
  erase(): void {
    this.keep(false);
    this.#shelf = EMPTY_SHELF;
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
    this.#commit({ ...this.#shelf, scenarios: [...this.list, added] });
    return added;
  }

  #change(id: string, change: (one: Scenario) => Scenario): void {
    const scenarios = this.list.map((one) => {
      const next = one.id === id ? change(one) : one;
      return next === one ? one : { ...next, changed: Math.max(Date.now(), one.changed + 1) };
    });
    this.#commit({ ...this.#shelf, scenarios });
  }

  #commit(shelf: Shelf): void {
    this.#shelf = shelf;
    if (!this.keeping) return;
    // Another tab has erased the storage and its message may not have arrived: the list is not written again.
    if (this.#kept.read().state === 'none') this.#hear({ state: 'none' });
    else this.#take(this.#kept.merge(shelf));
  }

  #take(kept: Kept): void {
    if (kept.state === 'kept') {
      this.#shelf = kept.shelf;
      this.keeping = true;
      this.trouble = null;
    } else if (kept.state !== 'none') this.trouble = kept.state;
  }

  /** Handles a change of storage by another tab. */
  #hear(kept: Kept): void {
    if (!this.keeping) return;
    if (kept.state === 'kept') this.#take(this.#kept.merge(this.#shelf));
    else {
      this.keeping = false;
      this.trouble = kept.state === 'none' ? 'erased' : kept.state;
    }
  }
}

const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    ''
  );

export const [scenarios, provideScenarios] = createContext<Scenarios>();
