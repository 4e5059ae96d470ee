// Reads files away from the page; a file can be let go of at any moment, its worker and memory with it.
import { proxy } from 'comlink';
import { sizeRefusal } from '../../engines/import/readers/open.ts';
import { UnusableInput } from '../../model/findings.ts';
import type { FileRead, ImportProgress, OwnRows, TableForm, Taken } from './protocol.ts';
import type { ImportApi } from './import.worker.ts';
import { spawn, type Spawned } from '../spawn.ts';

const createWorker = () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });

export class ImportClient {
  readonly #create: () => Worker;
  #worker: Spawned<ImportApi> | null = null;

  constructor(create = createWorker) {
    this.#create = create;
  }

  /**
   * @param rows of the tables as they stand
   * @param source what each row taken will say of where it comes from
   * @throws UnusableInput when the file is of no use, before a byte is read when it is too large
   * @throws Stopped when it was let go of meanwhile
   */
  async read(
    file: File,
    rows: OwnRows,
    source: string,
    tell: (progress: ImportProgress) => void
  ): Promise<FileRead> {
    this.forget();
    const tooLarge = sizeRefusal(file.name, file.size);
    if (tooLarge) throw new UnusableInput(tooLarge);
    this.#worker = spawn<ImportApi>(this.#create);
    return this.#worker.call((remote) => remote.read(file, rows, source, proxy(tell)));
  }

  /** The tables with the file's rows in them. */
  async take(forms: readonly TableForm[]): Promise<Taken> {
    if (!this.#worker) throw new Error('no file was read');
    return this.#worker.call((remote) => remote.take(forms));
  }

  forget(): void {
    this.#worker?.end();
    this.#worker = null;
  }
}
