// Writes `team.json`: posts, times between towns and usual weeks, so that the page of journeys has its figures before any engine.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeGraph } from '../../src/lib/travel/graph-file.ts';
import { graphMeta } from '../../src/lib/travel/graph-times.ts';
import type { RoadMode } from '../../src/lib/travel/graph.ts';
import { matrixFromJson } from '../../src/lib/travel/matrix-json.ts';
import { roadMatrix } from '../../src/lib/travel/matrix.ts';
import { routerParameters } from '../../src/lib/travel/parameters.ts';
import { NO_WAY, type Matrix } from '../../src/lib/travel/port.ts';
import { proximityOrder } from '../../src/lib/travel/proximity.ts';
import { Router } from '../../src/lib/travel/router.ts';
import { TEAM_FILE_VERSION, type TeamFile } from '../../src/lib/travel/team-file.ts';
import { DEFAULT_SETTINGS } from '../../src/lib/travel/team-settings.ts';
import { teamBurden, teamPlaces, type TeamPost } from '../../src/lib/travel/team.ts';
import type { TerritoryRows } from '../tables/rows.ts';

type Rows = Pick<TerritoryRows, 'communes' | 'schools' | 'staff' | 'assignment' | 'teams'>;

function postsOf({ schools, staff, assignment, teams }: Rows): TeamPost[] {
  const meetingsOf = new Map(teams.map(({ id, meetings }) => [id, meetings]));
  return staff
    .filter(({ role }) => role === 'referent')
    .map(({ id, base_commune }) => {
      const given = new Set(assignment.filter(({ post }) => post === id).map(({ uai }) => uai));
      const own = schools.filter(({ uai, status }) => status === 'followed' && given.has(uai));
      const met = new Set(own.flatMap(({ team }) => team ?? []));
      return {
        ...{ id, base: base_commune },
        schools: own.map(({ uai, pupils }) => ({ uai, pupils: pupils ?? 0 })),
        meetings: [...met].reduce((sum, team) => sum + (meetingsOf.get(team) ?? 0), 0)
      };
    });
}

const pick = ({ seconds, destinations }: Pick<Matrix, 'seconds' | 'destinations'>, rows: readonly number[]) =>
  rows.map((o) =>
    rows.map((d) => {
      const value = seconds[o * destinations + d]!;
      return value === NO_WAY ? null : value;
    })
  );

/** Reads the graphs that `writeDemoTravel` left in a folder and adds `team.json` to it. Returns its path. */
export async function writeDemoTeam(rows: Rows, folder: string): Promise<string> {
  const places = teamPlaces(rows.communes, rows.schools);
  const rowsOfTowns = rows.communes.flatMap(({ intervention }, row) => (intervention ? [row] : []));
  const roads = async (mode: RoadMode) => {
    const router = new Router(
      decodeGraph(new Uint8Array(readFileSync(join(folder, `${mode}.bin`)))),
      routerParameters(mode)
    );
    return {
      router,
      matrix: await roadMatrix(router, places, places, graphMeta(router))
    };
  };
  const [car, bike, foot] = [await roads('car'), await roads('bike'), await roads('foot')];
  const timetable = matrixFromJson(JSON.parse(readFileSync(join(folder, 'matrix-transit.json'), 'utf8')));
  const between = {
    origins: rowsOfTowns.length,
    destinations: rowsOfTowns.length,
    seconds: Int32Array.from(pick(car.matrix, rowsOfTowns).flat(), (value) => value ?? NO_WAY),
    metres: null,
    meta: car.matrix.meta
  };
  const ordered = proximityOrder(between).map((at) => rowsOfTowns[at]!);
  const towns = ordered.map((row) => places[row]!.id);
  const inTimetable = towns.map((code) => timetable.points.findIndex(({ id }) => id === code));
  const posts = postsOf(rows);
  const file: TeamFile = {
    version: TEAM_FILE_VERSION,
    meta: car.matrix.meta,
    schematic: car.router.graph.meta.schematic,
    ...{ posts, towns },
    seconds: {
      car: pick(car.matrix, ordered),
      bike: pick(bike.matrix, ordered),
      foot: pick(foot.matrix, ordered),
      transit: pick(timetable.matrix, inTimetable)
    },
    team: teamBurden(posts, places, car.matrix, DEFAULT_SETTINGS)
  };
  const path = join(folder, 'team.json');
  writeFileSync(path, JSON.stringify(file));
  return path;
}
