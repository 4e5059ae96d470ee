// The assignment worker: solves, and checks every plan with code apart from the solver before it is reported. Terminating it ends the work.
import { expose } from 'comlink';
import {
  absence,
  assignmentOf,
  checkPlan,
  checkResult,
  compileOptions,
  compileProblem,
  forcedPrices,
  newPosts,
  paretoFront,
  postsNeeded,
  solveAssignment,
  withPost,
  type CheckOptions
} from '../../engines/assignment/index.ts';
import type { Pair, ProblemFile } from '../../model/plan.ts';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import { toResult } from '../worker-call.ts';
import type { AssignmentApi, NamedPlan } from './protocol.ts';

/** Seconds for each price, point, place or absence. */
const SECONDS = 5;

let booted: ReturnType<typeof bootHighs> | null = null;
const boot = () => (booted ??= bootHighs(WASM_ADDRESS));

function refuse(wrong: readonly string[]): void {
  if (wrong.length > 0) throw new Error(`the checker refuses the plan: ${wrong.join(', ')}`);
}

const verifyPlan = (problem: ProblemFile, plan: Readonly<NamedPlan>, options: CheckOptions) =>
  refuse(checkPlan(problem, plan, options).breaches.map(({ rule }) => rule.rule));

/** The problem with a unit pinned to a referent, whatever its pins were. */
function pinnedTo(problem: ProblemFile, unit: string, referent: string): ProblemFile {
  const pins = problem.pins.filter(([pinned]) => pinned !== unit);
  return { ...problem, pins: [...pins, [unit, referent] satisfies Pair] };
}

const api: AssignmentApi = {
  solve: ({ problem, balance, teams, seconds }, onProgress) =>
    toResult(async () => {
      const result = solveAssignment(await boot(), problem, { balance, teams, seconds, onProgress });
      refuse(checkResult(problem, result, { balance, teams }));
      return result;
    }),

  prices: ({ problem, balance, teams }, plan, unit, onPrice) =>
    toResult(async () => {
      const solver = await boot();
      const options = compileOptions(balance, teams);
      const compiled = compileProblem(problem, options);
      const current = assignmentOf(compiled, plan);
      const at = compiled.units.indexOf(unit);
      for (const price of forcedPrices(solver, compiled, current, at, { seconds: SECONDS }, options)) {
        const { referent, assignment } = price;
        if (assignment) verifyPlan(pinnedTo(problem, unit, referent), assignment, { balance, teams });
        onPrice(price);
      }
    }),

  paretoFront: ({ problem, balance, teams }, onPoint) =>
    toResult(async () => {
      const options = compileOptions(balance, teams);
      for (const point of paretoFront(await boot(), problem, { seconds: SECONDS }, options)) {
        const { tolerance, maxPupilsMoved, assignment } = point;
        const limited = { ...problem, tolerance, maxPupilsMoved, soft: false };
        verifyPlan(limited, assignment, { balance, teams });
        onPoint(point);
      }
    }),

  newPost: ({ problem, balance, teams }, places, id, onPost) =>
    toResult(async () => {
      const post = { id, fte: 1, seconds: SECONDS };
      for (const found of newPosts(await boot(), problem, places, post, compileOptions(balance, teams))) {
        const place = places.find((one) => one.id === found.place)!;
        verifyPlan(withPost(problem, place, post), found.assignment, { balance });
        onPost(found);
      }
    }),

  absence: ({ problem }, plan, absent) =>
    toResult(async () => absence(await boot(), problem, plan, absent, { seconds: SECONDS })),

  posts: (request) => toResult(async () => postsNeeded(await boot(), request, SECONDS))
};

expose(api);
