// The table of travel times that Metric-OSRM exports: one row a pair, minutes and kilometres.
import type { Importer } from '../importer.ts';
import type { Cell } from '../rows.ts';
import { readNumber } from './values.ts';

export interface TravelTime {
  line: number;
  from: string;
  to: string;
  /** [lon, lat], degrees WGS84; null where the file has none. */
  fromPoint: [number, number] | null;
  toPoint: [number, number] | null;
  seconds: number;
  metres: number;
}

type Key = 'from' | 'to' | 'lonSrc' | 'latSrc' | 'lonDst' | 'latDst' | 'minutes' | 'kilometres';

export const TRAVEL_FORMAT: Importer<Key, TravelTime> = {
  columns: {
    from: ['idSrc'],
    to: ['idDst'],
    lonSrc: ['lonSrc'],
    latSrc: ['latSrc'],
    lonDst: ['lonDst'],
    latDst: ['latDst'],
    minutes: ['duree', 'duration'],
    kilometres: ['distance']
  },
  required: ['from', 'to', 'minutes', 'kilometres'],
  unique: { code: 'duplicate-pair', column: 'to', of: ({ from, to }) => `${from} > ${to}` },
  rows(cell, line) {
    const [from, to] = [cell('from'), cell('to')];
    if (from === '') return { dropped: { code: 'empty-cell', column: 'from' } };
    if (to === '') return { dropped: { code: 'empty-cell', column: 'to' } };
    const [minutes, kilometres] = [readNumber(cell('minutes')), readNumber(cell('kilometres'))];
    if (minutes === undefined || minutes < 0) return noFigure(cell, 'minutes');
    if (kilometres === undefined || kilometres < 0) return noFigure(cell, 'kilometres');
    const points = {
      fromPoint: pointOf(cell, 'lonSrc', 'latSrc'),
      toPoint: pointOf(cell, 'lonDst', 'latDst')
    };
    const figures = { seconds: Math.round(minutes * 60), metres: Math.round(kilometres * 1_000) };
    return { row: { line, from, to, ...points, ...figures } };
  }
};

const noFigure = (cell: Cell<Key>, column: Key) => ({
  dropped: { code: 'bad-duration', column, found: cell(column), expected: '0, 12.5' }
});

function pointOf(cell: Cell<Key>, lonKey: Key, latKey: Key): [number, number] | null {
  const [lon = NaN, lat = NaN] = [readNumber(cell(lonKey)), readNumber(cell(latKey))];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}
