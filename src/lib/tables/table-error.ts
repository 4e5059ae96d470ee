// Errors of the database or of one of its tables: a stable code that the interface translates.

export const TABLE_ERROR_CODES = [
  'one-file',
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

interface TableErrorDetail {
  /** Table concerned; absent for the engine or the manifest. */
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

/** Whether an error of the engine is an exhausted memory. */
export function asTableError(cause: unknown, otherwise: TableErrorCode, table?: string): TableError {
  if (cause instanceof TableError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = OUT_OF_MEMORY.test(message) ? 'out-of-memory' : otherwise;
  return new TableError(code, { cause, found: message, ...(table === undefined ? {} : { table }) });
}
