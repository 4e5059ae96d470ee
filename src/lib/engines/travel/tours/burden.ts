// Weekly travel burden of a referent: hours, km, euros and CO2, over weeks drawn at random, each outing being a shortest tour.
import { localTables } from '../../../model/travel/local-leg.ts';
import { shortestTour, tourCost } from '../../../algorithms/shortest-tour.ts';
import type { TravelSpread, Burden } from '../../../model/travel/team-travel.ts';
import { mean, nearestRank } from '../../../algorithms/statistics.ts';
import { localPace } from '../../../model/travel/home-radius.ts';
import { STRAIGHT_LINE_DETOUR } from '../../../model/travel/travel-settings.ts';
import { NO_ROUTE, type Matrix } from '../../../model/travel/travel-times.ts';
import { mileageEuros, type BurdenParameters } from './burden-parameters.ts';
import { sampleWeeks } from './sampled-weeks.ts';

/** The work of a referent that calls for journeys; places are rows of a square matrix. */
export interface PostTours {
  base: number;
  /** Expected visits a week, not always whole. */
  stops: readonly {
    place: number;
    visits: number;
    /** Straight metres within which the homes of the visits are; 0 by default: at the place. */
    radius?: number;
    /** Minutes a week at the visits, as the workload form rounds them; visits times their length where absent. */
    minutes?: number;
  }[];
  /** Share of the visits at a neutral place beside their school; 0 by default. */
  neutralShare?: number;
  /** Minutes a week of meetings and liaison. */
  meetings: number;
}

/** Percentiles 10, 50 and 90 (nearest rank), and the mean. */
export function spreadOf(values: readonly number[]): TravelSpread {
  const at = (share: number) => nearestRank(values, share) ?? 0;
  return { median: at(0.5), p10: at(0.1), p90: at(0.9), mean: mean(values) ?? 0 };
}

/** Visits of each stop called at, in each outing of a week. */
function outingsOf(week: Int32Array, outings: number): Map<number, number>[] {
  const days = Array.from({ length: Math.max(1, outings) }, () => new Map<number, number>());
  week.forEach((stop, i) => {
    const day = days[i % days.length]!;
    day.set(stop, (day.get(stop) ?? 0) + 1);
  });
  return days;
}

/** Replaces missing routes between two stops by the route through the base, from which every stop is reached there and back. In place. */
function routeThroughBase(
  { size, cost }: { size: number; cost: Float64Array },
  metres: { cost: Int32Array },
  base: number,
  stops: PostTours['stops']
): void {
  for (const { place: from } of stops) {
    for (const { place: to } of stops) {
      const cell = from * size + to;
      if (cost[cell]! < Infinity) continue;
      const [back, out] = [from * size + base, base * size + to];
      cost[cell] = cost[back]! + cost[out]!;
      metres.cost[cell] = metres.cost[back]! + metres.cost[out]!;
    }
  }
}

/**
 * Weekly burden of a referent. Visits are at homes that nobody knows: each outing is a tour through the schools called at, and around each of
 * them its visits each ask for parking, and together for a way among homes (docs/deplacements.md).
 *
 * @param matrix square, of the mode of the parameters
 */
export function burden(workload: PostTours, matrix: Matrix, parameters: BurdenParameters): Burden {
  const size = matrix.destinations;
  const costs = {
    size,
    cost: Float64Array.from(matrix.seconds, (s) => (s === NO_ROUTE ? Infinity : s))
  };
  const metres = { size, cost: matrix.metres?.slice() ?? new Int32Array(size * size) };
  const reached = ({ place }: { place: number }) =>
    costs.cost[workload.base * size + place]! < Infinity &&
    costs.cost[place * size + workload.base]! < Infinity;
  const stops = workload.stops.filter(reached);
  routeThroughBase(costs, metres, workload.base, stops);
  const expectedVisits = stops.map((stop) => stop.visits);
  const tables = localTables(
    workload.neutralShare ?? 0,
    expectedVisits.reduce((most, visits) => Math.max(most, Math.floor(visits) + 1), 0)
  );
  const pace = localPace(parameters.mode, parameters.peak);
  // By bus they are walked, and are no km of the bus.
  const detour = parameters.mode === 'transit' ? 0 : STRAIGHT_LINE_DETOUR;
  const weeks: (Record<'visits' | 'driving' | 'meetings' | 'total', number> & { km: number })[] = [];
  sampleWeeks(expectedVisits, expectedVisits.length, parameters, (week, count) => {
    let [visits, seconds, travelled] = [0, 0, 0];
    for (const day of outingsOf(week.subarray(0, count), parameters.outings)) {
      const called = Array.from(day.keys(), (stop) => stops[stop]!.place);
      const { order, cost } = shortestTour(costs, workload.base, called);
      seconds += cost;
      travelled += tourCost(metres, workload.base, order);
      for (const [stop, met] of day) {
        const straight = (stops[stop]!.radius ?? 0) * tables.legs[met]!;
        visits += met;
        seconds += tables.parkings[met]! * parameters.parkingMinutes * 60 + straight * pace;
        travelled += straight * detour;
      }
    }
    const hours = {
      visits: (visits * parameters.visitMinutes) / 60,
      driving: seconds / 3600,
      meetings: workload.meetings / 60
    };
    const total = hours.visits + hours.driving + hours.meetings;
    weeks.push({ ...hours, total, km: travelled / 1000 });
  });
  const km = spreadOf(weeks.map((week) => week.km));
  const year = km.mean * parameters.weeksPerYear;
  const rate = parameters.mode === 'car' && year > 0 ? mileageEuros(year, parameters.rates) / year : 0;
  const farthest = stops
    .map(({ place }) => ({ place, seconds: costs.cost[workload.base * size + place]! }))
    .reduce<Burden['farthest']>(
      (worst, stop) => (worst && worst.seconds >= stop.seconds ? worst : stop),
      null
    );
  const minutesOf = ({ visits, minutes = visits * parameters.visitMinutes }: PostTours['stops'][number]) =>
    minutes;
  const expected = stops.reduce((sum, stop) => sum + minutesOf(stop), 0) / 60;
  const of = (figure: (week: (typeof weeks)[number]) => number) => spreadOf(weeks.map(figure));
  const driving = of((week) => week.driving);
  const meetings = workload.meetings / 60;
  return {
    hours: {
      visits: { ...of((week) => week.visits), mean: expected },
      driving,
      meetings,
      total: { ...of((week) => week.total), mean: expected + driving.mean + meetings },
      share: of((week) => (week.total > 0 ? week.driving / week.total : 0))
    },
    km,
    euros: of((week) => week.km * rate),
    co2: of((week) => week.km * parameters.co2),
    farthest,
    unreachable: workload.stops.filter((stop) => !reached(stop)).map(({ place }) => place)
  };
}
