// The ground under the maps of a territory: whether its reader wants it, and what draws it where MapLibre does not. What draws comes once a
// map stands: it is no part of the first visit.
import { getContext, setContext, untrack, type Component } from 'svelte';
import type { Feature, MultiLineString, MultiPoint, MultiPolygon } from 'geojson';
import { GROUND_PAPER_PATH, type Ground } from '$lib/model/ground.ts';
import type { Box } from '../geometry/polygons.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { MapFiles } from '../map-files.ts';

/** A kind of water, a river, a kind of main road, or points where the number of a road (`of` some kind) may be written. */
export type PaperFeature = Feature<
  MultiLineString | MultiPolygon | MultiPoint,
  {
    kind: 'water' | 'river' | 'canal' | 'tram' | 'primary' | 'trunk' | 'motorway' | 'number';
    name?: string;
    ref?: string;
    of?: string;
  }
>;

/** The reader's choice, kept or not by whoever gives it. */
export interface GroundChoice {
  readonly ground: boolean;
  chooseGround(shown: boolean): void;
}

/** What `parts.ts` holds: it is fetched, never imported by what it draws for. */
export interface GroundParts {
  Lines: Component<{ view: Viewport }>;
  Names: Component<{ view: Viewport; taken: readonly Box[] }>;
  Switch: Component<{ below?: boolean }>;
  Credit: Component<{ x: number; y: number; end?: boolean }>;
}

export class GroundState {
  /** Null where the territory has no ground. */
  readonly facts: Ground | null;
  /** What draws it in SVG, its switch and its credit; null until they have come. */
  parts = $state.raw<GroundParts | null>(null);
  /** Large water and main roads; empty until they have come. */
  paper: readonly PaperFeature[] = $state.raw([]);
  readonly #files: Pick<MapFiles, 'base' | 'fetch'>;
  readonly #choice: GroundChoice;
  readonly #fetchParts: () => Promise<GroundParts>;
  #loading: Promise<void> | null = null;

  constructor(
    facts: Ground | undefined,
    files: Pick<MapFiles, 'base' | 'fetch'>,
    choice: GroundChoice,
    parts: () => Promise<GroundParts>
  ) {
    this.facts = facts ?? null;
    this.#files = files;
    this.#choice = choice;
    this.#fetchParts = parts;
  }

  /** Its reader wants it. */
  get shown(): boolean {
    return this.facts !== null && this.#choice.ground;
  }

  /** There is something to show or to hide. @param live on a map that MapLibre draws, or in SVG */
  offers(live: boolean): boolean {
    return this.parts !== null && (live ? this.facts?.tiles === true : this.paper.length > 0);
  }

  /** There is a drawing in SVG, and its reader wants it. */
  get inSvg(): boolean {
    return this.shown && this.parts !== null && this.paper.length > 0;
  }

  choose(shown: boolean): void {
    this.#choice.chooseGround(shown);
  }

  /** Fetches what draws it in SVG. A map without its ground is still a map: a failure is logged, and the next map asks again. */
  load(): Promise<void> {
    this.#loading ??= this.#load().catch((cause: unknown) => {
      this.#loading = null;
      console.warn('ground', cause);
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    if (!this.facts) return;
    const code = this.#fetchParts();
    code.catch(() => undefined);
    if (this.facts.paper) {
      const response = await this.#files.fetch(`${this.#files.base}/${GROUND_PAPER_PATH}`);
      if (!response.ok) throw new Error(String(response.status));
      this.paper = ((await response.json()) as { features: PaperFeature[] }).features;
    }
    this.parts = await code;
  }
}

const KEY = 'ground';

export const provideGround = (ground: GroundState): GroundState => setContext(KEY, ground);

/** Null where a map is drawn outside of the site's pages. */
export const groundState = (): GroundState | null => getContext<GroundState | undefined>(KEY) ?? null;

/** Within a component: the reader asks for the ground, whose streets only MapLibre draws. */
export function onGroundAsked(then: () => void): void {
  const ground = groundState();
  let before = untrack(() => ground?.shown ?? false);
  $effect(() => {
    const shown = ground?.shown ?? false;
    if (shown && !before && ground?.facts?.tiles) untrack(then);
    before = shown;
  });
}

/** For a component that is mounted by itself. */
export const groundContext = (ground: GroundState | null): Map<string, GroundState> =>
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- handed to `mount`, never read again
  new Map(ground ? [[KEY, ground]] : []);
