// What is done to sessions of actions: each change is one step back, is there after a reload and in the file of the territory, inside the service only.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  sessionDifferences,
  withEdits,
  type SessionRow
} from '../../../src/lib/model/actions/session-rows.ts';
import { actionsKey, carriedOf, carry, fileCarried, takeCarried } from '../../../src/lib/storage/carried.ts';
import { readSessions } from '../../../src/lib/storage/kept-sessions.ts';
import { keyOfKept, pathOfKept } from '../../../src/lib/storage/maillage/paths.ts';

/** Of this file alone: what tabs carry outlives a file in the worker of several. */
const TERRITORY = { siren: '245900001', demonstration: false };
const KEY = actionsKey(TERRITORY.siren);
const stored = new Map<string, string>();

const session = (id: string, part: Partial<SessionRow> = {}): SessionRow => ({
  ...{
    id,
    sheet: 'FA-03',
    date: '2026-12-09',
    begin: 840,
    end: 960,
    place: 'mairie',
    room: null,
    commune: '59606'
  },
  ...{
    seats: 12,
    enrolled: 10,
    present: null,
    providers: ['psychologue libéral 1'],
    companions: ['Référent 3']
  },
  ...{ transport: null, needs: ['salle', 'accords'], ready: [], status: 'planned' as const },
  ...part
});
const LIST = [session('S1'), session('S2', { date: '2026-12-02' })];

/** A tab that is loaded: what pages remember is gone, what the browser keeps stays. */
async function loaded(list: readonly SessionRow[] = LIST) {
  vi.resetModules();
  const { ActionSessions } = await import('../../../src/lib/session/action-sessions.svelte.ts');
  const sessions = new ActionSessions(TERRITORY);
  sessions.restore();
  sessions.list(list);
  return sessions;
}

beforeEach(() => {
  stored.clear();
  carry(KEY, null);
  fileCarried({});
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key)
  });
});

describe('a session', () => {
  it('that is ticked, moved, closed, added or taken out is so after a reload, and each is one step back', async () => {
    const first = await loaded();
    const before = first.rows;
    first.tick('S1', 'salle', true, 'Salle retenue');
    first.move('S1', { date: '2026-12-16', begin: 600, end: 690 }, 'Autre date', 'room:59606/verte');
    first.close('S2', 'held', 9, 'Tenue');
    const { id: _id, ...typed } = session('', { date: '2027-01-13' });
    const added = first.add(typed, 'Séance ajoutée');
    expect(first.find('S1')).toMatchObject({
      ready: ['salle'],
      date: '2026-12-16',
      room: 'room:59606/verte'
    });
    const second = await loaded();
    expect(second.rows).toEqual(first.rows);
    expect(second.rows.map(({ id }) => id)).toEqual(['S2', 'S1', added]);
    second.remove(added);
    second.remove('S1', 'Séance ôtée');
    expect((await loaded()).rows.map(({ id }) => id)).toEqual(['S2']);
    expect(second.lastLabel).toBe('Séance ôtée');
    second.undo();
    second.undo();
    expect(second.rows).toEqual(first.rows);
    second.redo();
    expect(second.find(added)).toBeUndefined();
    for (let steps = 0; steps < 4; steps++) first.undo();
    expect(first.rows).toEqual(before);
    expect(first.canUndo).toBe(false);
    expect(stored.size).toBe(0);
  });

  it('is no step when nothing of it changes, or when nobody knows it', async () => {
    const sessions = await loaded();
    sessions.edit('S1', { seats: 12 });
    sessions.tick('S9', 'salle', true);
    sessions.remove('S9');
    sessions.chooseDelay('goûter', null);
    expect([sessions.canUndo, sessions.isUnsaved, stored.size]).toEqual([false, false, 0]);
  });

  it('has the days chosen for its needs, and the usual ones when they are taken back', async () => {
    const sessions = await loaded();
    sessions.chooseDelay('goûter', [20, 4], 'Délai du goûter');
    sessions.chooseDelay('salle', [40, 10]);
    expect((await loaded()).delays).toMatchObject({ goûter: [20, 4], salle: [40, 10], transport: [21, 5] });
    sessions.chooseDelay('salle', null);
    expect(sessions.delays.salle).toEqual([30, 7]);
  });

  it('is in the file of an internal territory alone; leaving asks until a file holds what was done', async () => {
    const sessions = await loaded();
    sessions.close('S2', 'held', 7);
    const carried = await import('../../../src/lib/storage/carried.ts');
    expect(sessions.isUnsaved).toBe(true);
    expect(carriedOf(TERRITORY.siren, 'public')).toEqual({});
    const file = carried.carriedOf(TERRITORY.siren, 'internal');
    expect(Object.keys(file)).toEqual([KEY]);
    expect(carried.carriedOf(TERRITORY.siren, 'public')).toEqual({});
    carried.fileCarried(file);
    expect(sessions.isUnsaved).toBe(false);
    expect(keyOfKept(pathOfKept(KEY))).toBe(KEY);
    stored.clear();
    takeCarried(file);
    expect(readSessions(file[KEY]!)?.sessions.S2?.now).toEqual({ status: 'held', present: 7 });
  });
});

it('this computer keeps what is done once asked, and nothing of it once told to stop', async () => {
  const local = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => local.get(key) ?? null,
    setItem: (key: string, text: string) => void local.set(key, text),
    removeItem: (key: string) => void local.delete(key)
  });
  const sessions = await loaded();
  sessions.close('S2', 'held', 7);
  expect(local.size).toBe(0);
  sessions.store(true);
  sessions.tick('S1', 'salle', true);
  expect(sessions.isUnsaved).toBe(false);
  stored.clear();
  const another = await loaded();
  expect([another.stored, another.find('S1')?.ready, another.find('S2')?.present]).toEqual([
    true,
    ['salle'],
    7
  ]);
  another.store(false);
  expect([another.isUnsaved, local.size]).toEqual([true, 0]);
});

describe('a list given again', () => {
  it('takes its own values, and leaves what was done on the page where it says nothing else', async () => {
    const sessions = await loaded();
    sessions.tick('S1', 'salle', true);
    sessions.move('S1', { date: '2026-12-16', begin: 600, end: 690 });
    const again = [session('S1', { ready: ['accords'], seats: 14, date: '2026-12-10' }), LIST[1]!];
    expect((await loaded(again)).find('S1')).toMatchObject({
      ...{ ready: ['accords', 'salle'], seats: 14, date: '2026-12-10', begin: 600 }
    });
  });

  it('is told apart by number, else by sheet, date and hour, before anything changes', () => {
    const shown = [
      session('A'),
      session('B', { begin: 600, end: 700 }),
      session('C', { date: '2027-01-06' })
    ];
    const list = [
      session('A', { ready: ['salle'], half: true }),
      session('x', { begin: 600, end: 720 }),
      session('D', { date: '2027-02-03' })
    ];
    const { added, removed, changed, same } = sessionDifferences(shown, list);
    expect(added.map(({ id }) => id)).toEqual(['D']);
    expect(removed.map(({ id }) => id)).toEqual(['C']);
    expect(changed.map(({ before, after, fields }) => [before.id, after.id, fields])).toEqual([
      ['B', 'B', ['end']],
      ['A', 'A', ['half', 'ready']]
    ]);
    expect(same).toBe(0);
    expect(sessionDifferences(shown, [...shown].reverse())).toMatchObject({
      added: [],
      changed: [],
      same: 3
    });
  });

  it('that two people took out and changed keeps the session', () => {
    const edits = { S1: { was: { seats: 12 }, now: { seats: 8 } } };
    expect(withEdits(LIST, edits, { S1: true, S2: true }).map(({ id, seats }) => [id, seats])).toEqual([
      ['S1', 8]
    ]);
  });
});

it('what a file holds that is none of ours is left out, and the rest is read', () => {
  const good = { was: { seats: 12 }, now: { seats: 8 } };
  const whole = { was: null, now: session('T') };
  const bad = [
    { was: {}, now: { seats: -1 } },
    { was: {}, now: { name: 'Lina Durand' } },
    { was: null, now: { ...session('T'), status: 'x' } },
    { was: null, now: { ...session('other') } },
    { was: {}, now: { date: '2026-02-30' } },
    { was: {}, now: { providers: 'x'.repeat(10) } },
    null
  ];
  const sessions = Object.fromEntries([...bad.map((one, at) => [`B${at}`, one]), ['S1', good], ['T', whole]]);
  const text = JSON.stringify({ version: 1, sessions, removed: { S2: 1 }, delays: { salle: [1] } });
  expect(readSessions(text)).toEqual({ sessions: { S1: good, T: whole }, removed: {}, delays: {} });
  for (const damaged of ['', '[]', '{"version":2,"sessions":{}}']) expect(readSessions(damaged)).toBeNull();
});
