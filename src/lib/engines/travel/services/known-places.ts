// Times from a file that someone computed before: the matrix shipped with the site, or a table of INSEE's Metric-OSRM.
import { UnusableInput } from '../../../model/findings.ts';
import type { Finding } from '../../../model/findings.ts';
import type { TravelMode } from '../graph/road-graph.ts';
import { NO_WAY, TravelTimesError, emptyMatrix } from '../travel-times.ts';
import type { Matrix, MatrixMeta, Place, TravelTimes } from '../travel-times.ts';

/** Seconds and metres by pair of ids. */
type Pairs = Map<string, readonly [seconds: number, metres: number]>;

const pair = (from: string, to: string) => `${from} ${to}`;

/** Answers for places by id. An id that the file never names is an error; a pair that it lacks has no way. */
function fromPairs(
  pairs: Pairs,
  known: ReadonlySet<string>,
  mode: TravelMode,
  meta: MatrixMeta,
  withMetres: boolean
): TravelTimes {
  return {
    host: null,
    async matrix(origins, destinations, asked) {
      if (asked !== mode)
        throw new TravelTimesError('mode', `this file holds times by ${mode}, not by ${asked}`);
      const idOf = ({ id }: Place): string => {
        if (id === undefined || !known.has(id))
          throw new TravelTimesError('unknown-place', id ?? 'a place without id');
        return id;
      };
      const [rows, columns] = [origins.map(idOf), destinations.map(idOf)];
      const matrix = emptyMatrix(rows.length, columns.length, meta, withMetres);
      rows.forEach((from, o) =>
        columns.forEach((to, d) => {
          const found = pairs.get(pair(from, to)) ?? (from === to ? ([0, 0] as const) : undefined);
          matrix.seconds[o * columns.length + d] = found?.[0] ?? NO_WAY;
          if (matrix.metres) matrix.metres[o * columns.length + d] = found?.[1] ?? NO_WAY;
        })
      );
      return matrix;
    }
  };
}

/** Times from a square matrix over identified points, as shipped. */
export function shippedTimes(
  { matrix, points }: { matrix: Matrix; points: readonly Place[] },
  mode: TravelMode
): TravelTimes {
  const pairs: Pairs = new Map();
  points.forEach((from, o) =>
    points.forEach((to, d) => {
      const cell = o * points.length + d;
      if (matrix.seconds[cell] === NO_WAY) return;
      pairs.set(pair(from.id ?? '', to.id ?? ''), [matrix.seconds[cell]!, matrix.metres?.[cell] ?? NO_WAY]);
    })
  );
  const known = new Set(points.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return fromPairs(pairs, known, mode, matrix.meta, matrix.metres !== null);
}

const COLUMNS = ['idSrc', 'idDst', 'duree', 'distance'] as const;

/**
 * Times from a table in the columns of INSEE's metric.osrm (`metricOsrmTable`): idSrc, idDst, duree in minutes, distance in km;
 * `,` or `;`, decimal point or comma, NA where there is no way.
 * @throws {UnusableInput} `metric-osrm-column` when a column is missing.
 */
export function metricOsrmTimes(
  text: string,
  mode: TravelMode,
  dataDate: string
): { times: TravelTimes; findings: Finding[] } {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = head.includes(';') ? ';' : ',';
  const cellsOf = (line: string) => line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ''));
  const names = cellsOf(head);
  const [src, dst, duration, distance] = COLUMNS.map((column) => {
    const at = names.indexOf(column);
    if (at >= 0) return at;
    throw new UnusableInput({
      code: 'metric-osrm-column',
      severity: 'dropped',
      column,
      found: names.slice(0, 10).join(', ')
    });
  }) as [number, number, number, number];
  const pairs: Pairs = new Map();
  const known = new Set<string>();
  const findings: Finding[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line);
    const [from, to] = [cells[src] ?? '', cells[dst] ?? ''];
    const [minutes, km] = [cells[duration] ?? '', cells[distance] ?? ''].map((cell) =>
      cell === '' || cell === 'NA' ? NaN : Number(cell.replace(',', '.'))
    ) as [number, number];
    if (from === '' || to === '' || minutes < 0 || km < 0) {
      findings.push({
        code: 'metric-osrm-row',
        severity: 'dropped',
        row: index + 2,
        found: line.slice(0, 60)
      });
      return;
    }
    known.add(from).add(to);
    if (Number.isNaN(minutes)) return;
    pairs.set(pair(from, to), [Math.round(minutes * 60), Number.isNaN(km) ? NO_WAY : Math.round(km * 1000)]);
  });
  const meta = { engine: 'Metric-OSRM', dataDate, calibration: '' };
  return { times: fromPairs(pairs, known, mode, meta, true), findings };
}
