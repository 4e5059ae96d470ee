// What the page asks of a répartition: its settings, the schools that are pinned and the posts that are locked.
import { createContext } from 'svelte';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import {
  DEFAULT_ASSIGNMENT_SETTINGS,
  NO_RULES,
  type AssignmentRules,
  type AssignmentSettings
} from '$lib/model/assignment/settings.ts';
import { rulesAddress, sectorsAddress } from '$lib/session/decision/sectors-address.ts';

export class SplitRules {
  /** The road is that of every page. */
  chosen: AssignmentSettings = $state.raw(DEFAULT_ASSIGNMENT_SETTINGS);
  rules: AssignmentRules = $state.raw(NO_RULES);
  readonly #file: AssignmentFile;

  constructor(file: AssignmentFile) {
    this.#file = file;
  }

  set(part: Partial<AssignmentSettings>): void {
    this.chosen = { ...this.chosen, ...part };
  }

  toggleLock(post: string): void {
    this.rules = { ...this.rules, locked: toggled(this.rules.locked, post) };
  }

  lockAll(locked: boolean): void {
    this.rules = { ...this.rules, locked: locked ? this.#file.posts.map(({ id }) => id) : [] };
  }

  togglePin(uais: readonly string[]): void {
    const all = uais.every((uai) => this.rules.pinned.includes(uai));
    const others = this.rules.pinned.filter((uai) => !uais.includes(uai));
    this.rules = { ...this.rules, pinned: all ? others : [...others, ...uais] };
  }

  read(params: URLSearchParams): void {
    this.chosen = sectorsAddress.update(this.chosen, params);
    this.rules = rulesAddress.update(this.rules, params, this.#file);
  }

  /** Replaces pinned schools and locked posts. */
  replace(rules: AssignmentRules): void {
    this.rules = rules;
  }
}

const toggled = (list: readonly string[], one: string) =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

export const [splitRules, provideSplitRules] = createContext<SplitRules>();
