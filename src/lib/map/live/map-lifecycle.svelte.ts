// How a map comes to life: outlines, WebGL, MapLibre, first idle; and what stands in its way.
import type LiveMap from './LiveMap.svelte';
import { loadLiveMap, preloadLiveMap } from './load-live-map.ts';
import type { MapFailure } from '../scene.ts';
import { loadShapes, NO_SHAPES, type GivenShapes, type Shapes } from '../geometry/shapes.ts';

export type MapState = 'loading' | 'idle' | 'failed';

const PATIENCE = 20_000;
/** The live map shows what its drawing shows: placing its names can wait until what others ask for has left. */
const TAKEOVER_MS = 50;

/** Only asked of a map that failed: a context costs as much as a page. */
const hasWebGL = () => document.createElement('canvas').getContext('webgl2') !== null;

export class MapLifecycle {
  state = $state<MapState>('loading');
  failure = $state<MapFailure | null>(null);
  shapes = $state.raw<Shapes>(NO_SHAPES);
  Live = $state.raw<typeof LiveMap | null>(null);

  /** It has taken the drawing's place, in a task of its own after the one in which it was ready. */
  stands = $state(false);
  /** Grows when the live map must be made anew. */
  life = $state(0);

  #coming: Promise<Shapes> | null = null;
  #wasIdle = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  readonly #events: { idle: () => void; failure: (failure: MapFailure) => void };

  constructor(
    shapes: GivenShapes | undefined,
    events: { idle: () => void; failure: (failure: MapFailure) => void }
  ) {
    if (shapes instanceof Promise) this.#coming = shapes;
    else if (shapes) this.shapes = shapes;
    this.#events = events;
    preloadLiveMap();
  }

  get drawn(): boolean {
    return this.shapes !== NO_SHAPES || this.failure === 'shapes-unreachable';
  }

  /** May be called again after a failure. */
  async open(base: string): Promise<void> {
    this.state = 'loading';
    this.failure = null;
    const loaded = loadLiveMap();
    // Told of further down, where it is waited for.
    loaded.catch(() => undefined);
    if (this.shapes === NO_SHAPES) {
      try {
        this.shapes = await (this.#coming ?? loadShapes(base));
      } catch (cause) {
        this.#coming = null;
        return this.fail('shapes-unreachable', cause);
      }
    }
    if (!('WebGL2RenderingContext' in globalThis)) return this.fail('webgl-missing');
    try {
      this.Live = (await loaded).default;
      this.#patience = setTimeout(() => this.fail('map-unavailable'), PATIENCE);
    } catch (cause) {
      this.fail('map-unavailable', cause);
    }
  }

  ready(): void {
    clearTimeout(this.#patience);
    this.state = 'idle';
    this.failure = null;
    if (this.#wasIdle) return;
    this.#wasIdle = true;
    this.#events.idle();
    setTimeout(() => (this.stands = true), TAKEOVER_MS);
  }

  /** WebGL came back: MapLibre would redraw without its states, so a new map takes over once it is ready. */
  revive(): void {
    this.life += 1;
  }

  fail(failure: MapFailure, cause?: unknown): void {
    clearTimeout(this.#patience);
    if (cause) console.warn(`map: ${failure}`, cause);
    if (failure === 'map-unavailable' && !hasWebGL()) failure = 'webgl-missing';
    this.state = 'failed';
    this.failure = failure;
    if (failure !== 'webgl-lost') this.Live = null;
    this.#events.failure(failure);
  }

  close(): void {
    clearTimeout(this.#patience);
  }
}
