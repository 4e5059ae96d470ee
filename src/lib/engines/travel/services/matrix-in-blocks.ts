// A matrix from a service that limits its requests: block by block, put together when all have come.
import {
  NO_ROUTE,
  TravelTimesError,
  emptyMatrix,
  type Matrix,
  type MatrixMeta,
  type MatrixOptions,
  type Place
} from '../../../model/travel/travel-times.ts';

/** Rows of seconds and metres as a service gives them, unchecked: null where there is no route. */
export interface MatrixBlock {
  seconds: unknown;
  /** Undefined when the service was not asked for distances. */
  metres: unknown;
}

/** The most that a service accepts in one request. */
export interface Limits {
  cells: number;
  /** Origins and destinations together. */
  places: number;
}

export type RequestBlock = (
  origins: readonly Place[],
  destinations: readonly Place[],
  signal?: AbortSignal
) => Promise<MatrixBlock>;

/** Copies a block's rows; anything but a number >= 0 or null in the right shape is malformed. */
function copyRows(
  rows: unknown,
  into: Int32Array,
  at: (row: number, column: number) => number,
  height: number,
  width: number
): void {
  if (!Array.isArray(rows) || rows.length !== height) {
    throw new TravelTimesError(
      'malformed',
      `expected ${height} rows, found ${Array.isArray(rows) ? rows.length : typeof rows}`
    );
  }
  rows.forEach((row: unknown, r) => {
    if (!Array.isArray(row) || row.length !== width) {
      throw new TravelTimesError(
        'malformed',
        `row ${r + 1}: expected ${width} cells, found ${Array.isArray(row) ? row.length : typeof row}`
      );
    }
    row.forEach((value: unknown, c) => {
      if (value === null || value === undefined) into[at(r, c)] = NO_ROUTE;
      else if (typeof value === 'number' && value >= 0 && Number.isFinite(value))
        into[at(r, c)] = Math.round(value);
      else
        throw new TravelTimesError('malformed', `row ${r + 1}, cell ${c + 1}: ${String(value).slice(0, 40)}`);
    });
  });
}

/** The size of block that needs the fewest requests; the widest of those. */
function blockSize(
  rows: number,
  columns: number,
  { cells, places }: Limits
): { width: number; height: number } {
  let best = { width: 1, height: 1, requests: Infinity };
  for (let width = Math.max(1, Math.min(columns, places - 1, cells)); width > 0; width--) {
    const height = Math.max(1, Math.min(rows, places - width, Math.floor(cells / width)));
    const requests = Math.ceil(rows / height) * Math.ceil(columns / width);
    if (requests < best.requests) best = { width, height, requests };
  }
  return best;
}

/**
 * A matrix requested in blocks within the limits of a service.
 *
 * @throws {TravelTimesError} `malformed` when a block is not of the right shape: nothing is returned unless every block is whole
 */
export async function matrixInBlocks(
  origins: readonly Place[],
  destinations: readonly Place[],
  limits: Limits,
  meta: MatrixMeta,
  requestBlock: RequestBlock,
  { signal, progress }: MatrixOptions = {}
): Promise<Matrix> {
  const { width, height } = blockSize(origins.length, destinations.length, limits);
  const matrix = emptyMatrix(origins.length, destinations.length, meta);
  let withMetres = true;
  for (let top = 0; top < origins.length; top += height) {
    for (let left = 0; left < destinations.length; left += width) {
      signal?.throwIfAborted();
      const rows = origins.slice(top, top + height);
      const columns = destinations.slice(left, left + width);
      const block = await requestBlock(rows, columns, signal);
      const at = (r: number, c: number) => (top + r) * destinations.length + left + c;
      copyRows(block.seconds, matrix.seconds, at, rows.length, columns.length);
      if (block.metres === undefined) withMetres = false;
      else copyRows(block.metres, matrix.metres!, at, rows.length, columns.length);
      const done = top * destinations.length + rows.length * Math.min(destinations.length, left + width);
      progress?.(done / (origins.length * destinations.length));
    }
  }
  return withMetres ? matrix : { ...matrix, metres: null };
}
