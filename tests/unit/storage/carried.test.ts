// A saved territory carries the plans and the story of its reader; opening it stores nothing on the computer.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingPlan } from '../../../src/lib/storage/meeting-plan.ts';
import { StoryState } from '../../../src/lib/session/story-state.svelte.ts';
import {
  carriedOf,
  carriedText,
  carry,
  meetingsKey,
  plansKey,
  storyKey,
  takeCarried,
  watchCarried
} from '../../../src/lib/storage/carried.ts';
import { meetingPlanStore } from '../../../src/lib/storage/meeting-plan-list.ts';
import { scenarioStore } from '../../../src/lib/storage/scenario-list.ts';
import { keyOfKept, pathOfKept } from '../../../src/lib/storage/maillage/paths.ts';

const SIREN = '245901160';
const LIST = {
  items: [
    { id: 'a', name: 'Essai', plan: { referents: {}, coordinators: {} }, settings: {}, made: 1, changed: 1 }
  ],
  gone: {}
};
const MEETINGS: MeetingPlan = {
  ...{ id: 'a', name: 'Plan 1', made: 1, changed: 1, year: '2026-2027', preset: 'balanced', cancelled: [] },
  plan: [{ team: 'EPS-01', number: 1, date: '2026-09-14', half: 'am' }],
  locked: [],
  absences: [{ who: 'direction-1', from: '2026-09-15', to: '2026-09-15', half: null }]
};
const step = (address: string) => ({ address, title: 'Vue', text: '' });
const STORY = {
  title: 'Conseil',
  steps: ['/', '/ecoles', '/evolution', '/programme', '/secteurs'].map(step)
};

describe('plans and stories of a saved territory', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => void stored.set(key, text),
      removeItem: (key: string) => void stored.delete(key)
    });
    // What other files of the worker left to the same territory too.
    for (const key of Object.keys(carriedOf(SIREN, 'internal'))) carry(key, null);
  });

  it('are those of the tab, stored on the computer or not', () => {
    expect(carriedOf(SIREN, 'internal')).toEqual({});
    stored.set(storyKey(SIREN), '{"stored":true}');
    scenarioStore(SIREN).hold(LIST);
    expect(Object.keys(carriedOf(SIREN, 'internal'))).toEqual([plansKey(SIREN), storyKey(SIREN)]);
    expect([...stored.keys()]).toEqual([storyKey(SIREN)]);
    scenarioStore(SIREN).hold({ items: [], gone: {} });
    expect(Object.keys(carriedOf(SIREN, 'internal'))).toEqual([storyKey(SIREN)]);
  });

  it('come back in the tab that opens the file, and nothing is stored', () => {
    const first = new StoryState({ siren: SIREN, demonstration: false });
    first.take(STORY);
    scenarioStore(SIREN).hold(LIST);
    const file = carriedOf(SIREN, 'internal');
    for (const key of Object.keys(file)) carry(key, null);
    takeCarried(file);
    const second = new StoryState({ siren: SIREN, demonstration: false });
    second.open(() => ({ title: 'Proposée', steps: [] }));
    expect([second.story?.title, second.kept]).toEqual(['Conseil', false]);
    expect(scenarioStore(SIREN).held()?.items).toEqual(LIST.items);
    expect(stored.size).toBe(0);
  });

  it('have plans of meetings among them inside the service only', () => {
    const kept = meetingPlanStore(SIREN);
    kept.hold({ items: [MEETINGS], gone: {} });
    const file = carriedOf(SIREN, 'internal');
    expect(Object.keys(file)).toEqual([meetingsKey(SIREN)]);
    expect(keyOfKept(pathOfKept(meetingsKey(SIREN)))).toBe(meetingsKey(SIREN));
    expect(carriedOf(SIREN, 'public')).toEqual({});
    expect(carriedOf(SIREN, undefined)).toEqual({});
    carry(meetingsKey(SIREN), null);
    takeCarried(file);
    expect(kept.held()?.items).toEqual([MEETINGS]);
    expect(stored.size).toBe(0);
    carry(meetingsKey(SIREN), null);
  });

  it('say when they change, and only then', () => {
    const heard = vi.fn();
    const stop = watchCarried(heard);
    stored.set(plansKey(SIREN), 'a');
    carry(plansKey(SIREN), 'a');
    expect(heard).not.toHaveBeenCalled();
    carry(plansKey(SIREN), 'b');
    carry(plansKey(SIREN), 'b');
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    carry(plansKey(SIREN), 'c');
    expect(heard).toHaveBeenCalledTimes(1);
    expect(carriedText(plansKey(SIREN))).toBe('c');
  });
});
