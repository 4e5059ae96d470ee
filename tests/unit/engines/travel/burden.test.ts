// A referent's week is what its parameters say.
import { describe, expect, it } from 'vitest';
import {
  burdenParameters,
  mileageEuros
} from '../../../../src/lib/engines/travel/tours/burden-parameters.ts';
import { burden, spreadOf } from '../../../../src/lib/engines/travel/tours/burden.ts';
import { NO_ROUTE, type Matrix } from '../../../../src/lib/model/travel/travel-times.ts';

/** Places 600 s and 6 km apart along a line; the last one out of reach. */
const LINE: Matrix = {
  origins: 4,
  destinations: 4,
  seconds: Int32Array.from({ length: 16 }, (_, cell) => {
    const [a, b] = [Math.floor(cell / 4), cell % 4];
    return a === b ? 0 : a === 3 || b === 3 ? NO_ROUTE : 600 * Math.abs(a - b);
  }),
  metres: Int32Array.from({ length: 16 }, (_, cell) => 6000 * Math.abs(Math.floor(cell / 4) - (cell % 4))),
  meta: { engine: '', dataDate: '', calibration: '' }
};

describe('a week on the road', () => {
  const round = {
    base: 0,
    stops: [
      { place: 1, visits: 1 },
      { place: 2, visits: 1 },
      { place: 3, visits: 1 }
    ],
    meetings: 90
  };
  const one = burdenParameters('car', { outings: 1 });

  it('adds visits, driving, parking and meetings', () => {
    const { hours, km, co2, euros, farthest, unreachable } = burden(round, LINE, one);
    expect(hours.visits.median).toBe(2);
    // 40 minutes out and back, two minutes at each stop.
    expect(hours.driving.median).toBeCloseTo(44 / 60, 9);
    expect([hours.meetings, hours.total.median]).toEqual([1.5, 2 + 44 / 60 + 1.5]);
    expect(hours.share.median).toBeCloseTo(44 / 60 / (3.5 + 44 / 60), 9);
    expect(km.median).toBe(24);
    expect(co2.median).toBeCloseTo(24 * 0.2176, 9);
    expect(euros.median).toBeCloseTo(24 * 0.32, 9);
    expect(farthest).toEqual({ place: 2, seconds: 1200 });
    expect(unreachable).toEqual([3]);
  });

  it('has no parking nor mileage on a bicycle, and grows with the number of outings', () => {
    const bike = burden(round, LINE, burdenParameters('bike', { outings: 1 }));
    expect([bike.hours.driving.median * 60, bike.euros.median]).toEqual([40, 0]);
    expect(burden(round, LINE, burdenParameters('bike', { outings: 2 })).hours.driving.median * 60).toBe(60);
  });

  it('varies from week to week with the visits, the same way for the same seed', () => {
    const parts = {
      ...round,
      stops: [
        { place: 1, visits: 0.5 },
        { place: 2, visits: 1.3 }
      ]
    };
    const first = burden(parts, LINE, burdenParameters('car', { seed: 7, weeks: 400 }));
    expect(burden(parts, LINE, burdenParameters('car', { seed: 7, weeks: 400 }))).toEqual(first);
    expect(burden(parts, LINE, burdenParameters('car', { seed: 8, weeks: 400 }))).not.toEqual(first);
    expect(first.hours.visits.mean).toBeCloseTo(1.8, 0.5);
    expect(first.km.p10).toBeLessThan(first.km.p90);
    expect(first.km.p10).toBeLessThanOrEqual(first.km.median);
  });

  it('is empty without visits', () => {
    const { km, farthest, hours } = burden({ base: 0, stops: [], meetings: 0 }, LINE, one);
    expect([km.median, farthest, hours.share.median]).toEqual([0, null, 0]);
  });

  it('pays each bracket of km at its own rate', () => {
    expect(mileageEuros(2000, one.rates)).toBeCloseTo(640, 9);
    expect(mileageEuros(3000, one.rates)).toBeCloseTo(1040, 9);
    expect(mileageEuros(12_000, one.rates)).toBeCloseTo(640 + 3200 + 460, 9);
  });

  it('is summed up by nearest ranks', () => {
    expect(spreadOf([5, 1, 4, 2, 3, 6, 7, 8, 9, 10])).toEqual({ median: 5, p10: 1, p90: 9, mean: 5.5 });
    expect(spreadOf([])).toEqual({ median: 0, p10: 0, p90: 0, mean: 0 });
  });
});
