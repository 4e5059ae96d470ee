// Criteria of communes of their own on the sectors page: a line a commune, its change, back to the whole territory, and undo.
import { createContext } from 'svelte';
import { tellsApart, toggledInCommune, withCommune } from '$lib/model/assignment/commune-criteria.ts';
import { CRITERIA, type CommuneCriteria, type Criterion } from '$lib/model/assignment/settings.ts';
import type { Finding } from '$lib/model/findings.ts';
import { unusedCriteria } from '$lib/session/decision/sectors-address.ts';
import { History } from '$lib/session/kit/history.svelte.ts';
import { nameOf } from '../words.ts';
import type { EditedPlan } from './edited-plan.ts';

export interface RuledCommune {
  code: string;
  name: string;
  schools: number;
  /** Null: it follows the whole territory. */
  own: readonly Criterion[] | null;
  /** What its schools can be told apart by, and what is chosen. */
  offered: readonly Criterion[];
  /** Units that its schools are in. */
  units: number;
}

export class CommuneRules {
  readonly #sectors: EditedPlan;
  readonly #history = new History<CommuneCriteria>();
  /** What the link asked and that is not in use. */
  findings: readonly Finding[] = $state.raw([]);
  rows: readonly RuledCommune[] = $derived.by(() => {
    const { schools } = this.#sectors;
    const codes = schools.map(({ commune }) => commune).filter((code, at, all) => all.indexOf(code) === at);
    const rows = codes.map((code) => this.#row(code));
    return rows.sort((a, b) => a.name.localeCompare(b.name));
  });
  canUndo = $derived.by(() => this.#history.canUndo);

  constructor(sectors: EditedPlan) {
    this.#sectors = sectors;
  }

  get #own(): CommuneCriteria {
    return this.#sectors.settings.communeCriteria;
  }

  #row(code: string): RuledCommune {
    const { settings, units } = this.#sectors;
    const schools = this.#sectors.schools.filter(({ commune }) => commune === code);
    const own = this.#own[code] ?? null;
    const isIn = (uai: string) => schools.some((school) => school.uai === uai);
    return {
      code,
      name: nameOf(this.#sectors, code),
      schools: schools.length,
      own,
      offered: CRITERIA.filter((one) => own?.includes(one) || tellsApart(schools, settings.parts, one)),
      units: units.filter((unit) => unit.schools.some(isIn)).length
    };
  }

  /** What a commune is grouped by: its own, or those of the whole territory that its schools can be told apart by. */
  criteriaOf({ own, offered }: RuledCommune): readonly Criterion[] {
    if (own) return own;
    const whole = this.#sectors.settings.criteria.filter((one) => offered.includes(one));
    const finer = whole.filter((one) => one !== 'commune');
    return finer.length > 0 ? finer : whole.length > 0 ? whole : ['school'];
  }

  toggle(row: RuledCommune, criterion: Criterion): void {
    this.#change(withCommune(this.#own, row.code, toggledInCommune(this.criteriaOf(row), criterion)));
  }

  /** The commune follows the whole territory again. */
  follow({ code }: Pick<RuledCommune, 'code'>): void {
    this.#change(withCommune(this.#own, code, null));
  }

  undo(): void {
    const before = this.#history.undo(this.#own);
    if (before) this.#sectors.set({ communeCriteria: before });
  }

  redo(): void {
    const after = this.#history.redo(this.#own);
    if (after) this.#sectors.set({ communeCriteria: after });
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** Compares a link just read with what is in use. */
  compare(params: URLSearchParams): void {
    this.findings = unusedCriteria(params, this.#own);
  }

  #change(next: CommuneCriteria): void {
    this.#history.remember(this.#own);
    this.#sectors.set({ communeCriteria: next });
  }
}

export const [communeRules, provideCommuneRules] = createContext<CommuneRules>();
