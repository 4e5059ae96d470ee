// The build worker: the builder of a territory, away from the page.
import { expose, transfer } from 'comlink';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import { build } from './build.ts';
import type { BuildApi } from './protocol.ts';
import { recheck } from './recheck.ts';
import { toResult } from '../worker-call.ts';

const api: BuildApi = {
  build: async (request, onProgress) => {
    const result = await toResult(() => build(request, () => bootHighs(WASM_ADDRESS), onProgress));
    if (result.kind !== 'done') return result;
    const buffers = [...result.value.files.values()].map(({ buffer }) => buffer as ArrayBuffer);
    return transfer(result, [...new Set(buffers)]);
  },
  recheck: (request) => toResult(() => recheck(request, () => bootHighs(WASM_ADDRESS)))
};

expose(api);
