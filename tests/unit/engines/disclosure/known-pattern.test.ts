// A pattern that was kept: taken only when it is of this problem, whole and safe.
import { beforeAll, describe, expect, it } from 'vitest';
import { cellKey, knownSafePattern } from '../../../../src/lib/engines/disclosure/suppress/known-pattern.ts';
import {
  checkPattern,
  type SuppressionProblem
} from '../../../../src/lib/engines/disclosure/suppress/suppression-problem.ts';
import {
  suppressCells,
  type SafePattern
} from '../../../../src/lib/engines/disclosure/suppress/suppress-cells.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { fingerprintOf } from '../../../../scripts/demo/protection/known-patterns.ts';
import { problemFrom, randomCube } from '../../../fixtures/disclosure/random-cubes.ts';

let solver: LinearSolver;
let problem: SuppressionProblem;
let solved: SafePattern;
let shown: number[];
const keys = (cells: readonly number[]) => new Set(cells.map((cell) => cellKey(problem.system.names(cell))));
const asKept = (cells: readonly number[], extra: string[] = []) =>
  knownSafePattern(solver, problem, {
    shown: new Set([...keys(cells), ...extra]),
    status: 'optimal',
    gap: 0
  });

beforeAll(async () => {
  solver = await bootHighs();
  problem = [11, 12, 13, 14, 15, 16, 17, 18]
    .map((seed) => problemFrom(randomCube(seed)))
    .find((one) => suppressCells(solver, one, { method: 'exact', seconds: 60 }).loss > 0)!;
  solved = suppressCells(solver, problem, { method: 'exact', seconds: 60 });
  shown = problem.free.filter((cell) => solved.pattern[cell] === 0);
});

describe('a kept pattern', () => {
  it('is taken as it was solved', () => {
    expect(asKept(shown)).toMatchObject({ status: 'optimal', loss: solved.loss, bound: solved.loss, gap: 0 });
    expect(asKept(shown)!.pattern).toEqual(solved.pattern);
  });

  it('that shows one cell too many is refused', () => {
    const others = problem.free.filter((cell) => solved.pattern[cell] === 1);
    const betraying = others.filter((cell) => {
      const changed = solved.pattern.with(cell, 0);
      return checkPattern(solver, problem, changed).open.length > 0;
    });
    expect(betraying.length).toBeGreaterThan(0);
    for (const cell of betraying) expect(asKept([...shown, cell])).toBeNull();
  });

  it('that shows a small count, or a cell of another table, is refused', () => {
    const small = problem.targets.find(({ reason }) => reason === 'small')!.form.plus;
    expect(asKept([...shown, small])).toBeNull();
    expect(asKept(shown, ['nowhere / ALL'])).toBeNull();
  });

  it('is of one problem: another count, threshold or loss is another', () => {
    const print = fingerprintOf(problem);
    const changed: SuppressionProblem[] = [
      { ...problem, k: problem.k + 1 },
      { ...problem, weight: problem.weight.map((loss, i) => (i === problem.free[0] ? loss + 1 : loss)) },
      { ...problem, targets: problem.targets.slice(1) }
    ];
    expect(fingerprintOf({ ...problem, pool: [] })).toBe(print);
    for (const other of changed) expect(fingerprintOf(other)).not.toBe(print);
  });
});
