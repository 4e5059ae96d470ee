// The worker of the ground: one reading of an extract, its graphs, its tiles.
import { expose, transfer } from 'comlink';
import { buildGround } from '../../engines/territory-builder/index.ts';
import type { GroundApi } from './protocol.ts';
import { toResult } from '../worker-call.ts';

const api: GroundApi = {
  build: async (order, onProgress) => {
    const result = await toResult(() => buildGround({ ...order, onProgress }));
    if (result.kind !== 'done') return result;
    const { graphs, tiles, paper } = result.value;
    const files = [...Object.values(graphs), ...(tiles ? [tiles] : []), ...(paper ? [paper] : [])];
    return transfer(result, [...new Set(files.map(({ buffer }) => buffer as ArrayBuffer))]);
  }
};

expose(api);
