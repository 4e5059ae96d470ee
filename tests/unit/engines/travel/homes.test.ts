// The road of visits to homes that nobody knows: what it adds to tours between schools, and that every search counts the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedLocalLeg, localLeg, localTables } from '../../../../src/lib/model/travel/local-leg.ts';
import { shortestTour } from '../../../../src/lib/algorithms/shortest-tour.ts';
import {
  SampledRoads,
  shortestLengths,
  type TourPlaces
} from '../../../../src/lib/engines/cards/roads/sampled-roads.ts';
import { localMinutes, roadDemand } from '../../../../src/lib/engines/assignment/index.ts';
import { burden } from '../../../../src/lib/engines/travel/tours/burden.ts';
import { burdenParameters } from '../../../../src/lib/engines/travel/tours/burden-parameters.ts';
import { sampleWeeks, USUAL_DRAW } from '../../../../src/lib/engines/travel/tours/sampled-weeks.ts';
import { localPace, ownHomeMetres } from '../../../../src/lib/model/travel/home-radius.ts';
import { USUAL_ROAD } from '../../../../src/lib/model/travel/travel-settings.ts';
import { NO_ROUTE, type Matrix } from '../../../../src/lib/model/travel/travel-times.ts';

const matrixOf = (seconds: readonly number[], size: number): Matrix => ({
  ...{ origins: size, destinations: size, seconds: Int32Array.from(seconds) },
  metres: Int32Array.from(seconds, (one) => Math.max(0, one) * 10),
  meta: { engine: '', dataDate: '', calibration: '' }
});

/** A post at the first place, a school at each other one. */
const team = fc.integer({ min: 1, max: 5 }).chain((schools) =>
  fc.record({
    visits: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: schools, maxLength: schools }),
    radii: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: schools, maxLength: schools }),
    times: fc.array(
      fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 30, max: 1800 }) }, fc.constant(NO_ROUTE)),
      {
        minLength: (schools + 1) ** 2,
        maxLength: (schools + 1) ** 2
      }
    ),
    neutralShare: fc.constantFrom<number[]>(0, 0, 0.2, 1),
    parkingMinutes: fc.integer({ min: 0, max: 5 }),
    outings: fc.integer({ min: 1, max: 5 }),
    atBase: fc.boolean()
  })
);
type Team = typeof team extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const seconds = ({ times, visits }: Team) => {
  const size = visits.length + 1;
  return times.map((one, at) => (Math.floor(at / size) === at % size ? 0 : one));
};
function driven(drawn: Team, changes: Partial<Team> = {}) {
  const { visits, radii, neutralShare, parkingMinutes, outings, atBase } = { ...drawn, ...changes };
  const stops = visits.map((one, k) => ({
    place: atBase && k === 0 ? 0 : k + 1,
    visits: one / 100,
    radius: radii[k]!
  }));
  const matrix = matrixOf(seconds(drawn), visits.length + 1);
  const parameters = burdenParameters('car', { parkingMinutes, outings });
  return burden({ base: 0, stops, neutralShare, meetings: 0 }, matrix, parameters);
}
const minutes = (drawn: Team, changes?: Partial<Team>) => 60 * driven(drawn, changes).hours.driving.mean;

/** The road to schools: each is called at once an outing, whatever its visits. */
function roadToSchools(drawn: Team, parking: number): number {
  const { visits, outings, atBase } = drawn;
  const size = visits.length + 1;
  const cost = seconds(drawn).map((one) => (one === NO_ROUTE ? Infinity : one));
  const known = visits.map((one, k) => ({ place: atBase && k === 0 ? 0 : k + 1, visits: one / 100 }));
  const stops = known.filter(({ place }) => cost[place]! < Infinity && cost[place * size]! < Infinity);
  for (const { place: a } of stops)
    for (const { place: b } of stops)
      if (cost[a * size + b] === Infinity) cost[a * size + b] = cost[a * size]! + cost[b]!;
  let sum = 0;
  sampleWeeks(
    stops.map((stop) => stop.visits),
    stops.length,
    USUAL_DRAW,
    (week, count) => {
      for (let outing = 0; outing < outings; outing++) {
        const called = Array.from(week.subarray(0, count)).flatMap((stop, k) =>
          k % outings === outing ? [stops[stop]!.place] : []
        );
        const tour = shortestTour({ size, cost }, 0, called);
        sum += tour.cost + tour.order.length * parking * 60;
      }
    }
  );
  return sum / USUAL_DRAW.weeks / 60;
}

describe('the road to homes around schools', () => {
  it('is the driving between schools, to the second, where families live at the school and nobody parks', () => {
    fc.assert(
      fc.property(team, (drawn) => {
        const here = { parkingMinutes: 0, radii: drawn.radii.map(() => 0) };
        expect(minutes(drawn, here)).toBeCloseTo(roadToSchools(drawn, 0), 9);
      }),
      { numRuns: 150 }
    );
  });

  it('adds parking at every visit where families live at the school', () => {
    fc.assert(
      fc.property(team, (drawn) => {
        const here = { neutralShare: 0, radii: drawn.radii.map(() => 0) };
        const { hours } = driven(drawn, here);
        const free = driven(drawn, { ...here, parkingMinutes: 0 });
        expect(60 * (hours.driving.mean - free.hours.driving.mean)).toBeCloseTo(
          drawn.parkingMinutes * weeksMean(drawn),
          9
        );
      }),
      { numRuns: 150 }
    );
  });

  it('grows with the radius, the parking and the visits, and is never below the road to schools', () => {
    fc.assert(
      fc.property(team, fc.integer({ min: 1, max: 500 }), (drawn, more) => {
        const now = minutes(drawn);
        expect(minutes(drawn, { radii: drawn.radii.map((one) => one + more) })).toBeGreaterThanOrEqual(
          now - 1e-9
        );
        expect(minutes(drawn, { parkingMinutes: drawn.parkingMinutes + 1 })).toBeGreaterThanOrEqual(
          now - 1e-9
        );
        const homes = minutes(drawn, { neutralShare: 0, atBase: false });
        expect(homes).toBeGreaterThanOrEqual(
          roadToSchools({ ...drawn, atBase: false }, drawn.parkingMinutes) - 1e-9
        );
      }),
      { numRuns: 100 }
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 1, max: 400 }), (visits, more) => {
        const demand = (count: number) =>
          roadDemand({ tripScale: 1 })({ visits: count / 100, homeMetres: 600 });
        expect(demand(visits + more).stopMinutes).toBeGreaterThan(demand(visits).stopMinutes);
      })
    );
  });

  it('costs one more visit to a school already met its parking and its part of the way, and no more', () => {
    const known = { seconds: [0, 600, 600, 0], size: 2 };
    const matrix = matrixOf(known.seconds, known.size);
    const week = (visits: number) =>
      burden(
        { base: 0, stops: [{ place: 1, visits, radius: 600 }], meetings: 0 },
        matrix,
        burdenParameters('car', { outings: 1 })
      ).hours.driving.median * 3600;
    const leg = 600 * localPace('car', 1) * (localLeg(3) - localLeg(2));
    expect(week(3) - week(2)).toBeCloseTo(120 + leg, 6);
    expect(Math.round(600 * localPace('car', 1))).toBe(128);
  });

  it('is longer where families live farther, at equal visits, in the page, in the cards and in the estimate', () => {
    const size = 3;
    const times = [0, 600, 600, 600, 0, 300, 600, 300, 0];
    const near = { place: 1, visits: 6, radius: 400 };
    const far = { ...near, radius: 1200 };
    const page = ({ place, visits, radius }: typeof near) =>
      60 * burden({ base: 0, stops: [{ place, visits, radius }], meetings: 0 }, matrixOf(times, size), burdenParameters('car')).hours.driving.mean; // prettier-ignore
    const places: TourPlaces = {
      ...{ seconds: times, size, bases: {}, baseRows: [0], blocks: [[0], [1]] },
      schools: [near, far].map(({ radius, visits }, at) => ({
        ...{ uai: String(at), row: 1, visits, homes: radius * localPace('car', 1) }
      }))
    };
    const cards = new SampledRoads(places, shortestLengths(places));
    expect(page(far)).toBeGreaterThan(page(near) + 1);
    expect([cards.minutes(0, [0]), cards.minutes(0, [1])]).toEqual(
      [page(near), page(far)].map((one) => expect.closeTo(one, 9) as number)
    );
    const estimate = (homeMetres: number) => roadDemand({ tripScale: 1 })({ visits: 6, homeMetres });
    expect(estimate(1200).stopMinutes).toBeGreaterThan(estimate(400).stopMinutes + 1);
    expect(estimate(1200).visits).toBe(estimate(400).visits);
  });

  it('is the same in a search of cards as on the page, with radii, neutral places, a school at the base or out of reach', () => {
    fc.assert(
      fc.property(team, (drawn) => {
        const size = drawn.visits.length + 1;
        const places: TourPlaces = {
          ...{
            seconds: seconds(drawn),
            size,
            bases: {},
            baseRows: [0],
            blocks: [drawn.visits.map((_, k) => k)]
          },
          road: { outings: drawn.outings, parkingMinutes: drawn.parkingMinutes },
          neutralShare: drawn.neutralShare,
          schools: drawn.visits.map((visits, k) => ({
            ...{ uai: String(k), row: drawn.atBase && k === 0 ? 0 : k + 1, visits: visits / 100 },
            homes: drawn.radii[k]! * localPace('car', 1)
          }))
        };
        const searched = new SampledRoads(places, shortestLengths(places)).minutes(
          0,
          places.blocks.map((_, b) => b)
        );
        expect(Math.abs(searched - minutes(drawn))).toBeLessThan(1e-9 * Math.max(1, searched));
      }),
      { numRuns: 200 }
    );
  });

  it('adds nearly the same way among homes under every plan, by the weeks drawn and in expectation', () => {
    const count = 12;
    const schools = Array.from({ length: count }, (_, k) => ({
      visits: 1.3 + ((k * 0.7) % 2.4),
      homeMetres: 400 + ((k * 170) % 800)
    }));
    const size = count + 1;
    const times = Array.from({ length: size * size }, (_, at) =>
      Math.floor(at / size) === at % size ? 0 : 400 + ((at * 37) % 600)
    );
    const road = (own: readonly number[], radius: number) => {
      const stops = own.map((k) => ({
        ...{ place: k + 1, visits: schools[k]!.visits },
        radius: radius * schools[k]!.homeMetres
      }));
      const parameters = burdenParameters('car', { weeks: 300 });
      return (
        60 * burden({ base: 0, stops, meetings: 0 }, matrixOf(times, size), parameters).hours.driving.mean
      );
    };
    const added = (posts: number, step: number) =>
      Array.from({ length: posts }, (_, post) =>
        schools.flatMap((__, k) => (Math.floor(k / step) % posts === post ? [k] : []))
      ).reduce((sum, own) => sum + road(own, 1) - road(own, 0), 0);
    const expected = schools.reduce((sum, school) => sum + localMinutes(school, USUAL_ROAD), 0);
    const plans = [added(2, 1), added(2, 2), added(2, 3), added(2, 6)];
    expect(Math.max(...plans) / Math.min(...plans)).toBeLessThan(1.03);
    // Visits are dealt evenly to the outings of a week: a little fewer meet than independent ones would.
    for (const one of plans) expect(one / expected).toBeGreaterThan(0.85);
    for (const one of plans) expect(one / expected).toBeLessThan(1.01);
  });

  it('is estimated by the mean of the way over the outings that are drawn for a school alone', () => {
    for (const visits of [0.3, 1, 2.6, 9]) {
      const one = expectedLocalLeg(visits, 1 / 4);
      let sum = 0;
      for (let k = 0; k < 60_000; k++) {
        const whole = Math.floor(visits) + ((k * 0.618034) % 1 < visits % 1 ? 1 : 0);
        let met = 0;
        for (let v = 0; v < whole; v++)
          if (((k + 1) * (v + 1) * 0.7548776662 + v * 0.569840291) % 1 < 1 / 4) met++;
        sum += localLeg(met);
      }
      expect(one).toBeGreaterThanOrEqual(0);
      if (visits === 1) expect(one).toBeCloseTo(0.25 * localLeg(1), 12);
      expect(Math.abs(sum / 60_000 - one)).toBeLessThan(0.05 + 0.1 * one);
    }
  });

  it('takes all the neutral visits of an outing at one stop', () => {
    expect(Array.from(localTables(1, 3).parkings)).toEqual([0, 1, 1, 1]);
    expect(Array.from(localTables(1, 3).legs)).toEqual([0, 0, 0, 0]);
    expect(Array.from(localTables(0, 3).parkings)).toEqual([0, 1, 2, 3]);
    const half = localTables(0.5, 2);
    expect(half.parkings[2]).toBeCloseTo(0.25 * 2 + 0.5 * 2 + 0.25, 12);
    expect(half.legs[2]).toBeCloseTo(0.25 * localLeg(2) + 0.5 * localLeg(1), 12);
  });

  it('takes a school for its own part of its commune, held between 300 and 1,500 m, and 600 m where the area is not known', () => {
    expect(ownHomeMetres(1000, 9)).toBe(595);
    expect([
      ownHomeMetres(10, 5),
      ownHomeMetres(9000, 1),
      ownHomeMetres(null, 4),
      ownHomeMetres(500, 0)
    ]).toEqual([300, 1500, 600, 600]);
  });
});

/** Visits drawn, a week: a post without a way to its school makes none. */
function weeksMean(drawn: Team): number {
  const size = drawn.visits.length + 1;
  const cost = seconds(drawn);
  const reached = drawn.visits.flatMap((one, k) => {
    const place = drawn.atBase && k === 0 ? 0 : k + 1;
    return cost[place] === NO_ROUTE || cost[place * size] === NO_ROUTE ? [] : [one / 100];
  });
  let sum = 0;
  sampleWeeks(reached, reached.length, USUAL_DRAW, (_, count) => (sum += count));
  return sum / USUAL_DRAW.weeks;
}
