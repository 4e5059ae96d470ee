// How many posts it takes to follow every school, and where they are best based.
import { sparseRows, type LinearSolver } from '../../model/linear.ts';
import type { PostPlace } from './new-post.ts';

/** What the posts needed are counted from. */
export interface PostsRequest {
  /** Minutes a week of each unit, travel apart, and visits a week. */
  units: readonly { id: string; workload: number; visits: number; stopMinutes?: number }[];
  /** Posts that exist: where they are and how much of a full time; their places come first in `places`. */
  posts: readonly { place: string; fte: number }[];
  places: readonly PostPlace[];
  /** Minutes a week that a full-time post can give to schools, travel apart. */
  capacity: number;
}

/** How many posts it takes, and where. */
export interface PostsResult {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Full-time posts beyond those that exist. */
  added: number;
  /** Lower bound by hours alone, units and places apart. */
  least: number;
  /** Posts to add at each place that gets some. */
  where: { place: string; posts: number }[];
  /** unit -> place */
  assignment: Record<string, string>;
  /** Minutes a week on the road. */
  travel: number;
}

const NOTHING = { added: 0, where: [], assignment: {}, travel: 0 };

/** Cuts added, one for each packing that fails, before the search is given up as `unknown` or unproven. */
const MOST_CUTS = 60;

/**
 * First the fewest posts, then the least travel with that number. Units are whole: where those of a place do not pack into its posts, a
 * cut is added (one post more, or a unit fewer) and the model solved again. Bases are a suggestion.
 *
 * @param seconds time for each of the two objectives
 */
export function postsNeeded(solver: LinearSolver, request: PostsRequest, seconds = 10): PostsResult {
  const { units, places, posts, capacity } = request;
  const [n, p] = [units.length, places.length];
  const size = n * p;
  const total = units.reduce((sum, { workload }) => sum + workload, 0);
  const here = places.map(({ id }) =>
    posts.filter(({ place }) => place === id).map(({ fte }) => fte * capacity)
  );
  const given = here.flat().reduce((sum, one) => sum + one, 0);
  const least = Math.max(0, Math.ceil((total - given) / capacity - 1e-9));
  const travel = Float64Array.from({ length: size }, (_, at) => {
    const minutes = places[at % p]!.minutes[Math.floor(at / p)] ?? null;
    const { visits, stopMinutes = 0 } = units[Math.floor(at / p)]!;
    return minutes === null ? Infinity : Math.round(20 * visits * minutes + 10 * stopMinutes);
  });
  const room = here.map((list) => list.reduce((sum, one) => sum + one, 0));
  const model = solver.open({
    sense: 'min',
    cost: Float64Array.from({ length: size + p }, (_, at) => (at < size ? 0 : 1)),
    lower: new Float64Array(size + p),
    upper: Float64Array.from({ length: size + p }, (_, at) =>
      at >= size ? Math.max(least, n) : travel[at] === Infinity ? 0 : 1
    ),
    rowLower: Float64Array.from([...units.map(() => 1), ...room.map(() => -Infinity), least]),
    rowUpper: Float64Array.from([...units.map(() => 1), ...room, Infinity]),
    rows: sparseRows([
      ...units.map((_, i) => places.map((_, b): [number, number] => [i * p + b, 1])),
      ...places.map((_, b) => [
        ...units.map(({ workload }, i): [number, number] => [i * p + b, workload]),
        [size + b, -capacity] as [number, number]
      ]),
      places.map((_, b) => [size + b, 1])
    ]),
    integer: new Uint8Array(size + p).fill(1)
  });

  /** Solves until each place's units pack into its posts; null when there is no plan, or time was too short. */
  const packed = (): { x: Float64Array; objective: number; proven: boolean } | null => {
    const deadline = performance.now() + 1000 * seconds;
    for (let cuts = 0; ;) {
      const left = Math.max(0.05, (deadline - performance.now()) / 1000);
      const { x, objective, status } = model.solve({ seconds: left });
      if (!x || objective === null) return null;
      let packs = true;
      for (let b = 0; b < p; b++) {
        const mine = units.map((_, i) => i).filter((i) => x[i * p + b]! > 0.5);
        const sizes = mine.map((i) => units[i]!.workload);
        const bins = binsNeeded(sizes, here[b]!, capacity);
        if (bins <= Math.round(x[size + b]!)) continue;
        if (bins === Infinity) return null;
        packs = false;
        cuts++;
        const entries = [[size + b, 1], ...mine.map((i) => [i * p + b, -1])] as [number, number][];
        model.addRows(sparseRows([entries]), Float64Array.of(bins - mine.length), Float64Array.of(Infinity));
      }
      if (packs) return { x, objective, proven: status === 'optimal' };
      if (cuts > MOST_CUTS || performance.now() > deadline) return null;
    }
  };
  try {
    const fewest = packed();
    if (fewest === null) {
      const tooLarge = units.some(({ workload }) => workload > Math.max(capacity, ...here.flat()));
      const unreached = units.some((_, i) => places.every((_, b) => travel[i * p + b] === Infinity));
      return { ...NOTHING, least, status: tooLarge || unreached ? 'infeasible' : 'unknown' };
    }
    const added = Math.round(fewest.objective);
    const all = places.map((_, b): [number, number] => [size + b, 1]);
    model.addRows(sparseRows([all]), Float64Array.of(-Infinity), Float64Array.of(added));
    const cost = (at: number) => (at < size && travel[at] !== Infinity ? travel[at]! : 0);
    model.setCosts(Float64Array.from({ length: size + p }, (_, at) => cost(at)));
    model.setStart(fewest.x);
    const placed = packed() ?? { ...fewest, proven: false };
    const at = units.map((_, i) => places.findIndex((_, b) => placed.x[i * p + b]! > 0.5));
    return {
      added,
      least,
      status: fewest.proven && placed.proven ? 'optimal' : 'feasible',
      where: places.flatMap(({ id }, b) => {
        const count = Math.round(placed.x[size + b]!);
        return count > 0 ? [{ place: id, posts: count }] : [];
      }),
      assignment: Object.fromEntries(units.map(({ id }, i) => [id, places[at[i]!]!.id])),
      travel: at.reduce((sum, b, i) => sum + travel[i * p + b]!, 0) / 10
    };
  } finally {
    model.dispose();
  }
}

/** Trials of a packing before it is taken to fail: places have few units, and largest first then nearly always succeeds. */
const MOST_TRIALS = 20_000;

/**
 * The fewest bins of `capacity` that take all `sizes`, next to the bins given; Infinity when one is larger than any bin. Largest first,
 * depth first; equal bins are tried once.
 */
function binsNeeded(sizes: readonly number[], given: readonly number[], capacity: number): number {
  const items = [...sizes].sort((a, b) => b - a);
  if (items.some((size) => size > Math.max(capacity, ...given))) return Infinity;
  const total = items.reduce((sum, one) => sum + one, 0);
  const room = given.reduce((sum, one) => sum + one, 0);
  const least = Math.max(0, Math.ceil((total - room) / capacity - 1e-9));
  let trials = 0;
  const fits = (bins: number[], at: number): boolean => {
    if (at === items.length) return true;
    if (++trials > MOST_TRIALS) return false;
    const tried = new Set<number>();
    for (let b = 0; b < bins.length; b++) {
      const left = bins[b]!;
      if (left < items[at]! - 1e-9 || tried.has(left)) continue;
      tried.add(left);
      bins[b] = left - items[at]!;
      if (fits(bins, at + 1)) return true;
      bins[b] = left;
    }
    return false;
  };
  for (let count = least; ; count++) {
    trials = 0;
    if (fits([...given, ...new Array<number>(count).fill(capacity)], 0)) return count;
  }
}
