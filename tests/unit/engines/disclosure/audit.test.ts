// What a reader can reckon from a published cube, and how the audit tells it.
import { beforeAll, describe, expect, it } from 'vitest';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { audit } from '../../../../src/lib/engines/disclosure/attack/audit.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { twoWay } from '../../../fixtures/disclosure/tables.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

describe('a reader who takes it that no hidden count is zero', () => {
  const codeOf = (table: number[][], hidden: string[], knowZeros: boolean) => {
    try {
      audit(solver, [twoWay(table, hidden, 5)], { knowZeros });
      return 'read';
    } catch (error) {
      return error instanceof UnusableInput ? error.finding.code : String(error);
    }
  };
  const square = ['r1 c1', 'r1 c2', 'r2 c1', 'r2 c2'];

  it('is told that the assumption is at fault when a hidden count must be zero, not the file', () => {
    const table = [
      [0, 0, 20],
      [7, 9, 20]
    ];
    expect(codeOf(table, square, false)).toBe('read');
    expect(codeOf(table, square, true)).toBe('zeros-contradicted');
  });

  it('is told that the file is at fault when its totals are wrong whatever is assumed', () => {
    const cube = twoWay(
      [
        [20, 3],
        [7, 9]
      ],
      ['r1 c1', 'r1 c2'],
      5
    );
    const cells = cube.cells.map((cell) => (cell.key.join(' ') === 'r2 c1' ? { ...cell, value: 8 } : cell));
    expect(() => audit(solver, [{ ...cube, cells }], { knowZeros: true })).toThrow(
      expect.objectContaining({ finding: expect.objectContaining({ code: 'totals-do-not-add-up' }) })
    );
  });
});

describe('a single table', () => {
  it('finds a cell hidden alone in its line', () => {
    const cube = twoWay(
      [
        [20, 3],
        [30, 40]
      ],
      ['r1 c2'],
      5
    );
    const report = audit(solver, [cube]);
    expect(report.open).toMatchObject([{ names: ['r1', 'c2'], lo: 3, hi: 3, reason: 'small' }]);
    const [first] = report.open[0]!.explanations;
    expect(first!.bound).toBe(3);
    expect(first!.steps.length).toBe(1);
    expect(first!.terms.length).toBe(2);
  });

  it('accepts four cells that hide one another', () => {
    const cube = twoWay(
      [
        [3, 8, 20],
        [9, 2, 20],
        [30, 30, 30]
      ],
      ['r1 c1', 'r1 c2', 'r2 c1', 'r2 c2'],
      5
    );
    const report = audit(solver, [cube]);
    expect(report.open).toEqual([]);
    expect(report.narrowest).toBeGreaterThanOrEqual(4);
  });

  it('recovers a cell of a table in which every line has two gaps', () => {
    // Hidden: a block r1-r2 x c1-c2 and a block r3-r4 x c3-c4, joined through r2 c3: c3 has three gaps, r2 has three.
    const cube = twoWay(
      [
        [6, 7, 20, 20],
        [8, 9, 3, 20],
        [20, 20, 7, 6],
        [20, 20, 8, 9]
      ],
      ['r1 c1', 'r1 c2', 'r2 c1', 'r2 c2', 'r2 c3', 'r3 c3', 'r3 c4', 'r4 c3', 'r4 c4'],
      5
    );
    const report = audit(solver, [cube]);
    expect(report.open).toMatchObject([{ names: ['r2', 'c3'], lo: 3, hi: 3 }]);
    expect(report.open[0]!.explanations[0]!.steps.length).toBeGreaterThan(1);
  });
});
