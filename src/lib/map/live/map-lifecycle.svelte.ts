// How a page's map stands: drawn in SVG once its outlines are there, then live from the first movement that is asked of it; and which failure leaves it
// in SVG.
import { tick } from 'svelte';
import { nextFrame, tellMapStands } from '$lib/first-visit/scheduling.ts';
import { NO_SHAPES, type GivenShapes, type Shapes } from '../geometry/shapes.ts';
import type { MapFailure } from '../scene.ts';
import type LiveMap from './LiveMap.svelte';

/**
 * - `loading`: its outlines have not come;
 * - `drawn`: the drawing stands and answers hand, keyboard and filters;
 * - `waking`: so it does, while the live map that was asked for comes;
 * - `live`: MapLibre draws;
 * - `failed`: without outlines, or the live map was asked for and cannot come: the drawing stands.
 */
export type MapState = 'loading' | 'drawn' | 'waking' | 'live' | 'failed';

const TIMEOUT_MS = 20_000;
/** Only asked of a map that failed: a context costs as much as a page. */
const hasWebGL = () => document.createElement('canvas').getContext('webgl2') !== null;

interface LifecycleEvents {
  /** The drawing stands and answers. */
  stands: () => void;
  failure: (failure: MapFailure) => void;
}

export class MapLifecycle {
  state = $state<MapState>('loading');
  failure = $state<MapFailure | null>(null);
  shapes = $state.raw<Shapes>(NO_SHAPES);
  /** The component of the live map, once its code is there; null while it cannot serve. */
  Live = $state.raw<typeof LiveMap | null>(null);
  /** The map of the page's HTML makes room for a drawing of the frame's own size. */
  drawing = $state(false);
  /** Names may be placed: where the map of the HTML is no longer what is asked for, colours answer first and names follow by a task. */
  named = $state(import.meta.env.SSR);
  /** Grows when the live map must be made anew. */
  generation = $state(0);

  #pendingShapes: Promise<Shapes> | null = null;
  #wanted = false;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  readonly #events: LifecycleEvents;

  constructor(shapes: GivenShapes | undefined, events: LifecycleEvents) {
    if (shapes instanceof Promise) this.#pendingShapes = shapes;
    else if (shapes) this.shapes = shapes;
    this.#events = events;
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
    if (this.shapes === NO_SHAPES) {
      try {
        this.shapes = await (this.#pendingShapes ?? load());
      } catch (cause) {
        this.#pendingShapes = null;
        return this.fail('shapes-unreachable', cause);
      }
    }
    // In one go with its outlines, as the filters ask for it now.
    this.drawing = true;
    await tick();
    await nextFrame();
    this.state = 'drawn';
    this.#events.stands();
    setTimeout(() => (this.named = true));
    tellMapStands();
    if (this.#wanted) await this.wake();
  }

  /** The map is being moved: MapLibre is fetched, once. */
  async wake(): Promise<void> {
    this.#wanted = true;
    if (this.state !== 'drawn') return;
    this.state = 'waking';
    if (!('WebGL2RenderingContext' in globalThis)) return this.fail('webgl-missing');
    try {
      this.Live = (await import('./LiveMap.svelte')).default;
      this.#timeout = setTimeout(() => this.fail('map-unavailable'), TIMEOUT_MS);
    } catch (cause) {
      this.fail('map-unavailable', cause);
    }
  }

  /** The live map has drawn everything, where the drawing stands. */
  ready(): void {
    clearTimeout(this.#timeout);
    this.state = 'live';
    this.failure = null;
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
    this.named = true;
    this.failure = failure;
    if (failure !== 'webgl-lost') this.Live = null;
    this.#events.failure(failure);
    tellMapStands();
  }

  close(): void {
    clearTimeout(this.#timeout);
  }
}
