// Data common to all pages: the dashboard of the territory that is shown, and queries over it.
import { createContext } from 'svelte';
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { siteDashboard } from './dashboard-file.ts';

export class SiteData {
  #cube: CoverageCube = $state.raw() as CoverageCube;

  constructor(dashboard: Dashboard) {
    this.#cube = new CoverageCube(dashboard);
  }

  get cube(): CoverageCube {
    return this.#cube;
  }

  get dashboard(): Dashboard {
    return this.cube.dashboard;
  }

  /** The whole dashboard, once a page has it, takes the place of what the HTML of a page of words brought. */
  show(dashboard: Dashboard): void {
    if (this.dashboard.lean && !dashboard.lean) this.#cube = new CoverageCube(dashboard);
  }

  /** Before anything else than the frame of a page of words is read. @throws where the file cannot be read */
  async complete(): Promise<void> {
    if (this.dashboard.lean) this.show(await siteDashboard());
  }
}

export const [siteData, provideSiteData] = createContext<SiteData>();
