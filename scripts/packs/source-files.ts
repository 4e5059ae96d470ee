// The official files of a folder, each recognised by its content, with what is told of it.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import type { PackSource } from '../../src/lib/model/packs.ts';
import { placeOf, type BasePlace, type writePack } from '../../src/lib/engines/territory-builder/index.ts';
import { importFile, sizeRefusal, gunzipped } from '../../src/lib/engines/import/index.ts';
import { isRecord } from '../../src/lib/model/documents/json.ts';
import { formatName } from '../../src/lib/i18n/format-names.ts';
import { findingSentence } from '../../src/lib/i18n/findings/findings.ts';
import { readRecord } from '../fetch/record.ts';
import { progress } from '../shell.ts';

type Grid = Parameters<typeof writePack>[1];

/** A row of any format, with the name of its source. */
export type AnyRow = { file: string; line: number } & Record<string, unknown>;

export interface SourceRows {
  place: BasePlace;
  told: PackSource;
  rows: AnyRow[];
}

/** What the repository says of the files that its own packs are made from. */
export type Declared = Record<string, Omit<PackSource, 'file'> & { title: string }>;

const UNKNOWN = 'non indiquée';
/** Files that hold no table: archives of roads and of timetables, notes. */
const TABLE = /\.(?:csv|tsv|txt|xlsx|json|geojson|topojson|zip|parquet|gz)$/i;

export async function declaredSources(path: string): Promise<Declared> {
  return (JSON.parse(await readFile(path, 'utf8')) as { files: Declared }).files;
}

/** Year that a name or the rows tell: « rep-2022.csv » is of 2022. */
function vintageOf(file: string, rows: readonly Record<string, unknown>[]): string {
  const years = rows.flatMap(({ year }) => (typeof year === 'string' ? year : [])).sort();
  return years.at(-1) ?? /(?:19|20)\d\d/.exec(file)?.[0] ?? UNKNOWN;
}

/** The grid of a quantised TopoJSON; null for any other file. */
function gridOf(name: string, bytes: Uint8Array): Grid {
  const text = new TextDecoder().decode(gunzipped({ name, bytes }));
  if (!text.slice(0, 4096).includes('"Topology"')) return null;
  const root: unknown = JSON.parse(text);
  return isRecord(root) && isRecord(root.transform) ? (root.transform as unknown as Grid) : null;
}

/** Reads every file of some folders that a pack can hold, each name once; says which are left aside, and why. */
export async function readSourceFiles(
  folders: readonly string[],
  declared: Declared
): Promise<{ sources: SourceRows[]; grid: Grid }> {
  const record = (await Promise.all(folders.map(readRecord))).flat();
  const places = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder)).map((name): [string, string] => [name, join(folder, name)])
    )
  );
  const fetched = new Map(record.map((entry) => [entry.file, entry]));
  const sources: SourceRows[] = [];
  let grid: Grid = null;
  let drawn = 0;
  const paths = [...new Map(places.flat())].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, path] of paths) {
    const { size } = await stat(path);
    if (!TABLE.test(name) || !(await stat(path)).isFile() || sizeRefusal(name, size)) continue;
    const bytes = new Uint8Array(await readFile(path));
    try {
      const imported = await importFile({ name, bytes });
      const place = placeOf(imported.format);
      if (!place) {
        progress(`  ${name} : laissé de côté (${formatName(imported.format)})`);
        continue;
      }
      const rows = imported.rows as unknown as AnyRow[];
      const entry = fetched.get(name);
      const vintage = entry?.date ?? declared[name]?.vintage ?? vintageOf(name, rows);
      const title = declared[name]?.title ?? formatName(imported.format);
      const told = {
        file: `${title}, ${vintage}`,
        source: entry?.title ?? declared[name]?.source ?? title,
        vintage,
        licence: entry?.licence ?? declared[name]?.licence ?? UNKNOWN
      };
      progress(
        `  ${name} : ${formatName(imported.format)}, ${imported.counts.kept} lignes sur ${imported.counts.read}`
      );
      sources.push({ place, told, rows: rows.map((row) => ({ ...row, file: told.file })) });
      if (place === 'communes' && rows.length > drawn) [grid, drawn] = [gridOf(name, bytes), rows.length];
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      progress(`  laissé de côté : ${findingSentence(error.finding)}`);
    }
  }
  return { sources, grid };
}
