// Roads and water under the layers: a file of the site's own, fetched once, by the first map that is drawn. Most sites have none.
import { getContext, setContext } from 'svelte';
import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { Territory } from '$lib/model/place.ts';

export type BasemapShape = Feature<
  LineString | MultiLineString | Polygon | MultiPolygon,
  { kind: 'water' | 'main' | 'road' }
>;

export class BasemapState {
  shapes: readonly BasemapShape[] = $state.raw([]);
  readonly #address: string | null;
  #asked = false;

  /** @param base address of the site */
  constructor(base: string, { basemap }: Territory) {
    this.#address = basemap ? `${base}/${basemap.path}` : null;
  }

  get has(): boolean {
    return this.#address !== null;
  }

  /** A map without its ground is still a map: a file that cannot be had is told in the console, and asked for again. */
  async load(): Promise<void> {
    if (this.#address === null || this.#asked) return;
    this.#asked = true;
    try {
      const response = await fetch(this.#address);
      if (!response.ok) throw new Error(String(response.status));
      this.shapes = ((await response.json()) as { features: BasemapShape[] }).features;
    } catch (cause) {
      this.#asked = false;
      console.warn('basemap', cause);
    }
  }
}

const KEY = 'basemap';

export const provideBasemap = (state: BasemapState): BasemapState => setContext(KEY, state);

/** Null where a map is drawn outside of the site's pages. */
export const basemapState = (): BasemapState | null => getContext<BasemapState | undefined>(KEY) ?? null;
