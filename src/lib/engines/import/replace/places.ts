// Communes and QPV from official files.
import type { Position } from 'geojson';
import type { Qpv } from '../../../model/place.ts';
import type { CiteEducative } from '../formats/cites-educatives.ts';
import type { CommuneOutline } from '../formats/communes.ts';
import type { QpvPerimeter } from '../formats/qpv.ts';
import { isInside } from '../geometry/point-in-surface.ts';
import { isDetailed, type Surface } from '../geometry/surface.ts';
import { effectOf, type ReplaceableRows, type Replacement } from './rows.ts';
import { placedSchools } from './schools.ts';

const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();

/** The centroid of a surface's largest ring, degrees. */
export function middleOf(surface: Surface): { lon: number; lat: number } {
  const rings =
    surface.type === 'Polygon' ? [surface.coordinates[0]] : surface.coordinates.map(([outer]) => outer);
  let best = { lon: 0, lat: 0, weight: -1 };
  for (const ring of rings as Position[][]) {
    const [ox = 0, oy = 0] = ring[0] ?? [];
    let [twice, x, y] = [0, 0, 0];
    for (let at = 1; at < ring.length; at += 1) {
      const [ax, ay] = [(ring[at - 1]?.[0] ?? 0) - ox, (ring[at - 1]?.[1] ?? 0) - oy];
      const [bx, by] = [(ring[at]?.[0] ?? 0) - ox, (ring[at]?.[1] ?? 0) - oy];
      const cross = ax * by - bx * ay;
      twice += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (Math.abs(twice) <= best.weight) continue;
    const middle = twice === 0 ? [ox, oy] : [ox + x / (3 * twice), oy + y / (3 * twice)];
    best = { lon: middle[0] ?? ox, lat: middle[1] ?? oy, weight: Math.abs(twice) };
  }
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  return { lon: round(best.lon), lat: round(best.lat) };
}

export function replaceCommunes(
  rows: ReplaceableRows,
  given: readonly CommuneOutline[],
  source: string
): Replacement {
  const byCode = new Map(given.map((row) => [row.code, row]));
  const detailed = isDetailed(given.map(({ outline }) => outline));
  const geometry_quality = detailed ? ('official' as const) : ('generalised' as const);
  const communes = rows.communes.map((commune) => {
    const own = byCode.get(commune.code);
    if (!own) return commune;
    return {
      ...commune,
      name: own.name || commune.name,
      population: own.population ?? commune.population,
      outline: own.outline,
      ...middleOf(own.outline),
      geometry_quality,
      source
    };
  });
  const touched = new Set(rows.communes.map(({ code }) => code).filter((code) => byCode.has(code)));
  const change = { before: rows.communes, after: communes, touched, elsewhere: given.length - touched.size };
  return { rows: { ...rows, communes }, effects: [effectOf('communes', change, ({ code }) => code)] };
}

export function replaceCites(
  rows: ReplaceableRows,
  given: readonly CiteEducative[],
  source: string
): Replacement {
  const cites = new Map(
    given.flatMap(({ ids, communes }) => communes.map((code) => [code, ids[0]] as const))
  );
  const here = (row: CiteEducative) =>
    row.communes.some((code) => rows.communes.some((one) => one.code === code));
  const communes = rows.communes.map((commune) => {
    const cite = cites.get(commune.code);
    return cite === undefined ? commune : { ...commune, cite_educative: cite, source };
  });
  const touched = new Set(rows.communes.map(({ code }) => code).filter((code) => cites.has(code)));
  const elsewhere = given.filter((row) => !here(row)).length;
  const change = { before: rows.communes, after: communes, touched, elsewhere };
  return { rows: { ...rows, communes }, effects: [effectOf('communes', change, ({ code }) => code)] };
}

/** QPV of the territory are found by code, by their communes, or by their position. */
export function replaceQpvs(
  rows: ReplaceableRows,
  given: readonly QpvPerimeter[],
  source: string
): Replacement {
  const known = new Map(rows.qpvs.map((qpv) => [qpv.code, qpv]));
  const names = new Map(rows.communes.map(({ code, name }) => [fold(name), code]));
  const codes = new Set(rows.communes.map(({ code }) => code));
  const communesOf = (row: QpvPerimeter): string[] => {
    const own = [
      ...row.communeCodes,
      ...row.communeNames.flatMap((name) => names.get(fold(name)) ?? [])
    ].filter((code) => codes.has(code));
    if (own.length > 0) return [...new Set(row.communeCodes.length > 0 ? row.communeCodes : own)];
    const { lon, lat } = middleOf(row.perimeter);
    return rows.communes.filter(({ outline }) => isInside([lon, lat], outline)).map(({ code }) => code);
  };
  const here = given.flatMap((row) => {
    const old = known.get(row.code);
    const named = row.communeCodes.length + row.communeNames.length > 0;
    // Communes named by the file prevail; namesakes in other départements are excluded by position.
    const communes = old && !named ? old.communes : communesOf(row);
    return old || communes.length > 0
      ? [{ row, old, communes: communes.length > 0 ? communes : (old?.communes ?? []) }]
      : [];
  });
  const fresh = here.map(({ row, old, communes }): ReplaceableRows['qpvs'][number] => ({
    ...({ population: null, ...old } as Partial<Qpv> & { population: number | null }),
    code: row.code,
    name: row.name,
    communes,
    generation: row.generation,
    source,
    ...middleOf(row.perimeter),
    geometry_quality: 'official',
    perimeter: row.perimeter
  }));
  const byCode = new Map(fresh.map((qpv) => [qpv.code, qpv]));
  const anyKnown = here.some(({ old }) => old !== undefined);
  // Another generation has other codes and replaces the whole list.
  const qpvs =
    fresh.length === 0
      ? rows.qpvs
      : anyKnown
        ? [
            ...rows.qpvs.map((qpv) => byCode.get(qpv.code) ?? qpv),
            ...fresh.filter(({ code }) => !known.has(code))
          ]
        : fresh;
  const touched = new Set(byCode.keys());
  const change = { before: rows.qpvs, after: qpvs, touched, elsewhere: given.length - here.length };
  const effects = [effectOf('qpvs', change, ({ code }) => code)];
  if (fresh.length === 0) return { rows, effects };
  const schools = placedSchools(rows.schools, qpvs);
  const moved = {
    before: rows.schools,
    after: schools,
    touched: new Set(schools.map(({ uai }) => uai)),
    elsewhere: 0
  };
  const follows = effectOf('schools', moved, ({ uai }) => uai);
  return {
    rows: { ...rows, qpvs, schools },
    effects: follows.updated > 0 ? [...effects, follows] : effects
  };
}
