// The road of a post by sampled tours: the weeks that pages draw, each outing a tour, shortest (as pages show) or nearly (for searches).
import { localTables, type LocalTables } from '../../../model/travel/local-leg.ts';
import { random } from '../../../algorithms/random.ts';
import { tourLengths } from '../../../algorithms/tour-length.ts';
import { NO_ROUTE } from '../../../model/travel/travel-times.ts';
import { USUAL_ROAD } from '../../../model/travel/travel-settings.ts';
import { sampleWeeks, USUAL_DRAW } from '../../travel/index.ts';
import type { CardPlaces } from '../cards.ts';
import type { PostRoads } from './post-roads.ts';
import { QuickTours } from './quick-tour.ts';

const MINUTE = 60;

/** Seconds of the tour from `base` through the first `count` stops, and back. */
type TourLength = (base: number, stops: Int32Array, count: number) => number;

/** Places with the schools of each block. */
export interface TourPlaces extends CardPlaces {
  /** Of each referent; null where it has none: it is never on the road. */
  baseRows: readonly (number | null)[];
  /** Schools of each block, as indices among `schools`, ascending. */
  blocks: readonly (readonly number[])[];
}

const stepsOf = (table: Float64Array): Float64Array =>
  table.subarray(1).map((one, before) => one - table[before]!);

/** Minutes on the road a week, the mean of the sampled weeks. Schools out of reach there or back are left out, as on pages. */
export class SampledRoads implements PostRoads {
  readonly #reached: readonly Uint8Array[];
  readonly #stops = new Int32Array(512);
  readonly #met: Int32Array;
  /** Visits to each place in an outing, where it is met. */
  readonly #calls: Int32Array;
  /** What one visit more adds, by those before it. */
  readonly #steps: LocalTables;
  /** Of the schools that are called at: place, expected visits, and seconds for the radius of its families. */
  readonly #rows: Int32Array;
  readonly #visits: Float64Array;
  readonly #homes: Float64Array;
  #mark = 0;

  constructor(
    readonly places: TourPlaces,
    readonly lengthOf: TourLength
  ) {
    const { size, baseRows, schools } = places;
    const seconds = places.seconds;
    this.#met = new Int32Array(size);
    this.#calls = new Int32Array(size);
    const most = schools.reduce((all, { visits }) => Math.max(all, Math.floor(visits) + 1), 0);
    const { parkings, legs } = localTables(places.neutralShare ?? 0, most);
    this.#steps = { parkings: stepsOf(parkings), legs: stepsOf(legs) };
    this.#rows = new Int32Array(schools.length);
    this.#visits = new Float64Array(schools.length);
    this.#homes = new Float64Array(schools.length);
    this.#reached = baseRows.map((base) =>
      Uint8Array.from(schools, ({ row }) =>
        base !== null &&
        row !== null &&
        seconds[base * size + row] !== NO_ROUTE &&
        seconds[row * size + base] !== NO_ROUTE
          ? 1
          : 0
      )
    );
  }

  minutes(post: number, blocks: readonly number[]): number {
    const { places, lengthOf } = this;
    const base = places.baseRows[post] ?? null;
    if (base === null) return 0;
    const called = this.#called(post, blocks);
    const [rows, visits, homes, stops] = [this.#rows, this.#visits, this.#homes, this.#stops];
    const [met, calls] = [this.#met, this.#calls];
    const { parkings, legs } = this.#steps;
    for (let k = 0; k < called.length; k++) {
      const school = places.schools[called[k]!]!;
      rows[k] = school.row!;
      visits[k] = school.visits;
      homes[k] = school.homes ?? 0;
    }
    const { outings, parkingMinutes } = places.road ?? USUAL_ROAD;
    let seconds = 0;
    let parked = 0;
    sampleWeeks(visits, called.length, USUAL_DRAW, (week, all) => {
      for (let outing = 0; outing < outings; outing++) {
        let count = 0;
        const mark = ++this.#mark;
        for (let k = outing; k < all; k += outings) {
          const school = week[k]!;
          const row = rows[school]!;
          if (met[row] === mark) {
            const before = calls[row]!++;
            parked += parkings[before]!;
            seconds += legs[before]! * homes[school]!;
            continue;
          }
          met[row] = mark;
          calls[row] = 1;
          parked += parkings[0]!;
          seconds += legs[0]! * homes[school]!;
          if (row !== base) stops[count++] = row;
        }
        if (count > 0) seconds += lengthOf(base, stops, count);
      }
    });
    return (seconds / MINUTE + parked * parkingMinutes) / USUAL_DRAW.weeks;
  }

  /** Schools of some blocks that a post can reach, in the order of the pages. */
  #called(post: number, blocks: readonly number[]): number[] {
    const called: number[] = [];
    for (const b of blocks) {
      for (const school of this.places.blocks[b]!)
        if (this.#reached[post]![school] === 1) called.push(school);
    }
    return called.sort((a, b) => a - b);
  }
}

/** Times from a base, a missing route between two stops being the one through the base, as pages take it; the same for all where none misses. */
function costsByBase({ seconds, size }: CardPlaces): (base: number) => Float64Array {
  const known = Float64Array.from(seconds, (one) => (one === NO_ROUTE ? Infinity : one));
  if (!known.includes(Infinity)) return () => known;
  return byBase((base) =>
    known.map((one, at) =>
      one < Infinity ? one : known[Math.floor(at / size) * size + base]! + known[base * size + (at % size)]!
    )
  );
}

function byBase<Value>(make: (base: number) => Value): (base: number) => Value {
  const made = new Map<number, Value>();
  return (base) => {
    const known = made.get(base);
    if (known !== undefined) return known;
    const value = make(base);
    made.set(base, value);
    return value;
  };
}

/** Shortest tours, as pages compute them. */
export function shortestLengths(places: CardPlaces): TourLength {
  const costsOf = costsByBase(places);
  const lengthsOf = byBase((base) => tourLengths({ size: places.size, cost: costsOf(base) }));
  return kept(places.size, (base, stops, count) => lengthsOf(base)(base, stops, count));
}

/** Stops from which a search is content with a quick tour: an exact one doubles its work with each stop, and a search ends in exact tours. */
const MANY = 6;

/** Nearly the shortest: a quick tour where there are many stops. */
export function quickLengths(places: CardPlaces): TourLength {
  const { size } = places;
  const costsOf = costsByBase(places);
  const exactOf = byBase((base) => tourLengths({ size, cost: costsOf(base) }));
  const quickOf = byBase((base) => {
    const seconds = costsOf(base);
    return new QuickTours(
      seconds.map((there, at) => (there + seconds[(at % size) * size + Math.floor(at / size)]!) / 2),
      size
    );
  });
  return kept(size, (base, stops, count) =>
    count < MANY ? exactOf(base)(base, stops, count) : quickOf(base).length(base, stops, count)
  );
}

/** Entries of a table of tours met: a power of two, 16 MB for a territory of a hundred places. */
const toursKept = (places: number) => 1 << Math.min(20, 32 - Math.clz32(places ** 3));

/** Stops up to which a tour is sooner computed than looked for. */
const FEW = 3;

/** Each length kept under its base and stops: near the best plans almost every outing has been met before. */
function kept(size: number, lengthOf: TourLength): TourLength {
  const draw = random(size);
  const codes = () => Int32Array.from({ length: size }, () => Math.floor(draw() * 2 ** 32) | 0);
  const [stopCode, stopCheck, baseCode, baseCheck] = [codes(), codes(), codes(), codes()];
  const entries = toursKept(size);
  const keys = new Int32Array(entries);
  const checks = new Int32Array(entries);
  const lengths = new Float64Array(entries);
  return (base, stops, count) => {
    if (count <= FEW) return lengthOf(base, stops, count);
    let key = baseCode[base]!;
    let check = baseCheck[base]!;
    for (let k = 0; k < count; k++) {
      key ^= stopCode[stops[k]!]!;
      check ^= stopCheck[stops[k]!]!;
    }
    const at = key & (entries - 1);
    if (keys[at] === key && checks[at] === check) return lengths[at]!;
    keys[at] = key;
    checks[at] = check;
    // In order: the length of a quick tour depends on the order in which its stops come.
    return (lengths[at] = lengthOf(base, stops.subarray(0, count).sort(), count));
  };
}
