// How a page's map becomes live: outlines, WebGL, MapLibre, first idle; and which failure leaves it in SVG.
import { NO_SHAPES, type GivenShapes, type Shapes } from '../geometry/shapes.ts';
import type { MapFailure } from '../scene.ts';
import type LiveMap from './LiveMap.svelte';

export type MapState = 'loading' | 'idle' | 'failed';

const TIMEOUT_MS = 20_000;
/** The live map shows what the SVG shows: placing its labels can wait until what others ask for has left. */
const TAKEOVER_MS = 50;

const loadLiveMap = () => import('./LiveMap.svelte');

/** Fetches MapLibre and the live map beforehand, in a browser; a failure is told when the map is opened. */
export function preloadLiveMap(): void {
  if (!import.meta.env.SSR) void loadLiveMap().catch(() => undefined);
}

/** Only asked of a map that failed: a context costs as much as a page. */
const hasWebGL = () => document.createElement('canvas').getContext('webgl2') !== null;

interface LifecycleEvents {
  idle: () => void;
  failure: (failure: MapFailure) => void;
}

export class MapLifecycle {
  state = $state<MapState>('loading');
  failure = $state<MapFailure | null>(null);
  shapes = $state.raw<Shapes>(NO_SHAPES);
  /** The component of the live map, once its code is there; null while it cannot serve. */
  Live = $state.raw<typeof LiveMap | null>(null);
  /** The live map is what one sees, from a task after the one in which it was ready. */
  tookOver = $state(false);
  /** Grows when the live map must be made anew. */
  generation = $state(0);

  #pendingShapes: Promise<Shapes> | null = null;
  #wasIdle = false;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  readonly #events: LifecycleEvents;

  constructor(shapes: GivenShapes | undefined, events: LifecycleEvents) {
    if (shapes instanceof Promise) this.#pendingShapes = shapes;
    else if (shapes) this.shapes = shapes;
    this.#events = events;
    preloadLiveMap();
  }

  /** The map can be drawn: its outlines have come, or never will. */
  get drawable(): boolean {
    return this.shapes !== NO_SHAPES || this.failure === 'shapes-unreachable';
  }

  /**
   * May be called again after a failure.
   *
   * @param load outlines that were not given
   */
  async open(load: () => Promise<Shapes>): Promise<void> {
    this.state = 'loading';
    this.failure = null;
    const loaded = loadLiveMap();
    // Told further down, where it is awaited.
    loaded.catch(() => undefined);
    if (this.shapes === NO_SHAPES) {
      try {
        this.shapes = await (this.#pendingShapes ?? load());
      } catch (cause) {
        this.#pendingShapes = null;
        return this.fail('shapes-unreachable', cause);
      }
    }
    if (!('WebGL2RenderingContext' in globalThis)) return this.fail('webgl-missing');
    try {
      this.Live = (await loaded).default;
      this.#timeout = setTimeout(() => this.fail('map-unavailable'), TIMEOUT_MS);
    } catch (cause) {
      this.fail('map-unavailable', cause);
    }
  }

  ready(): void {
    clearTimeout(this.#timeout);
    this.state = 'idle';
    this.failure = null;
    if (this.#wasIdle) return;
    this.#wasIdle = true;
    this.#events.idle();
    setTimeout(() => (this.tookOver = true), TAKEOVER_MS);
  }

  /** WebGL came back: MapLibre would redraw without its states, so a new map takes over once it is ready. */
  revive(): void {
    this.generation += 1;
  }

  fail(failure: MapFailure, cause?: unknown): void {
    clearTimeout(this.#timeout);
    if (cause) console.warn(`map: ${failure}`, cause);
    if (failure === 'map-unavailable' && !hasWebGL()) failure = 'webgl-missing';
    this.state = 'failed';
    this.failure = failure;
    if (failure !== 'webgl-lost') this.Live = null;
    this.#events.failure(failure);
  }

  close(): void {
    clearTimeout(this.#timeout);
  }
}
