// Why the database, or one of its tables, cannot be had: a stable code that the interface puts into words.

export const TABLE_ERROR_CODES = [
  'no-webassembly',
  'engine-unreachable',
  'engine-failed',
  'engine-closed',
  'out-of-memory',
  'manifest-missing',
  'manifest-unreachable',
  'manifest-invalid',
  'manifest-version',
  'table-absent',
  'table-missing',
  'table-unreachable',
  'table-truncated',
  'table-altered',
  'table-unreadable',
  'table-version',
  'table-columns',
  'table-rejected',
  'table-rows'
] as const;
export type TableErrorCode = (typeof TABLE_ERROR_CODES)[number];

export interface TableErrorDetail {
  /** The table at fault; absent when the engine or the manifest is. */
  table?: string;
  found?: string;
  expected?: string;
  cause?: unknown;
}

export class TableError extends Error {
  readonly code: TableErrorCode;
  readonly table: string | undefined;
  readonly found: string | undefined;
  readonly expected: string | undefined;

  constructor(code: TableErrorCode, { table, found, expected, cause }: TableErrorDetail = {}) {
    super(
      [table, code, found && `found ${found}`, expected && `expected ${expected}`].filter(Boolean).join(': '),
      {
        cause
      }
    );
    this.name = 'TableError';
    this.code = code;
    this.table = table;
    this.found = found;
    this.expected = expected;
  }
}

const OUT_OF_MEMORY = /out of memory|could not allocate|\bOOM\b|memory\.grow|allocation failed/i;

/** Tells an exhausted memory from the other failures of an engine. */
export function asTableError(cause: unknown, otherwise: TableErrorCode, table?: string): TableError {
  if (cause instanceof TableError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = OUT_OF_MEMORY.test(message) ? 'out-of-memory' : otherwise;
  return new TableError(code, { cause, found: message, ...(table === undefined ? {} : { table }) });
}
