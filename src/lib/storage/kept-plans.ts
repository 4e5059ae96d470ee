// Scenarios stored on this computer, at the reader's request only.
import { NO_SCENARIOS, type ScenarioList } from '../model/scenario.ts';
import { carriedText, carry, plansKey } from './carried.ts';
import { forgetHistories } from './kept-history.ts';
import { mergeScenarios, readScenarios, sameScenarios, writeScenarios } from './scenario-list.ts';

const PREFIX = plansKey('');

/** `none`: nothing stored. `refused`: storage full or unavailable. `damaged`: the content cannot be read. */
export type StoredScenarios =
  { state: 'kept'; list: ScenarioList } | { state: 'none' | 'refused' | 'damaged' };

/** `localStorage`, or null where the browser refuses it (private window, blocked storage). */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

const keysOf = (store: Storage) => Object.keys(store).filter((key) => key.startsWith(PREFIX));

/** Number of scenarios stored, all territories together. */
export function keptPlans(): number {
  const store = storage();
  if (!store) return 0;
  return keysOf(store).reduce((sum, key) => {
    const list = readScenarios(store.getItem(key) ?? '');
    return sum + (list?.scenarios.length ?? 1);
  }, 0);
}

/** Deletes the scenarios of all territories, and the undo histories of this tab. */
export function forgetPlans(): void {
  forgetHistories();
  const store = storage();
  if (store) for (const key of keysOf(store)) store.removeItem(key);
}

/** Stored scenarios of one territory, shared by the tabs of this browser. */
export class KeptPlans {
  readonly #key: string;

  /** @param territory SIREN */
  constructor(territory: string) {
    this.#key = plansKey(territory);
  }

  read(): StoredScenarios {
    const store = storage();
    return store ? keptOf(store.getItem(this.#key)) : { state: 'refused' };
  }

  /** List of this tab, or of the file that it opened; null without any. */
  held(): ScenarioList | null {
    return readScenarios(carriedText(this.#key) ?? '');
  }

  /** What a saved territory carries. Nothing is stored. */
  hold(list: ScenarioList): void {
    carry(this.#key, list.scenarios.length === 0 ? null : writeScenarios(list));
  }

  /** Merges a list with what other tabs have stored, and stores the result. Damaged content is replaced. */
  merge(list: ScenarioList): StoredScenarios {
    const store = storage();
    if (!store) return { state: 'refused' };
    const before = keptOf(store.getItem(this.#key));
    const there = before.state === 'kept' ? before.list : NO_SCENARIOS;
    const both = mergeScenarios(list, there);
    try {
      if (before.state !== 'kept' || !sameScenarios(both, there))
        store.setItem(this.#key, writeScenarios(both));
    } catch {
      // Storage full or refused: the former content stays, and the caller keeps its list in memory.
      return { state: 'refused' };
    }
    return { state: 'kept', list: both };
  }

  forget(): void {
    storage()?.removeItem(this.#key);
  }

  /** Calls back when another tab changes or erases the storage; returns how to stop. */
  watch(notify: (kept: StoredScenarios) => void): () => void {
    const onStorage = ({ key, newValue, storageArea }: StorageEvent) => {
      if (storageArea !== storage()) return;
      // The key is null when the whole storage was cleared.
      if (key === this.#key || key === null) notify(keptOf(key === null ? null : newValue));
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }
}

function keptOf(text: string | null): StoredScenarios {
  if (text === null) return { state: 'none' };
  const list = readScenarios(text);
  return list ? { state: 'kept', list } : { state: 'damaged' };
}
