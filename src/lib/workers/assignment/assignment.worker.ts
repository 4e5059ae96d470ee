// The assignment worker: solves, and checks every plan with code apart from the solver before it is reported. Terminating it ends the work.
import { sha256Async } from '../../algorithms/sha256.ts';
import { expose } from 'comlink';
import { absence, fewestChanges, forcedPrices, newPosts, withPost } from '../../engines/situations/index.ts';
import {
  assignmentOf,
  compileOptions,
  compileProblem,
  solveAssignment
} from '../../engines/assignment/index.ts';
import {
  certify,
  checkCertificate,
  checkPlan,
  checkResult,
  type CheckOptions
} from '../../engines/proof/index.ts';
import { checkRoute, planRoute } from '../../engines/route/index.ts';
import type { Pair, ProblemFile } from '../../model/plan.ts';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import { toResult } from '../worker-call.ts';
import type { AssignmentApi, NamedPlan } from './protocol.ts';

/** Seconds for each price, point, place or absence. */
const SECONDS = 5;
/** Seconds for the bound of the pupils who change. */
const FEWEST_SECONDS = 15;

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
  solve: ({ problem, balance, teams, seconds, from }, onProgress) =>
    toResult(async () => {
      const result = solveAssignment(await boot(), problem, {
        balance,
        teams,
        seconds,
        onProgress,
        ...(from && { from: assignmentOf(compileProblem(problem, { balance }), from) })
      });
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

  newPost: ({ problem, balance, teams }, places, id, onPost) =>
    toResult(async () => {
      const post = { id, fte: 1, seconds: SECONDS };
      for (const found of newPosts(await boot(), problem, places, post, compileOptions(balance, teams))) {
        const place = places.find((one) => one.id === found.place)!;
        verifyPlan(withPost(problem, place, post), found.assignment, { balance });
        onPost(found);
      }
    }),

  fewest: ({ problem, balance }, from) =>
    toResult(async () =>
      fewestChanges(
        await boot(),
        problem,
        { seconds: FEWEST_SECONDS, ...(from && { from }) },
        compileOptions(balance, null)
      )
    ),

  absence: ({ problem, balance }, plan, absent) =>
    toResult(async () => absence(await boot(), problem, plan, absent, { balance, seconds: SECONDS })),

  route: ({ route, seconds }, onProgress) =>
    toResult(async () => {
      const result = planRoute(await boot(), route, {
        seconds,
        onProgress: (progress) => {
          const { stage, years, coupled, seconds: spent } = progress;
          const status = years.every(({ objective }) => objective !== null) ? 'planned' : 'partial';
          if (stage !== 'together') {
            refuse(
              checkRoute(route, { status, yearsProven: false, years: [...years], coupled, seconds: spent })
            );
          }
          onProgress(progress);
        }
      });
      refuse(checkRoute(route, result));
      return result;
    }),

  certify: ({ problem, answer, seconds }, onProgress) =>
    toResult(async () => {
      const problemText = JSON.stringify(problem);
      const began = performance.now();
      const bytes = new TextEncoder().encode(problemText);
      const options = { seconds, onProgress, sha256: sha256Async };
      const found = await certify(await boot(), bytes, problem, answer, options);
      refuse(checkResult(problem, found.answer));
      const { certificate, ...rest } = found;
      const certificateText = certificate && JSON.stringify(certificate);
      const spent = (performance.now() - began) / 1000 - rest.checkSeconds;
      return { ...rest, problemText, certificateText, seconds: spent };
    }),

  check: (problemFile, certificateFile) =>
    toResult(() => checkCertificate(problemFile, certificateFile, sha256Async))
};

expose(api);
