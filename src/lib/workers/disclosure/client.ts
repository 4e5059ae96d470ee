// Protects a case file away from the page: read it, make it safe, stop at once, forget.
import { proxy } from 'comlink';
import type { ProvenProtection } from '../../engines/disclosure/index.ts';
import { UnusableInput } from '../../model/findings.ts';
import { sizeRefusal } from '../../engines/import/index.ts';
import type { Reading } from '../../model/source-files.ts';
import type {
  CaseSummary,
  FormerRelease,
  KnownPlaces,
  Protected,
  ProtectedBeside,
  ProtectRequest,
  ProtectStage
} from './protocol.ts';
import type { DisclosureApi } from './disclosure.worker.ts';
import { spawn, Stopped, type Spawned } from '../worker-call.ts';

const createWorker = () => new Worker(new URL('./disclosure.worker.ts', import.meta.url), { type: 'module' });

/** A former release made safe at higher thresholds, from its own counts, by a worker that holds no case. */
export async function raisedRelease(
  { cube, report }: { cube: string; report: string },
  thresholds: { k: number; families: number }
): Promise<{ cube: string; report: string; hidden: number }> {
  const worker = spawn<DisclosureApi>(createWorker);
  try {
    return await worker.call((remote) => remote.raise(cube, report, thresholds));
  } finally {
    worker.end();
  }
}

/** The certificate of a protected cube, made from its file alone by a worker that holds no case. */
export async function cubeCertificate(text: string): Promise<ProvenProtection> {
  const worker = spawn<DisclosureApi>(createWorker);
  try {
    return await worker.call((remote) => remote.certificate(text));
  } finally {
    worker.end();
  }
}

export class DisclosureClient {
  /** Asked for at each call: a reader's own files may change the places. */
  readonly #places: () => KnownPlaces;
  readonly #create: () => Worker;
  /** What the reader said of the file's columns and values. */
  readonly #reading: Reading;
  #worker: Spawned<DisclosureApi> | null = null;
  /** The file, so that a new worker can read it again after a stop. In this tab's memory only. */
  #file: File | null = null;
  #read = false;

  constructor(places: () => KnownPlaces, create = createWorker, reading: Reading = {}) {
    this.#places = places;
    this.#reading = reading;
    this.#create = create;
  }

  /**
   * Reads and checks a file.
   *
   * @throws UnusableInput before a byte is read when it is too large, else when it is of no use.
   * @throws Stopped when ended meanwhile.
   */
  async read(file: File): Promise<CaseSummary> {
    this.forget();
    const tooLarge = sizeRefusal(file.name, file.size, 'cases');
    if (tooLarge) throw new UnusableInput(tooLarge);
    this.#file = file;
    return this.#load(file);
  }

  /**
   * Makes the file that was read safe.
   *
   * @throws UnusableInput `protection-impossible` or `audit-failed`, naming the cell.
   * @throws Stopped when `stop` or `forget` was called meanwhile.
   */
  async protect(request: ProtectRequest, tell: (stage: ProtectStage) => void): Promise<Protected> {
    if (!this.#file) throw new Error('no file was read');
    if (!this.#read || this.#worker?.isOver) await this.#load(this.#file);
    return this.#spawned().call((remote) => remote.protect(this.#places(), request, proxy(tell)));
  }

  /**
   * Makes the years of the file safe that no former release holds, and those that replace one.
   *
   * @throws UnusableInput and Stopped as `protect`
   */
  async protectBeside(
    request: ProtectRequest,
    beside: { former: readonly FormerRelease[]; replace: boolean },
    tell: (stage: ProtectStage) => void
  ): Promise<ProtectedBeside> {
    if (!this.#file) throw new Error('no file was read');
    if (!this.#read || this.#worker?.isOver) await this.#load(this.#file);
    return this.#spawned().call((remote) =>
      remote.protectBeside(this.#places(), request, beside, proxy(tell))
    );
  }

  /** Ends the work under way; the file can be protected again. */
  stop(): void {
    this.#worker?.end();
    this.#worker = null;
    this.#read = false;
  }

  /** Ends the worker, and with it every row. */
  forget(): void {
    this.stop();
    this.#file = null;
  }

  async #load(file: File): Promise<CaseSummary> {
    const source = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    if (this.#file !== file) throw new Stopped();
    const summary = await this.#spawned().call((remote) =>
      remote.read(source, this.#places(), this.#reading)
    );
    this.#read = true;
    return summary;
  }

  #spawned(): Spawned<DisclosureApi> {
    if (!this.#worker || this.#worker.isOver) this.#worker = spawn<DisclosureApi>(this.#create);
    return this.#worker;
  }
}
