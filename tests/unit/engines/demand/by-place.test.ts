// Forecasts of places as they are published: nothing about a place that is protected, and a sum that agrees with the whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastByPlace, growthOf } from '../../../../src/lib/engines/demand/index.ts';
import { draws } from '../../../draws.ts';

const YEARS = ['2021-2022', '2022-2023', '2023-2024', '2024-2025', '2025-2026'];
const RUNS = { numRuns: draws(), seed: 20261129 };
const whole = fc
  .array(
    fc.array(fc.record({ count: fc.integer({ min: 0, max: 120 }), isHidden: fc.boolean() }), {
      minLength: 5,
      maxLength: 5
    }),
    { minLength: 1, maxLength: 9 }
  )
  .map((rows) => ({
    years: YEARS,
    series: rows.map((row, at) => ({
      id: `C${at}`,
      values: row.map(({ count, isHidden }) => (isHidden ? null : count))
    })),
    total: YEARS.map((_, year) => rows.reduce((sum, row) => sum + row[year]!.count, 0))
  }));

describe('a forecast by place', () => {
  it('says nothing of a place whose last count is protected', () => {
    fc.assert(
      fc.property(whole, (table) => {
        for (const { id, next, why } of forecastByPlace(table, { horizon: 3 }).series)
          if (table.series.find((one) => one.id === id)!.values.at(-1) === null)
            expect([next, why]).toEqual([null, 'protected']);
      }),
      RUNS
    );
  });

  it('leaves to the hidden places what the published counts leave them, grown alike', () => {
    fc.assert(
      fc.property(whole, (table) => {
        const { series, total, growth } = forecastByPlace(table, { horizon: 3 });
        const shown = series.filter(({ next }) => next !== null);
        if (!total.next || growth === null || shown.length === 0) return;
        const hidden = shown.reduce(
          (left, { id }) => left - table.series.find((one) => one.id === id)!.values.at(-1)!,
          table.total.at(-1)!
        );
        total.next.forEach(({ value }, at) => {
          const sum = shown.reduce((all, { next }) => all + next![at]!.value, 0);
          const rest = Math.max(0, hidden) * growthOf(growth, 0.7, at + 1);
          if (sum > 0) expect(sum + Math.min(rest, value)).toBeCloseTo(value, 6);
          for (const { next } of shown) {
            const point = next![at]!;
            expect(point.low).toBeLessThanOrEqual(point.value + 1e-9);
            expect(point.value).toBeLessThanOrEqual(point.high + 1e-9);
          }
        });
      }),
      RUNS
    );
  });
});
