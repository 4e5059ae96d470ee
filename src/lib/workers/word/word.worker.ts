// The worker of a Word model: a file of anybody is opened and filled apart from the page, and ends with its time.
import { expose } from 'comlink';
import { fillModel } from '../../export/word-model/fill-model.ts';
import { toResult } from '../worker-call.ts';
import type { WordApi } from './protocol.ts';

const api: WordApi = {
  fill: (name, bytes, fields) => toResult(() => Promise.resolve(fillModel(name, bytes, fields)))
};

expose(api);
