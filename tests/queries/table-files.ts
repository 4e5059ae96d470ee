// A site's tables in memory: rows in, Arrow files and manifest out, any of which a test may spoil.
import { createHash } from 'node:crypto';
import {
  Binary,
  Bool,
  Dictionary,
  Field,
  Float64,
  Int32,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Utf8,
  makeData,
  tableToIPC,
  vectorFromArray,
  type DataType
} from 'apache-arrow';
import { MANIFEST_VERSION, type Manifest } from '../../src/lib/catalogue/manifest.ts';
import type { ColumnType, Table as Declared } from '../../src/lib/catalogue/table.ts';
import { TABLES } from '../../src/lib/catalogue/tables.ts';
import type { Fetch } from '../../src/lib/tables/read-bytes.ts';

/** Table -> rows, whose fields are the table's columns. */
export type Rows = Record<string, readonly object[]>;

/** Path under the site -> bytes. */
export type SiteFiles = Map<string, Uint8Array>;

const TYPES: Record<ColumnType, () => DataType> = {
  text: () => new Utf8(),
  list: () => new Utf8(),
  json: () => new Utf8(),
  code: () => new Dictionary(new Utf8(), new Int32()),
  int: () => new Int32(),
  float: () => new Float64(),
  bool: () => new Bool(),
  wkb: () => new Binary()
};

/** An Arrow IPC stream as the data build writes it. */
export function arrowStream(table: Declared, rows: readonly object[]): Uint8Array {
  const vectors = table.columns.map(({ name, type }) =>
    vectorFromArray(
      rows.map((row) => (row as Record<string, unknown>)[name] ?? (type === 'wkb' ? new Uint8Array() : null)),
      TYPES[type]()
    )
  );
  const fields = table.columns.map(
    ({ name, nullable }, index) => new Field(name, vectors[index]!.type, nullable ?? false)
  );
  const metadata = new Map([
    ['maillage.table', table.name],
    ['maillage.version', String(table.version)]
  ]);
  const schema = new Schema(fields, metadata);
  const data = makeData({
    type: new Struct(fields),
    length: rows.length,
    children: vectors.map((vector) => vector.data[0]!)
  });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), 'stream');
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function manifestOf(files: SiteFiles, rows: Rows): Manifest {
  return {
    version: MANIFEST_VERSION,
    territory: { siren: '245901160', name: 'Territoire d’essai', demonstration: true },
    tables: TABLES.map(({ name, version }) => {
      const bytes = files.get(`/tables/${name}.arrow`) ?? new Uint8Array();
      return { name, version, rows: rows[name]?.length ?? 0, bytes: bytes.byteLength, sha256: sha256(bytes) };
    }),
    fingerprint: ''
  };
}

/** Every table of the catalogue, empty where `rows` has none, and the manifest. */
export function siteFiles(rows: Rows): SiteFiles {
  const files: SiteFiles = new Map();
  for (const table of TABLES) {
    files.set(`/tables/${table.name}.arrow`, arrowStream(table, rows[table.name] ?? []));
  }
  return withManifest(files, manifestOf(files, rows));
}

export function withManifest(files: SiteFiles, manifest: unknown): SiteFiles {
  return new Map(files).set('/tables/manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
}

/** A server of these files and of nothing else. */
export function serve(files: SiteFiles): Fetch {
  return async (url) => {
    const bytes = files.get(url);
    return bytes ? new Response(bytes.slice()) : new Response('', { status: 404 });
  };
}
