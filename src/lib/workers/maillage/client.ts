// Writes and reads a territory's file away from the page: a worker a request, gone with its passphrase once it has answered.
import { UnusableInput } from '../../model/findings.ts';
import { maillageSizeRefusal, type MaillageContent } from '../../storage/maillage/content.ts';
import { workerClient } from '../worker-client.ts';
import type { MaillageApi } from './protocol.ts';

const createWorker = () => new Worker(new URL('./maillage.worker.ts', import.meta.url), { type: 'module' });

const client = (create: () => Worker) => workerClient<MaillageApi>(create, { lifetime: 'each' });

/**
 * Bytes of the file; an empty passphrase writes it in clear.
 * @throws UnusableInput or WorkerFailure
 */
export const writeMaillageFile = (content: MaillageContent, passphrase = ''): Promise<Uint8Array> =>
  client(createWorker).write(content, passphrase);

/**
 * Content of a file, refused by its size before it is read.
 * @throws UnusableInput (`maillage-locked`, `maillage-passphrase` and others) or WorkerFailure
 */
export async function readMaillageFile(
  file: Blob,
  { name = '', passphrase = '', salvage = false } = {},
  create = createWorker
): Promise<MaillageContent> {
  const tooLarge = maillageSizeRefusal(name, file.size);
  if (tooLarge) throw new UnusableInput(tooLarge);
  return client(create).read(file, { name, passphrase, salvage });
}
