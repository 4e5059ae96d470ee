// Schools from official files and from the service's list: each file changes its own columns only.
import type { School } from '../../../model/school.ts';
import type { AnnuaireSchool } from '../formats/annuaire.ts';
import type { SchoolCount } from '../formats/effectifs.ts';
import type { FollowedSchool } from '../formats/followed-schools.ts';
import type { SchoolPosition } from '../formats/geolocalisation.ts';
import type { IpsSchool } from '../formats/ips.ts';
import { isInside } from '../geometry/point-in-surface.ts';
import type { RepSchool } from '../formats/rep.ts';
import type { PlaceNames } from '../place-names.ts';
import { effectOf, type ReplaceableRows, type Replacement } from './rows.ts';

/** Sets the QPV of each school from its position; a school without a position keeps its own. */
export function placedSchools(schools: readonly School[], qpvs: ReplaceableRows['qpvs']): School[] {
  return schools.map((school) => {
    const { lon, lat } = school;
    if (lon === null || lat === null) return school;
    const within = qpvs.find(({ perimeter }) => isInside([lon, lat], perimeter))?.code ?? null;
    return within === school.qpv ? school : { ...school, qpv: within };
  });
}

/** Changes the schools in the file; `patch` gives the values of its columns. */
function patched<Row extends { uai: string }>(
  rows: ReplaceableRows,
  given: readonly Row[],
  patch: (row: Row, school: School) => Partial<School>,
  source: string,
  added: readonly School[] = []
): Replacement {
  const byUai = new Map(given.map((row) => [row.uai, row]));
  const schools = rows.schools.map((school): School => {
    const row = byUai.get(school.uai);
    return row ? { ...school, ...patch(row, school), source } : school;
  });
  const moved = schools.filter((school, at) => {
    const before = rows.schools[at];
    return school.lon !== before?.lon || school.lat !== before?.lat;
  });
  const placed = new Map(
    placedSchools([...moved, ...added], rows.qpvs).map((school) => [school.uai, school])
  );
  const after = [...schools, ...added].map((school) => placed.get(school.uai) ?? school);
  const known = new Set(after.map(({ uai }) => uai));
  const touched = new Set(given.map(({ uai }) => uai).filter((uai) => known.has(uai)));
  const change = { before: rows.schools, after, touched, elsewhere: byUai.size - touched.size };
  return { rows: { ...rows, schools: after }, effects: [effectOf('schools', change, ({ uai }) => uai)] };
}

/** The row of each school's latest school year. */
function latest<Row extends { uai: string; year: string | null }>(given: readonly Row[]): Row[] {
  const last = new Map<string, Row>();
  for (const row of given) {
    if ((row.year ?? '') >= (last.get(row.uai)?.year ?? '')) last.set(row.uai, row);
  }
  return [...last.values()];
}

const placeOf = ({ lon, lat, quality }: AnnuaireSchool | SchoolPosition): Partial<School> =>
  lon === null || lat === null ? {} : { lon, lat, position_quality: quality ?? 'official' };
const pupilsOf = (pupils: number | null): Partial<School> =>
  pupils === null ? {} : { pupils, pupils_quality: 'official' };

export function replaceAnnuaire(
  rows: ReplaceableRows,
  given: readonly AnnuaireSchool[],
  source: string
): Replacement {
  const codes = new Set(rows.communes.filter(({ intervention }) => intervention).map(({ code }) => code));
  const known = new Set(rows.schools.map(({ uai }) => uai));
  const added = given.flatMap((row): School[] => {
    const { uai, name, kind, sector, commune, rep } = row;
    if (known.has(uai) || !codes.has(commune) || kind === null) return [];
    return [
      {
        uai,
        name,
        kind,
        sector,
        commune,
        rep,
        qpv: null,
        group: null,
        network: null,
        pupils: row.pupils,
        pupils_quality: 'official',
        ips: null,
        lon: null,
        lat: null,
        position_quality: null,
        status: kind === 'college' ? 'linked' : 'outside',
        followed_since: null,
        requested_since: null,
        team: null,
        source,
        ...placeOf(row)
      }
    ];
  });
  const patch = (row: AnnuaireSchool, school: School): Partial<School> => ({
    name: row.name,
    kind: row.kind ?? school.kind,
    sector: row.sector,
    commune: row.commune,
    rep: row.rep ?? school.rep,
    ...pupilsOf(row.pupils),
    ...placeOf(row)
  });
  return patched(rows, given, patch, source, added);
}

export const replacePositions = (rows: ReplaceableRows, given: readonly SchoolPosition[], source: string) =>
  patched(rows, given, placeOf, source);

export const replacePupils = (rows: ReplaceableRows, given: readonly SchoolCount[], source: string) =>
  patched(rows, latest(given), ({ pupils }) => pupilsOf(pupils), source);

export const replaceIps = (rows: ReplaceableRows, given: readonly IpsSchool[], source: string) =>
  patched(
    rows,
    latest(given),
    (row, school) => ({
      ips: row.ips ?? school.ips,
      ...(school.pupils === null ? pupilsOf(row.pupils) : {})
    }),
    source
  );

export const replaceRep = (rows: ReplaceableRows, given: readonly RepSchool[], source: string) =>
  patched(rows, given, ({ rep, network }) => ({ rep, network }), source);

/** The list is exhaustive: a school that is not in it is neither followed nor waiting; a linked collège stays linked. */
export function replaceFollowed(
  rows: ReplaceableRows,
  given: readonly FollowedSchool[],
  source: string,
  places: PlaceNames
): Replacement {
  const rowsOfSchools = given.flatMap((row): FollowedSchool[] => {
    if (!row.named) return [row];
    const commune = places.commune(row.named.commune);
    const uai = commune === null ? null : places.school(row.named.name, commune);
    return [{ ...row, uai: uai ?? `${row.named.name}, ${row.named.commune}` }];
  });
  const listed = new Set(rowsOfSchools.map(({ uai }) => uai));
  // A list of another territory says nothing of this one.
  if (!rows.schools.some(({ uai }) => listed.has(uai)))
    return patched(rows, rowsOfSchools, () => ({}), source);
  const none = { followed_since: null, requested_since: null, team: null } as const;
  const others: FollowedSchool[] = rows.schools
    .filter(({ uai, status }) => !listed.has(uai) && status !== 'linked')
    .map(({ uai }) => ({ uai, line: 0, status: 'outside', post: null, ...none }));
  const patch = ({ status, followed_since, requested_since, team }: FollowedSchool): Partial<School> => ({
    status,
    followed_since,
    requested_since,
    team
  });
  return patched(rows, [...rowsOfSchools, ...others], patch, source);
}
