// No verdict rests on a solver model that was used again and that nothing checked.
import { beforeAll, describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../src/lib/algorithms/random.ts';
import { audit } from '../../../../src/lib/engines/disclosure/attack/audit.ts';
import { attackerBounds } from '../../../../src/lib/engines/disclosure/attack/attacker-bounds.ts';
import { AttackerModel } from '../../../../src/lib/engines/disclosure/attack/attacker-model.ts';
import {
  exactInterval,
  feasibilityIntervals
} from '../../../../src/lib/engines/disclosure/attack/feasibility-intervals.ts';
import type { PublishedCube } from '../../../../src/lib/engines/disclosure/published-cube.ts';
import { auditTargets } from '../../../../src/lib/engines/disclosure/rules.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { cubeOf, problemFrom, randomCube } from '../../../fixtures/disclosure/random-cubes.ts';
import { errsOnReuse, withoutReuse, type Fault } from '../../../fixtures/disclosure/solvers.ts';
import { twoWay } from '../../../fixtures/disclosure/tables.ts';

/** The soak draws five times as many systems as hierarchies: 10,000. */
const RUNS = process.env.SOAK ? 5 * Number(process.env.SOAK) : 40;
let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

/** A random table of which any part is hidden, totals too. */
function anyCube(seed: number): PublishedCube {
  const random = randomCube(seed);
  const problem = problemFrom(random);
  const draw = mulberry32(seed * 7 + 1);
  const share = 0.3 + 0.6 * draw();
  return cubeOf(
    random,
    problem,
    Uint8Array.from(problem.truth, () => (draw() < share ? 1 : 0))
  );
}

/** Both exact ends of every interval, and the verdicts. */
function intervalsOf(by: LinearSolver, cube: PublishedCube) {
  const system = buildSystem([cube]);
  const bounds = attackerBounds(system);
  const attack = new AttackerModel(by, system, bounds);
  const told = feasibilityIntervals(attack, auditTargets(system, bounds, cube.k)).map((range) => {
    const { plus, minus = null } = range.target.form;
    const { least, floor, most, ceiling } = exactInterval(attack, range);
    expect([least, most]).toEqual([floor, ceiling]);
    return [plus, minus, range.open, least, most];
  });
  attack.dispose();
  return told;
}

describe('a model that is used again', () => {
  it(
    `gives the intervals and verdicts of new models on ${RUNS} random systems`,
    () => {
      for (let seed = 1; seed <= RUNS; seed++) {
        const cube = anyCube(seed);
        expect(intervalsOf(solver, cube), `seed ${seed}`).toEqual(intervalsOf(withoutReuse(solver), cube));
      }
    },
    RUNS * 2000
  );

  const faults: Fault[] = ['least', 'beyond', 'table', 'unbounded', 'infeasible', 'failed'];
  const table = [
    [0, 3, 20],
    [20, 20, 20],
    [30, 30, 30]
  ];
  const cubes = [
    twoWay(table, ['r1 c1', 'r1 c2', 'r2 c1', 'r2 c2'], 5),
    ...Array.from({ length: 8 }, (_, i) => anyCube(i + 1))
  ];
  const told = (by: LinearSolver, cube: PublishedCube) =>
    audit(by, [cube]).open.map(({ names, reason, lo, hi }) => `${names.join(' ')} ${reason} ${lo}..${hi}`);
  let right: string[][];
  beforeAll(() => {
    right = cubes.map((cube) => told(solver, cube));
  });

  it.each(faults)('and errs (%s) changes no verdict: a new one is asked', (fault) => {
    expect(right[0]).toEqual(['r1 c1 small 0..3', 'r1 c2 small 0..3']);
    cubes.forEach((cube, at) => expect(told(errsOnReuse(solver, fault), cube)).toEqual(right[at]));
  });
});
