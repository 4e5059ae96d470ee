// A list stored on this computer at the reader's request only, under one key, shared by the tabs of this browser.
import { browserStorage, textsUnder, type TextForm } from './kept.ts';
import { carriedText, carry } from './carried.ts';
import { mergeLists, type ListItem, type MergedList } from './merged-list.ts';

/** `none`: nothing stored. `refused`: storage full or unavailable. `damaged`: the content cannot be read. */
export type StoredList<Item extends ListItem> =
  { state: 'kept'; list: MergedList<Item> } | { state: 'none' | 'refused' | 'damaged' };

/** Whatever the order of what they hold. */
const isSame = <Item extends ListItem>(a: MergedList<Item>, b: MergedList<Item>): boolean =>
  JSON.stringify(mergeLists(a, a)) === JSON.stringify(mergeLists(b, b));

/** Number of items stored under keys that begin so; a list that cannot be read counts for one. */
export const countKept = (prefix: string, { read }: Pick<TextForm<MergedList<ListItem>>, 'read'>): number =>
  [...textsUnder(prefix, 'computer').values()].reduce(
    (sum, text) => sum + (read(text)?.items.length ?? 1),
    0
  );

export class KeptList<Item extends ListItem> {
  readonly #key: string;
  readonly #form: TextForm<MergedList<Item>>;

  constructor(key: string, form: TextForm<MergedList<Item>>) {
    this.#key = key;
    this.#form = form;
  }

  read(): StoredList<Item> {
    const store = browserStorage('computer');
    return store ? this.#keptOf(store.getItem(this.#key)) : { state: 'refused' };
  }

  /** List of this tab, or of the file that it opened; null without any. */
  held(): MergedList<Item> | null {
    return this.#form.read(carriedText(this.#key) ?? '');
  }

  /** What a saved territory carries. Nothing is stored. */
  hold(list: MergedList<Item>): void {
    carry(this.#key, list.items.length === 0 ? null : this.#form.write(list));
  }

  /** Merges a list with what other tabs have stored, and stores the result. Damaged content is replaced. */
  merge(list: MergedList<Item>): StoredList<Item> {
    const store = browserStorage('computer');
    if (!store) return { state: 'refused' };
    const before = this.#keptOf(store.getItem(this.#key));
    const there: MergedList<Item> = before.state === 'kept' ? before.list : { items: [], gone: {} };
    const both = mergeLists(list, there);
    try {
      if (before.state !== 'kept' || !isSame(both, there)) store.setItem(this.#key, this.#form.write(both));
    } catch {
      // Storage full or refused: the former content stays, and the caller keeps its list in memory.
      return { state: 'refused' };
    }
    return { state: 'kept', list: both };
  }

  forget(): void {
    browserStorage('computer')?.removeItem(this.#key);
  }

  /** Calls back when another tab changes or erases the storage; returns how to stop. */
  watch(notify: (kept: StoredList<Item>) => void): () => void {
    const onStorage = ({ key, newValue, storageArea }: StorageEvent) => {
      if (storageArea !== browserStorage('computer')) return;
      // The key is null when the whole storage was cleared.
      if (key === this.#key || key === null) notify(this.#keptOf(key === null ? null : newValue));
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }

  #keptOf(text: string | null): StoredList<Item> {
    if (text === null) return { state: 'none' };
    const list = this.#form.read(text);
    return list ? { state: 'kept', list } : { state: 'damaged' };
  }
}
