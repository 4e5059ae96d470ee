// What the page and the worker of a Word model exchange.
import type { FilledModel, WordFields } from '../../export/word-model/fill-model.ts';
import type { Reply } from '../worker-call.ts';

export interface WordApi {
  /** @param name of the file, for the findings */
  fill(name: string, bytes: Uint8Array, fields: WordFields): Reply<FilledModel>;
}
