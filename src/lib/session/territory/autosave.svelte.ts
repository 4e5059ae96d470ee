// The territory of this tab stored on this computer at each change, when the reader asked for it: state, other tabs, erasing.
import { UnusableInput, type Finding } from '$lib/model/findings.ts';
import {
  canKeep,
  eraseKept,
  keptState,
  KeptTerritoryError,
  penFree,
  readKept,
  setFlag,
  takePen,
  writeKept,
  type KeptFault,
  type KeptState
} from '$lib/storage/kept-territory.ts';
import { fileCarried, watchCarried } from '$lib/storage/carried.ts';
import type { MaillageContent } from '$lib/storage/maillage/content.ts';
import { readMaillageFile, writeMaillageFile } from '$lib/workers/maillage/client.ts';

/** Milliseconds after the last change of a series. */
const DELAY = 1500;
const CHANNEL = 'maillage.territoire';

/** `failed`: an error that nobody foresaw. A finding: the territory cannot be written as a file. */
export type AutosaveFault = KeptFault | 'failed' | Finding;

/**
 * `idle`: nothing was asked. `saved`: what is shown is stored, since a time in milliseconds. `failed`: what was stored before is still there. `readOnly`: another tab stores
 * the territory, this one only reads it.
 */
export type AutosavePhase =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; fault: AutosaveFault }
  | { kind: 'readOnly' };

/** What is saved, asked for at each save. */
export type ContentSource = () => Promise<MaillageContent>;

export interface AutosaveTools {
  canKeep: () => boolean;
  write: (content: MaillageContent, passphrase: string) => Promise<Uint8Array>;
  read: (file: Blob, request: { name: string; passphrase: string }) => Promise<MaillageContent>;
  file: typeof readKept;
  state: () => Promise<KeptState | null>;
  takePen: () => Promise<(() => void) | null>;
  penFree: (signal: AbortSignal) => Promise<void>;
  store: (bytes: Uint8Array) => Promise<void>;
  erase: () => Promise<void>;
  setFlag: typeof setFlag;
  channel: () => BroadcastChannel;
}

function browserTools(): AutosaveTools {
  return {
    canKeep,
    write: writeMaillageFile,
    read: readMaillageFile,
    file: readKept,
    state: keptState,
    takePen,
    penFree,
    store: writeKept,
    erase: eraseKept,
    setFlag,
    channel: () => new BroadcastChannel(CHANNEL)
  };
}

type Message = 'saved' | 'erased';

export class Autosave {
  phase: AutosavePhase = $state.raw({ kind: 'idle' });
  /** What is stored; null when nothing is. */
  kept: KeptState | null = $state.raw(null);
  /** A change is not stored yet. */
  pending = $state(false);
  /** What another tab did since this one read. */
  elsewhere: Message | null = $state(null);
  /** Read only, and no other tab writes any more: the page can be loaded again to go on. */
  penIsFree = $state(false);
  /** Why what is stored could not be opened; it is still there. */
  unopened: AutosaveFault | null = $state.raw(null);
  /** What was opened when this tab began, until a state of its own takes it. */
  reopened: MaillageContent | null = null;
  /** What was stored until a file that was opened took its place: its name, and how to come back to it. */
  replaced: { name: string; back: () => Promise<void> } | null = $state.raw(null);
  readonly #tools: AutosaveTools;
  #channel: BroadcastChannel | null = null;
  #source: ContentSource | null = null;
  #passphrase = '';
  #pen: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;
  #waiting = new AbortController();

  constructor(tools = browserTools()) {
    this.#tools = tools;
  }

  /** The reader asked for it, and this tab stores the territory. */
  get isOn(): boolean {
    return this.#pen !== null;
  }

  /** That of what is stored; empty when it is stored in clear. */
  get passphrase(): string {
    return this.#passphrase;
  }

  get canKeep(): boolean {
    return this.#tools.canKeep();
  }

  /** Reads what is stored. */
  async look(): Promise<void> {
    this.kept = await this.#tools.state();
  }

  /** Stores the territory now and at each change. @returns whether it is stored */
  async start(passphrase: string, source: ContentSource): Promise<boolean> {
    if (!(await this.#take())) return false;
    this.watch();
    this.#passphrase = passphrase;
    this.#source = source;
    await this.#run();
    return this.phase.kind === 'saved';
  }

  /**
   * Content of what is stored, which this tab goes on storing unless another one does; null when nothing is.
   * @throws UnusableInput, KeptTerritoryError
   */
  async reopen(passphrase: string): Promise<MaillageContent | null> {
    // The pen first: what is read is then what this tab will replace.
    const writes = await this.#take();
    try {
      const file = await this.#tools.file();
      if (!file) {
        this.#tools.setFlag(null);
        this.#rest();
        return null;
      }
      const content = await this.#tools.read(file.blob, { name: '', passphrase });
      this.#passphrase = passphrase;
      this.#tools.setFlag('open');
      if (writes) this.phase = { kind: 'saved', at: file.date.getTime() };
      await this.look();
      return content;
    } catch (error) {
      this.#rest();
      throw error;
    }
  }

  /** What is stored could not be opened. */
  failedToOpen(error: unknown): void {
    this.unopened = faultOf(error);
  }

  /** What is stored, as it is: to be taken elsewhere. */
  async storedFile(): Promise<Blob | null> {
    return (await this.#tools.file())?.blob ?? null;
  }

  /** Where the content comes from, once a reopened territory has a state of its own. */
  provide(source: ContentSource): void {
    this.#source = source;
  }

  /** Something of the territory changed. */
  changed(): void {
    if (!this.#pen || !this.#source) return;
    this.pending = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), DELAY);
  }

  /** Stores what waits, without delay. */
  async flush(): Promise<void> {
    if (this.pending || this.phase.kind === 'failed') await this.#run();
  }

  /** The reader goes back to the site's own territory: what is stored stays, and is not opened by itself any more. */
  async leave(): Promise<void> {
    if (!this.#pen && this.phase.kind !== 'readOnly') return;
    await (this.#saving ?? this.flush());
    if (this.#pen) this.#tools.setFlag('left');
    this.#rest();
  }

  /** Stores nothing any more, and erases what was stored. @returns whether it is erased */
  async erase(): Promise<boolean> {
    this.#rest();
    try {
      await this.#saving;
      await this.#tools.erase();
      this.#tell('erased');
      return true;
    } catch (error) {
      this.phase = { kind: 'failed', fault: faultOf(error) };
      return false;
    } finally {
      await this.look();
    }
  }

  /** Listens to other tabs, to plans and stories, and to the closing of this one; returns how to stop. Once a tab. */
  watch(): () => void {
    if (this.#channel) return () => undefined;
    const channel = this.#tools.channel();
    this.#channel = channel;
    const heard = ({ data }: MessageEvent<Message>) => void this.#hear(data);
    const hidden = () => {
      if (document.visibilityState === 'hidden') void this.flush();
    };
    const closing = (event: BeforeUnloadEvent) => {
      if (this.pending || this.phase.kind === 'saving') event.preventDefault();
    };
    const still = watchCarried(() => this.changed());
    channel.addEventListener('message', heard);
    document.addEventListener('visibilitychange', hidden);
    addEventListener('beforeunload', closing);
    return () => {
      channel.close();
      this.#channel = null;
      still();
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('beforeunload', closing);
    };
  }

  async #take(): Promise<boolean> {
    if (this.#pen) return true;
    try {
      this.#pen = await this.#tools.takePen();
    } catch (error) {
      this.phase = { kind: 'failed', fault: faultOf(error) };
      return false;
    }
    if (this.#pen) return true;
    this.phase = { kind: 'readOnly' };
    this.#waiting = new AbortController();
    this.#tools.penFree(this.#waiting.signal).then(
      () => (this.penIsFree = true),
      () => undefined
    );
    return false;
  }

  /** Gives the pen back: this tab stores nothing any more. */
  #rest(): void {
    clearTimeout(this.#timer);
    this.#waiting.abort();
    this.#pen?.();
    this.#pen = null;
    this.#source = null;
    this.#passphrase = '';
    this.replaced = null;
    this.pending = false;
    this.penIsFree = false;
    this.phase = { kind: 'idle' };
  }

  /** One save at a time; a change during a save brings another. */
  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.pending = true;
    if (this.#saving) return this.#saving;
    this.#saving = this.#saveAll();
    try {
      await this.#saving;
    } finally {
      this.#saving = null;
    }
  }

  async #saveAll(): Promise<void> {
    while (this.pending && this.#source) {
      this.pending = false;
      this.phase = { kind: 'saving' };
      try {
        await this.#save(this.#source);
      } catch (error) {
        if (!this.#pen) return;
        this.pending = true;
        this.phase = { kind: 'failed', fault: faultOf(error) };
        return;
      }
    }
  }

  async #save(source: ContentSource): Promise<void> {
    const content = await source();
    const bytes = await this.#tools.write(content, this.#passphrase);
    // Erased, or closed, while the file was being written: nothing is stored.
    if (!this.#pen) return;
    await this.#tools.store(bytes);
    if (!this.#pen) return;
    this.#tools.setFlag('open');
    fileCarried(content.kept);
    this.phase = { kind: 'saved', at: Date.now() };
    this.elsewhere = null;
    this.#tell('saved');
    await this.look();
  }

  #tell(message: Message): void {
    if (this.#channel) return this.#channel.postMessage(message);
    const channel = this.#tools.channel();
    channel.postMessage(message);
    channel.close();
  }

  async #hear(message: Message): Promise<void> {
    this.elsewhere = message;
    if (message === 'erased' && this.#pen) {
      this.#rest();
      // A save that ended after the other tab had erased.
      await this.#saving;
      await this.#tools.erase().catch(() => undefined);
    }
    await this.look();
  }
}

function faultOf(error: unknown): AutosaveFault {
  if (error instanceof KeptTerritoryError) return error.fault;
  if (error instanceof UnusableInput) return error.finding;
  console.error(error);
  return 'failed';
}

let instance: Autosave | null = null;

/** That of this tab: it outlives the pages. */
export const autosave = (): Autosave => (instance ??= new Autosave());
