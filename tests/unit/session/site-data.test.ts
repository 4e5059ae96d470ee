// What pages read of the territory, before and after the whole dashboard has come.
import { expect, it } from 'vitest';
import { frameDashboard } from '../../../src/lib/cube/frame-dashboard.ts';
import { SiteData } from '../../../src/lib/session/site-data.svelte.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

it('the whole takes the place of what a page of words brought, and is replaced by nothing', () => {
  const site = new SiteData(frameDashboard(smallDashboard));
  expect(site.dashboard.schools.length).toBeLessThan(smallDashboard.schools.length);
  site.show(smallDashboard);
  expect(site.cube.dashboard).toBe(smallDashboard);
  site.show({ ...smallDashboard });
  expect(site.dashboard).toBe(smallDashboard);
});
