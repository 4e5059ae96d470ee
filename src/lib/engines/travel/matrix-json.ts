// Matrices as JSON, for the command line and for files of the site: rows are origins, null where there is no route.
import { UnusableInput } from '../../model/findings.ts';
import { isRecord } from '../../model/documents/json.ts';
import { NO_ROUTE, type Matrix, type Place } from '../../model/travel/travel-times.ts';

interface MatrixJson {
  engine: string;
  dataDate: string;
  calibration: string;
  points: Place[];
  seconds: (number | null)[][];
  metres?: (number | null)[][];
}

function rowsOf(values: Int32Array, columns: number): (number | null)[][] {
  const rows: (number | null)[][] = [];
  for (let at = 0; at < values.length; at += columns) {
    rows.push(Array.from(values.subarray(at, at + columns), (value) => (value === NO_ROUTE ? null : value)));
  }
  return rows;
}

/** A square matrix over `points` as JSON. */
export function matrixToJson(matrix: Matrix, points: readonly Place[]): MatrixJson {
  return {
    ...matrix.meta,
    points: [...points],
    seconds: rowsOf(matrix.seconds, matrix.destinations),
    ...(matrix.metres ? { metres: rowsOf(matrix.metres, matrix.destinations) } : {})
  };
}

function unusable(found: string, expected: string): UnusableInput {
  return new UnusableInput({ code: 'matrix-malformed', severity: 'dropped', found, expected });
}

function cellsOf(rows: unknown, size: number, name: string): Int32Array {
  if (!Array.isArray(rows) || rows.length !== size)
    throw unusable(`${name}: not ${size} rows`, 'a square matrix');
  const cells = new Int32Array(size * size);
  rows.forEach((row: unknown, o) => {
    if (!Array.isArray(row) || row.length !== size) throw unusable(`${name}, row ${o + 1}`, `${size} cells`);
    row.forEach((value: unknown, d) => {
      if (value !== null && !(typeof value === 'number' && value >= 0 && Number.isFinite(value))) {
        throw unusable(`${name}, row ${o + 1}, cell ${d + 1}: ${String(value)}`, 'a duration or null');
      }
      cells[o * size + d] = value === null ? NO_ROUTE : Math.round(value);
    });
  });
  return cells;
}

/**
 * Reads a matrix written by `matrixToJson`.
 *
 * @throws {UnusableInput} `matrix-malformed`, with the row and cell.
 */
export function matrixFromJson(json: unknown): { matrix: Matrix; points: Place[] } {
  if (!isRecord(json)) throw unusable(typeof json, 'an object');
  const { engine, dataDate, calibration, points, seconds, metres } = json;
  if (!Array.isArray(points)) throw unusable('no points', 'a list of points');
  const size = points.length;
  return {
    points: points as Place[],
    matrix: {
      origins: size,
      destinations: size,
      seconds: cellsOf(seconds, size, 'seconds'),
      metres: metres === undefined ? null : cellsOf(metres, size, 'metres'),
      meta: {
        engine: String(engine ?? ''),
        dataDate: String(dataDate ?? ''),
        calibration: String(calibration ?? '')
      }
    }
  };
}
