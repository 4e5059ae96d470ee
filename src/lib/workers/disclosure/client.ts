// Protects a case file away from the page: read it, make it safe, stop at once, forget.
import type { ProvenProtection } from '../../engines/disclosure/index.ts';
import { UnusableInput } from '../../model/findings.ts';
import { sizeRefusal } from '../../engines/import/index.ts';
import type { ExitReport } from '../../model/report/exit-figure.ts';
import type { Reading, SourceFile } from '../../model/source-files.ts';
import { workerClient, type WorkerClient } from '../worker-client.ts';
import type {
  CaseRows,
  CaseSummary,
  DisclosureApi,
  ExitTexts,
  FormerRelease,
  PlacesOfCases,
  ProtectedCases,
  ProtectedBeside,
  ProtectRequest,
  ProtectStage,
  RaisedRelease
} from './protocol.ts';

const createWorker = () => new Worker(new URL('./disclosure.worker.ts', import.meta.url), { type: 'module' });

const sourceOf = async (file: File): Promise<SourceFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer())
});

/** A worker that holds no case, terminated once it has answered. */
const withoutCases = () => workerClient<DisclosureApi>(createWorker, { lifetime: 'each' });

/** A former release made safe at higher thresholds, from its own counts. */
export const raisedRelease = (
  { cube, report }: { cube: string; report: string },
  thresholds: { k: number; families: number }
): Promise<RaisedRelease> => withoutCases().raise(cube, report, thresholds);

/** The certificate of a protected cube, made from its file alone. */
export const cubeCertificate = (text: string): Promise<ProvenProtection> => withoutCases().certificate(text);

/** Reads the rows of a case file, or of a list of visits. `stop` ends it. */
export const caseRows = () => {
  const worker = withoutCases();
  return {
    /** @throws UnusableInput when the file is too large, or of no use; Stopped */
    async read(file: File, places: PlacesOfCases, reading: Reading = {}): Promise<CaseRows> {
      const tooLarge = sizeRefusal(file.name, file.size, 'cases');
      if (tooLarge) throw new UnusableInput(tooLarge);
      return worker.rows(await sourceOf(file), places, reading);
    },
    stop: () => worker.stop()
  };
};

let gate: WorkerClient<DisclosureApi> | null = null;

/** The verdict of the exit gate. Another request takes the place of the one under way. */
export function auditedExit(request: ExitTexts): Promise<ExitReport> {
  gate ??= workerClient<DisclosureApi>(createWorker, { lifetime: 'latest' });
  return gate.exit(request);
}

export class DisclosureClient {
  /** Asked for at each call: a reader's own files may change the places. */
  readonly #places: () => PlacesOfCases;
  /** The file, so that a new worker can read it again after a stop. In this tab's memory only. */
  #file: File | null = null;
  #visits: readonly File[] = [];
  #summary: CaseSummary | null = null;
  readonly #worker;

  /** @param reading what the reader said of the file's columns and values */
  constructor(places: () => PlacesOfCases, create = createWorker, reading: Reading = {}) {
    this.#places = places;
    this.#worker = workerClient<DisclosureApi>(create, {
      setUp: async (worker) => {
        const file = this.#file;
        if (!file) throw new Error('no file was read');
        const [source, ...visits] = await Promise.all([file, ...this.#visits].map(sourceOf));
        this.#summary = await worker.read(source!, places(), reading, visits);
      }
    });
  }

  /**
   * Reads and checks a file.
   *
   * @param visits lists of the visits to its children
   * @throws UnusableInput before a byte is read when it is too large, else when it is of no use.
   * @throws Stopped when ended meanwhile.
   */
  async read(file: File, visits: readonly File[] = []): Promise<CaseSummary> {
    this.forget();
    const tooLarge = sizeRefusal(file.name, file.size, 'cases');
    if (tooLarge) throw new UnusableInput(tooLarge);
    this.#file = file;
    this.#visits = visits;
    await this.#worker.start();
    return this.#summary!;
  }

  /**
   * Makes the file that was read safe.
   *
   * @throws UnusableInput `protection-impossible` or `audit-failed`, naming the cell.
   * @throws Stopped when `stop` or `forget` was called meanwhile.
   */
  protect(request: ProtectRequest, tell: (stage: ProtectStage) => void): Promise<ProtectedCases> {
    return this.#worker.protect(this.#places(), request, tell);
  }

  /**
   * Makes the years of the file safe that no former release holds, and those that replace one.
   *
   * @throws UnusableInput and Stopped as `protect`
   */
  protectBeside(
    request: ProtectRequest,
    beside: { former: readonly FormerRelease[]; replace: boolean },
    tell: (stage: ProtectStage) => void
  ): Promise<ProtectedBeside> {
    return this.#worker.protectBeside(this.#places(), request, beside, tell);
  }

  /** Ends the work under way; the file can be protected again. */
  stop(): void {
    this.#worker.stop();
  }

  /** Ends the worker, and with it every row. */
  forget(): void {
    this.stop();
    this.#file = null;
    this.#visits = [];
    this.#summary = null;
  }
}
