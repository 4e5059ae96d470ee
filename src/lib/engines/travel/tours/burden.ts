// Weekly travel burden of a referent: hours, km, euros and CO2, over weeks drawn at random, each outing being a shortest tour.
import { shortestTour, tourCost } from '../../../algorithms/shortest-tour.ts';
import type { TravelSpread, Burden } from '../../../model/travel/team-travel.ts';
import { mean, nearestRank } from '../../../algorithms/statistics.ts';
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
    /** Minutes a week at the visits, as the workload form rounds them; visits times their length where absent. */
    minutes?: number;
  }[];
  /** Minutes a week of meetings and liaison. */
  meetings: number;
}

/** Percentiles 10, 50 and 90 (nearest rank), and the mean. */
export function spreadOf(values: readonly number[]): TravelSpread {
  const at = (share: number) => nearestRank(values, share) ?? 0;
  return { median: at(0.5), p10: at(0.1), p90: at(0.9), mean: mean(values) ?? 0 };
}

/** The places called at in each outing of a week. */
function outingsOf(week: Int32Array, stops: PostTours['stops'], outings: number): number[][] {
  const days: number[][] = Array.from({ length: Math.max(1, outings) }, () => []);
  week.forEach((stop, i) => days[i % days.length]!.push(stops[stop]!.place));
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
 * Weekly burden of a referent.
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
  const weeks: (Record<'visits' | 'driving' | 'meetings' | 'total', number> & { km: number })[] = [];
  sampleWeeks(expectedVisits, expectedVisits.length, parameters, (week, count) => {
    let [visits, seconds, travelled] = [0, 0, 0];
    for (const day of outingsOf(week.subarray(0, count), stops, parameters.outings)) {
      const { order, cost } = shortestTour(costs, workload.base, day);
      visits += day.length;
      seconds += cost + order.length * parameters.parkingMinutes * 60;
      travelled += tourCost(metres, workload.base, order);
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
