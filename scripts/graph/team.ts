// Writes `team.json`, which the travel page shows before its worker has started, and times by car to the schools.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TravelAccess } from '../../src/lib/cube/dashboard.ts';
import {
  compareModes,
  DEFAULT_SETTINGS,
  NO_ROUTE,
  proximityOrder,
  TEAM_FILE_VERSION,
  teamBurden,
  teamPlaces,
  TRAVEL_MODES,
  type Matrix,
  type PostBurden,
  type TeamFile,
  type TeamPost,
  type TravelMode
} from '../../src/lib/engines/travel/index.ts';
import type { TerritoryRows } from '../tables/rows.ts';
import { demandOf } from './school-demand.ts';

export type TeamRows = Pick<TerritoryRows, 'communes' | 'schools' | 'staff' | 'assignment' | 'teams'>;

function postsOf({ schools, staff, assignment, teams }: TeamRows): TeamPost[] {
  const demand = demandOf(schools, teams);
  return staff
    .filter(({ role }) => role === 'referent')
    .map(({ id, base_commune }) => {
      const given = new Set(assignment.filter(({ post }) => post === id).map(({ uai }) => uai));
      const own = schools.filter(({ uai, status }) => status === 'followed' && given.has(uai));
      return {
        id,
        base: base_commune,
        schools: own.map(({ uai }) => ({ uai, ...demand(uai) }))
      };
    });
}

const pick = ({ seconds, destinations }: Pick<Matrix, 'seconds' | 'destinations'>, rows: readonly number[]) =>
  rows.map((o) =>
    rows.map((d) => {
      const value = seconds[o * destinations + d]!;
      return value === NO_ROUTE ? null : value;
    })
  );

/** Nearest base of each school by car. */
export function demoAccess({ communes, schools, staff }: TeamRows, car: Matrix): TravelAccess {
  const rowOf = new Map(teamPlaces(communes, schools).map(({ id }, row) => [id, row]));
  const bases = [
    ...new Set(staff.filter(({ role }) => role === 'referent').map(({ base_commune }) => base_commune))
  ];
  const nearest = schools.flatMap(({ uai }) => {
    const to = rowOf.get(uai);
    if (to === undefined) return [];
    const drives = bases.flatMap((base) => {
      const seconds = car.seconds[rowOf.get(base)! * car.destinations + to]!;
      return seconds === NO_ROUTE ? [] : [{ base, seconds }];
    });
    const best = drives.sort((a, b) => a.seconds - b.seconds || (a.base < b.base ? -1 : 1))[0];
    return best ? [[uai, best] as const] : [];
  });
  return { schematic: true, nearest: Object.fromEntries(nearest) };
}

/** Seconds from each followed school's own base to it. */
export function demoDrives(rows: TeamRows, car: Matrix): Record<string, number> {
  const rowOf = new Map(teamPlaces(rows.communes, rows.schools).map(({ id }, row) => [id, row]));
  const drives = postsOf(rows).flatMap(({ base, schools }) =>
    schools.flatMap(({ uai }) => {
      const [from, to] = [rowOf.get(base), rowOf.get(uai)];
      if (from === undefined || to === undefined) return [];
      const seconds = car.seconds[from * car.destinations + to]!;
      return seconds === NO_ROUTE ? [] : [[uai, seconds] as const];
    })
  );
  return Object.fromEntries(drives);
}

/** Times over the team's places, by each mode that has any; those by car are needed. */
export type TeamMatrices = Partial<Record<TravelMode, Matrix>> & { car: Matrix };

/** Writes `team.json`; returns its path, and the burdens of the posts under the default settings. */
export async function writeTeam(
  rows: TeamRows,
  matrices: TeamMatrices,
  times: TeamFile['times'],
  folder: string
): Promise<{ path: string; burdens: readonly PostBurden[] }> {
  const { car } = matrices;
  const places = teamPlaces(rows.communes, rows.schools);
  const rowsOfTowns = rows.communes.flatMap(({ intervention }, row) => (intervention ? [row] : []));
  const between = {
    origins: rowsOfTowns.length,
    destinations: rowsOfTowns.length,
    seconds: Int32Array.from(pick(car, rowsOfTowns).flat(), (value) => value ?? NO_ROUTE),
    metres: null,
    meta: car.meta
  };
  const ordered = proximityOrder(between).map((at) => rowsOfTowns[at]!);
  const posts = postsOf(rows);
  const modes = TRAVEL_MODES.filter((mode) => matrices[mode]);
  const file: TeamFile = {
    version: TEAM_FILE_VERSION,
    meta: car.meta,
    times,
    posts,
    towns: ordered.map((row) => places[row]!.id),
    seconds: Object.fromEntries(modes.map((mode) => [mode, pick(matrices[mode]!, ordered)])),
    team: teamBurden(posts, places, car, DEFAULT_SETTINGS),
    modes: await compareModes(posts, places, (mode) => matrices[mode]!, DEFAULT_SETTINGS, modes)
  };
  const path = join(folder, 'team.json');
  writeFileSync(path, JSON.stringify(file));
  return { path, burdens: file.team };
}
