// A change of scene recolours only what changed.
import { describe, expect, it } from 'vitest';
import { sceneStates, ShownStates } from '../../../../src/lib/map/live/feature-state.ts';
import { symbolId } from '../../../../src/lib/map/live/school-features.ts';
import { area, communes, school } from '../fixtures.ts';

describe('recolouring', () => {
  it('sets every area once, then only what changed', () => {
    const shown = new ShownStates();
    expect(shown.follow(sceneStates(communes()))).toHaveLength(3);
    const second = sceneStates(communes({ areas: [area('A', { class: 4 }), area('B'), area('C')] }));
    expect(shown.follow(second)).toEqual([
      { source: 'areas', id: 'A', state: { class: 4, protected: false, faded: false } }
    ]);
    expect(shown.follow(second)).toEqual([]);
  });

  it('never gives a class to a protected area', () => {
    const states = sceneStates(communes({ areas: [area('A', { class: 3, protected: true })] }));
    expect(states.get('areas')?.get('A')).toEqual({ class: -1, protected: true, faded: false });
  });

  it('turns neutral what left the scene, and leaves areas unfilled where schools are the subject', () => {
    const shown = new ShownStates();
    shown.follow(sceneStates(communes()));
    const changes = shown.follow(sceneStates(communes({ kind: 'ecoles' })));
    expect(changes.map(({ id, state }) => [id, state.class])).toEqual([
      ['A', -1],
      ['B', -1],
      ['C', -1]
    ]);
  });

  it('sets only the schools that fade, leave or come back', () => {
    const points = [
      school('0590001A', 3, 50),
      school('0590002B', 3, 50, { faded: true }),
      school('S', 3, 50)
    ];
    const [first, second] = points.map(symbolId);
    const shown = new ShownStates();
    const show = (schools: typeof points) =>
      shown
        .follow(sceneStates(communes({ kind: 'ecoles', areas: [], points: schools })))
        .map(({ id, state }) => [id, state.hidden ? 'hidden' : state.faded ? 'faded' : 'clear']);
    expect(show(points)).toEqual([[second, 'faded']]);
    const clear = points.map((point) => ({ ...point, faded: false }));
    expect(show(clear)).toEqual([[second, 'clear']]);
    expect(show(clear.slice(1))).toEqual([[first, 'hidden']]);
    expect(show(clear.slice(1))).toEqual([]);
    expect(show(clear)).toEqual([[first, 'clear']]);
  });
});
