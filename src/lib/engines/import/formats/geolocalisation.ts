// The ministry's positions of schools (column names, or the labels of the first releases). Schools without a position are dropped.
import { valueWord } from '../../../model/findings.ts';
import type { GeometryQuality } from '../../../model/place.ts';
import type { Importer } from '../importer.ts';
import type { Cell, RowOutcome } from '../rows.ts';
import { readNumber, readPosition, readUai } from './values.ts';

export interface SchoolPosition {
  line: number;
  uai: string;
  /** Degrees WGS84. */
  lon: number;
  lat: number;
  /** `approximate` where the source located the town or the street only, or rates its match as poor. */
  quality: GeometryQuality;
}

type Key = 'uai' | 'lat' | 'lon' | 'position' | 'match' | 'level';

export const POSITION_FORMAT: Importer<Key, SchoolPosition> = {
  columns: {
    uai: ['numero_uai', 'Code établissement'],
    lat: ['latitude'],
    lon: ['longitude'],
    position: ['position'],
    match: ['appariement', 'Qualité d’appariement'],
    level: ['localisation']
  },
  required: ['uai'],
  either: [['lat', 'lon'], ['position']],
  unique: { code: 'duplicate-uai', column: 'uai', of: ({ uai }) => uai },
  rows: readSchool
};

const POOR_MATCH = /^(?:mauvaise|moyenne)/i;
/** Anything broader than an address or a building. */
const BROAD = /^(?:rue|ville|commune|lieu|ne sait)/i;

function readSchool(cell: Cell<Key>, line: number): RowOutcome<SchoolPosition, Key> {
  const uai = readUai(cell('uai'));
  if (uai === null) {
    return { dropped: { code: 'bad-uai', column: 'uai', found: cell('uai') } };
  }
  const pair = readPosition(cell('position'));
  if (pair === null && (cell('lat') === '' || cell('lon') === '')) {
    return { dropped: { code: 'no-position', column: 'lat', found: uai } };
  }
  const lat = readNumber(cell('lat')) ?? pair?.lat;
  const lon = readNumber(cell('lon')) ?? pair?.lon;
  if (lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    const found = `${cell('lat')} ; ${cell('lon')}`;
    return { dropped: { code: 'bad-position', column: 'lat', found, expected: valueWord('degrees') } };
  }
  const poor = POOR_MATCH.test(cell('match')) || BROAD.test(cell('level'));
  return { row: { line, uai, lon, lat, quality: poor ? 'approximate' : 'official' } };
}
