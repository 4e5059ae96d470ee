// Asks a matrix service block by block, within its limit of cells, and puts the answers together.
import { NO_WAY, TravelTimesError, emptyMatrix } from '../travel-times.ts';
import type { Matrix, MatrixMeta, MatrixOptions, Place } from '../travel-times.ts';

/** Rows of seconds and metres as a service gives them: null where there is no way. */
export interface Block {
  seconds: unknown;
  /** Undefined when the service was not asked for lengths. */
  metres: unknown;
}

/** The most that a service takes in one request. */
export interface Limits {
  cells: number;
  /** Origins and destinations together. */
  places: number;
}

export type AskBlock = (
  origins: readonly Place[],
  destinations: readonly Place[],
  signal?: AbortSignal
) => Promise<Block>;

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
      if (value === null || value === undefined) into[at(r, c)] = NO_WAY;
      else if (typeof value === 'number' && value >= 0 && Number.isFinite(value))
        into[at(r, c)] = Math.round(value);
      else
        throw new TravelTimesError('malformed', `row ${r + 1}, cell ${c + 1}: ${String(value).slice(0, 40)}`);
    });
  });
}

/** The size of block that asks for the least requests; the widest of those. */
function blockOf(
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

/** A matrix asked in blocks of at most `cells` cells and `places` places. Nothing is returned unless every block came whole. */
export async function matrixInBlocks(
  origins: readonly Place[],
  destinations: readonly Place[],
  limits: Limits,
  meta: MatrixMeta,
  ask: AskBlock,
  { signal, progress }: MatrixOptions = {}
): Promise<Matrix> {
  const { width, height } = blockOf(origins.length, destinations.length, limits);
  const matrix = emptyMatrix(origins.length, destinations.length, meta);
  let withMetres = true;
  for (let top = 0; top < origins.length; top += height) {
    for (let left = 0; left < destinations.length; left += width) {
      signal?.throwIfAborted();
      const rows = origins.slice(top, top + height);
      const columns = destinations.slice(left, left + width);
      const block = await ask(rows, columns, signal);
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

/** A field of an object, undefined when there is none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Applies `change` to every number of a matrix of rows, leaves the rest to be checked. */
export function mapCells(rows: unknown, change: (value: number) => number): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map((row: unknown) =>
    Array.isArray(row)
      ? row.map((value: unknown) => (typeof value === 'number' ? change(value) : value))
      : row
  );
}

/** 6 decimals of a degree: a tenth of a metre. */
export const degrees = (value: number): string => String(Math.round(value * 1e6) / 1e6);
