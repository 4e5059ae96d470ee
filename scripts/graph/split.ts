// Writes `split.json` and `sectors.geojson`: posts, schools, times and surroundings that the page of sectors starts from.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { NO_ROUTE, teamPlaces, withTownHalls, type Matrix } from '../../src/lib/engines/travel/index.ts';
import {
  ASSIGNMENT_FILE_VERSION,
  type AssignmentFile,
  type AssignmentSchool
} from '../../src/lib/engines/assignment/index.ts';
import { surroundings, touching, type Site } from '../geo/surroundings.ts';
import type { TerritoryRows } from '../tables/rows.ts';

type Rows = Pick<TerritoryRows, 'territory' | 'communes' | 'schools' | 'staff' | 'assignment' | 'teams'>;

/** Schools followed or waiting; each has an equal share of its team's meetings. */
function schoolsOf({ schools, teams }: Rows): AssignmentSchool[] {
  const asked = schools.filter(({ status }) => status === 'followed' || status === 'waiting');
  const meetingsOf = new Map(teams.map(({ id, meetings }) => [id, meetings]));
  const shared = new Map<string, number>();
  for (const { team, status } of asked)
    if (team && status === 'followed') shared.set(team, (shared.get(team) ?? 0) + 1);
  return asked.map(({ uai, pupils, team, status }) => {
    const waiting = status === 'waiting';
    const meetings = !waiting && team ? (meetingsOf.get(team) ?? 0) / (shared.get(team) ?? 1) : 0;
    return { uai, pupils: pupils ?? 0, meetings: Math.round(meetings * 100) / 100, waiting };
  });
}

/**
 * Writes both files into a folder of graphs and one of maps; returns their paths.
 *
 * @param car times over the team's places
 */
export function writeSplit(
  rows: Rows,
  car: Matrix,
  times: AssignmentFile['times'],
  { folder, maps }: { folder: string; maps: string }
): string[] {
  const referents = rows.staff.filter(({ role }) => role === 'referent');
  // Without a post there is nothing to share, and nothing to tell.
  const schools = referents.length > 0 ? schoolsOf(rows) : [];
  const known = new Map(withTownHalls(rows.schools, rows.communes).map((school) => [school.uai, school]));
  const sites = schools.flatMap(({ uai }): Site[] => {
    const { lon, lat } = known.get(uai)!;
    return lon === null || lat === null ? [] : [{ id: uai, lon, lat }];
  });
  const used = new Set(referents.map(({ base_commune }) => base_commune));
  const bases = rows.communes.filter(({ code, intervention }) => intervention || used.has(code));
  const place = new Map(teamPlaces(rows.communes, rows.schools).map(({ id }, at) => [id, at]));
  const file: AssignmentFile = {
    version: ASSIGNMENT_FILE_VERSION,
    territory: rows.territory.siren,
    times,
    posts: referents.map(({ id, fte, base_commune, coordinator }) => ({
      id,
      fte,
      base: base_commune,
      coordinator
    })),
    schools,
    assignment: Object.fromEntries(
      rows.assignment
        .filter(({ uai }) => known.get(uai)?.status === 'followed')
        .map(({ uai, post }) => [uai, post])
    ),
    bases: bases.map(({ code }) => code),
    minutes: bases.map(({ code }) =>
      schools.map(({ uai }) => {
        const [from, to] = [place.get(code), place.get(uai)];
        const seconds =
          from === undefined || to === undefined ? NO_ROUTE : car.seconds[from * car.destinations + to]!;
        return seconds === NO_ROUTE ? null : Math.round(seconds / 6) / 10;
      })
    ),
    neighbours: touching(sites)
  };
  const features = bases.flatMap((commune): Feature<Geometry>[] =>
    surroundings(
      sites.filter(({ id }) => known.get(id)!.commune === commune.code),
      commune.outline
    ).map(({ ids, geometry }) => ({
      type: 'Feature',
      properties: { code: ids.join(' '), commune: commune.code },
      geometry
    }))
  );
  const paths = [join(folder, 'split.json'), join(maps, 'sectors.geojson')];
  writeFileSync(paths[0]!, JSON.stringify(file));
  writeFileSync(paths[1]!, JSON.stringify({ type: 'FeatureCollection', features }));
  return paths;
}
