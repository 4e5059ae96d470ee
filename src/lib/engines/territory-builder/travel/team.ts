// `graph/team.json`, which the travel page shows before its worker has started.
import { compareModes, proximityOrder, teamBurden, teamPlaces } from '../../travel/index.ts';
import { TEAM_FILE_VERSION, type TeamFile, type TeamPost } from '../../../model/travel/team-travel.ts';
import { DEFAULT_SETTINGS, TRAVEL_MODES } from '../../../model/travel/travel-settings.ts';
import { NO_ROUTE, type Matrix, type TravelMode } from '../../../model/travel/travel-times.ts';
import type { TerritoryRows } from '../rows.ts';
import { demandOf, type DemandRows } from './school-demand.ts';

export type TeamRows = DemandRows & Pick<TerritoryRows, 'communes' | 'staff' | 'assignment'>;

/** Referents, each with the followed schools that it is given and their demand. */
export function teamPosts(rows: TeamRows): TeamPost[] {
  const { schools, staff, assignment } = rows;
  const demand = demandOf(rows);
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

/** Times over the team's places, by each mode that has any; those by car are needed. */
export type TeamMatrices = Partial<Record<TravelMode, Matrix>> & { car: Matrix };

/** The team's file; `team` in it is the burdens of the posts under the default settings. */
export async function teamFile(
  rows: TeamRows,
  matrices: TeamMatrices,
  times: TeamFile['times']
): Promise<TeamFile> {
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
  const posts = teamPosts(rows);
  const modes = TRAVEL_MODES.filter((mode) => matrices[mode]);
  return {
    version: TEAM_FILE_VERSION,
    meta: car.meta,
    times,
    posts,
    towns: ordered.map((row) => places[row]!.id),
    seconds: Object.fromEntries(modes.map((mode) => [mode, pick(matrices[mode]!, ordered)])),
    team: teamBurden(posts, places, car, DEFAULT_SETTINGS),
    modes: await compareModes(posts, places, (mode) => matrices[mode]!, DEFAULT_SETTINGS, modes)
  };
}
