// The scene as MapLibre feature states, and the fewest changes from one scene to the next.
import { paintedAreas, type Scene } from '../scene.ts';
import { symbolId, type SymbolId } from './school-features.ts';

export type SourceId = 'areas' | 'circles' | 'schools';

export type FeatureState = {
  /** -1: no class. A school has none and is never protected: it only fades, or hides. */
  class?: number;
  protected?: boolean;
  faded: boolean;
  hidden?: boolean;
};

export interface StateChange {
  source: SourceId;
  id: SymbolId;
  state: FeatureState;
}

/** By source, then by the code of the area or the number of the school. */
export type States = ReadonlyMap<SourceId, ReadonlyMap<SymbolId, FeatureState>>;

const NEUTRAL: FeatureState = { class: -1, protected: false, faded: false };
// Shared by all schools: a country has tens of thousands of them.
const CLEAR: FeatureState = { faded: false, hidden: false };
const FADED: FeatureState = { faded: true, hidden: false };
const HIDDEN: FeatureState = { faded: false, hidden: true };
/** Before any state was set, and once out of the scene. */
const unset = (source: SourceId) => (source === 'schools' ? CLEAR : NEUTRAL);
const left = (source: SourceId) => (source === 'schools' ? HIDDEN : NEUTRAL);

const same = (a: FeatureState, b: FeatureState) =>
  a === b ||
  (a.class === b.class && a.protected === b.protected && a.faded === b.faded && a.hidden === b.hidden);

export function sceneStates(scene: Scene): States {
  const states = new Map<SourceId, Map<SymbolId, FeatureState>>();
  const of = (source: SourceId) => {
    const known = states.get(source) ?? new Map<SymbolId, FeatureState>();
    states.set(source, known);
    return known;
  };
  for (const area of paintedAreas(scene)) {
    const state = {
      class: area.protected ? -1 : (area.class ?? -1),
      protected: area.protected,
      faded: area.faded
    };
    of('areas').set(area.ref.code, state);
    if (area.circle !== null) of('circles').set(area.ref.code, state);
  }
  const schools = of('schools');
  for (const point of scene.points) schools.set(symbolId(point), point.faded ? FADED : CLEAR);
  return states;
}

/** The states that a live map has, one scene after another. */
export class ShownStates {
  readonly #shown = new Map<SourceId, Map<SymbolId, FeatureState>>();

  /** What to set so that the map shows `next`: areas that left the scene turn neutral, schools hide. */
  follow(next: States): StateChange[] {
    const changes: StateChange[] = [];
    for (const source of new Set([...next.keys(), ...this.#shown.keys()])) {
      const shown = this.#shown.get(source) ?? new Map<SymbolId, FeatureState>();
      this.#shown.set(source, shown);
      const wanted = next.get(source);
      const set = (id: SymbolId, state: FeatureState) => {
        if (!same(shown.get(id) ?? unset(source), state)) changes.push({ source, id, state });
        shown.set(id, state);
      };
      for (const [id, state] of wanted ?? []) set(id, state);
      for (const id of shown.keys()) if (!wanted?.has(id)) set(id, left(source));
    }
    return changes;
  }
}
