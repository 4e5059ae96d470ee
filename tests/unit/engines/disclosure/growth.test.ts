// What makes protection quick on a large service changes no answer: the same cells are impossible, and a repaired pattern protects everything.
import { beforeAll, expect, it } from 'vitest';
import { mulberry32 } from '../../../../src/lib/algorithms/random.ts';
import type { Axis } from '../../../../src/lib/engines/disclosure/axis.ts';
import { blockedBy } from '../../../../src/lib/engines/disclosure/blocked-cells.ts';
import { repair } from '../../../../src/lib/engines/disclosure/suppress/repair.ts';
import { checkPattern } from '../../../../src/lib/engines/disclosure/suppress/suppression-problem.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { problemFrom, randomCube } from '../../../fixtures/disclosure/random-cubes.ts';

const RUNS = process.env.SOAK ? Number(process.env.SOAK) : 60;
let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

/** Every atom of the cell among those of the pattern, on each axis that the pattern names. */
const liesInside = (axes: readonly Axis[], nodes: readonly number[], wall: readonly number[]) =>
  axes.every(({ nodes: all, root }, d) => {
    const allowed = all[wall[d]!]!.atoms;
    return wall[d] === root || all[nodes[d]!]!.atoms.every((atom) => allowed.includes(atom));
  });

it('finds the impossible cells that a comparison with every pattern finds', () => {
  let [blocked, free] = [0, 0];
  for (let seed = 1; seed <= RUNS; seed++) {
    const { axes, keys } = problemFrom(randomCube(seed)).system;
    const draw = mulberry32(seed + 5);
    const walls = Array.from({ length: 1 + Math.floor(4 * draw()) }, () =>
      axes.map(({ nodes, root }) => (draw() < 0.4 ? root : Math.floor(draw() * nodes.length)))
    );
    const isBlocked = blockedBy(axes, walls);
    for (const nodes of keys) {
      const expected = walls.some((wall) => liesInside(axes, nodes, wall));
      expect(isBlocked(nodes), `${seed}: ${nodes.join()} in ${JSON.stringify(walls)}`).toBe(expected);
      if (expected) blocked++;
      else free++;
    }
  }
  expect(Math.min(blocked, free)).toBeGreaterThan(100);
});

it('protects every count once repaired, those that were protected before the last round too', () => {
  let repaired = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const problem = problemFrom(randomCube(seed));
    const start = Uint8Array.from(problem.primary);
    const pattern = repair(solver, { ...problem, pool: [] }, start);
    if (!pattern) continue;
    expect(checkPattern(solver, { ...problem, pool: [] }, pattern).open, `seed ${seed}`).toEqual([]);
    if (pattern.some((flag, cell) => flag !== start[cell])) repaired++;
  }
  expect(repaired).toBeGreaterThan(10);
});
