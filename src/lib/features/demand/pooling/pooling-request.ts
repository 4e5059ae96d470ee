// What is compared: the followed schools under each hypothesis, the teams and the actions of the territory.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { factsOf, roadDemand, unitSchools } from '$lib/engines/assignment';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { PooledSchool, PooledTeam, PoolingRequest } from '$lib/engines/demand/index.ts';
import { withTownHalls } from '$lib/engines/travel/index.ts';
import { atPeak, type RoadSettings } from '$lib/model/travel/travel-settings.ts';
import { countedChildren, DEFAULT_WORKLOAD } from '$lib/model/workload.ts';
import type { PoolingSettings } from './pooling-settings.ts';

/** Children followed, as a share of those that the sectors count: all of them, first, and the range around. Assumption. */
export const CHILDREN_SHARES = [1, 2 / 3, 4 / 3] as const;

/** How the trips of a commune alone combine: as in the sectors of today, or each school a trip of its own. */
const TRIPS_ALONE = ['shared', 'apart'] as const;

/** Schools followed today, as the page of sectors counts them, under one hypothesis. */
function schoolsUnder(
  file: AssignmentFile,
  dashboard: Dashboard,
  share: number,
  trips: (typeof TRIPS_ALONE)[number],
  roadInUse: RoadSettings
): PooledSchool[] {
  const facts = factsOf(withTownHalls(dashboard.schools, dashboard.communes));
  const counted = file.schools.map((school) => ({
    ...school,
    children: share * countedChildren(school, DEFAULT_WORKLOAD)
  }));
  const baseOf = new Map(file.posts.map(({ id, base }) => [id, base]));
  const row = new Map(file.bases.map((code, at) => [code, at]));
  const column = new Map(file.schools.map(({ uai }, at) => [uai, at]));
  const pooledDemand = roadDemand(file, roadInUse);
  const aloneDemand =
    trips === 'shared' ? pooledDemand : roadDemand({ tripScale: Math.max(1, file.tripScale) }, roadInUse);
  const settings = { withWaiting: false, workload: DEFAULT_WORKLOAD, parts: [] };
  return unitSchools({ ...file, schools: counted }, facts, settings).map((school) => {
    const road = (base: string | undefined, demandOf: typeof pooledDemand): number | null => {
      const oneWay = file.minutes[row.get(base ?? '') ?? -1]?.[column.get(school.uai) ?? -1] ?? null;
      const minutes = atPeak(oneWay, roadInUse);
      const { visits, stopMinutes } = demandOf(school);
      return minutes === null ? null : 2 * visits * minutes + stopMinutes;
    };
    return {
      id: school.uai,
      commune: school.commune,
      workload: school.workload,
      roadAlone: road(school.commune, aloneDemand),
      roadPooled: road(baseOf.get(file.assignment[school.uai] ?? ''), pooledDemand)
    };
  });
}

/** Without a file of posts: the schools that are followed, of which no road is known. */
const followedOf = ({ schools }: Dashboard): PooledSchool[] =>
  schools
    .filter(({ status }) => status === 'followed')
    .map(({ uai, commune }) => ({ id: uai, commune, workload: 0, roadAlone: null, roadPooled: null }));

/** The teams with their schools, linked collèges included: a school that waits has none. */
function teamsOf({ teams, schools }: Dashboard): PooledTeam[] {
  return teams.map(({ id, commune, meetings }) => {
    const counts: Record<string, number> = {};
    for (const school of schools)
      if (school.team === id && school.status !== 'waiting')
        counts[school.commune] = (counts[school.commune] ?? 0) + 1;
    return { id, commune, meetings, schools: counts };
  });
}

/** @param file null in a territory that publishes no posts @param road that of every page */
export function poolingRequest(
  dashboard: Dashboard,
  file: AssignmentFile | null,
  { steps, spread, fixedShare, discount }: PoolingSettings,
  road: RoadSettings
): PoolingRequest {
  const hypotheses = file
    ? CHILDREN_SHARES.flatMap((share) =>
        TRIPS_ALONE.map((trips) => schoolsUnder(file, dashboard, share, trips, road))
      )
    : [followedOf(dashboard)];
  return {
    hypotheses,
    fte: file ? file.posts.reduce((sum, { fte }) => sum + fte, 0) : null,
    steps,
    spread,
    teams: teamsOf(dashboard),
    // Engineering is the service's own posts and training, not a purchase.
    actions: dashboard.actions
      .filter(({ level }) => level === 'intercommunal')
      .map(({ id, communes, cost_euros: euros }) => ({ id, euros, communes: new Set(communes).size })),
    purchases: { fixedShare, discount }
  };
}
