// What the HTML of a page of words brings of a dashboard: its frame says the same with it as with all of it.
import { describe, expect, it } from 'vitest';
import type { Dashboard } from '../../../src/lib/cube/dashboard.ts';
import { frameDashboard } from '../../../src/lib/cube/frame-dashboard.ts';
import { shownPages } from '../../../src/lib/session/shown-pages.ts';
import { uncountedIn } from '../../../src/lib/session/uncounted.ts';
import { namedSources } from '../../../src/lib/ui/paper/named-sources.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const as = (text: string) => text;
const [commune] = smallDashboard.communes;
const dashboards: Record<string, Dashboard> = {
  several: smallDashboard,
  'one commune': {
    ...smallDashboard,
    communes: smallDashboard.communes.map((one) => ({ ...one, intervention: one === commune }))
  },
  'without schools asked': {
    ...smallDashboard,
    schools: smallDashboard.schools.map((school) => ({ ...school, status: 'outside' as const }))
  },
  'with files that name their sources': {
    ...smallDashboard,
    origins: { schools: { source: 'Annuaire', vintage: '2026', licence: 'LO 2.0' } }
  },
  'without counts': { ...smallDashboard, pathways: {} },
  'another source among the last': {
    ...smallDashboard,
    schools: smallDashboard.schools.map((school, at, { length }) =>
      at === length - 1 ? { ...school, source: 'Une autre source' } : school
    )
  }
};

describe.each(Object.entries(dashboards))('of a territory: %s', (_name, whole) => {
  const lean = frameDashboard(whole);

  it('the menu and the printed sources are those of the whole', () => {
    expect(shownPages(lean)).toEqual(shownPages(whole));
    expect(namedSources(lean, as)).toBe(namedSources(whole, as));
    expect(uncountedIn(lean)).toEqual(uncountedIn(whole));
  });

  it('it says that it is not the whole, and is less', () => {
    expect(lean.lean).toBe(true);
    expect(JSON.stringify(lean).length).toBeLessThan(JSON.stringify(whole).length);
  });
});
