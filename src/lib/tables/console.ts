// A reader's own question: one SELECT, so many rows, so many seconds, and it can be stopped. Nothing else gets through.
import { tableFromIPC } from 'apache-arrow';
import { cellsOf, columnOf, type ConsoleCell, type ConsoleColumn } from './console-cells.ts';
import { ConsoleError, explained } from './console-error.ts';

export const MOST_ROWS = 1000;
export const MOST_SECONDS = 10;

/** A connection of the console's own, which can be told to stop. */
export interface ConsoleConnection {
  /** Plans the statement without running it; refuses more than one. */
  check(text: string): Promise<void>;
  /** Runs it to its end, or to the signal's; the answer is an Arrow stream in pieces. */
  send(text: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}

export interface ConsoleAnswer {
  columns: ConsoleColumn[];
  rows: ConsoleCell[][];
  /** There were more rows than are kept. */
  more: boolean;
  milliseconds: number;
}

/** The question without its last semicolon; null when there is nothing but spaces. */
export function questionIn(text: string): string | null {
  const bare = text.trim().replace(/;\s*$/, '').trim();
  return bare === '' ? null : bare;
}

/**
 * The question as a part of another one. Grammar does the refusing: only what answers with rows can stand in brackets, and the
 * engine prepares one statement at a time. The line break ends a comment on the last line.
 */
const enclosed = (text: string): string => `SELECT * FROM (\n${text}\n) LIMIT ${MOST_ROWS + 1}`;

/** @throws ConsoleError */
export async function askConsole(
  connection: ConsoleConnection,
  text: string,
  { signal }: { signal: AbortSignal }
): Promise<ConsoleAnswer> {
  const asked = questionIn(text);
  if (asked === null) throw new ConsoleError('empty', '');
  const started = performance.now();
  try {
    await connection.check(enclosed(asked));
    signal.throwIfAborted();
    const pieces: Uint8Array[] = [];
    for await (const piece of await connection.send(enclosed(asked), signal)) pieces.push(piece);
    const table = tableFromIPC(pieces);
    const columns = table.schema.fields.map(columnOf);
    const rows = table.batches.flatMap((batch) => cellsOf(batch, columns));
    return {
      columns,
      rows: rows.slice(0, MOST_ROWS),
      more: rows.length > MOST_ROWS,
      milliseconds: performance.now() - started
    };
  } catch (cause) {
    if (signal.aborted) throw new ConsoleError(signal.reason === 'time' ? 'time' : 'stopped', '', { cause });
    throw explained(cause, asked);
  }
}
