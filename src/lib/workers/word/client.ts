// Fills a Word model away from the page: a worker a file, stopped when it takes too long.
import type { FilledModel, WordFields } from '../../export/word-model/fill-model.ts';
import { MOST_FILE_BYTES } from '../../export/word-model/docx-parts.ts';
import { UnusableInput } from '../../model/findings.ts';
import { Stopped } from '../stopped.ts';
import { workerClient } from '../worker-client.ts';
import type { WordApi } from './protocol.ts';

const createWorker = () => new Worker(new URL('./word.worker.ts', import.meta.url), { type: 'module' });

const MOST_SECONDS = 20;

/**
 * The file with its fields filled.
 *
 * @throws UnusableInput when it is refused, too large or too long to fill
 */
export async function filledModel(
  file: File,
  fields: WordFields,
  create = createWorker
): Promise<FilledModel> {
  const refusal = (code: string) => new UnusableInput({ code, severity: 'dropped', file: file.name });
  if (file.size > MOST_FILE_BYTES) throw refusal('word-too-large');
  const client = workerClient<WordApi>(create, { lifetime: 'each' });
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    client.stop();
  }, MOST_SECONDS * 1000);
  try {
    return await client.fill(file.name, new Uint8Array(await file.arrayBuffer()), fields);
  } catch (cause) {
    throw isLate && cause instanceof Stopped ? refusal('word-too-long') : cause;
  } finally {
    clearTimeout(limit);
  }
}
