// A list stored on this computer at the reader's request only, under one key, shared by the tabs of this browser.
import { carriedText, carry } from './carried.ts';

/** `none`: nothing stored. `refused`: storage full or unavailable. `damaged`: the content cannot be read. */
export type StoredList<List> = { state: 'kept'; list: List } | { state: 'none' | 'refused' | 'damaged' };

/** How a kind of list is written, read and merged. */
export interface ListForm<List> {
  write: (list: List) => string;
  /** Null when the text is damaged or of another version. */
  read: (text: string) => List | null;
  merge: (a: List, b: List) => List;
  isSame: (a: List, b: List) => boolean;
  /** Items of the list. */
  count: (list: List) => number;
  none: List;
}

/** `localStorage`, or null where the browser refuses it (private window, blocked storage). */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

const keysOf = (store: Storage, prefix: string) => Object.keys(store).filter((key) => key.startsWith(prefix));

/** Number of items stored under keys that begin so; a list that cannot be read counts for one. */
export function countKept<List>(prefix: string, { read, count }: ListForm<List>): number {
  const store = storage();
  if (!store) return 0;
  return keysOf(store, prefix).reduce((sum, key) => {
    const list = read(store.getItem(key) ?? '');
    return sum + (list ? count(list) : 1);
  }, 0);
}

/** Deletes all that is stored under keys that begin so. */
export function forgetKept(prefix: string): void {
  const store = storage();
  if (store) for (const key of keysOf(store, prefix)) store.removeItem(key);
}

export class KeptList<List> {
  readonly #key: string;
  readonly #form: ListForm<List>;

  constructor(key: string, form: ListForm<List>) {
    this.#key = key;
    this.#form = form;
  }

  read(): StoredList<List> {
    const store = storage();
    return store ? this.#keptOf(store.getItem(this.#key)) : { state: 'refused' };
  }

  /** List of this tab, or of the file that it opened; null without any. */
  held(): List | null {
    return this.#form.read(carriedText(this.#key) ?? '');
  }

  /** What a saved territory carries. Nothing is stored. */
  hold(list: List): void {
    carry(this.#key, this.#form.count(list) === 0 ? null : this.#form.write(list));
  }

  /** Merges a list with what other tabs have stored, and stores the result. Damaged content is replaced. */
  merge(list: List): StoredList<List> {
    const store = storage();
    if (!store) return { state: 'refused' };
    const before = this.#keptOf(store.getItem(this.#key));
    const there = before.state === 'kept' ? before.list : this.#form.none;
    const both = this.#form.merge(list, there);
    try {
      if (before.state !== 'kept' || !this.#form.isSame(both, there))
        store.setItem(this.#key, this.#form.write(both));
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
  watch(notify: (kept: StoredList<List>) => void): () => void {
    const onStorage = ({ key, newValue, storageArea }: StorageEvent) => {
      if (storageArea !== storage()) return;
      // The key is null when the whole storage was cleared.
      if (key === this.#key || key === null) notify(this.#keptOf(key === null ? null : newValue));
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }

  #keptOf(text: string | null): StoredList<List> {
    if (text === null) return { state: 'none' };
    const list = this.#form.read(text);
    return list ? { state: 'kept', list } : { state: 'damaged' };
  }
}
