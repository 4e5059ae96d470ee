// Writes and reads a territory's file away from the page: a worker a request, gone with its passphrase once it has answered.
import { UnusableInput } from '../../model/findings.ts';
import { maillageSizeRefusal, type MaillageContent } from '../../storage/maillage/content.ts';
import { spawn, type Spawned } from '../worker-call.ts';
import type { MaillageApi } from './protocol.ts';

const createWorker = () => new Worker(new URL('./maillage.worker.ts', import.meta.url), { type: 'module' });

export class MaillageClient {
  readonly #create: () => Worker;
  readonly #running = new Set<Spawned<MaillageApi>>();

  constructor(create = createWorker) {
    this.#create = create;
  }

  /**
   * Bytes of the file; an empty passphrase writes it in clear.
   * @throws UnusableInput, WorkerFailure or Stopped
   */
  write(content: MaillageContent, passphrase = ''): Promise<Uint8Array> {
    return this.#ask((worker) => worker.call((remote) => remote.write(content, passphrase)));
  }

  /**
   * Content of a file, refused by its size before it is read.
   * @throws UnusableInput (`maillage-locked`, `maillage-passphrase` and others), WorkerFailure or Stopped
   */
  async read(file: Blob, { name = '', passphrase = '', salvage = false } = {}): Promise<MaillageContent> {
    const tooLarge = maillageSizeRefusal(name, file.size);
    if (tooLarge) throw new UnusableInput(tooLarge);
    return this.#ask((worker) => worker.call((remote) => remote.read(file, { name, passphrase, salvage })));
  }

  stop(): void {
    for (const worker of this.#running) worker.end();
  }

  async #ask<Value>(request: (worker: Spawned<MaillageApi>) => Promise<Value>): Promise<Value> {
    const worker = spawn<MaillageApi>(this.#create);
    this.#running.add(worker);
    try {
      return await request(worker);
    } finally {
      this.#running.delete(worker);
      worker.end();
    }
  }
}
