// Things kept under a name on a page: in this tab's memory, stored on this computer on request, shared with other tabs, compared.
import { freeName, tidyName } from '$lib/model/scenario.ts';
import type { KeptList, StoredList } from '$lib/storage/kept-list.ts';
import type { ListItem, MergedList } from '$lib/storage/merged-list.ts';

/** Most things compared at once. */
const MOST_COMPARED = 3;

/** Why the list is not stored, or no longer: `erased` in another tab. */
export type StorageProblem = 'refused' | 'damaged' | 'erased';

export interface ShelfItem extends ListItem {
  name: string;
}

/** The last action on a thing, and how to take it back. */
interface ShelfAction {
  what: 'removed' | 'shown';
  name: string;
  back: () => void;
}

const NOTHING: MergedList<never> = { items: [], gone: {} };

/** @typeParam Item what is kept; a name that is there already gets a number */
export class KeptShelf<Item extends ShelfItem> {
  stored = $state(false);
  problem: StorageProblem | null = $state(null);
  /** Ids of the things compared, in the order chosen. */
  compared: readonly string[] = $state.raw([]);
  undoable: ShelfAction | null = $state.raw(null);
  #list: MergedList<Item> = $state.raw(NOTHING);
  readonly #kept: KeptList<Item>;

  /** All that is kept, what has no name included. */
  all: readonly Item[] = $derived(this.#list.items);
  named: readonly Item[] = $derived(this.all.filter(({ name }) => name !== ''));

  constructor(kept: KeptList<Item>) {
    this.#kept = kept;
  }

  /** Brings stored things back and watches other tabs; returns how to stop. Browser only. */
  restore(): () => void {
    const kept = this.#kept.read();
    const held = this.#kept.held();
    if (held && kept.state !== 'kept') this.#set(held);
    if (kept.state === 'kept') this.#adopt(held ? this.#kept.merge(held) : kept);
    if (kept.state === 'damaged') this.problem = 'damaged';
    return this.#kept.watch((now) => this.#onStorageChange(now));
  }

  find(id: string): Item | undefined {
    return this.named.find((one) => one.id === id);
  }

  /** Keeps one more thing. @param one made now unless it says when */
  add(one: Omit<Item, 'id' | 'made' | 'changed'> & { name: string; made?: number | null }): Item {
    const now = Date.now();
    const name = freeName(one.name, this.named);
    const added = { ...one, id: newId(), name, made: one.made ?? now, changed: now } as unknown as Item;
    this.#commit({ ...this.#list, items: [...this.all, added] });
    return added;
  }

  /** Keeps a thing in the place of the one of its id. */
  put(one: Omit<Item, 'made' | 'changed'> & { id: string }): void {
    const there = this.all.find(({ id }) => id === one.id);
    const now = Date.now();
    const times = { made: there?.made ?? now, changed: Math.max(now, (there?.changed ?? 0) + 1) };
    const items = [...this.all.filter((other) => other !== there), { ...one, ...times } as unknown as Item];
    this.#commit({ ...this.#list, items });
  }

  /** An empty name changes nothing. */
  rename(id: string, text: string): void {
    const one = this.find(id);
    const tidy = tidyName(text);
    if (!one || tidy === '' || tidy === one.name) return;
    const name = freeName(
      tidy,
      this.named.filter((other) => other !== one)
    );
    const renamed = { ...one, name, changed: Math.max(Date.now(), one.changed + 1) };
    this.#commit({ ...this.#list, items: this.all.map((other) => (other === one ? renamed : other)) });
  }

  /** `undo` brings it back. */
  remove(id: string): void {
    const one = this.find(id);
    if (!one) return;
    const { compared } = this;
    const at = Math.max(Date.now(), one.changed);
    this.#commit({
      items: this.all.filter((other) => other !== one),
      gone: { ...this.#list.gone, [id]: at }
    });
    this.compared = compared.filter((other) => other !== id);
    const back = () => {
      const again = { ...one, name: freeName(one.name, this.named), changed: Math.max(Date.now(), at + 1) };
      this.#commit({ ...this.#list, items: [...this.all, again] });
      this.compared = compared;
    };
    this.undoable = { what: 'removed', name: one.name, back };
  }

  undo(): void {
    this.undoable?.back();
    this.undoable = null;
  }

  canCompare(id: string): boolean {
    return this.compared.includes(id) || this.compared.length < MOST_COMPARED;
  }

  /** Compares a thing, or no longer. */
  compare(id: string): void {
    const others = this.compared.filter((one) => one !== id);
    if (others.length < this.compared.length) this.compared = others;
    else if (this.canCompare(id)) this.compared = [...others, id];
  }

  /** Turns storage on this computer on or off. Where it is refused, the list stays in memory. */
  keep(wanted: boolean): void {
    this.problem = null;
    if (wanted) this.#adopt(this.#kept.merge(this.#list));
    else {
      this.#kept.forget();
      this.stored = false;
    }
  }

  /** Deletes all that is kept, in memory and on this computer. */
  erase(): void {
    this.keep(false);
    this.#set(NOTHING);
    this.compared = [];
    this.undoable = null;
  }

  /** The list of this tab, which a saved territory carries. */
  #set(list: MergedList<Item>): void {
    this.#list = list;
    this.#kept.hold(list);
  }

  #commit(list: MergedList<Item>): void {
    this.#set(list);
    if (!this.stored) return;
    // Another tab has erased the storage and its message may not have arrived: the list is not written again.
    if (this.#kept.read().state === 'none') this.#onStorageChange({ state: 'none' });
    else this.#adopt(this.#kept.merge(list));
  }

  #adopt(kept: StoredList<Item>): void {
    if (kept.state === 'kept') {
      this.#set(kept.list);
      this.stored = true;
      this.problem = null;
    } else if (kept.state !== 'none') this.problem = kept.state;
  }

  /** Handles a change of storage by another tab. */
  #onStorageChange(kept: StoredList<Item>): void {
    if (!this.stored) return;
    if (kept.state === 'kept') this.#adopt(this.#kept.merge(this.#list));
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
