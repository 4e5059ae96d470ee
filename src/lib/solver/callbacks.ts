// News of a whole-number solve while it runs: better solutions, the bound, and the wish to stop.
import type { Highs, HighsCallbackMap } from 'highs';
import type { SolveOptions } from '../model/linear.ts';

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Handlers for one run; a channel without a listener stays off, since each costs a little. */
export function callbacksOf(highs: Highs, options: SolveOptions): HighsCallbackMap {
  const { onImproved, onProgress, stop } = options;
  const channel = highs.constants.callbackType;
  return {
    ...(onImproved && {
      [channel.mipImprovingSolution]: (event) => {
        const { mip_solution: x, objective_function_value: objective } = event.data;
        if (x && objective !== undefined) onImproved(x, objective);
      }
    }),
    ...(onProgress && {
      [channel.mipLogging]: (event) => {
        const { mip_primal_bound, mip_dual_bound, mip_gap, running_time } = event.data;
        onProgress({
          objective: finite(mip_primal_bound),
          bound: finite(mip_dual_bound),
          gap: finite(mip_gap),
          seconds: running_time ?? 0
        });
      }
    }),
    ...(stop && {
      [channel.mipInterrupt]: (event) => {
        if (stop()) event.interrupt();
      }
    })
  } satisfies HighsCallbackMap;
}
