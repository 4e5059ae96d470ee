// The rows of cases, for the pages of the service that need them: report, living paths, agendas. In the memory of this tab only: nothing is stored, and
// no link, address or file of the site holds any.
import { createContext, untrack } from 'svelte';
import type { Finding, UnusableInput } from '$lib/model/findings.ts';
import type { Case, Uncounted } from '$lib/model/pathway.ts';
import { caseFilesHere, type CaseFilesHere } from '../case-files-here.ts';
import { placesOf } from '../case-file.svelte.ts';
import { failureOf, refusalOf, Request } from '../request.svelte.ts';
import type { SiteData } from '../site-data.svelte.ts';
import type { FileDossiers } from './read-files.ts';

/** `example`: fictitious, drawn in this tab. `folder`: the files of children of Mon territoire, in this tab. */
export type DossiersSource = 'folder' | 'example';

interface Dossiers extends FileDossiers {
  source: DossiersSource;
}

export class DossiersState {
  readonly #site: SiteData;
  readonly #request = new Request<Dossiers>();
  #reader: { stop: () => void } | null = null;
  /** Files that were read last. */
  #of: readonly Blob[] = [];
  /** The reader took them away: they do not come back by themselves. */
  #isForgotten = false;

  constructor(site: SiteData) {
    this.#site = site;
  }

  /** One a child and school year; null while there are none. */
  get rows(): readonly Case[] | null {
    return this.#request.value?.rows ?? null;
  }

  get cases(): { rows: readonly Case[] } | null {
    return this.rows && { rows: this.rows };
  }

  get source(): DossiersSource | null {
    return this.#request.value?.source ?? null;
  }

  get name(): string {
    return this.#request.value?.name ?? '';
  }

  /** Rows seen in the file, kept or not. */
  get read(): number {
    return this.#request.value?.read ?? 0;
  }

  get findings(): readonly Finding[] {
    return this.#request.value?.findings ?? [];
  }

  /** Children of the files of this tab that no answer counts; null where none is. */
  get uncounted(): Uncounted | null {
    return this.#request.value?.uncounted ?? null;
  }

  get isReading(): boolean {
    return this.#request.phase === 'pending';
  }

  /** Months for which rows are kept after an exit, where the territory says so. */
  get retention(): number | null {
    return this.source === 'folder' ? caseFilesHere().retention : null;
  }

  /** Why the file was refused; what was read before stays. */
  get refusal(): UnusableInput | null {
    return refusalOf(this.#request.error);
  }

  /** Message of an unexpected error. */
  get failure(): string | null {
    return failureOf(this.#request.error);
  }

  /** Whether fictitious dossiers may be drawn: in the demonstration. */
  get hasExample(): boolean {
    return this.#site.dashboard.territory.demonstration;
  }

  /** Reads case files with their lists of visits. A name that is a person's is not kept. */
  #read({ files, reading }: CaseFilesHere): Promise<void> {
    this.#isForgotten = false;
    const given = files.map(({ name, content }) => new File([content], name));
    return this.#request.send(files.map(({ name }) => name).join(), async () => {
      const { readFiles } = await import('./read-files.ts');
      const found = await readFiles(given, placesOf(this.#site.dashboard), reading, (reader) => {
        this.#reader = reader;
      });
      return { ...found, source: 'folder' };
    });
  }

  /** Draws the fictitious dossiers of the demonstration. */
  async readExample(): Promise<void> {
    this.#isForgotten = false;
    await this.#request.send('example', async () => {
      const { exampleDossiers } = await import('./example-dossiers.ts');
      const rows = exampleDossiers(this.#site.dashboard);
      return { rows, source: 'example' as const, name: '', read: rows.length, findings: [], uncounted: null };
    });
  }

  /**
   * What a page does first, and in an effect again with each change of the files of children of Mon territoire: those files where there are some in
   * this tab, else fictitious dossiers in the demonstration. Nothing once the reader has taken them away, until other files are there.
   */
  begin(): Promise<void> {
    const here = caseFilesHere();
    return untrack(() => this.#bring(here));
  }

  async #bring(here: CaseFilesHere): Promise<void> {
    const contents = here.files.map(({ content }) => content);
    const isSame = contents.length === this.#of.length && contents.every((one, at) => one === this.#of[at]);
    this.#of = contents;
    if (!isSame && contents.length > 0) return this.#read(here);
    if (!isSame && this.source === 'folder') this.#request.reset();
    if (
      this.rows === null &&
      !this.isReading &&
      !this.#isForgotten &&
      contents.length === 0 &&
      this.hasExample
    )
      return this.readExample();
  }

  /** Stops the reading under way. */
  stop(): void {
    this.#reader?.stop();
    this.#request.stop();
  }

  /** Takes them out of this tab. */
  forget(): void {
    this.stop();
    this.#isForgotten = true;
    this.#request.reset();
  }
}

export const [dossiersState, provideDossiersState] = createContext<DossiersState>();
