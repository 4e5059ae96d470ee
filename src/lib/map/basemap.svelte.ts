// The base map of roads and water: a file of the site, fetched once by the first map that is drawn, and how it is drawn, live and in SVG.
// Most sites have none.
import { getContext, setContext } from 'svelte';
import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { Territory } from '$lib/model/place.ts';

export type BasemapShape = Feature<
  LineString | MultiLineString | Polygon | MultiPolygon,
  { kind: 'water' | 'main' | 'road' }
>;

/** Widths in pixels. Thin and pale: colour belongs to the figures. */
export const BASEMAP_STYLE = {
  water: { width: 2, opacity: 0.7 },
  road: { width: 0.6, opacity: 0.5 },
  main: { width: 1.3, opacity: 0.6 }
} as const;

export class Basemap {
  shapes: readonly BasemapShape[] = $state.raw([]);
  readonly #address: string | null;
  readonly #fetch: typeof fetch;
  #requested = false;

  /**
   * @param base address of the site
   * @param load gives the files of the territory
   */
  constructor(base: string, { basemap }: Territory, load: typeof fetch) {
    this.#fetch = load;
    this.#address = basemap ? `${base}/${basemap.path}` : null;
  }

  get exists(): boolean {
    return this.#address !== null;
  }

  /** Idempotent. A map without its base map is still a map: a failure is logged, and the next map asks again. */
  async load(): Promise<void> {
    if (this.#address === null || this.#requested) return;
    this.#requested = true;
    try {
      const response = await this.#fetch(this.#address);
      if (!response.ok) throw new Error(String(response.status));
      this.shapes = ((await response.json()) as { features: BasemapShape[] }).features;
    } catch (cause) {
      this.#requested = false;
      console.warn('basemap', cause);
    }
  }
}

const KEY = 'basemap';

export const provideBasemap = (basemap: Basemap): Basemap => setContext(KEY, basemap);

/** Null where a map is drawn outside of the site's pages. */
export const getBasemap = (): Basemap | null => getContext<Basemap | undefined>(KEY) ?? null;
