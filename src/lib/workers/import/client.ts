// Imports files in a worker that is terminated, with its memory, once it has answered or when stopped.
import { proxy } from 'comlink';
import { sizeRefusal, type ImportProgress } from '../../engines/import/index.ts';
import { UnusableInput } from '../../model/findings.ts';
import type { FileRead, ReadRequest } from './protocol.ts';
import type { ImportApi } from './import.worker.ts';
import { spawn, type Spawned } from '../worker-call.ts';

const createWorker = () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });

export class ImportClient {
  readonly #create: () => Worker;
  #worker: Spawned<ImportApi> | null = null;

  constructor(create = createWorker) {
    this.#create = create;
  }

  /**
   * Reads a file and puts its rows into the tables. A read under way is stopped.
   *
   * @throws UnusableInput when the file is of no use; before a byte is read when it is too large
   * @throws Stopped when stopped meanwhile
   */
  async read(
    file: File,
    request: ReadRequest,
    onProgress: (progress: ImportProgress) => void
  ): Promise<FileRead> {
    this.stop();
    const tooLarge = sizeRefusal(file.name, file.size);
    if (tooLarge) throw new UnusableInput(tooLarge);
    const worker = spawn<ImportApi>(this.#create);
    this.#worker = worker;
    try {
      return await worker.call((remote) => remote.read(file, request, proxy(onProgress)));
    } finally {
      worker.end();
    }
  }

  stop(): void {
    this.#worker?.end();
    this.#worker = null;
  }
}
