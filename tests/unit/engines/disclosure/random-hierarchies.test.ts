// On random hierarchies, whatever is published stands up to a reader who knows every total.
import { beforeAll, describe, expect, it } from 'vitest';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { Tree } from '../../../../src/lib/engines/disclosure/published-cube.ts';
import { audit } from '../../../../src/lib/engines/disclosure/attack/audit.ts';
import { checkPattern } from '../../../../src/lib/engines/disclosure/suppress/suppression-problem.ts';
import { suppressCells } from '../../../../src/lib/engines/disclosure/suppress/suppress-cells.ts';
import { cubeOf, problemFrom, randomCube } from '../../../fixtures/disclosure/random-cubes.ts';
import { draws } from '../../../draws.ts';

const COUNT = draws();
let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

describe(`${COUNT} random hierarchies`, () => {
  it(
    'are protected by both methods, the exact one never losing more',
    () => {
      for (let seed = 1; seed <= COUNT; seed++) {
        const random = randomCube(seed);
        const problem = problemFrom(random);
        if (problem.targets.length === 0) continue;
        const exact = suppressCells(solver, problem, { method: 'exact', seconds: 60 });
        const quick = suppressCells(solver, problem, { method: 'gauss', seconds: 60 });
        expect(exact.status, `seed ${seed}`).toBe('optimal');
        expect(exact.bound, `seed ${seed}`).toBe(exact.loss);
        expect(exact.loss, `seed ${seed}`).toBeLessThanOrEqual(quick.loss);
        for (const { pattern: hidden } of [exact, quick]) {
          const report = audit(solver, [cubeOf(random, problem, hidden)]);
          expect(report.open, `seed ${seed}`).toEqual([]);
        }
      }
    },
    COUNT * 3000
  );

  it(
    'open when one cell too few is hidden, and never narrow when one more is',
    () => {
      let mutated = 0;
      for (let seed = 1; seed <= COUNT / 4; seed++) {
        const problem = problemFrom(randomCube(seed));
        if (problem.targets.length === 0) continue;
        const { pattern: hidden } = suppressCells(solver, problem, { method: 'exact', seconds: 60 });
        for (const cell of problem.free) {
          const changed = Uint8Array.from(hidden);
          changed[cell] = 1 - changed[cell]!;
          const fresh = { ...problem, pool: [] };
          const { open } = checkPattern(solver, fresh, changed);
          if (changed[cell] === 1) expect(open, `seed ${seed}, one more`).toEqual([]);
          else if (open.length === 0) {
            // Still safe for the holder of the truth: then a reader must be misled, or the optimum was none.
            expect(
              audit(solver, [cubeOf(randomCube(seed), problem, changed)]).open,
              `seed ${seed}`
            ).not.toEqual([]);
          } else mutated++;
        }
      }
      expect(mutated).toBeGreaterThan(COUNT / 10);
    },
    COUNT * 2000
  );

  it('give the same audit whatever the order of cells and leaves', () => {
    for (let seed = 1; seed <= COUNT / 10; seed++) {
      const random = randomCube(seed);
      const problem = problemFrom(random);
      // Only what must be hidden is: such tables are often open.
      const cube = cubeOf(random, problem, problem.primary);
      // One node may have two names, so that only the intervals are compared.
      const told = (open: ReturnType<typeof audit>['open']) => open.map(({ lo, hi }) => `${lo} ${hi}`).sort();
      const backwards = (tree: Tree): Tree =>
        Object.fromEntries(
          Object.entries(tree)
            .reverse()
            .map(([name, below]) => [name, backwards(below)])
        );
      const turned = {
        ...cube,
        cells: [...cube.cells].reverse(),
        dimensions: cube.dimensions.map(({ name, trees }) => ({
          name,
          trees: [...trees].reverse().map(backwards)
        }))
      };
      expect(told(audit(solver, [turned]).open), `seed ${seed}`).toEqual(told(audit(solver, [cube]).open));
    }
  });
});

describe('the system of a random hierarchy', () => {
  it('adds up in every direction', () => {
    for (let seed = 1; seed <= COUNT; seed++) {
      const { system, truth } = problemFrom(randomCube(seed));
      for (const { parent, children } of system.sums)
        expect(children.reduce((sum, child) => sum + truth[child]!, 0)).toBe(truth[parent]);
    }
  });
});
