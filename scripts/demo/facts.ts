// The facts of the demonstration, read from data/demo and geo/demo: plain `;` tables that we wrote ourselves.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Polygon } from 'geojson';
import type { Rep, SchoolKind, Sector } from '../../src/lib/model/school.ts';
import type { GeometryQuality } from '../../src/lib/model/place.ts';

export type Row = Record<string, string>;

/** Rows of a `;` table without quotes; a line of another width is an error, since these files are ours. */
export function readTable(root: string, path: string): Row[] {
  const [header = '', ...lines] = readFileSync(join(root, path), 'utf8').trimEnd().split('\n');
  const names = header.split(';');
  return lines.map((line, index) => {
    const cells = line.split(';');
    if (cells.length !== names.length) {
      throw new Error(`${path}, line ${index + 2}: ${names.length} cells expected, ${cells.length} found`);
    }
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

/** Text of a cell; an absent column is an error. */
export function text(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column ${name}`);
  return value;
}

/** Number of a cell; empty cells are refused. */
export function number(row: Row, name: string): number {
  const value = text(row, name);
  if (value === '' || Number.isNaN(Number(value)))
    throw new Error(`column ${name}: number expected, « ${value} » found`);
  return Number(value);
}

const numberOrNull = (row: Row, name: string) => (text(row, name) === '' ? null : number(row, name));
const textOrNull = (row: Row, name: string) => text(row, name) || null;

export interface CommuneFact {
  code: string;
  name: string;
  population: number;
  area_ha: number;
  town_lon: number;
  town_lat: number;
  intervention: boolean;
  cite_educative: string | null;
  outline: Polygon;
}

/** One disc that stands for a part of a QPV. */
export interface Disc {
  lon: number;
  lat: number;
  /** Metres. */
  radius: number;
}

export interface QpvFact {
  code: string;
  name: string;
  communes: string[];
  parts: Disc[];
}

export interface SchoolFact {
  uai: string;
  name: string;
  kind: SchoolKind;
  commune: string;
  sector: Sector;
  rep: Rep;
  network: string | null;
  pupils: number | null;
  ips: number | null;
  lon: number;
  lat: number;
  position_quality: GeometryQuality;
}

export interface Facts {
  communes: CommuneFact[];
  neighbours: [string, string][];
  qpvs: QpvFact[];
  schools: SchoolFact[];
}

function readOutlines(root: string): Map<string, Polygon> {
  const outline = (row: Row): Polygon => ({
    type: 'Polygon',
    coordinates: [
      text(row, 'outline')
        .split(',')
        .map((point) => point.split(' ').map(Number))
    ]
  });
  return new Map(
    readTable(root, 'geo/demo/commune-outlines.csv').map((row) => [text(row, 'code'), outline(row)])
  );
}

function readQpv(row: Row): QpvFact {
  const parts = text(row, 'parts_lon_lat_radius_m').split(', ');
  return {
    code: text(row, 'code'),
    name: text(row, 'name'),
    communes: text(row, 'communes').split(' '),
    parts: parts.map((part) => {
      const [lon = NaN, lat = NaN, radius = NaN] = part.split(' ').map(Number);
      return { lon, lat, radius };
    })
  };
}

function readSchool(row: Row): SchoolFact {
  return {
    uai: text(row, 'uai'),
    name: text(row, 'name'),
    kind: text(row, 'kind') as SchoolKind,
    commune: text(row, 'commune'),
    sector: text(row, 'sector') as Sector,
    rep: textOrNull(row, 'rep') as Rep,
    network: textOrNull(row, 'network'),
    pupils: numberOrNull(row, 'pupils_2022'),
    ips: numberOrNull(row, 'ips_2022'),
    lon: number(row, 'lon'),
    lat: number(row, 'lat'),
    position_quality: text(row, 'position_quality') as GeometryQuality
  };
}

/** Reads the facts that the repository carries; `root` is the repository. */
export function readFacts(root: string): Facts {
  const outlines = readOutlines(root);
  return {
    communes: readTable(root, 'data/demo/communes.csv').map((row) => {
      const outline = outlines.get(text(row, 'code'));
      if (!outline) throw new Error(`no outline for commune ${row.code}`);
      return {
        code: text(row, 'code'),
        name: text(row, 'name'),
        population: number(row, 'population'),
        area_ha: number(row, 'area_ha'),
        town_lon: number(row, 'town_lon'),
        town_lat: number(row, 'town_lat'),
        intervention: text(row, 'intervention') === '1',
        cite_educative: textOrNull(row, 'cite_educative'),
        outline
      };
    }),
    neighbours: readTable(root, 'geo/demo/commune-neighbours.csv').map((row) => [
      text(row, 'code_a'),
      text(row, 'code_b')
    ]),
    qpvs: readTable(root, 'data/demo/qpv.csv').map(readQpv),
    schools: readTable(root, 'data/demo/schools.csv').map(readSchool)
  };
}
