// The import worker: what a dropped file is, what is left to say of it, and which of its rows are in doubt.
import { expose } from 'comlink';
import { doubtfulList } from './doubtful-list.ts';
import { carried, copy, inspect, mentions, sheets } from './look.ts';
import type { ImportApi } from './protocol.ts';
import { toResult } from '../worker-call.ts';

const api: ImportApi = {
  sheets: (file, name) => toResult(() => sheets(file, name)),
  inspect: (file, name, reading) => toResult(() => inspect(file, name, reading)),
  copy: (file, name, request) => toResult(() => copy(file, name, request)),
  mentions: (file, name) => toResult(() => mentions(file, name)),
  doubtful: (files, reading) => toResult(() => doubtfulList(files, reading)),
  carried: (file, name, all, reading) => toResult(() => carried(file, name, all, reading))
};

expose(api);
