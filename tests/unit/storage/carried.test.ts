// A saved territory carries the plans and the story of its reader; opening it stores nothing on the computer.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StoryState } from '../../../src/lib/session/story-state.svelte.ts';
import {
  carriedOf,
  carriedText,
  carry,
  plansKey,
  storyKey,
  takeCarried,
  watchCarried
} from '../../../src/lib/storage/carried.ts';
import { KeptPlans } from '../../../src/lib/storage/kept-plans.ts';

const SIREN = '245901160';
const LIST = {
  scenarios: [
    { id: 'a', name: 'Essai', plan: { referents: {}, coordinators: {} }, settings: {}, made: 1, changed: 1 }
  ],
  gone: {}
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
    for (const key of [plansKey(SIREN), storyKey(SIREN)]) carry(key, null);
  });

  it('are those of the tab, stored on the computer or not', () => {
    expect(carriedOf(SIREN)).toEqual({});
    stored.set(storyKey(SIREN), '{"stored":true}');
    new KeptPlans(SIREN).hold(LIST);
    expect(Object.keys(carriedOf(SIREN))).toEqual([plansKey(SIREN), storyKey(SIREN)]);
    expect([...stored.keys()]).toEqual([storyKey(SIREN)]);
    new KeptPlans(SIREN).hold({ scenarios: [], gone: {} });
    expect(Object.keys(carriedOf(SIREN))).toEqual([storyKey(SIREN)]);
  });

  it('come back in the tab that opens the file, and nothing is stored', () => {
    const first = new StoryState({ siren: SIREN, demonstration: false });
    first.take(STORY);
    new KeptPlans(SIREN).hold(LIST);
    const file = carriedOf(SIREN);
    for (const key of Object.keys(file)) carry(key, null);
    takeCarried(file);
    const second = new StoryState({ siren: SIREN, demonstration: false });
    second.open(() => ({ title: 'Proposée', steps: [] }));
    expect([second.story?.title, second.kept]).toEqual(['Conseil', false]);
    expect(new KeptPlans(SIREN).held()?.scenarios).toEqual(LIST.scenarios);
    expect(stored.size).toBe(0);
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
