/**
 * The proof of an assignment: whether a plan keeps the rules, and whether none is better.
 *
 * `checkPlan` and `checkResult` recompute what a result claims, and `checkCertificate` verifies a certificate: none of the three shares code
 * with a solver. `certify` makes a certificate, given a linear solver.
 *
 * @example
 * ```ts
 * import { readProblem, solveAssignment } from '$lib/engines/assignment';
 * import { checkResult } from '$lib/engines/proof';
 * import { bootHighs } from '$lib/solver/highs.ts';
 *
 * const { problem } = readProblem({
 *   units: [
 *     { id: 'north', workload: 60, visits: 1 },
 *     { id: 'south', workload: 60, visits: 1 }
 *   ],
 *   referents: [{ id: 'A' }, { id: 'B' }],
 *   minutes: [[5, 20], [20, 10]]
 * });
 * const result = solveAssignment(await bootHighs(), problem);
 * checkResult(problem, result); // => []
 * checkResult(problem, { ...result, objective: 299 }); // => ["objective","bound"]
 * ```
 */
export { certify } from './certify.ts';
export { checkCertificate, type Verdict } from './check-certificate.ts';
export { checkPlan, checkResult, type CheckOptions } from './check.ts';
export type { MakingProgress } from './make-certificate.ts';
