// The reader's territory folder in this tab: its settings, the files dropped, the territory built from them, and the way back of each step.
/* eslint-disable svelte/prefer-svelte-reactivity -- sets and maps are made and read; none is changed in place */
import type { BuildProgress } from '$lib/engines/territory-builder/index.ts';
import type { Start } from '$lib/model/packs.ts';
import type { DoubtfulCell } from '$lib/model/correction.ts';
import { UnusableInput, type Finding } from '$lib/model/findings.ts';
import { Stopped } from '$lib/workers/stopped.ts';
import { History } from '../kit/history.svelte.ts';
import { failureOf, Request } from '../request.svelte.ts';
import type { TerritoryFiles } from '$lib/model/territory-files.ts';
import type { OpenedTerritory } from '../territory-door.ts';
import type { ConfigReading, TerritorySettings } from './project-config.ts';
import { audienceOf, emptySettings, projectConfig, projectOf, readingIn, readingOfFolder, withCorrections } from './project-config.ts'; // prettier-ignore
import { doubtfulIn, NO_ROWS, stopped, triedAgain, waitsAgain, withCounts, WORKING } from './file-lines.ts';
import { carriedOver } from './carried-corrections.ts';
import { copyOf, isSpared, refuseAbsent } from './list-copies.ts';
import { FileNames, stepOf } from './file-names.ts';
import { makerOf, nextToMake, remaining } from './made-files.ts';
import {
  begunAgain,
  interrupted,
  isInBuild,
  isUseless,
  newFile,
  savedLine,
  takesPlaceOf,
  withFindings,
  withoutReplaced,
  type ProjectFile
} from './project-file.ts';
import { personsOf, type Inspection } from './inspection.ts';
import { withNotices } from './reopened.ts';
import type { OpenTerritory, ProjectTools, SavedFolder, ProjectSnapshot } from './project-types.ts';
import { casesAgain, isCounts, notCases, readAgain, releaseFileName, releaseNames, withoutFile } from './releases.ts'; // prettier-ignore

const NO_READING: ConfigReading = { matches: {}, corrections: [] };
const MOST_STEPS = 20;
let openings = 0;
export class TerritoryProject {
  settings: TerritorySettings | null = $state.raw(null);
  files: readonly ProjectFile[] = $state.raw([]);
  reading: ConfigReading = $state.raw(NO_READING);
  built: OpenTerritory | null = $state.raw(null);
  /** What was seen in each file dropped in this tab, by name. */
  inspections: ReadonlyMap<string, Inspection> = $state.raw(new Map());
  /** Why the whole territory could not be built; the former one stays. */
  refusal: Finding | null = $state.raw(null);
  /** Reasons why it may not be published; the former one stays. */
  unsafe: readonly string[] = $state.raw([]);
  /** Parts of the folder that were damaged when it was opened, and are left out. */
  damaged: readonly Finding[] = $state.raw([]);
  /** Settings of the step that was refused. */
  refused: TerritorySettings | null = $state.raw(null);
  /** Changed since it was last written to a file. */
  unsaved = $state(false);
  /** ISO date of the first save; null before. */
  created: string | null = null;
  readonly #history = new History<ProjectSnapshot>(MOST_STEPS);
  readonly #building = new Request<OpenTerritory, BuildProgress>({ mostItems: 1 });
  readonly #tools: ProjectTools;
  readonly #names = new FileNames();
  #opened: OpenedTerritory | null = null;
  /** The configuration that this step took, and what it took the place of. */
  #config: { name: string; settings: TerritorySettings | null; reading: ConfigReading } | null = null;
  /** Files of the folder as it was opened: what it knows of former years. */
  #saved: TerritoryFiles | null = null;
  /** Work begun under another round brings nothing. */
  #round = 0;

  constructor(tools: ProjectTools) {
    this.#tools = tools;
  }

  get isOpen(): boolean {
    return this.built !== null;
  }

  get isBuilding(): boolean {
    return this.#building.phase === 'pending';
  }

  get isBusy(): boolean {
    return this.isBuilding || this.files.some(({ state }) => WORKING.includes(state));
  }

  get progress(): BuildProgress | null {
    return this.isBuilding ? (this.#building.items.at(-1) ?? null) : null;
  }

  /** Of an unexpected error. */
  get failure(): string | null {
    return failureOf(this.#building.error);
  }

  /** The step that `undo` takes back; null when there is none. */
  get lastStep(): string | null {
    return this.#history.lastLabel;
  }

  /** The territory before the last step; null without one. */
  before = () => this.#history.done.at(-1)?.built ?? null;

  /** Files that wait for a column or a value to be matched. */
  get toMatch(): readonly ProjectFile[] {
    return this.files.filter(({ state }) => state === 'matching');
  }

  /** Findings of rows that a service can put right, in the files in use. */
  get doubts(): readonly Finding[] {
    return doubtfulIn(this.files, this.built);
  }

  /** The same, a line a cell, with what the files hold. */
  async doubtfulCells(): Promise<DoubtfulCell[]> {
    const found = withFindings(this.files, this.doubts);
    return found.length > 0 ? this.#tools.doubtful(found, this.#said()) : [];
  }
  /** Corrections of other lists that each list could take. */
  carriedOver = () => carriedOver(this.#tools.carried, this.files, this.#said());
  /** Columns of persons; null when the file could not be looked at. */
  personalOf = (file: ProjectFile) => personsOf(this.#tools.inspect, file, this.#said());
  /** The copy of a list that the folder may keep; null when none may be. */
  copyOf = (file: ProjectFile) =>
    copyOf(this.#tools.copy, file, { reading: this.#said(), profile: this.settings?.profile });
  /** The configuration of the folder; null while no territory is chosen. */
  get config(): Record<string, unknown> | null {
    return this.settings && this.#configOf(this.settings, this.files.filter(isInBuild));
  }

  /** Opens the base of a PRE, an agglomeration or a commune from the packs, with the files already dropped. */
  async choose({ title, ...start }: Start): Promise<void> {
    this.#remember(title);
    const { siren, departements } = start;
    this.settings = { ...(this.settings ?? emptySettings(siren, departements)), ...start };
    this.files = this.files.map(triedAgain);
    // What a list lacked, the territory may give.
    const round = ++this.#round;
    for (const { content } of this.toMatch) if (content instanceof File) await this.#inspect(content, round);
    if (round !== this.#round) return;
    await this.#build(new Set(this.files.map((file) => file.name)), true);
  }

  /** Adds files, all at once; a bad one never stops the others. */
  async add(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const inspect = (file: File) => this.#tools.inspect(file, this.#said());
    const places = [this.built?.territory.name ?? '', this.settings?.name ?? ''];
    const dropped = await this.#names.of(await this.#tools.split(files), this.files, inspect, places);
    this.#remember(stepOf(files.length === 1 ? dropped.slice(0, 1) : files));
    const lines = dropped.map((file) => newFile(file.name, file.size, file));
    const isReplaced = takesPlaceOf(dropped);
    this.files = [...this.files.filter((file) => !isReplaced(file)), ...lines];
    const round = ++this.#round;
    for (const file of dropped) await this.#inspect(file, round);
    if (round !== this.#round) return;
    const tried = this.files.flatMap(({ name, content }) =>
      dropped.some((one) => one === content) ? [name] : []
    );
    await this.#build(new Set(tried), false);
  }

  /** Applies what the reader decided of columns and values, and reads the files again. */
  async match(names: readonly string[], said: Partial<ConfigReading>): Promise<void> {
    const read = this.files.flatMap(({ name, content }) =>
      content && names.includes(name) ? (content instanceof File ? content : new File([content], name)) : []
    );
    if (read.length === 0) return;
    this.#remember(stepOf(read));
    this.reading = { ...this.reading, ...said };
    const round = ++this.#round;
    for (const one of read) await this.#inspect(one, round);
    if (round !== this.#round) return;
    const { length } = this.files;
    this.files = read.reduce((files, { name }) => notCases(files, name), this.files);
    await this.#build(new Set(names), this.files.length < length);
  }

  /** Applies corrections of rows; a later one of the same cell replaces the former. */
  async correct(corrections: ConfigReading['corrections'], step: string): Promise<void> {
    const files = readAgain(this.files, new Set(corrections.map(({ file }) => file)));
    await this.step(step, { reading: withCorrections(this.reading, corrections), files });
  }

  /** Takes a step that changes files, settings or decisions: they are put in place, and the territory is built with them. */
  async step(
    name: string,
    change: Partial<Pick<TerritoryProject, 'files' | 'settings' | 'reading'>>,
    needed = true
  ): Promise<void> {
    this.#remember(name);
    Object.assign(this, change);
    await this.#build(new Set(), needed);
  }

  /** Changes the settings. Counts of a case file that is still in this tab are protected again for another audience. */
  async configure(settings: TerritorySettings, step: string): Promise<void> {
    this.#remember(step);
    const former = this.settings;
    if (former && audienceOf(former) !== audienceOf(settings)) this.files = casesAgain(this.files);
    this.settings = settings;
    const noted = former && this.built && withNotices(this.built, former, settings);
    await (noted ? this.#show(noted) : this.#build(new Set(), true));
  }

  /** Takes a file out of the folder; the counts go with their case file. */
  async remove(name: string): Promise<void> {
    const file = this.#file(name);
    if (!file) return;
    this.#remember(name);
    this.files = withoutFile(this.files, file);
    // Nothing of the rows of a list of children outlives it.
    this.reading = readingOfFolder(this.reading, [file]);
    if (this.settings && file.state === 'used') await this.#build(new Set(), true);
  }

  /** Puts a folder in place that was saved elsewhere, without building it again. */
  async restore({ config, files, sources, created, stale, damaged = [] }: SavedFolder): Promise<void> {
    const { settings, kinds, reading } = projectOf(this.#tools.readConfig(config));
    const built = this.#tools.reopened(files);
    this.#abandon();
    this.#history.reset();
    Object.assign(this, { settings, reading, created, damaged });
    this.#saved = files;
    this.files = sources.map((one) => savedLine(one, kinds.get(one.name) ?? null, files));
    await this.#show(built);
    if (stale) await this.#build(new Set(), true);
    this.unsaved = false;
  }

  /** Stops the work under way: the territory that was open stays, as it was. */
  stop(): void {
    if (!this.isBusy) return;
    this.#abandon();
    this.#takeBack();
    this.files = this.files.map(stopped);
  }

  /** Takes the last step back. */
  async undo(): Promise<void> {
    const last = this.#history.drop();
    if (!last) return;
    this.#abandon();
    const { settings, files, reading, built, opened } = last;
    Object.assign(this, { settings, files: files.map(begunAgain), reading, built, unsaved: true });
    if (opened !== this.#opened) {
      this.#opened = opened;
      await this.#tools.open(opened);
    }
    if (this.#toMake) await this.#make(this.#toMake, this.#round);
  }

  /** Closes the folder: the site shows its own territory again. */
  async close(): Promise<void> {
    this.#abandon();
    this.#history.reset();
    Object.assign(this, { settings: null, files: [], reading: NO_READING, built: null, unsaved: false });
    Object.assign(this, { inspections: new Map(), created: null });
    this.#saved = this.#opened = null;
    await this.#tools.open(null);
  }

  /** To make something of, once a territory is open. */
  get #toMake(): ProjectFile | undefined {
    return this.built ? nextToMake(this.files) : undefined;
  }

  /** What was decided, and what the territory says by itself. */
  #said = () => readingIn(this.settings, this.reading);
  #configOf = (settings: TerritorySettings, files: readonly ProjectFile[]) =>
    projectConfig(settings, files, readingOfFolder(this.reading, this.files));
  #isRead = (file: ProjectFile) => isInBuild(file) && !isSpared(file, this.settings?.profile);
  #file = (name: string) => this.files.find((file) => file.name === name);
  #change(name: string, part: Partial<ProjectFile>): void {
    this.files = this.files.map((file) => (file.name === name ? { ...file, ...part } : file));
  }

  #remember(step: string): void {
    const { settings, files, reading, built } = this;
    this.#history.remember({ settings, files, reading, built, opened: this.#opened }, step);
    this.#config = null;
  }

  /** Ends the work under way and forgets why the former one failed. */
  #abandon(): void {
    this.#round++;
    this.#tools.stop();
    this.#building.reset();
    this.refusal = this.refused = null;
    this.unsafe = [];
  }

  /** Settings and decisions as before a step that changed nothing. */
  #takeBack(): void {
    const last = this.#history.done.at(-1);
    if (!last?.built) return;
    this.settings = last.settings;
    this.reading = last.reading;
  }

  /** A list of doubtful rows that comes back: its values are taken, the list itself is no file of the folder. */
  #takeCorrections(name: string, corrections: ConfigReading['corrections']): void {
    this.reading = withCorrections(this.reading, corrections);
    this.#change(name, {
      state: 'taken',
      counts: { ...NO_ROWS, read: corrections.length, used: corrections.length }
    });
  }

  /** A configuration of the shell: its settings and decisions are taken; its files are dropped beside it. */
  #takeConfig(name: string, json: unknown): void {
    const { settings, kinds, reading } = projectOf(this.#tools.readConfig(json));
    const former = { settings: this.settings, reading: this.reading };
    this.#config = { ...former, ...this.#config, name };
    this.settings = settings;
    this.reading = reading;
    this.files = this.files.map((file) => ({ ...file, kind: kinds.get(file.name) ?? file.kind }));
    this.#change(name, { state: 'taken' });
  }

  /**
   * Leaves out the configuration that this step took, when nothing can be built with it.
   * @returns whether there was one
   */
  #leaveConfig(finding: Finding): boolean {
    if (!this.#config) return false;
    const { name, settings, reading } = this.#config;
    Object.assign(this, { settings, reading });
    this.#config = null;
    this.#reject(name, 'refused', { ...finding, file: name });
    return true;
  }

  /** Leaves a file out; a former version of it that was in use comes back. */
  #reject(name: string, state: 'refused' | 'outside', finding: Finding | null): void {
    const former = this.#history.done
      .at(-1)
      ?.files.find((file) => file.name === name && file.state === 'used');
    const content = this.#file(name)?.content;
    if (former && former.content !== content) this.#change(name, { ...former, finding });
    else this.#change(name, { state, finding, progress: null });
  }

  async #inspect(file: File, round: number): Promise<void> {
    const { name } = file;
    try {
      const seen = await this.#tools.inspect(file, this.#said());
      if (round !== this.#round) return;
      this.inspections = new Map(this.inspections).set(name, seen);
      this.#change(name, { personal: seen.personal });
      if (seen.corrections) this.#takeCorrections(name, seen.corrections);
      else if (seen.config) this.#takeConfig(name, seen.config);
      else if (seen.finding) this.#reject(name, 'refused', seen.finding);
      else {
        const { kind, date, needsMatch } = seen;
        const held = kind && isCounts(kind) ? releaseFileName(this.files, kind) : name;
        this.#change(name, { kind, date, name: held, state: needsMatch ? 'matching' : 'waiting' });
      }
    } catch (error) {
      if (error instanceof Stopped || round !== this.#round) return;
      const unreadable: Finding = { code: 'unreadable-file', severity: 'dropped', file: name };
      this.#reject(name, 'refused', error instanceof UnusableInput ? error.finding : unreadable);
    }
  }

  /**
   * Builds the territory and shows it; then protects the counts of a case file that waits.
   * @param brought names of the files that this step brings, as does one that it interrupted: refused or outside, they are left out and the others are built
   * @param needed something else changed: built even when no file is left
   */
  async #build(brought: ReadonlySet<string>, needed: boolean): Promise<void> {
    const { settings } = this;
    if (!settings) return;
    const tried = new Set([...brought, ...interrupted(this.files)]);
    const before = this.#history.done.at(-1);
    const changed = this.reading !== before?.reading || settings !== before?.settings;
    const brings = () =>
      needed ||
      changed ||
      this.files.some((file) => tried.has(file.name) && isInBuild(file) && file.state !== 'used');
    this.#abandon();
    const round = this.#round;
    this.files = this.files.map(begunAgain);
    if (brings()) {
      this.files = this.files.map((file) =>
        isInBuild(file) && file.state === 'waiting' ? { ...file, state: 'building' } : file
      );
      await this.#building.send(settings.siren, (push) => this.#attempt(tried, brings, push, round));
      if (round !== this.#round) return;
      const { phase, value, error } = this.#building;
      // A configuration chose the agglomeration, and was left out: the files wait for another.
      if (!this.settings) return void (this.files = this.files.map(waitsAgain));
      if (phase !== 'done' || !value) return this.#refuse(error);
      await this.#accept(value);
    }
    if (this.#toMake) await this.#make(this.#toMake, round);
  }

  async #attempt(
    tried: ReadonlySet<string>,
    brings: () => boolean,
    push: (progress: BuildProgress) => void,
    round: number
  ): Promise<OpenTerritory> {
    // Built without them, the territory would lose what they say.
    refuseAbsent(this.files.filter(this.#isRead));
    for (;;) {
      if (!brings() && this.built) return this.built;
      const taken = this.files.filter(this.#isRead);
      try {
        const built = await this.#tools.build(
          {
            config: this.#configOf(this.settings!, taken),
            departements: this.settings!.departements,
            former: this.#saved,
            sources: new Map(
              taken.flatMap(({ name, content }) => (content ? [[name, content] as const] : []))
            )
          },
          push
        );
        const useless = built.balances.filter((one) => tried.has(one.file) && isUseless(one, built));
        if (useless.length === 0) return built;
        for (const { file } of useless) this.#reject(file, 'outside', null);
      } catch (error) {
        const finding = error instanceof UnusableInput ? error.finding : null;
        const file = taken.find(({ name }) => name === finding?.file);
        if (!finding || round !== this.#round) throw error;
        if (file) this.#leaveOut(file, finding, tried, error);
        else if (!this.#leaveConfig(finding) || !this.settings) throw error;
      }
      if (round !== this.#round) throw new Stopped();
    }
  }

  /** Counts that the folder holds are never let go because of a setting: the reader is asked. Those that a step brings go with their report. */
  #leaveOut({ name, kind }: ProjectFile, finding: Finding, tried: ReadonlySet<string>, error: unknown): void {
    if (isCounts(kind) && !tried.has(name)) throw error;
    const both = isCounts(kind) ? releaseNames(name).filter((one) => this.#file(one)) : [name];
    for (const one of both) this.#reject(one, 'refused', finding);
  }

  async #accept(built: OpenTerritory): Promise<void> {
    const used = this.files.map((file): ProjectFile =>
      isInBuild(file) ? { ...file, state: 'used', progress: null } : file
    );
    this.files = withoutReplaced(used);
    if (built === this.built) return;
    this.damaged = [];
    await this.#show(built);
  }

  async #show(built: OpenTerritory): Promise<void> {
    const { files, territory } = built;
    Object.assign(this, { built, unsaved: true });
    this.files = this.files.map((file) => withCounts(file, built));
    const key = `${territory.siren}-${++openings}`;
    this.#opened = { key, files, name: territory.name, link: this.settings?.link };
    await this.#tools.open(this.#opened);
  }

  /** The former territory stays; what this step brought is taken back. */
  #refuse(error: unknown): void {
    this.refused = this.settings;
    this.unsafe = this.#tools.unsafeReasons(error) ?? [];
    this.refusal = error instanceof UnusableInput ? error.finding : null;
    this.#takeBack();
    this.files = this.files.map(waitsAgain);
  }

  /** Makes what a case file or an extract gives, and puts it, never the file, in the folder. */
  async #make({ name, kind, content }: ProjectFile, round: number): Promise<void> {
    const maker = makerOf(kind);
    const { built, settings, reading } = this;
    if (!maker || !content || !built || !settings) return;
    this.#change(name, { state: maker.state, progress: 0 });
    const left = remaining();
    try {
      const { files, line } = await maker.make(
        this.#tools,
        content instanceof File ? content : new File([content], name),
        { built, settings, reading, files: this.files },
        (progress) => {
          if (round === this.#round) this.#change(name, { progress, secondsLeft: left(progress) });
        }
      );
      if (round !== this.#round) return;
      this.#change(name, { progress: null, secondsLeft: null, ...line });
      const names = new Set(files.map((file) => file.name));
      const lines = kind === 'visits' ? casesAgain(this.files) : this.files;
      const others = lines.filter((file) => !names.has(file.name) && file.from !== name);
      const needed = others.length < this.files.length || files.length > 0;
      this.files = [...others, ...files];
      await this.#build(new Set(), needed);
    } catch (error) {
      if (error instanceof Stopped || round !== this.#round) return;
      if (!(error instanceof UnusableInput)) throw error;
      this.#reject(name, 'refused', error.finding);
    }
  }
}
