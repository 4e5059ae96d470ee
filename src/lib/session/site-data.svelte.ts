// Data common to all pages: the dashboard of the territory that is shown, and queries over it.
import { createContext } from 'svelte';
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';

export class SiteData {
  readonly cube: CoverageCube;

  constructor(dashboard: Dashboard) {
    this.cube = new CoverageCube(dashboard);
  }

  get dashboard(): Dashboard {
    return this.cube.dashboard;
  }
}

export const [siteData, provideSiteData] = createContext<SiteData>();
