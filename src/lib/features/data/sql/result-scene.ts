// Map scene of SQL rows: places by code, points by position, areas by geometry.
import { baseAreas } from '$lib/map/base-areas.ts';
import { classOf, roundLimits } from '$lib/cube/classes.ts';
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { colon } from '$lib/i18n/locale.ts';
import { decimal, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { fromWkb } from '$lib/algorithms/wkb.ts';
import type { LegendClass, Scene, SceneArea, ScenePoint } from '$lib/map/scene.ts';
import { NO_SHAPES, type Area, type Shapes } from '$lib/map/geometry/shapes.ts';

type Cell = string | number | boolean | Uint8Array | null;
interface ResultRows {
  columns: readonly { name: string; kind: string }[];
  rows: readonly (readonly Cell[])[];
}

interface ResultMap {
  scene: Scene;
  /** Outlines to draw: those of the site, or those of the result. */
  shapes: Shapes;
  /** Column that colours the map; null without a numeric one. */
  value: string | null;
  legend: LegendClass[];
  /** Number of rows with a place. */
  placed: number;
}

/** Minimum share of a column's values that must be codes for the column to be taken as codes. */
const MOSTLY = 0.8;
const NOT_A_FIGURE = /^(lon|lat|base_lon|base_lat|town_lon|town_lat|generation)$/i;
const figure = (value: number) => (Number.isInteger(value) ? integer(value) : decimal(value, 1));

type Kind = 'school' | 'commune' | 'qpv';

function codeColumn(cube: CoverageCube, { columns, rows }: ResultRows): { at: number; kind: Kind } | null {
  const { schools, communes, qpvs } = cube.dashboard;
  const known: [Kind, Set<string>][] = [
    ['school', new Set(schools.map(({ uai }) => uai))],
    ['qpv', new Set(qpvs.map(({ code }) => code))],
    ['commune', new Set(communes.map(({ code }) => code))]
  ];
  for (const [kind, codes] of known) {
    for (const at of columns.keys()) {
      const texts = rows.flatMap((row) => (typeof row[at] === 'string' ? row[at] : []));
      const hits = texts.filter((text) => codes.has(text)).length;
      // A place with several rows has no single value.
      const once = new Set(texts).size === texts.length;
      if (hits > 0 && hits >= texts.length * MOSTLY && once) return { at, kind };
    }
  }
  return null;
}

const positions = ({ columns }: ResultRows): { lon: number; lat: number } | null => {
  const at = (names: RegExp) => columns.findIndex(({ name, kind }) => kind === 'number' && names.test(name));
  const [lon, lat] = [at(/^(lon|longitude|base_lon|town_lon)$/i), at(/^(lat|latitude|base_lat|town_lat)$/i)];
  return lon < 0 || lat < 0 ? null : { lon, lat };
};

export function hasPlaces(cube: CoverageCube, result: ResultRows): boolean {
  if (result.rows.length === 0) return false;
  return (
    positions(result) !== null ||
    result.columns.some(({ kind }) => kind === 'geometry') ||
    codeColumn(cube, result) !== null
  );
}

const shapesOf = (drawn: readonly { key: string; name: string; geometry: Area }[]): Shapes['qpvs'] => ({
  type: 'FeatureCollection',
  features: drawn.map(({ key, name, geometry }, id) => ({
    type: 'Feature' as const,
    id,
    geometry,
    properties: { code: key, name }
  }))
});

export function resultMap(cube: CoverageCube, site: Shapes, result: ResultRows): ResultMap {
  const { columns, rows } = result;
  const code = codeColumn(cube, result);
  const place = positions(result);
  const drawn = columns.findIndex(({ kind }) => kind === 'geometry');
  const value = columns.findIndex(({ name, kind }) => kind === 'number' && !NOT_A_FIGURE.test(name));
  const words = columns.findIndex(
    ({ name, kind }, at) => kind === 'text' && at !== code?.at && !/uai|code/i.test(name)
  );
  const valueOf = (row: readonly Cell[]) => (typeof row[value] === 'number' ? (row[value] as number) : null);
  const limits = fairLimits(rows.flatMap((row) => valueOf(row) ?? []));
  const nameOf = (row: readonly Cell[]): string => {
    const own = row[words];
    const known = code ? String(row[code.at] ?? '') : '';
    return known && cube.has(known) ? cube.nameOf(known) : typeof own === 'string' ? own : known;
  };
  const tell = (row: readonly Cell[]): string => {
    const found = valueOf(row);
    const said = found === null ? m.coverage_protected() : figure(found);
    return value < 0 ? '' : `${columns[value]?.name ?? ''}${colon()}${said}`;
  };
  const area = (kind: 'commune' | 'qpv', key: string, row: readonly Cell[]): SceneArea => {
    const found = valueOf(row);
    return {
      ref: { kind, code: key },
      name: nameOf(row),
      class: found === null ? null : classOf(found, limits),
      protected: value >= 0 && found === null,
      label: found === null ? '' : figure(found),
      description: tell(row),
      faded: false,
      circle: null
    };
  };
  const point = (key: string, lon: number, lat: number, row: readonly Cell[]): ScenePoint => ({
    ref: { kind: 'school', code: key },
    name: nameOf(row),
    lon,
    lat,
    status: 'followed',
    faded: false,
    description: tell(row),
    size: valueOf(row) !== null && rows.every((one) => (valueOf(one) ?? 0) >= 0) ? valueOf(row) : null
  });
  const base = { value: columns[value]?.name ?? null, legend: legendOf(limits) };

  if (drawn >= 0 && (code === null || code.kind === 'school')) {
    const features = rows.flatMap((row, at) => {
      const cell = row[drawn];
      const geometry = cell instanceof Uint8Array ? fromWkb(cell) : null;
      const isArea = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
      return isArea ? [{ key: String(at), row, geometry: geometry as Area }] : [];
    });
    const qpvs = shapesOf(features.map(({ key, row, geometry }) => ({ key, name: nameOf(row), geometry })));
    const shapes: Shapes = { communes: site.communes, qpvs };
    const areas = features.map(({ key, row }) => area('qpv', key, row));
    return { ...base, scene: { kind: 'quartiers', areas, points: [] }, shapes, placed: areas.length };
  }
  if (code !== null && code.kind !== 'school') {
    const { kind } = code;
    const areas = rows.flatMap((row) => {
      const key = row[code.at];
      return typeof key === 'string' && cube.has(key) ? [area(kind, key, row)] : [];
    });
    const scene: Scene = { kind: kind === 'qpv' ? 'quartiers' : 'communes', areas, points: [] };
    const shapes = kind === 'qpv' ? site : { ...site, qpvs: NO_SHAPES.qpvs };
    return { ...base, scene, shapes, placed: areas.length };
  }
  const schools = new Map(cube.dashboard.schools.map((school) => [school.uai, school]));
  const points = rows.flatMap((row, at) => {
    const key = code ? String(row[code.at] ?? '') : String(at);
    const [lon, lat] = place
      ? [row[place.lon], row[place.lat]]
      : [schools.get(key)?.lon, schools.get(key)?.lat];
    return typeof lon === 'number' && typeof lat === 'number' ? [point(key, lon, lat, row)] : [];
  });
  const scene: Scene = { kind: 'ecoles', areas: baseAreas(cube.dashboard), points };
  return { ...base, legend: [], scene, shapes: site, placed: points.length };
}

const DIGITS = 2;

/** Class limits by quantiles, rounded to two digits; equal intervals where that leaves classes empty. */
function fairLimits(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const limits = [1, 2, 3, 4].map((fifth) => {
    const value = sorted[Math.floor((fifth * sorted.length) / 5)] ?? 0;
    return Number(value.toPrecision(DIGITS));
  });
  return new Set(limits).size === limits.length && sorted.length >= 5 ? limits : roundLimits(values);
}

function legendOf(limits: readonly number[]): LegendClass[] {
  if (limits.length === 0) return [];
  return [4, 3, 2, 1, 0].map((index) => {
    const [low, high] = [limits[index - 1], limits[index]];
    const label =
      low === undefined
        ? m.coverage_class_below({ high: figure(high ?? 0) })
        : high === undefined
          ? m.coverage_class_above({ low: figure(low) })
          : m.coverage_class_between({ low: figure(low), high: figure(high) });
    return { class: index, label };
  });
}
