// `tables/dashboard.json`: what answers every filter before the database is there.
import { DASHBOARD_VERSION, type Dashboard } from '../../../cube/dashboard.ts';
import { ownThemesOf, packPathways } from '../../../cube/pathway-grid.ts';
import type { Month } from '../../../model/school-year.ts';
import { mapBounds } from '../places/map-bounds.ts';
import type { TerritoryRows } from '../rows.ts';

/** Schools that wait at the end of each month, and letters written in it, oldest first. */
function demandByMonth({ demand }: TerritoryRows): Dashboard['demand'] {
  const months = new Map<Month, { requests: number; waiting: number }>();
  for (const { month, requests, waiting } of demand) {
    const found = months.get(month) ?? { requests: 0, waiting: 0 };
    months.set(month, { requests: found.requests + requests, waiting: found.waiting + waiting });
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, found]) => ({ month, ...found }));
}

/** Official names are typed with a straight apostrophe; what is read on screen has the typographic one. */
function readable<Row extends { name: string }>(row: Row): Row {
  return { ...row, name: row.name.replaceAll("'", '’') };
}

export function toDashboard(rows: TerritoryRows, fingerprint: string): Dashboard {
  const themes = ownThemesOf(rows.release?.cells ?? []);
  return {
    version: DASHBOARD_VERSION,
    territory: { ...rows.territory, bounds: mapBounds(rows) },
    years: rows.years,
    asOf: rows.asOf,
    communes: rows.communes.map(({ outline: _, ...commune }) => readable(commune)),
    neighbours: rows.neighbours,
    qpvs: rows.qpvs.map(({ perimeter: _, ...qpv }) => readable(qpv)),
    schools: rows.schools.map(readable),
    ...(rows.formerSchools && { formerSchools: rows.formerSchools.map(readable) }),
    pathways: packPathways(rows.release?.cells ?? [], themes),
    ...(themes.length > 0 && { themes }),
    ...(rows.territory.internal && rows.release?.uncounted && { uncounted: rows.release.uncounted }),
    ...(rows.origins && { origins: rows.origins }),
    serviceYears: rows.serviceYears,
    teams: rows.teams.map(({ id, name, qpv, commune, meetings }) =>
      readable({ id, name, qpv, commune, meetings })
    ),
    demand: demandByMonth(rows),
    actions: rows.actions.map(({ id, level, communes, cost_euros }) => ({ id, level, communes, cost_euros })),
    milestones: rows.milestones,
    access: rows.access,
    posts: rows.posts,
    ...(rows.members !== undefined && { members: rows.members }),
    ...(rows.sessions !== undefined && { sessions: rows.sessions }),
    quotedPupils: rows.quotedPupils,
    fingerprint
  };
}
