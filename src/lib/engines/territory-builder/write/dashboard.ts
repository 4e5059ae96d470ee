// `tables/dashboard.json`: what answers every filter before the database is there.
import { DASHBOARD_VERSION, type Dashboard } from '../../../cube/dashboard.ts';
import { ownThemesOf, packPathways } from '../../../cube/pathway-grid.ts';
import type { Month } from '../../../model/school-year.ts';
import type { Territory } from '../../../model/place.ts';
import { boxOf } from '../geometry/spatial-join.ts';
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

/** Communes of intervention within less than this share of the whole extent are what maps show; the others are their ground. */
const SMALL_PART = 0.5;
/** Of their own extent, on each side. */
const AROUND = 0.1;

const extent = ([west, south, east, north]: Territory['bounds']): number => (east - west) * (north - south);

/** What maps show: the whole, or where the service works in a small part of it, that part and what is around it. */
function mapBounds({
  territory,
  communes
}: Pick<TerritoryRows, 'territory' | 'communes'>): Territory['bounds'] {
  const served = communes.flatMap(({ intervention, outline }) =>
    intervention ? (boxOf({ type: 'Feature', properties: {}, geometry: outline }) ?? []) : []
  );
  if (served.length === 0) return territory.bounds;
  const side = (at: number) => served.filter((_, index) => index % 4 === at);
  const [west, south] = [Math.min(...side(0)), Math.min(...side(1))];
  const [east, north] = [Math.max(...side(2)), Math.max(...side(3))];
  if (extent([west, south, east, north]) >= SMALL_PART * extent(territory.bounds)) return territory.bounds;
  const [wide, high] = [AROUND * (east - west), AROUND * (north - south)];
  return [west - wide, south - high, east + wide, north + high];
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
    quotedPupils: rows.quotedPupils,
    fingerprint
  };
}
