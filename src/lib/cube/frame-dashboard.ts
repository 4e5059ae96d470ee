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
    // One commune or several: the menu differs.
    communes: firstOf(whole.communes, ({ source, intervention }) => `${intervention} ${source}`, 2),
    qpvs: firstOf(whole.qpvs, ({ source }) => source),
    // What names or places a school, or an action, is read by pages alone.
    schools: firstOf(whole.schools, ({ source, status }) => `${status} ${source}`).map((school) => ({
      ...school,
      ...{ name: '', lon: 0, lat: 0 }
    })),
    pathways: Object.fromEntries(Object.keys(whole.pathways).map((year) => [year, {}])),
    actions: whole.actions.slice(0, 1).map((action) => ({ ...action, communes: [] })),
    teams: whole.teams.slice(0, 1),
    neighbours: [],
    demand: [],
    serviceYears: [],
    access: null
  };
}
