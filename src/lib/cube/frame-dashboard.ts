// What the frame of a page of words reads of a dashboard: whose site it is, which pages it has, what its sources are.
import type { Dashboard } from './dashboard.ts';

/** The first rows of each kind, in their order. */
function firstOf<Row>(rows: readonly Row[], kind: (row: Row) => string, most = 1): Row[] {
  const seen = new Map<string, number>();
  return rows.filter((row) => {
    const count = (seen.get(kind(row)) ?? 0) + 1;
    seen.set(kind(row), count);
    return count <= most;
  });
}

export function frameDashboard(whole: Dashboard): Dashboard {
  const { formerSchools: _former, milestones: _notes, themes: _themes, ...rest } = whole;
  return {
    ...rest,
    lean: true,
    // One commune or several: the menu differs. What places or measures a row is read by other pages.
    communes: firstOf(whole.communes, ({ source, intervention }) => `${intervention} ${source}`, 2).map(
      (commune) => ({
        ...commune,
        ...{ population: null, area_ha: null, cite_educative: null, lon: 0, lat: 0, town_lon: 0, town_lat: 0 }
      })
    ),
    qpvs: firstOf(whole.qpvs, ({ source }) => source).map((qpv) => ({ ...qpv, name: '', lon: 0, lat: 0 })),
    schools: firstOf(whole.schools, ({ source, status }) => `${status} ${source}`).map((school) => ({
      ...school,
      ...{ name: '', network: null, pupils: null, ips: null, lon: 0, lat: 0 }
    })),
    pathways: Object.fromEntries(Object.keys(whole.pathways).map((year) => [year, {}])),
    actions: whole.actions.slice(0, 1).map((action) => ({ ...action, communes: [] })),
    teams: whole.teams.slice(0, 1).map((team) => ({ ...team, name: '' })),
    neighbours: [],
    demand: [],
    serviceYears: [],
    access: null
  };
}
