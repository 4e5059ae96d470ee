// The only door to scenarios kept on this computer: nothing is written before the reader asks for it.
import { EMPTY_SHELF, type Shelf } from '../model/scenario.ts';
import { forgetHistories } from './kept-history.ts';
import { mergeShelves, sameShelf } from './shelf-merge.ts';
import { readShelf, writeShelf } from './shelf-text.ts';

const PREFIX = 'maillage.plans.';

/** `none`: nothing kept. `refused`: the browser has no room, or keeps nothing. `damaged`: what is there cannot be read. */
export type Kept = { state: 'kept'; shelf: Shelf } | { state: 'none' | 'refused' | 'damaged' };

/** `localStorage`, or null where a browser refuses it (private window, blocked storage). */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

const keysOf = (store: Storage) => Object.keys(store).filter((key) => key.startsWith(PREFIX));

/** Scenarios of all territories kept on this computer. */
export function keptPlans(): number {
  const store = storage();
  if (!store) return 0;
  return keysOf(store).reduce((sum, key) => {
    const shelf = readShelf(store.getItem(key) ?? '');
    return sum + (shelf?.scenarios.length ?? 1);
  }, 0);
}

/** Erases those of all territories, and what can be undone in this tab. */
export function forgetPlans(): void {
  forgetHistories();
  const store = storage();
  if (store) for (const key of keysOf(store)) store.removeItem(key);
}

/** Scenarios of one territory, shared by all tabs of this browser. */
export class KeptPlans {
  readonly #key: string;

  /** @param territory SIREN */
  constructor(territory: string) {
    this.#key = PREFIX + territory;
  }

  read(): Kept {
    const store = storage();
    return store ? keptOf(store.getItem(this.#key)) : { state: 'refused' };
  }

  /** Puts a list together with what other tabs kept meanwhile, and keeps both. What was damaged is replaced. */
  merge(shelf: Shelf): Kept {
    const store = storage();
    if (!store) return { state: 'refused' };
    const before = keptOf(store.getItem(this.#key));
    const there = before.state === 'kept' ? before.shelf : EMPTY_SHELF;
    const both = mergeShelves(shelf, there);
    try {
      if (before.state !== 'kept' || !sameShelf(both, there)) store.setItem(this.#key, writeShelf(both));
    } catch {
      // Full, or refused: what was kept stays as it was, and the caller keeps its list in memory.
      return { state: 'refused' };
    }
    return { state: 'kept', shelf: both };
  }

  forget(): void {
    storage()?.removeItem(this.#key);
  }

  /** Tells when another tab changes what is kept, or erases it; returns the way to stop. */
  watch(tell: (kept: Kept) => void): () => void {
    const heard = ({ key, newValue, storageArea }: StorageEvent) => {
      if (storageArea !== storage()) return;
      // A null key: all of the storage was cleared.
      if (key === this.#key || key === null) tell(keptOf(key === null ? null : newValue));
    };
    addEventListener('storage', heard);
    return () => removeEventListener('storage', heard);
  }
}

function keptOf(text: string | null): Kept {
  if (text === null) return { state: 'none' };
  const shelf = readShelf(text);
  return shelf ? { state: 'kept', shelf } : { state: 'damaged' };
}
