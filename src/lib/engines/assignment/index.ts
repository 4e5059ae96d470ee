/**
 * Who follows what: units (schools, or groups of them) go to referents with the least travel, loads balanced, to a proof.
 *
 * @example
 * ```ts
 * import { bootHighs } from '$lib/solver/highs.ts';
 * import { answer, readProblem } from '$lib/engines/assignment';
 *
 * const { problem } = readProblem({
 *   units: [
 *     { id: 'north', workload: 60, visits: 1 },
 *     { id: 'south', workload: 60, visits: 1 }
 *   ],
 *   referents: [{ id: 'A' }, { id: 'B' }],
 *   minutes: [[5, 20], [20, 10]]
 * });
 * const found = answer(await bootHighs(), problem);
 * found.status; // => "optimal"
 * found.assignment; // => {"north": "A", "south": "B"}
 * found.objective; // => 300
 * ```
 */
export { answer } from './search/answer.ts';
export { readProblem } from './problem/read-problem.ts';
