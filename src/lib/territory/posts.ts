// How many posts it takes to follow every school, and where they should be based.
import { sparseRows, type LinearSolver } from '../model/linear.ts';
import type { Place } from './new-post.ts';

export interface PostsQuestion {
  /** Minutes a week of each unit, travel apart, and visits a week. */
  units: readonly { id: string; workload: number; visits: number }[];
  /** Posts that exist: where they are and how much of a full time; their places come first in `places`. */
  posts: readonly { place: string; fte: number }[];
  places: readonly Place[];
  /** Minutes a week that a full-time post can give to schools, travel apart. */
  capacity: number;
}

export interface PostsAnswer {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Full-time posts beyond those that exist; fewer cannot do by their hours alone when below `least`. */
  added: number;
  least: number;
  /** Posts to add at each place that gets some. */
  where: { place: string; posts: number }[];
  /** unit -> place */
  assignment: Record<string, string>;
  /** Minutes a week on the road. */
  travel: number;
}

const NOTHING = { added: 0, where: [], assignment: {}, travel: 0 };

/**
 * First the fewest posts, then the least travel with that number. A place's posts share its units: within a place, whole units may
 * still be hard to cut even, which `solve` then shows. Bases are a suggestion.
 * @param seconds time for each of the two questions
 */
export function postsNeeded(solver: LinearSolver, question: PostsQuestion, seconds = 10): PostsAnswer {
  const { units, places, posts, capacity } = question;
  const [n, p] = [units.length, places.length];
  const total = units.reduce((sum, { workload }) => sum + workload, 0);
  const here = places.map(({ id }) =>
    posts.reduce((sum, { place, fte }) => sum + (place === id ? fte : 0), 0)
  );
  const given = here.reduce((sum, one) => sum + one, 0);
  const least = Math.max(0, Math.ceil(total / capacity - given - 1e-9));
  const way = (i: number, b: number) => places[b]!.minutes[i] ?? null;
  const size = n * p;
  const travelOf = (at: number) => {
    const minutes = way(Math.floor(at / p), at % p);
    return minutes === null ? 0 : Math.round(20 * units[Math.floor(at / p)]!.visits * minutes);
  };
  const rows: [number, number][][] = [
    ...units.map((_, i) => places.map((_, b): [number, number] => [i * p + b, 1])),
    ...places.map((_, b) => [
      ...units.map(({ workload }, i): [number, number] => [i * p + b, workload]),
      [size + b, -capacity] as [number, number]
    ]),
    places.map((_, b) => [size + b, 1])
  ];
  const open = (counted: boolean, most: number) =>
    solver.open({
      sense: 'min',
      cost: Float64Array.from({ length: size + p }, (_, at) =>
        counted ? (at < size ? 0 : 1) : at < size ? travelOf(at) : 0
      ),
      lower: new Float64Array(size + p),
      upper: Float64Array.from({ length: size + p }, (_, at) =>
        at >= size ? Math.max(least, n) : way(Math.floor(at / p), at % p) === null ? 0 : 1
      ),
      rowLower: Float64Array.from([
        ...units.map(() => 1),
        ...places.map(() => -Infinity),
        counted ? least : 0
      ]),
      rowUpper: Float64Array.from([...units.map(() => 1), ...here.map((fte) => capacity * fte), most]),
      rows: sparseRows(rows),
      integer: new Uint8Array(size + p).fill(1)
    });
  const first = open(true, Infinity);
  const fewest = first.solve({ seconds });
  first.dispose();
  if (!fewest.x)
    return { ...NOTHING, least, status: fewest.status === 'infeasible' ? 'infeasible' : 'unknown' };
  const added = Math.round(fewest.objective ?? 0);
  const second = open(false, added);
  second.setStart(fewest.x);
  const placed = second.solve({ seconds });
  second.dispose();
  const x = placed.x ?? fewest.x;
  const at = units.map((_, i) => places.findIndex((_, b) => x[i * p + b]! > 0.5));
  return {
    ...{ added, least },
    status: fewest.status === 'optimal' && placed.status === 'optimal' ? 'optimal' : 'feasible',
    where: places.flatMap(({ id }, b) => {
      const count = Math.round(x[size + b]!);
      return count > 0 ? [{ place: id, posts: count }] : [];
    }),
    assignment: Object.fromEntries(units.map(({ id }, i) => [id, places[at[i]!]!.id])),
    travel: at.reduce((sum, b, i) => sum + travelOf(i * p + b), 0) / 10
  };
}
