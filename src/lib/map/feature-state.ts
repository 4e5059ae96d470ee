// The scene as MapLibre feature states, and the fewest changes from one scene to the next.
import { isFaded, paintedAreas, type Emphasis, type Scene } from './scene.ts';

export type SourceId = 'communes' | 'qpvs' | 'circles' | 'schools';

export type FeatureState = {
  /** -1: no class. */
  class: number;
  protected: boolean;
  faded: boolean;
};

export interface StateChange {
  source: SourceId;
  id: string;
  state: FeatureState;
}

export type States = ReadonlyMap<string, StateChange>;

const NEUTRAL: FeatureState = { class: -1, protected: false, faded: false };

const same = (a: FeatureState, b: FeatureState) =>
  a.class === b.class && a.protected === b.protected && a.faded === b.faded;

export function sceneStates(scene: Scene, emphasis: Emphasis): States {
  const states = new Map<string, StateChange>();
  const add = (source: SourceId, id: string, state: FeatureState) =>
    states.set(`${source}/${id}`, { source, id, state });
  for (const area of paintedAreas(scene)) {
    const state = {
      class: area.protected ? -1 : (area.class ?? -1),
      protected: area.protected,
      faded: isFaded(area, emphasis)
    };
    add(area.ref.kind === 'qpv' ? 'qpvs' : 'communes', area.ref.code, state);
    if (area.circle !== null) add('circles', area.ref.code, state);
  }
  for (const point of scene.points) add('schools', point.ref.code, { ...NEUTRAL, faded: point.faded });
  return states;
}

/** What to set so that a map that shows `before` shows `after`; a feature that left the scene turns neutral. */
export function stateChanges(before: States, after: States): StateChange[] {
  const changes: StateChange[] = [];
  for (const [key, change] of after) {
    const old = before.get(key);
    if (!old || !same(old.state, change.state)) changes.push(change);
  }
  for (const [key, { source, id, state }] of before) {
    if (!after.has(key) && !same(state, NEUTRAL)) changes.push({ source, id, state: NEUTRAL });
  }
  return changes;
}
