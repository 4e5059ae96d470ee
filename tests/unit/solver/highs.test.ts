// The solver says what it knows and no more: optimum, bound, trouble, and never a figure without a solution.
import { beforeAll, describe, expect, it } from 'vitest';
import { bootHighs } from '../../../src/lib/solver/highs.ts';
import { sparseRows, type LinearModel, type LinearSolver } from '../../../src/lib/model/linear.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

/** max 30a + 50b with a + 2b <= 40 and 2a + b <= 50. */
const workshop = (integer: boolean): LinearModel => ({
  sense: 'max',
  cost: Float64Array.of(30, 50),
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(Infinity, Infinity),
  rowLower: Float64Array.of(-Infinity, -Infinity),
  rowUpper: Float64Array.of(40, 50),
  rows: sparseRows([
    [
      [0, 1],
      [1, 2]
    ],
    [
      [0, 2],
      [1, 1]
    ]
  ]),
  ...(integer && { integer: Uint8Array.of(1, 1) })
});

/** A knapsack whose proof takes a while: coefficients without structure. */
function knapsack(n: number): LinearModel {
  const rows = [0, 1, 2, 3, 4].map((r) =>
    Array.from({ length: n }, (_, j) => [j, 100 + ((j * 7919 + r * 104729) % 997)] as [number, number])
  );
  return {
    sense: 'max',
    cost: Float64Array.from({ length: n }, (_, j) => 100 + ((j * 6007) % 991)),
    lower: new Float64Array(n),
    upper: new Float64Array(n).fill(1),
    rowLower: new Float64Array(5).fill(-Infinity),
    rowUpper: new Float64Array(5).fill(n * 150),
    rows: sparseRows(rows),
    integer: new Uint8Array(n).fill(1)
  };
}

describe('solving', () => {
  it('gives optimum and prices of a linear programme', () => {
    const model = solver.open(workshop(false));
    const outcome = model.solve();
    expect(outcome.status).toBe('optimal');
    expect(outcome.objective).toBeCloseTo(1100);
    expect(outcome.bound).toBeCloseTo(1100);
    const [first, second] = outcome.rowDual!;
    expect(40 * first! + 50 * second!).toBeCloseTo(1100);
    model.dispose();
  });

  it('answers again after bounds, costs and rows change', () => {
    const model = solver.open(workshop(false));
    model.solve();
    model.setBounds(1, 0, 6);
    expect(model.solve().objective).toBeCloseTo(30 * 22 + 50 * 6);
    model.addRows(sparseRows([[[0, 1]]]), Float64Array.of(-Infinity), Float64Array.of(5));
    expect(model.solve().objective).toBeCloseTo(150 + 300);
    model.setSense('min');
    expect(model.solve().objective).toBeCloseTo(0);
    model.dispose();
  });

  it('begins from a given whole-number solution and tells its progress', () => {
    const model = solver.open(knapsack(40));
    const seen: number[] = [];
    const start = new Float64Array(40);
    start[3] = 1;
    model.setStart(start);
    const outcome = model.solve({
      seconds: 5,
      gap: 0.01,
      onImproved: (_, objective) => seen.push(objective)
    });
    expect(outcome.objective).toBeGreaterThan(0);
    expect(outcome.bound!).toBeGreaterThanOrEqual(outcome.objective! - 1e-6);
    expect(seen.length).toBeGreaterThan(0);
    expect(Math.max(...seen)).toBeCloseTo(outcome.objective!);
    model.dispose();
  });
});

describe('trouble is named', () => {
  it('says infeasible, without a figure, and which bounds contradict', () => {
    const model = solver.open({
      ...workshop(false),
      rowLower: Float64Array.of(-Infinity, 200),
      rowUpper: Float64Array.of(40, 300)
    });
    const outcome = model.solve();
    expect(outcome).toMatchObject({ status: 'infeasible', x: null, objective: null });
    expect(model.conflict().rows.length).toBeGreaterThan(0);
    model.dispose();
  });

  it('says unbounded', () => {
    const free = { ...workshop(false), rowUpper: Float64Array.of(Infinity, Infinity) };
    const model = solver.open(free);
    expect(model.solve().status).toBe('unbounded');
    model.dispose();
  });

  it('gives no objective when time ran out before a first solution', () => {
    const model = solver.open(knapsack(400));
    const outcome = model.solve({ seconds: 1e-6 });
    expect(outcome.status).toBe('time-limit');
    expect(outcome.x === null).toBe(outcome.objective === null);
    model.dispose();
  });

  it('refuses a model that was disposed of', () => {
    const model = solver.open(workshop(true));
    model.dispose();
    expect(() => model.solve()).toThrow();
  });
});
