// The reader's own files that override the site's tables in this tab: read, previewed, applied, removed.
import { createContext } from 'svelte';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { TABLES } from '$lib/catalogue/tables.ts';
import type { FormatId, ImportProgress, ReplaceableRows, TableEffect } from '$lib/engines/import/index.ts';
import type { UnusableInput } from '$lib/model/findings.ts';
import type { QualityReport } from '$lib/model/quality.ts';
import type { ImportClient } from '$lib/workers/import/client.ts';
import type { FileRead, TableShape } from '$lib/workers/import/protocol.ts';
import { Stopped } from '$lib/workers/worker-call.ts';
import type { DatabaseState } from './database.svelte.ts';
import type { SiteData } from './site-data.svelte.ts';
import { failureOf, refusalOf, Request } from './request.svelte.ts';
import { dashboardWith, outlinesOf, siteRows, type SiteRows } from './own-rows.ts';

export interface TableOverride {
  file: string;
  rows: number;
}

interface AppliedFile {
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
type OwnPhase = 'empty' | 'reading' | 'preview' | 'applying' | 'refused' | 'cases';

export class OwnTables {
  name = $state('');
  applied: readonly AppliedFile[] = $state.raw([]);
  /** Table -> file that replaces it. */
  replaced: Readonly<Record<string, TableOverride>> = $state.raw({});
  quality: QualityReport | null = $state.raw(null);
  /** Outlines that override the site's; null when none do. */
  shapes: { communes: Outlines; qpvs: Outlines } | null = $state.raw(null);
  /** Files to be read next. */
  waiting: readonly File[] = $state.raw([]);
  any = $derived(this.applied.length > 0);
  readonly #reading = new Request<FileRead, ImportProgress>({ mostItems: 1 });
  readonly #applying = new Request<void>();
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

  get phase(): OwnPhase {
    const [reading, applying] = [this.#reading.phase, this.#applying.phase];
    if (applying === 'pending') return 'applying';
    if (applying === 'failed' || reading === 'failed') return 'refused';
    if (reading === 'pending') return 'reading';
    if (reading !== 'done') return 'empty';
    return this.read?.format === 'cases' ? 'cases' : 'preview';
  }

  get progress(): ImportProgress | null {
    return this.#reading.items.at(-1) ?? null;
  }

  /** The file on preview. */
  get read(): FileRead | null {
    return this.#reading.value;
  }

  get refusal(): UnusableInput | null {
    return refusalOf(this.#error);
  }

  get failure(): string | null {
    return failureOf(this.#error);
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
  async apply(): Promise<void> {
    const { read } = this;
    const [siteRows, file] = [this.#siteRows, this.#file];
    if (!read?.replacement || !siteRows || !file) return;
    const { name, format, effects } = read;
    const { rows, quality } = read.replacement;
    await this.#applying.send(name, async () => {
      this.#rows = rows;
      this.#files = [...this.#files, file];
      this.applied = [...this.applied, { name, format, effects }];
      const replaced = { ...this.replaced };
      for (const { table } of effects) replaced[table] = { file: name, rows: rows[table].length };
      const own = Object.fromEntries(
        Object.keys(replaced).map((table) => [table, rows[table as TableShape['name']]])
      );
      await this.#database.replace(own);
      this.replaced = replaced;
      this.quality = siteRows.mergeQuality(quality, replaced);
      this.shapes = outlinesOf(rows);
      this.#site.overrideData('places', dashboardWith(this.#site.original, rows, replaced));
    });
    if (this.#applying.phase === 'done') await this.#next();
  }

  /** Applies stored files without a preview; stops at the first that is refused. */
  async resume(files: readonly File[]): Promise<void> {
    await this.restoreSite();
    for (const file of files) {
      await this.#read(file);
      if (this.phase !== 'preview') return;
      await this.apply();
    }
  }

  /** Discards the previewed file. */
  async discard(): Promise<void> {
    await this.#next();
  }

  /** Stops reading, and drops the files to be read next. */
  stop(): void {
    this.waiting = [];
    this.#reset();
  }

  /** Removes all overrides. */
  async restoreSite(): Promise<void> {
    this.stop();
    this.#files = [];
    this.#rows = null;
    this.applied = [];
    this.replaced = {};
    this.quality = null;
    this.shapes = null;
    this.#site.overrideData('places', null);
    await this.#database.replace({});
  }

  get #error(): unknown {
    return this.#applying.error ?? this.#reading.error;
  }

  async #read(file: File): Promise<void> {
    this.#reset();
    this.#file = file;
    this.name = file.name;
    await this.#reading.send(file.name, async (push) => {
      const site = (this.#siteRows ??= await siteRows(this.#base, this.#site.original));
      const rows = this.#rows ?? site.rows;
      const { ImportClient } = await import('$lib/workers/import/client.ts');
      if (this.#file !== file) throw new Stopped();
      this.#client ??= new ImportClient();
      const read = await this.#client.read(file, { rows, tables: shapesOf(rows), source: file.name }, push);
      return { ...read, effects: site.completed(read.effects, this.replaced) };
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
    this.#reading.reset();
    this.#applying.reset();
    this.name = '';
  }
}

export const [ownTables, provideOwnTables] = createContext<OwnTables>();
