// What is said of hidden counts in exact whole numbers holds whatever the solver tells: no multiplier, table or direction proves too much.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  agreesWith,
  hasNoEnd,
  impliedUppers,
  provenEnd,
  type Equations
} from '../../../../src/lib/engines/disclosure/attack/exact-bounds.ts';
import { GroupModel } from '../../../../src/lib/engines/disclosure/attack/group-model.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { errsOnReuse, type Fault } from '../../../fixtures/disclosure/solvers.ts';
import { twoWay } from '../../../fixtures/disclosure/tables.ts';
import { draws } from '../../../draws.ts';

const RUNS = draws();
const floats = (...values: number[]) => Float64Array.from(values);
const signs = fc.constantFrom(-1, 0, 1);

/** Sums of up to four counts of 0 to 6, all the tables that agree, an objective, and multipliers that mean nothing. */
const drawn = fc.integer({ min: 1, max: 4 }).chain((size) =>
  fc.record({
    lower: fc.array(fc.nat(2), { minLength: size, maxLength: size }),
    room: fc.array(fc.nat(4), { minLength: size, maxLength: size }),
    truth: fc.array(fc.nat(4), { minLength: size, maxLength: size }),
    rows: fc.array(fc.array(signs, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 3 }),
    costs: fc.array(signs, { minLength: size, maxLength: size }),
    prices: fc.array(fc.constantFrom(-1.5, -1, -0.34, 0, 0.5, 2 / 3, 1, 2), { minLength: 3, maxLength: 3 })
  })
);
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

function systemOf({ lower, room, truth, rows }: Drawn): { equations: Equations; tables: number[][] } {
  const upper = lower.map((least, j) => least + room[j]!);
  const counts = truth.map((n, j) => lower[j]! + Math.min(n, room[j]!));
  const sumOf = (row: number[], table: number[]) => row.reduce((sum, sign, j) => sum + sign * table[j]!, 0);
  const every = upper.reduce<number[][]>(
    (all, most, j) =>
      all.flatMap((head) => Array.from({ length: most - lower[j]! + 1 }, (_, n) => [...head, lower[j]! + n])),
    [[]]
  );
  return {
    equations: {
      rows: rows.map((row) => row.flatMap((sign, j): [number, number][] => (sign === 0 ? [] : [[j, sign]]))),
      rest: Float64Array.from(rows, (row) => sumOf(row, counts)),
      lower: floats(...lower),
      upper: floats(...upper)
    },
    tables: every.filter((table) => rows.every((row) => sumOf(row, table) === sumOf(row, counts)))
  };
}

describe('exact whole numbers', () => {
  it('never prove a bound that some table passes, whatever the multipliers', () => {
    let exact = 0;
    fc.assert(
      fc.property(drawn, fc.constantFrom('min', 'max'), (given, sense) => {
        const { equations, tables } = systemOf(given);
        const most = impliedUppers(equations);
        for (const table of tables) expect(table.every((n, j) => n <= most[j]!)).toBe(true);
        const values = tables.map((table) =>
          given.costs.reduce<number>((sum, cost, j) => sum + cost * table[j]!, 0)
        );
        const end = sense === 'max' ? Math.max(...values) : Math.min(...values);
        const prices = floats(...given.prices.slice(0, given.rows.length));
        const proven = provenEnd(equations, most, floats(...given.costs), sense, prices, end);
        if (sense === 'max') expect(proven).toBeGreaterThanOrEqual(end);
        else expect(proven).toBeLessThanOrEqual(end);
        if (proven === end) exact++;
      }),
      { numRuns: RUNS, seed: 3 }
    );
    expect(exact).toBeGreaterThan(RUNS / 10);
  });

  it('take for a table what is within every bound and every sum, and nothing else', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.integer({ min: -1, max: 7 }), { minLength: 4 }), (given, draw) => {
        const { equations, tables } = systemOf(given);
        for (const table of tables) expect(agreesWith(equations, floats(...table))).toBe(true);
        const other = draw.slice(0, given.lower.length);
        const isTable = tables.some((table) => table.join() === other.join());
        expect(agreesWith(equations, floats(...other))).toBe(isTable);
      }),
      { numRuns: RUNS, seed: 4 }
    );
    const one = { rows: [], rest: floats(), lower: floats(0), upper: floats(3) };
    expect([3, 4, -1, 1.5, NaN].map((n) => agreesWith(one, floats(n)))).toEqual([true, false, false, false, false]); // prettier-ignore
  });

  it('prove a bound rounded to the whole number within, and none beyond what they hold exactly', () => {
    // 2a + b = 7, half of it each: a is at most 3.
    const rows = [[[0, 1], [0, 1], [1, 1]]] as const; // prettier-ignore
    const equations = { rows, rest: floats(7), lower: floats(0, 0), upper: floats(Infinity, Infinity) };
    const most = floats(Infinity, Infinity);
    expect(provenEnd(equations, most, floats(1, 0), 'max', floats(0.5), 3)).toBe(3);
    expect(provenEnd(equations, most, floats(1, 0), 'max', floats(0), 3)).toBe(Infinity);
    const large = { ...equations, rest: floats(2 ** 53 - 1) };
    expect(provenEnd(large, most, floats(1, 0), 'max', floats(1e6), 0)).toBe(Infinity);
  });

  it('see no end only where every count that rises may, every sum holds, and the objective goes its way', () => {
    const open = { rows: [[[0, 1], [1, -1]]] as const, rest: floats(0), lower: floats(0, 0), upper: floats(Infinity, Infinity) }; // prettier-ignore
    const costs = floats(1, 0);
    expect(hasNoEnd(open, costs, 'max', floats(1, 1))).toBe(true);
    expect(hasNoEnd(open, costs, 'min', floats(1, 1))).toBe(false);
    expect(hasNoEnd(open, costs, 'max', floats(1, 0))).toBe(false);
    expect(hasNoEnd(open, costs, 'max', floats(0, 0))).toBe(false);
    expect(hasNoEnd(open, floats(-1, 0), 'max', floats(-1, -1))).toBe(false);
    expect(hasNoEnd({ ...open, upper: floats(Infinity, 9) }, costs, 'max', floats(1, 1))).toBe(false);
  });
});

describe('a group of hidden counts asked by a solver that errs when it is used again', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await bootHighs();
  });
  const system = buildSystem([
    twoWay([[3, 8, 20], [9, 2, 20], [30, 30, 30]], ['r1 c1', 'r1 c2', 'r2 c1', 'r2 c2'], 5) // prettier-ignore
  ]);
  const hidden = system.listed.flatMap((cell, at) => (cell?.suppressed ? [at] : []));
  const values = Float64Array.from(system.listed, (cell) => cell?.value ?? 0);
  const sums = system.definitions.filter(({ parent, children }) =>
    [parent, ...children].some((cell) => hidden.includes(cell))
  );
  const upper = Float64Array.from(values, (value, cell) => (hidden.includes(cell) ? Infinity : value));
  const groupOf = (by: LinearSolver) => new GroupModel(by, hidden, sums, { lower: values, upper });
  const first = floats(1, 0, 0, 0);

  it.each<Fault>(['least', 'beyond', 'table', 'unbounded', 'endless', 'infeasible', 'failed'])(
    '(%s) has the ends of a new model',
    (fault) => {
      const [honest, wrong] = [groupOf(solver), groupOf(errsOnReuse(solver, fault))];
      for (const sense of ['max', 'min', 'max'] as const)
        expect(wrong.linear(first, sense)).toEqual(honest.linear(first, sense));
      expect(honest.linear(first, 'max')).toMatchObject({ value: 11, proven: 11, endless: false });
    }
  );

  it('takes no counts for a table that the sums refuse', () => {
    const wrong = groupOf(errsOnReuse(solver, 'beyond'));
    wrong.linear(first, 'max');
    const held = wrong.held(first, floats(5, 99, 99, 99))!;
    expect(held.isWhole).toBe(false);
    expect(held.proven).toBeGreaterThanOrEqual(11);
    const honest = groupOf(solver);
    expect(honest.held(first, floats(5, 99, 99, 99))).toMatchObject({ isWhole: true, proven: 11 });
    // The bounds that held the counts are gone.
    expect(honest.linear(first, 'max').value).toBe(11);
  });
});
