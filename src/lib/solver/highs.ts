// Boots HiGHS (WebAssembly), in Node or in a worker, as the solver that engines receive as an argument.
import loadHighs from 'highs';
import type { LinearModel, LinearSolver } from '../model/linear.ts';
import { openModel } from './open-model.ts';

/**
 * Loads the solver once; keep what it returns.
 *
 * @param wasmUrl address of `highs.wasm` in a browser; Node finds its own.
 */
export async function bootHighs(wasmUrl?: string): Promise<LinearSolver> {
  const highs = await loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
  return {
    version: highs.version.string,
    open: (model: LinearModel) => openModel(highs, model),
    memoryBytes: () => highs.memoryBytes
  };
}
