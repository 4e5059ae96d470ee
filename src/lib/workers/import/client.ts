// Looks at dropped files in a worker, which is terminated, with its memory, once it has answered or when stopped.
import type { Reading } from '../../model/source-files.ts';
import type { CopyRequest, DoubtfulCell, FoundRows, SeenFile, SheetFile } from './protocol.ts';
import type { ImportApi } from './import.worker.ts';
import { spawn, type Spawned } from '../worker-call.ts';

const createWorker = () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });

export class ImportClient {
  readonly #create: () => Worker;
  readonly #workers = new Set<Spawned<ImportApi>>();

  constructor(create = createWorker) {
    this.#create = create;
  }

  /**
   * The sheets of a workbook that hold something, each as a file; none where the file is no workbook, or has one sheet.
   * @throws Stopped when stopped meanwhile
   */
  sheets(file: Blob, name: string): Promise<SheetFile[]> {
    return this.#ask((worker) => worker.call((remote) => remote.sheets(file, name)));
  }

  /**
   * What a file is, and what is left to say of its columns and values.
   * @throws UnusableInput unreadable-file
   * @throws Stopped when stopped meanwhile
   */
  inspect(file: Blob, name: string, reading: Reading): Promise<SeenFile> {
    return this.#ask((worker) => worker.call((remote) => remote.inspect(file, name, reading)));
  }

  /**
   * Rows in doubt of some files, a line a cell, with what the file holds.
   * @throws Stopped when stopped meanwhile
   */
  doubtful(files: readonly FoundRows[], reading: Reading): Promise<DoubtfulCell[]> {
    return this.#ask((worker) => worker.call((remote) => remote.doubtful(files, reading)));
  }

  /**
   * The copy of a list that a folder may keep; null when none may be.
   * @throws Stopped when stopped meanwhile
   */
  copy(file: Blob, name: string, request: CopyRequest): Promise<Blob | null> {
    return this.#ask((worker) => worker.call((remote) => remote.copy(file, name, request)));
  }

  /** Ends all work under way. */
  stop(): void {
    for (const worker of this.#workers) worker.end();
    this.#workers.clear();
  }

  async #ask<Value>(call: (worker: Spawned<ImportApi>) => Promise<Value>): Promise<Value> {
    const worker = spawn<ImportApi>(this.#create);
    this.#workers.add(worker);
    try {
      return await call(worker);
    } finally {
      worker.end();
      this.#workers.delete(worker);
    }
  }
}
