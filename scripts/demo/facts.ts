// The facts of the demonstration, read from data/demo and geo/demo: plain `;` tables that we wrote ourselves.
import type { Polygon } from 'geojson';
import { SCHOOL_KINDS, type Rep, type SchoolKind, type Sector } from '../../src/lib/model/school.ts';
import type { GeometryQuality } from '../../src/lib/model/place.ts';
import {
  BadFact,
  number,
  numberOrNull,
  oneOf,
  oneOfOrNull,
  readTable,
  text,
  textOrNull,
  type Row
} from './read-table.ts';

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
    kind: oneOf(row, 'kind', SCHOOL_KINDS),
    commune: text(row, 'commune'),
    sector: oneOf(row, 'sector', ['public', 'prive']),
    rep: oneOfOrNull(row, 'rep', ['REP', 'REP+']),
    network: textOrNull(row, 'network'),
    pupils: numberOrNull(row, 'pupils_2022'),
    ips: numberOrNull(row, 'ips_2022'),
    lon: number(row, 'lon'),
    lat: number(row, 'lat'),
    position_quality: oneOf(row, 'position_quality', ['official', 'approximate'])
  };
}

/** Reads the facts that the repository carries; `root` is the repository. */
export function readFacts(root: string): Facts {
  const outlines = readOutlines(root);
  return {
    communes: readTable(root, 'data/demo/communes.csv').map((row) => {
      const outline = outlines.get(text(row, 'code'));
      if (!outline)
        throw new BadFact('geo/demo/commune-outlines.csv', `un contour pour ${text(row, 'code')}`);
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
