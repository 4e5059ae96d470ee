// Named plans of the page: saved, shown, compared with today's, taken to files and from them.
import { createContext } from 'svelte';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Finding } from '$lib/model/findings.ts';
import type { Plan } from '$lib/model/plan.ts';
import type { Scenario } from '$lib/model/scenario.ts';
import type { KeptShelf } from '$lib/session/kit/kept-shelf.svelte.ts';
import { writePlanFile } from '$lib/storage/assignment-file.ts';
import { undoHistory } from '$lib/storage/kept-here.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import { diffPlans } from '$lib/model/assignment/plan-moves.ts';
import { planChanges, planFigures } from './plan-figures.ts';
import { splitRulesOf, settingsOf } from '$lib/session/decision/sectors-address.ts';
import { openPlanFile } from './plan-import.ts';
import { tourRequest } from '$lib/figures/plan-loads.ts';
import type { PlanRoads } from '$lib/figures/roads.svelte.ts';
import type { SectorsState } from './sectors-state.svelte.ts';

export class Scenarios {
  readonly sectors: SectorsState;
  readonly tours: PlanRoads;
  readonly shelf: KeptShelf<Scenario>;
  /** Findings of the last file opened. */
  findings: readonly Finding[] = $state.raw([]);
  readonly #key: string;

  /** Id of the scenario whose plan is on screen. */
  shown: string | null = $derived.by(
    () => this.shelf.named.find(({ plan }) => diffPlans(plan, this.sectors.plan).length === 0)?.id ?? null
  );
  /** Today's plan, then the compared scenarios, all under the current settings. */
  columns = $derived.by(() => {
    const chosen = this.shelf.compared.flatMap((id) => this.shelf.find(id) ?? []);
    return [{ id: '', name: null, plan: this.sectors.today }, ...chosen].map(({ id, name, plan }) => {
      const request = tourRequest(this.sectors, plan);
      return { id, name, plan, request, figures: planFigures(this.sectors, plan) };
    });
  });

  constructor(sectors: SectorsState) {
    this.sectors = sectors;
    this.tours = sectors.tours;
    this.#key = keptKeyOf(sectors.dashboard.territory);
    this.shelf = sectors.decision.shelf;
  }

  /** Brings the undo history of this tab back. Browser only. */
  restore(): void {
    const steps = undoHistory.read(this.#key);
    if (steps) this.sectors.restoreHistory(steps);
  }

  /** Keeps the undo history in this tab, as the plan in use is, for a reload. */
  storeHistory(): void {
    const { steps } = this.sectors;
    undoHistory.keep(steps.done.length + steps.undone.length > 0 ? steps : null, this.#key);
  }

  /** The name of a plan where none is written. */
  get usualName(): string {
    return m.sectors_scenario_usual({ number: this.shelf.named.length + 1 });
  }

  /** Schools on screen whose post differs from today's. */
  changedIn(plan: Plan): number {
    return planChanges(this.sectors, plan).moved.length;
  }

  /** Saves the plan on screen under a name, on this computer: today's as well as the one in use. */
  save(name: string): Scenario {
    const { plan, decision } = this.sectors;
    const saved = decision.save(name);
    if (saved) return saved;
    const today = this.shelf.add({ name, plan, settings: Object.fromEntries(this.sectors.write()) });
    this.shelf.keep(true);
    return today;
  }

  duplicate(id: string, name: string): void {
    const one = this.shelf.find(id);
    if (one) this.shelf.add({ name, plan: one.plan, settings: one.settings, made: one.made });
  }

  /** Shows a scenario: its plan is one undo step; the shelf's `undo` restores the settings as well. */
  show(id: string): void {
    const { sectors } = this;
    const one = this.shelf.find(id);
    if (!one) return;
    const { plan, settings, rules } = sectors;
    sectors.set(settingsOf(one.settings));
    sectors.ruling.replace(splitRulesOf(one.settings, sectors.file));
    sectors.take(one.plan, one.name);
    const back = () => {
      sectors.set(settings);
      sectors.ruling.replace(rules);
      sectors.take(plan);
    };
    this.shelf.undoable = { what: 'shown', name: one.name, back };
  }

  file(id: string): string {
    const one = this.shelf.find(id);
    return one ? writePlanFile(this.sectors.file.territory, one) : '';
  }

  /** Adds the plan of a file to the list; null, and findings, when it is refused. The plan on screen does not change. */
  async open(file: File): Promise<Scenario | null> {
    const { plan, findings } = await openPlanFile(file, this.sectors.file);
    this.findings = findings;
    if (!plan) return null;
    const { name, plan: opened, settings, made } = plan;
    return this.shelf.add({ name, plan: opened, settings, made });
  }

  /** Deletes all scenarios, in memory and on this computer. */
  erase(): void {
    this.shelf.erase();
    this.findings = [];
  }
}

export const [scenarios, provideScenarios] = createContext<Scenarios>();
