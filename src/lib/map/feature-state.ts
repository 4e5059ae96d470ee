// The scene as MapLibre feature states, and the fewest changes from one scene to the next.
import { isFaded, paintedAreas, type Emphasis, type Scene } from './scene.ts';
import { schoolId, type SchoolId } from './school-features.ts';

export type SourceId = 'communes' | 'qpvs' | 'circles' | 'schools';

export type FeatureState = {
  /** -1: no class. A school has none and is never protected: it only fades. */
  class?: number;
  protected?: boolean;
  faded: boolean;
};

export interface StateChange {
  source: SourceId;
  id: SchoolId;
  state: FeatureState;
}

/** By source, then by the code of the area or the number of the school. */
export type States = ReadonlyMap<SourceId, ReadonlyMap<SchoolId, FeatureState>>;

const NEUTRAL: FeatureState = { class: -1, protected: false, faded: false };
// Shared by all schools: a country has tens of thousands of them.
const CLEAR: FeatureState = { faded: false };
const FADED: FeatureState = { faded: true };
const neutral = (source: SourceId) => (source === 'schools' ? CLEAR : NEUTRAL);

const same = (a: FeatureState, b: FeatureState) =>
  a === b || (a.class === b.class && a.protected === b.protected && a.faded === b.faded);

export function sceneStates(scene: Scene, emphasis: Emphasis): States {
  const states = new Map<SourceId, Map<SchoolId, FeatureState>>();
  const of = (source: SourceId) => {
    const known = states.get(source) ?? new Map<SchoolId, FeatureState>();
    states.set(source, known);
    return known;
  };
  for (const area of paintedAreas(scene)) {
    const state = {
      class: area.protected ? -1 : (area.class ?? -1),
      protected: area.protected,
      faded: isFaded(area, emphasis)
    };
    of(area.ref.kind === 'qpv' ? 'qpvs' : 'communes').set(area.ref.code, state);
    if (area.circle !== null) of('circles').set(area.ref.code, state);
  }
  const schools = of('schools');
  for (const { ref, faded } of scene.points) schools.set(schoolId(ref.code), faded ? FADED : CLEAR);
  return states;
}

/** What to set so that a map that shows `before` shows `after`; a feature that left the scene turns neutral. */
export function stateChanges(before: States, after: States): StateChange[] {
  const changes: StateChange[] = [];
  for (const [source, features] of after) {
    const old = before.get(source);
    for (const [id, state] of features) {
      if (!same(old?.get(id) ?? neutral(source), state)) changes.push({ source, id, state });
    }
  }
  for (const [source, features] of before) {
    const kept = after.get(source);
    const state = neutral(source);
    for (const [id, old] of features) {
      if (!kept?.has(id) && !same(old, state)) changes.push({ source, id, state });
    }
  }
  return changes;
}
