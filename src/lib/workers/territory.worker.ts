// The worker of sectors: a plan at once, then HiGHS to its proof. Ending it ends the search.
import { expose } from 'comlink';
import { bootHighs } from '../solver/highs.ts';
import { WASM_ADDRESS } from '../solver/wasm-address.ts';
import { answer } from '../territory/answer.ts';
import { namedAssignment, problemOf } from '../territory/problem.ts';
import type { SplitRequest, SplitStage } from './territory-work.ts';
import { sealed } from './wire-errors.ts';

let solver: ReturnType<typeof bootHighs> | null = null;

const api = {
  solve: ({ problem, balance, seconds }: SplitRequest, tell: (stage: SplitStage) => void) =>
    sealed(async () => {
      const compiled = problemOf(problem, { balance });
      return answer(
        await (solver ??= bootHighs(WASM_ADDRESS)),
        problem,
        {
          seconds,
          onProgress: ({ plan, objective, bound, gap, seconds: spent }) =>
            tell({
              ...{ objective, bound, gap, seconds: spent },
              ...(plan && { assignment: namedAssignment(compiled, plan) })
            })
        },
        { balance }
      );
    })
};
export type TerritoryApi = typeof api;

expose(api);
