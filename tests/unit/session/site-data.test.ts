// The reader's own files override the site's data in this tab only, and the site's come back whole.
import { expect, it } from 'vitest';
import { SiteData } from '../../../src/lib/session/site-data.svelte.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

it('lays counts over places, keeps what neither has, and gives the published data back', () => {
  const site = new SiteData(smallDashboard);
  expect([site.isOriginal, site.dashboard]).toEqual([true, smallDashboard]);
  const schools = smallDashboard.schools.slice(0, 2);
  site.overrideData('places', { schools, years: ['2024-2025'] });
  site.overrideData('counts', { years: ['2025-2026'] });
  expect(site.isOriginal).toBe(false);
  expect(site.original).toBe(smallDashboard);
  expect([site.dashboard.schools, site.dashboard.years, site.dashboard.communes]).toEqual([
    schools,
    ['2025-2026'],
    smallDashboard.communes
  ]);
  site.overrideData('counts', null);
  expect(site.dashboard.years).toEqual(['2024-2025']);
  site.overrideData('places', null);
  expect(site.dashboard).toBe(smallDashboard);
});
