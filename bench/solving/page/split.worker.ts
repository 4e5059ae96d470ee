// In a worker of the browser: the quick plan, then the proof, on one level or two.
import type { ProblemFile } from '../../../src/lib/model/plan.ts';
import { bootHighs } from '../../../src/lib/solver/highs.ts';
import { WASM_ADDRESS } from '../../../src/lib/solver/wasm-address.ts';
import {
  compileProblem,
  heuristic,
  solve,
  solveTwoLevels
} from '../../../src/lib/engines/assignment/index.ts';
import { standardWork } from '../../standard-work.ts';

export interface SplitRun {
  file: ProblemFile;
  seconds: number;
  /** Coordinators; none for one level. */
  coordinators: readonly string[];
}

export interface SplitTimes {
  status: string;
  /** Milliseconds to the quick plan, seconds to the proof. */
  quick: number;
  proof: number;
  /** Relative gap of the quick plan; null without one, and on two levels. */
  off: number | null;
  /** Milliseconds of one standard work, right after. */
  work: number;
}

const solver = bootHighs(WASM_ADDRESS);

self.addEventListener('message', (event: MessageEvent<SplitRun>) => {
  void answer(event.data).then((times) => self.postMessage(times));
});

async function answer({ file, seconds, coordinators }: SplitRun): Promise<SplitTimes> {
  const highs = await solver;
  const problem = compileProblem(file);
  let began = performance.now();
  const plan = heuristic(problem);
  const quick = performance.now() - began;
  began = performance.now();
  if (coordinators.length > 0) {
    const options = { coordinators: coordinators.map((id) => ({ id })), tolerance: 0.05, seconds };
    const { status } = solveTwoLevels(highs, file, options);
    return { status, quick, proof: (performance.now() - began) / 1000, off: null, work: standardWork() };
  }
  const { status, objective } = solve(highs, problem, { seconds });
  const proof = (performance.now() - began) / 1000;
  const off = plan?.feasible && objective ? (plan.objective - objective) / objective : null;
  return { status, quick, proof, off, work: standardWork() };
}
