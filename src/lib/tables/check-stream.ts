// Checks that a table's file is the one of the manifest and has the columns of the catalogue.
import { RecordBatchReader, type Schema } from 'apache-arrow';
import type { ManifestTable } from '../catalogue/manifest.ts';
import type { ColumnType, Table } from '../catalogue/table.ts';
import { TableError } from './table-error.ts';

const ARROW_TYPES: Record<ColumnType, string> = {
  text: 'Utf8',
  list: 'Utf8',
  json: 'Utf8',
  code: 'Dictionary<Int32, Utf8>',
  int: 'Int32',
  float: 'Float64',
  bool: 'Bool',
  wkb: 'Binary'
};

const END_OF_STREAM = [255, 255, 255, 255, 0, 0, 0, 0];

/**
 * Checks the bytes against the manifest (length, sha256), then their schema against the catalogue (version, columns,
 * types) and their rows. Throws a TableError. The hash is left out where the page has no `crypto.subtle` (plain HTTP).
 */
export async function checkStream(bytes: Uint8Array, table: Table, entry: ManifestTable): Promise<void> {
  checkVersion(table, String(entry.version));
  if (bytes.byteLength < entry.bytes) {
    throw new TableError('table-truncated', {
      table: table.name,
      found: String(bytes.byteLength),
      expected: String(entry.bytes)
    });
  }
  const hash = await sha256(bytes);
  if (bytes.byteLength !== entry.bytes || (hash !== null && hash !== entry.sha256)) {
    throw new TableError('table-altered', { table: table.name });
  }
  const { schema, rows } = readWhole(bytes, table);
  const name = schema.metadata.get('maillage.table') ?? 'no name';
  if (name !== table.name) {
    throw new TableError('table-unreadable', { table: table.name, found: name, expected: table.name });
  }
  checkVersion(table, schema.metadata.get('maillage.version') ?? 'none');
  checkColumns(table, schema);
  if (rows !== entry.rows) {
    throw new TableError('table-rows', {
      table: table.name,
      found: String(rows),
      expected: String(entry.rows)
    });
  }
}

function checkVersion(table: Table, found: string): void {
  if (found === String(table.version)) return;
  throw new TableError('table-version', { table: table.name, found, expected: String(table.version) });
}

/** Reads all batches: the engine keeps half a stream and mixes it with the next table. */
function readWhole(bytes: Uint8Array, table: Table): { schema: Schema; rows: number } {
  if (!END_OF_STREAM.every((byte, index) => bytes.at(index - END_OF_STREAM.length) === byte)) {
    throw new TableError('table-unreadable', { table: table.name, found: 'no end of stream' });
  }
  try {
    const reader = RecordBatchReader.from(bytes).open();
    const schema = reader.schema; // cleared by the reader at the end
    let rows = 0;
    for (const batch of reader) rows += batch.numRows;
    return { schema, rows };
  } catch (cause) {
    throw new TableError('table-unreadable', { table: table.name, cause });
  }
}

function checkColumns(table: Table, schema: Schema): void {
  const expected = table.columns.map((column) => `${column.name} ${ARROW_TYPES[column.type]}`);
  const found = schema.fields.map((field) => `${field.name} ${field.type}`);
  const differences = [
    ...expected.filter((column) => !found.includes(column)).map((column) => `- ${column}`),
    ...found.filter((column) => !expected.includes(column)).map((column) => `+ ${column}`)
  ];
  if (differences.length === 0) return;
  throw new TableError('table-columns', { table: table.name, found: differences.join(', ') });
}

async function sha256(bytes: Uint8Array): Promise<string | null> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
