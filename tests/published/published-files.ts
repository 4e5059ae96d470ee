// A build of the demonstration in a folder of its own, and readers for each kind of file that it leaves there.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableFromIPC, type Table as ArrowTable } from 'apache-arrow';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { demonstration, type Demonstration } from '../../scripts/demo/demonstration.ts';
import { keptRelease } from '../../scripts/demo/protection/kept-release.ts';
import type { TerritoryRows } from '../../src/lib/engines/territory-builder/rows.ts';
import type { TableCell } from '../../src/lib/engines/territory-builder/write/table-rows.ts';
import { territoryFiles } from '../../src/lib/engines/territory-builder/write/territory-files.ts';
import { writeFiles } from '../../scripts/territory/write-files.ts';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Time for a hook on a machine that has not yet solved the release of this engine (see kept-release.ts). */
export const PATIENCE = 600_000;

export interface Built {
  demo: Omit<Demonstration, 'rows'> & { rows: TerritoryRows };
  folder: string;
  /** Paths under the folder, sorted. */
  files: string[];
  bytes: (path: string) => Uint8Array<ArrayBuffer>;
  json: <T>(path: string) => T;
  remove: () => void;
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export async function buildDemonstration(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
  const demo = demonstration(ROOT);
  const rows = { ...demo.rows, release: await keptRelease(ROOT, demo.cases, demo.rows), access: null };
  writeFiles(folder, territoryFiles(rows));
  const bytes = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
  return {
    demo: { ...demo, rows },
    folder,
    files: filesUnder(folder),
    bytes,
    json: (path) => JSON.parse(new TextDecoder().decode(bytes(path))),
    remove: () => rmSync(folder, { recursive: true })
  };
}

export interface ReadTable {
  names: string[];
  rows: TableCell[][];
}

export function readArrow(bytes: Uint8Array): ReadTable & { table: ArrowTable } {
  const table = tableFromIPC(bytes);
  const names = table.schema.fields.map(({ name }) => name);
  const vectors = names.map((name) => table.getChild(name));
  const rows = Array.from({ length: table.numRows }, (_, row) =>
    vectors.map((vector) => (vector?.get(row) ?? null) as TableCell)
  );
  return { table, names, rows };
}

/** Texts as texts, binary columns as bytes; numbers, true and false as they are. */
export async function readParquet(path: string): Promise<ReadTable> {
  const file = new Uint8Array(readFileSync(path)).buffer;
  const names = parquetMetadata(file)
    .schema.slice(1)
    .map(({ name }) => name);
  const objects = await parquetReadObjects({ file, compressors, utf8: false });
  return { names, rows: objects.map((row) => names.map((name) => (row[name] ?? null) as TableCell)) };
}

/** A strict reader of our own CSV: byte order mark, `;`, quotes doubled. */
export function readCsv(bytes: Uint8Array): { names: string[]; rows: string[][] } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ';') rows.push([]);
  }
  const [names = [], ...lines] = rows.slice(0, -1);
  return { names, rows: lines };
}
