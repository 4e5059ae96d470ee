// Ties between schools on the sectors page: made from the selection, listed with whether the plan satisfies them, removed.
import { createContext } from 'svelte';
import { pairsOf, sameTie, tieOf, withPart, type Part, type TieKind } from '$lib/model/assignment/ties.ts';
import { partName } from '$lib/session/decision/sectors-address.ts';
import type { EditedPlan } from './edited-plan.ts';

interface ListedTie {
  kind: TieKind;
  schools: readonly string[];
  /** Whether the plan on screen satisfies it. */
  kept: boolean;
  /** Name of the unit of the chosen criteria that two of them are in although they are kept apart: infeasible; null without one. */
  joined: string | null;
}

export class SchoolTies {
  readonly #sectors: EditedPlan;
  list: readonly ListedTie[] = $derived.by(() => {
    const { settings } = this.#sectors;
    return (['together', 'apart'] as const).flatMap((kind) =>
      settings[kind].map((schools) => this.#listed(kind, schools))
    );
  });

  constructor(sectors: EditedPlan) {
    this.#sectors = sectors;
  }

  #listed(kind: TieKind, schools: readonly string[]): ListedTie {
    const { plan, units } = this.#sectors;
    const known = schools.filter((uai) => this.#sectors.facts.has(uai));
    const pairs = pairsOf(kind, [known]);
    const same = ([a, b]: readonly [string, string]) => plan.referents[a] === plan.referents[b];
    const joined = units.find((unit) =>
      pairs.some(([a, b]) => unit.schools.includes(a) && unit.schools.includes(b))
    );
    return {
      kind,
      schools: known,
      kept: pairs.every((pair) => same(pair) === (kind === 'together')),
      joined: kind === 'apart' && joined ? joined.name : null
    };
  }

  add(kind: TieKind, uais: readonly string[]): void {
    const set = tieOf(uais);
    const { settings } = this.#sectors;
    if (set.length < 2 || settings[kind].some((other) => sameTie(other, set))) return;
    this.#sectors.set({ [kind]: [...settings[kind], set] });
  }

  remove({ kind, schools }: Pick<ListedTie, 'kind' | 'schools'>): void {
    const { settings } = this.#sectors;
    this.#sectors.set({ [kind]: settings[kind].filter((other) => !sameTie(other, schools)) });
  }

  /** Names the selected schools as a part of their commune and adds the criterion `part`; null when the name is empty. */
  addPart(name: string, schools: readonly string[]): string | null {
    const clean = partName(name);
    if (clean === '' || schools.length === 0) return null;
    const { parts, criteria } = this.#sectors.settings;
    const others = criteria.filter((one) => one !== 'school' && one !== 'part');
    this.#sectors.set({
      parts: withPart(parts, { name: clean, schools }),
      criteria: [...(others.length > 0 ? others : (['commune'] as const)), 'part']
    });
    return clean;
  }

  renamePart(part: Part, name: string): void {
    const clean = partName(name);
    const { parts } = this.#sectors.settings;
    if (clean === '' || parts.some((other) => other.name === clean)) return;
    this.#sectors.set({
      parts: parts.map((one) => (one.name === part.name ? { ...one, name: clean } : one))
    });
  }

  removePart({ name }: Part): void {
    const { parts, criteria } = this.#sectors.settings;
    const left = parts.filter((one) => one.name !== name);
    this.#sectors.set({
      parts: left,
      ...(left.length === 0 && { criteria: criteria.filter((one) => one !== 'part') })
    });
  }
}

export const [schoolTies, provideSchoolTies] = createContext<SchoolTies>();
