// The reader's own files that override the site's tables in this tab: read, previewed, applied, removed.
import { createContext } from 'svelte';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { TABLES } from '$lib/catalogue/tables.ts';
import type { FormatId, ImportProgress, ReplaceableRows, TableEffect } from '$lib/engines/import/index.ts';
import { UnusableInput, type Finding } from '$lib/model/findings.ts';
import type { QualityReport } from '$lib/model/quality.ts';
import type { ImportClient } from '$lib/workers/import/client.ts';
import type { FileRead, TableShape } from '$lib/workers/import/protocol.ts';
import { Stopped } from '$lib/workers/worker-call.ts';
import type { DatabaseState } from './database.svelte.ts';
import type { SiteData } from './site-data.svelte.ts';
import { dashboardWith, outlinesOf, siteRows, type SiteRows } from './own-rows.ts';

export interface TableOverride {
  file: string;
  rows: number;
}

export interface AppliedFile {
  name: string;
  format: FormatId;
  effects: TableEffect[];
}

type Outlines = FeatureCollection<
  Polygon | MultiPolygon,
  { code: string; name: string; intervention: boolean }
>;

/** Key and columns of the tables that a file may replace. */
const shapesOf = (rows: ReplaceableRows): TableShape[] =>
  TABLES.filter(({ name }) => name in rows).map(({ name, key, columns }) => ({
    name: name as TableShape['name'],
    key,
    columns: columns.map((column) => column.name)
  }));

/** `cases`: a case file, handled by the protection of counts. */
export type OwnPhase = 'empty' | 'reading' | 'preview' | 'taking' | 'refused' | 'cases';

export class OwnTables {
  phase: OwnPhase = $state('empty');
  name = $state('');
  progress: ImportProgress | null = $state.raw(null);
  read: FileRead | null = $state.raw(null);
  refusal: { finding: Finding; findings: readonly Finding[] } | null = $state.raw(null);
  failure: string | null = $state(null);
  taken: readonly AppliedFile[] = $state.raw([]);
  /** Table -> file that replaces it. */
  replaced: Readonly<Record<string, TableOverride>> = $state.raw({});
  quality: QualityReport | null = $state.raw(null);
  /** Outlines that override the site's; null when none do. */
  shapes: { communes: Outlines; qpvs: Outlines } | null = $state.raw(null);
  /** Files to be read next. */
  waiting: readonly File[] = $state.raw([]);
  any = $derived(this.taken.length > 0);
  readonly #base: string;
  readonly #site: SiteData;
  readonly #database: DatabaseState;
  /** Created with the first file, since it loads the file readers. */
  #client: ImportClient | null;
  #siteRows: SiteRows | null = null;
  #rows: ReplaceableRows | null = null;
  #file: File | null = null;
  /** Applied files, in order, as they can be stored on this computer. */
  #files: File[] = [];

  constructor(base: string, site: SiteData, database: DatabaseState, client: ImportClient | null = null) {
    this.#base = base;
    this.#site = site;
    this.#database = database;
    this.#client = client;
  }

  get files(): readonly File[] {
    return this.#files;
  }

  /** Reads files one after the other; each is previewed before the next. */
  async drop(files: readonly File[]): Promise<void> {
    const [first, ...others] = files;
    if (!first) return;
    this.waiting = others;
    await this.#read(first);
  }

  /** Applies the previewed file: its rows override those of the site in this tab. */
  async take(): Promise<void> {
    const { read } = this;
    const replacement = read?.replacement;
    if (!replacement || !this.#siteRows || !this.#file) return;
    this.phase = 'taking';
    await this.#attempt(async () => {
      const { rows, quality } = replacement;
      this.#rows = rows;
      this.#files = [...this.#files, this.#file!];
      this.taken = [...this.taken, { name: read.name, format: read.format, effects: read.effects }];
      const replaced = { ...this.replaced };
      for (const { table } of read.effects) replaced[table] = { file: read.name, rows: rows[table].length };
      const own = Object.fromEntries(
        Object.keys(replaced).map((table) => [table, rows[table as TableShape['name']]])
      );
      await this.#database.replace(own);
      this.replaced = replaced;
      this.quality = this.#siteRows!.mergeQuality(quality, replaced);
      this.shapes = outlinesOf(rows);
      this.#site.overrideData('places', dashboardWith(this.#site.original, rows, replaced));
      await this.#next();
    });
  }

  /** Applies stored files without a preview; stops at the first that is refused. */
  async resume(files: readonly File[]): Promise<void> {
    await this.back();
    for (const file of files) {
      await this.#read(file);
      if (this.phase !== 'preview') return;
      await this.take();
    }
  }

  /** Discards the previewed file. */
  async leave(): Promise<void> {
    await this.#next();
  }

  /** Stops reading, and drops the files to be read next. */
  stop(): void {
    this.waiting = [];
    this.#reset();
  }

  /** Removes all overrides. */
  async back(): Promise<void> {
    this.stop();
    this.#files = [];
    this.#rows = null;
    this.taken = [];
    this.replaced = {};
    this.quality = null;
    this.shapes = null;
    this.#site.overrideData('places', null);
    await this.#database.replace({});
  }

  async #read(file: File): Promise<void> {
    this.#reset();
    this.#file = file;
    this.name = file.name;
    this.phase = 'reading';
    await this.#attempt(async () => {
      this.#siteRows ??= await siteRows(this.#base, this.#site.original);
      const rows = this.#rows ?? this.#siteRows.rows;
      const { ImportClient } = await import('$lib/workers/import/client.ts');
      if (this.#file !== file) return;
      this.#client ??= new ImportClient();
      const request = { rows, tables: shapesOf(rows), source: file.name };
      const read = await this.#client.read(file, request, (progress) => (this.progress = progress));
      this.read = { ...read, effects: this.#siteRows.completed(read.effects, this.replaced) };
      this.phase = read.format === 'cases' ? 'cases' : 'preview';
    });
  }

  async #next(): Promise<void> {
    const [next, ...others] = this.waiting;
    this.waiting = others;
    this.#reset();
    if (next) await this.#read(next);
  }

  #reset(): void {
    this.#client?.stop();
    this.#file = null;
    this.read = null;
    this.progress = null;
    this.refusal = null;
    this.failure = null;
    this.name = '';
    this.phase = 'empty';
  }

  /** Stopping is not a failure. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Stopped) return;
      if (error instanceof UnusableInput) this.refusal = error;
      else this.failure = error instanceof Error ? error.message : String(error);
      this.phase = 'refused';
    }
  }
}

export const [ownTables, provideOwnTables] = createContext<OwnTables>();
