// Data common to all pages: the site's dashboard, overridden in part by the reader's own files in this tab.
import { createContext } from 'svelte';
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';

/** Parts that are overridden separately: places by official files, counts by a case file. Counts win over places. */
type DataLayer = 'places' | 'counts';

const NOTHING: Partial<Dashboard> = {};

export class SiteData {
  /** Queries over the data as overridden. */
  cube: CoverageCube = $state.raw() as CoverageCube;
  /** The dashboard as published. */
  readonly original: Dashboard;
  readonly #layers: Record<DataLayer, Partial<Dashboard>> = { places: NOTHING, counts: NOTHING };

  constructor(dashboard: Dashboard) {
    this.original = dashboard;
    this.cube = new CoverageCube(dashboard);
  }

  /** The dashboard as overridden. */
  get dashboard(): Dashboard {
    return this.cube.dashboard;
  }

  get isOriginal(): boolean {
    return this.dashboard === this.original;
  }

  /** Overrides a part of the data, or removes the override (null). */
  overrideData(layer: DataLayer, part: Partial<Dashboard> | null): void {
    this.#layers[layer] = part ?? NOTHING;
    const { places, counts } = this.#layers;
    const overridden = places !== NOTHING || counts !== NOTHING;
    this.cube = new CoverageCube(overridden ? { ...this.original, ...places, ...counts } : this.original);
  }
}

export const [siteData, provideSiteData] = createContext<SiteData>();
