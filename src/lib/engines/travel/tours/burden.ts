// What a week on the road is for a referent: hours, km, euros and CO2, from weeks drawn at random and rounds really made.
import { mileageEuros } from './burden-parameters.ts';
import type { BurdenParameters } from './burden-parameters.ts';
import { NO_WAY } from '../travel-times.ts';
import type { Matrix } from '../travel-times.ts';
import { shortestTour, tourCost } from './shortest-tour.ts';

/** Places are numbers of rows of a square matrix. */
export interface Round {
  base: number;
  /** Expected visits a week, not always whole. */
  stops: readonly { place: number; visits: number }[];
  /** Minutes of meetings a week. */
  meetings: number;
}

export interface Spread {
  median: number;
  p10: number;
  p90: number;
  mean: number;
}

export interface Burden {
  /** Hours a week. `driving` counts parking too; `share` is the part of all hours spent on the road. */
  hours: { visits: Spread; driving: Spread; meetings: number; total: Spread; share: Spread };
  km: Spread;
  euros: Spread;
  /** kg. */
  co2: Spread;
  /** The stop farthest from the base, seconds one way, or null without any. */
  farthest: { place: number; seconds: number } | null;
  /** Stops that cannot be reached there and back: left out of all figures. */
  unreachable: number[];
}

/** Values at 10, 50 and 90 % (nearest rank), and the mean. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { median: at(0.5), p10: at(0.1), p90: at(0.9), mean };
}

/** Repeatable numbers in [0, 1): xorshift32. */
function drawer(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** Visits of one week, dealt to its outings. A fraction of a visit falls with that chance; appointments decide of the day. */
function drawWeek(stops: Round['stops'], outings: number, draw: () => number): number[][] {
  const visits = stops.flatMap(({ place, visits: expected }) => {
    const whole = Math.floor(expected) + (draw() < expected % 1 ? 1 : 0);
    return new Array<number>(whole).fill(place);
  });
  for (let i = visits.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [visits[i], visits[j]] = [visits[j]!, visits[i]!];
  }
  const days: number[][] = Array.from({ length: Math.max(1, outings) }, () => []);
  visits.forEach((place, i) => days[i % days.length]!.push(place));
  return days;
}

/** Where no way leads from one stop to another, one goes by the base: all stops are reached from it and back. Changes both. */
function passByBase(
  { size, cost }: { size: number; cost: Float64Array },
  metres: { cost: Int32Array },
  base: number,
  stops: Round['stops']
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

/** Burden of a referent over a square matrix of one mode. */
export function burden(round: Round, matrix: Matrix, parameters: BurdenParameters): Burden {
  const size = matrix.destinations;
  const costs = {
    size,
    cost: Float64Array.from(matrix.seconds, (s) => (s === NO_WAY ? Infinity : s))
  };
  const metres = { size, cost: matrix.metres?.slice() ?? new Int32Array(size * size) };
  const reached = ({ place }: { place: number }) =>
    costs.cost[round.base * size + place]! < Infinity && costs.cost[place * size + round.base]! < Infinity;
  const stops = round.stops.filter(reached);
  passByBase(costs, metres, round.base, stops);
  const draw = drawer(parameters.seed);
  const weeks = Array.from({ length: parameters.weeks }, () => {
    let [visits, seconds, travelled] = [0, 0, 0];
    for (const day of drawWeek(stops, parameters.outings, draw)) {
      const { order, cost } = shortestTour(costs, round.base, day);
      visits += day.length;
      seconds += cost + order.length * parameters.parkingMinutes * 60;
      travelled += tourCost(metres, round.base, order);
    }
    const hours = {
      visits: (visits * parameters.visitMinutes) / 60,
      driving: seconds / 3600,
      meetings: round.meetings / 60
    };
    return { ...hours, total: hours.visits + hours.driving + hours.meetings, km: travelled / 1000 };
  });
  const km = spreadOf(weeks.map((week) => week.km));
  const year = km.mean * parameters.weeksPerYear;
  const rate = parameters.mode === 'car' && year > 0 ? mileageEuros(year, parameters.rates) / year : 0;
  const farthest = stops
    .map(({ place }) => ({ place, seconds: costs.cost[round.base * size + place]! }))
    .reduce<Burden['farthest']>(
      (worst, stop) => (worst && worst.seconds >= stop.seconds ? worst : stop),
      null
    );
  const of = (figure: (week: (typeof weeks)[number]) => number) => spreadOf(weeks.map(figure));
  return {
    hours: {
      visits: of((week) => week.visits),
      driving: of((week) => week.driving),
      meetings: round.meetings / 60,
      total: of((week) => week.total),
      share: of((week) => (week.total > 0 ? week.driving / week.total : 0))
    },
    km,
    euros: of((week) => week.km * rate),
    co2: of((week) => week.km * parameters.co2),
    farthest,
    unreachable: round.stops.filter((stop) => !reached(stop)).map(({ place }) => place)
  };
}
