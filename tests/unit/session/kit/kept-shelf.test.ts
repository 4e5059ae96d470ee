// Things kept under a name: one rule for names that are taken, a way back from a removal, and nothing on this computer without being asked.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KeptShelf } from '../../../../src/lib/session/kit/kept-shelf.svelte.ts';
import { carriedText, carry } from '../../../../src/lib/storage/carried.ts';
import { KeptList } from '../../../../src/lib/storage/kept-list.ts';
import type { TextForm } from '../../../../src/lib/storage/kept.ts';
import type { ListItem, MergedList } from '../../../../src/lib/storage/merged-list.ts';

interface Note extends ListItem {
  name: string;
  text: string;
}
const KEY = 'maillage.notes.1';
const FORM: TextForm<MergedList<Note>> = {
  write: (list) => JSON.stringify(list),
  read: (text) => {
    try {
      return JSON.parse(text) as MergedList<Note>;
    } catch {
      return null;
    }
  }
};
const stored = new Map<string, string>();
let isFull = false;
/** What another tab does of the storage is told so. */
let hear: (event: Partial<StorageEvent>) => void = () => undefined;
const store = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, text: string) => {
    if (isFull) throw new Error('full');
    stored.set(key, text);
  },
  removeItem: (key: string) => void stored.delete(key)
};
const opened = () => {
  const shelf = new KeptShelf<Note>(new KeptList(KEY, FORM));
  shelf.restore();
  return shelf;
};
const names = (shelf: KeptShelf<Note>) => shelf.named.map(({ name }) => name);

beforeEach(() => {
  stored.clear();
  isFull = false;
  carry(KEY, null);
  vi.stubGlobal('localStorage', store);
  vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => (hear = listener));
  vi.stubGlobal('removeEventListener', () => undefined);
});

describe('names', () => {
  it('are tidied, and numbered when they are taken: added, renamed or brought back', () => {
    const shelf = opened();
    const [first, second] = ['  Un   plan', 'Un plan'].map((name) => shelf.add({ name, text: '' }));
    expect(names(shelf)).toEqual(['Un plan', 'Un plan (2)']);
    shelf.rename(second!.id, 'Un plan');
    expect(names(shelf)).toEqual(['Un plan', 'Un plan (2)']);
    shelf.rename(first!.id, ' Autre ');
    shelf.rename(first!.id, '  ');
    shelf.rename(second!.id, 'Autre');
    expect(names(shelf)).toEqual(['Autre', 'Autre (2)']);
    shelf.remove(first!.id);
    shelf.add({ name: 'Autre', text: '' });
    shelf.undo();
    expect(names(shelf).sort()).toEqual(['Autre', 'Autre (2)', 'Autre (3)']);
  });

  it('are not needed: what has none is kept in its place, outside the list', () => {
    const shelf = opened();
    shelf.put({ id: 'work', name: '', text: 'a' });
    shelf.put({ id: 'work', name: '', text: 'b' });
    expect([names(shelf), shelf.all.map(({ text }) => text)]).toEqual([[], ['b']]);
    expect(shelf.find('work')).toBeUndefined();
  });
});

describe('a thing that is removed', () => {
  it('comes back where it was asked, compared as before', () => {
    const shelf = opened();
    const { id } = shelf.add({ name: 'a', text: 'kept' });
    shelf.compare(id);
    shelf.remove(id);
    expect([names(shelf), shelf.compared, shelf.undoable?.name]).toEqual([[], [], 'a']);
    shelf.undo();
    expect([shelf.find(id)?.text, shelf.compared, shelf.undoable]).toEqual(['kept', [id], null]);
  });

  it('stays removed in a tab that did not know, and comes back there too', () => {
    const shelf = opened();
    const { id } = shelf.add({ name: 'a', text: '' });
    shelf.keep(true);
    const other = opened();
    shelf.remove(id);
    hear({ key: KEY, newValue: stored.get(KEY)!, storageArea: store as unknown as Storage });
    expect(names(other)).toEqual([]);
    shelf.undo();
    hear({ key: KEY, newValue: stored.get(KEY)!, storageArea: store as unknown as Storage });
    expect(names(other)).toEqual(['a']);
  });
});

describe('what is compared', () => {
  it('is three things at most, in the order chosen', () => {
    const shelf = opened();
    const ids = ['a', 'b', 'c', 'd'].map((name) => shelf.add({ name, text: '' }).id);
    for (const id of [...ids].reverse()) shelf.compare(id);
    expect(shelf.compared).toEqual(ids.slice(1).reverse());
    expect([shelf.canCompare(ids[0]!), shelf.canCompare(ids[1]!)]).toEqual([false, true]);
    shelf.compare(ids[3]!);
    expect(shelf.compared).toEqual([ids[2], ids[1]]);
  });
});

describe('storage on this computer', () => {
  it('is asked for, and what a saved territory carries is the list of this tab', () => {
    const shelf = opened();
    shelf.add({ name: 'a', text: '' });
    expect([stored.size, carriedText(KEY) !== null]).toEqual([0, true]);
    shelf.keep(true);
    carry(KEY, null);
    expect([shelf.stored, names(opened())]).toEqual([true, ['a']]);
    shelf.erase();
    expect([stored.size, shelf.stored, names(shelf)]).toEqual([0, false, []]);
  });

  it('is not written again once another tab erased it: the list stays in this one, which says so', () => {
    const shelf = opened();
    shelf.add({ name: 'a', text: '' });
    shelf.keep(true);
    stored.clear();
    shelf.add({ name: 'b', text: '' });
    expect([stored.size, shelf.stored, shelf.problem, names(shelf)]).toEqual([
      0,
      false,
      'erased',
      ['a', 'b']
    ]);
  });

  it('that is full, or damaged, is told and left alone', () => {
    isFull = true;
    const shelf = opened();
    shelf.add({ name: 'a', text: '' });
    shelf.keep(true);
    expect([shelf.stored, shelf.problem, names(shelf)]).toEqual([false, 'refused', ['a']]);
    carry(KEY, null);
    stored.set(KEY, '{');
    expect(opened().problem).toBe('damaged');
    expect(stored.get(KEY)).toBe('{');
  });
});
