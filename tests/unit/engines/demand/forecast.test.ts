// The forecast of counts: what it rests on, what it never invents.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forecast,
  forecastRemarks,
  growthOf,
  type YearCount
} from '../../../../src/lib/engines/demand/index.ts';
import { normalQuantile, studentQuantile } from '../../../../src/lib/algorithms/probability.ts';
import type { SeriesTable } from '../../../../src/lib/engines/demand/forecast/series.ts';
import { sharedGrowth } from '../../../../src/lib/engines/demand/forecast/growth.ts';
import { draws } from '../../../draws.ts';

const years = ['2021-2022', '2022-2023', '2023-2024', '2024-2025', '2025-2026'];
const table = (...rows: YearCount[][]): SeriesTable => ({
  years,
  series: rows.map((values, at) => ({ id: `s${at}`, values }))
});
const codes = (of: SeriesTable) => forecastRemarks(of, forecast(of)).map(({ code }) => code);

describe('a forecast', () => {
  it('of a growth of 10 % slows down by the damping, year after year', () => {
    const grown = [1000, 1100, 1210, 1331, 1464.1];
    const { total, growth } = forecast(table(grown), { horizon: 3 });
    expect(growth).toBeCloseTo(0.1, 6);
    expect(total.next!.map(({ year }) => year)).toEqual(['2026-2027', '2027-2028', '2028-2029']);
    expect(total.next![0]!.value).toBeCloseTo(1464.1 * 1.07, 3);
    expect(total.next![1]!.value).toBeCloseTo(1464.1 * 1.07 * 1.049, 3);
    expect(total.next![2]!.value).toBeCloseTo(1464.1 * 1.07 * 1.049 * 1.0343, 3);
  });

  it('keeps the growth, or stops it, when asked', () => {
    const grown = table([1000, 1100, 1210, 1331, 1464.1]);
    expect(forecast(grown, { damping: 1 }).total.next![0]!.value).toBeCloseTo(1610.51, 2);
    expect(forecast(grown, { damping: 0 }).total.next![0]!.value).toBeCloseTo(1464.1, 2);
    expect(growthOf(0.1, 0, 3)).toBe(1);
  });

  it('shares the growth, and keeps the level of each series', () => {
    const { series } = forecast(table([100, 110, 121, 133, 146], [20, 20, 20, 20, 20]));
    const [grown, flat] = series.map(({ next }) => next![0]!.value);
    expect(grown! / flat!).toBeGreaterThan(5);
    expect(flat).toBeGreaterThan(20);
  });

  it('never comes without a range that holds it', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), (rows) => {
        const found = forecast(table(...rows), { horizon: 3 });
        for (const { next } of [...found.series, found.total])
          for (const { value, low, high } of next ?? []) {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(value);
            expect(high).toBeGreaterThan(value);
          }
      }),
      { numRuns: draws() }
    );
  });

  it('of one series alone is also that of the total, range included', () => {
    const alone = table([40, 44, 47, 55, 58]);
    for (const of of [alone, { ...alone, total: [40, 44, 47, 55, 58] }]) {
      const { series, total } = forecast(of, { horizon: 3 });
      expect(total.next).toEqual(series[0]!.next);
    }
    const beside = forecast(table([40, 44, 47, 55, 58], [null, null, null, null, null]));
    expect(beside.total.next).toEqual(beside.series[0]!.next);
  });

  it('of a growth that few years show reaches from where it stops to where it goes on', () => {
    const [next] = forecast(table([1, 10, 100, 1000, 10_000])).series[0]!.next!;
    expect(next!.low).toBeLessThan(10_000);
    expect(next!.high).toBeGreaterThan(100_000);
    const [steady] = forecast(table([400, 480, 576, 691, 829])).total.next!;
    expect(steady!.low).toBeLessThan(829);
    expect(steady!.high).toBeGreaterThan(829 * 1.2);
  });

  it('of a growth that the reader chose has the range of that growth', () => {
    const of = table([400, 480, 576, 691, 829]);
    const [stopped] = forecast(of, { damping: 0 }).total.next!;
    expect(stopped!.high - stopped!.value).toBeLessThan(829 * 0.2);
    expect(stopped!.value - stopped!.low).toBeLessThan(829 * 0.2);
  });

  it('of counts steadier than chance has the range of chance', () => {
    // Twice the weight of the year before: the level adds 0.355 of the variance of a count.
    const { series, total, dispersion } = forecast(table([100, 100, 100, 100, 100], [50, 50, 50, 50, 50]));
    expect(dispersion).toBe(1);
    const spread = (freedom: number) =>
      (Math.sqrt(1.3548) * studentQuantile(0.9, freedom)) / normalQuantile(0.9);
    for (const { next } of series) expect(next![0]!.spread.below).toBeCloseTo(spread(6), 3);
    expect(total.next![0]!.spread.above).toBeCloseTo(spread(4), 3);
  });

  it('of counts that vary more than chance has a wider one', () => {
    const wide = forecast(table([100, 140, 90, 150, 100], [50, 80, 40, 90, 45]));
    expect(wide.dispersion).toBeGreaterThan(3);
    expect(wide.series[0]!.next![0]!.spread.above).toBeGreaterThan(2);
    expect(wide.total.next![0]!.spread.above).toBeGreaterThan(2);
  });

  it('does not depend on the order of rows or years', () => {
    const rows = [
      [21, 21, 26, 27, 38],
      [27, null, 26, 30, 28],
      [53, 61, 61, 65, 75]
    ];
    const straight = forecast(table(...rows), { horizon: 3 });
    const order = [3, 0, 4, 1, 2];
    const turned = forecast(
      {
        years: order.map((at) => years[at]!),
        series: [2, 0, 1].map((row) => ({ id: `s${row}`, values: order.map((at) => rows[row]![at]!) }))
      },
      { horizon: 3 }
    );
    expect(turned).toEqual(straight);
  });

  it('gives the total a range of its own, narrower than the sum of those of the series', () => {
    const { series, total } = forecast(
      table([50, 55, 61, 66, 73], [40, 45, 50, 54, 60], [30, 33, 36, 40, 44], [20, 22, 24, 27, 29])
    );
    const sum = (end: 'low' | 'high') => series.reduce((all, { next }) => all + next![0]![end], 0);
    expect(total.next![0]!.low).toBeGreaterThan(sum('low'));
    expect(total.next![0]!.high).toBeLessThan(sum('high'));
    expect(total.next![0]!.value).toBeCloseTo(
      series.reduce((all, { next }) => all + next![0]!.value, 0),
      9
    );
  });

  it('takes the published total where it is given, which protected series are part of', () => {
    const parts = table([20, 22, 24, 27, 30], [null, null, null, null, null]);
    const { total } = forecast({ ...parts, total: [40, 44, 48, 54, 60] });
    expect(total.next![0]!.value).toBeGreaterThan(55);
  });

  it('says of the same method, on the years known, how far off it fell', () => {
    const { backtest } = forecast(table([240, 270, 300, 340, 380]));
    expect(backtest.points).toBe(3);
    expect(backtest.total.map(({ year }) => year)).toEqual(['2023-2024', '2024-2025', '2025-2026']);
    // 2023-2024 from 240 and 270: growth 12.5 %, level (270 + 0.5 x 270) / 1.5 = 270, x (1 + 0.7 x 12.5 %).
    expect(backtest.total[0]).toMatchObject({ observed: 300, same: 270, low: null });
    expect(backtest.total[0]!.announced).toBeCloseTo(270 * 1.0875, 6);
    expect(backtest.sameAsLastYear).toBeCloseTo((30 + 40 + 40) / 3, 9);
    expect(backtest.total[2]!.low).toBeLessThan(backtest.total[2]!.announced);
  });
});

describe('what is not known', () => {
  it('a series all protected has no forecast and says so, the others have theirs', () => {
    const rows = table([21, 22, 26, 27, 38], [null, null, null, null, null]);
    const { series } = forecast(rows);
    expect(series[1]).toEqual({ id: 's1', next: null, why: 'protected' });
    expect(series[0]!.next).not.toBeNull();
    expect(codes(rows)).toEqual(['forecast-protected']);
  });

  it('a protected count is a gap, never a zero', () => {
    const known = forecast(table([20, 22, 24, 27, 30], [40, 44, 48, 53, 58])).series[1]!.next![0]!.value;
    const gap = forecast(table([20, 22, 24, 27, 30], [40, null, 48, null, 58])).series[1]!.next![0]!.value;
    expect(Math.abs(gap - known)).toBeLessThan(3);
  });

  it('a year hidden beside small counts weighs as one that was too small, beside large ones as a gap', () => {
    const small = table([11, null, 12, null, 11], [12, 14, 11, 13, 15]);
    expect(forecast(small).series[0]!.next![0]!.value).toBeLessThan(11);
    const known = forecast(table([11, 11, 12, 11, 11], [12, 14, 11, 13, 15])).series[0]!.next![0]!;
    expect(known.value).toBeGreaterThan(11);
    // A year of which nothing is published says nothing of its counts.
    const gap = table([11, null, 12, null, 11], [12, null, 11, null, 15]);
    expect(forecast(gap).series[0]!.next![0]!.value).toBeGreaterThan(11);
  });

  it('a step over a gap weighs as the square of its years', () => {
    // Doubled in a year, then the same two years later: ln 2 with weight 100, nothing with weight 4 x 200.
    const growth = sharedGrowth({ series: [{ id: 'a', values: [100, 200, null, 200] }], total: null });
    expect(growth).toBeCloseTo(2 ** (100 / 900) - 1, 9);
  });

  it('a last count that is protected widens the range', () => {
    const width = (values: YearCount[]) => {
      const { low, high } = forecast(table([20, 22, 24, 27, 30], values)).series[1]!.next![0]!;
      return high - low;
    };
    expect(width([40, 44, 48, 53, null])).toBeGreaterThan(width([40, 44, 48, 53, 58]));
  });

  it('a missing year is a gap of two years, and keeps the yearly growth', () => {
    const found = forecast({
      years: ['2020', '2021', '2023', '2024'],
      series: [{ id: 'a', values: [100, 110, 133.1, 146.41] }]
    });
    expect(found.growth).toBeCloseTo(0.1, 6);
    expect(found.total.next![0]!.year).toBe('2025');
  });

  it('everything protected: nothing is forecast', () => {
    const rows = table([null, null, null, null, null]);
    expect(forecast(rows).total).toEqual({ next: null, why: 'protected' });
    expect(codes(rows)).toEqual(['forecast-all-protected']);
  });

  it.each([[['2025-2026']], [['2024-2025', '2025-2026']]])(
    '%j: too few years, nothing is forecast',
    (few) => {
      const rows = { years: few, series: [{ id: 'a', values: few.map(() => 40) }] };
      expect(forecast(rows).total).toEqual({ next: null, why: 'few-years' });
      expect(forecast(rows).series[0]).toMatchObject({ next: null, why: 'few-years' });
      expect(codes(rows)).toEqual(['forecast-few-years']);
    }
  );

  it('a growth of -100 % foresees zero, with a range above it, and says so', () => {
    const rows = table([0, 0, 0, 0, 0], [40, 0, null, null, 0]);
    const found = forecast(rows, { horizon: 3 });
    expect(found.growth).toBe(-1);
    for (const { value, low, high } of found.series[1]!.next!) {
      expect([value, low]).toEqual([0, 0]);
      expect(high).toBeGreaterThan(0);
    }
    expect(codes(rows)).toContain('forecast-gone');
  });

  it('counts that were always zero give no growth to measure', () => {
    expect(sharedGrowth({ series: [{ id: 'a', values: [0, 0, 0] }], total: null })).toBeNull();
  });

  it('no series at all: no forecast, no failure', () => {
    expect(forecast({ years: [], series: [] }).total).toEqual({ next: null, why: 'protected' });
  });
});
