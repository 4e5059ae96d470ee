// Where each new post is based: the places with the least travel, and the least price of changes, over the years in which it works.
import type { LinearSolver, OpenModel } from '../../model/linear.ts';
import { compileProblem, linearModel } from '../assignment/index.ts';
import { timesOf, todayOf, yearProblem, type Candidate, type RouteFile } from './route-file.ts';

/** A place at no distance, so that a model opened with it has an entry for every unit. */
const ANYWHERE = '\u0000anywhere';
/** Relaxations solved at most, for a year of `USUAL_SIZE` columns; the same on every machine. */
const MOST_RELAXATIONS = 500;
const USUAL_SIZE = 640;
const ROUNDS = 3;

export type Bases = Record<string, string>;

/**
 * The place of each new post, none being proven the best: first by the nearest post of each unit, then one post after the other is moved,
 * or exchanges its place with another, where the sum over the years of the linear relaxations of the splits is less, until nothing improves. Large problems weigh the last year only, and very large ones stop at the first step.
 *
 * @param followed units of each year
 */
export function chooseBases(
  solver: LinearSolver,
  route: RouteFile,
  followed: readonly ReadonlySet<string>[],
  stop?: () => boolean
): Bases {
  const { candidates, newPosts, years, problem } = route;
  if (newPosts.length === 0 || candidates.length === 0) return {};
  const working = years.map(({ posts }) => timesOf(route, posts).added.filter((fte) => fte > 0).length);
  let bases = nearest(route, followed[working.indexOf(Math.max(...working))]!);
  const size = problem.units.length * (problem.referents.length + newPosts.length);
  const allowed = (MOST_RELAXATIONS * USUAL_SIZE) / Math.max(1, size);
  const trials = 2 * movesOf(route).length;
  const withPosts = years.flatMap((_, t) => (working[t]! > 0 ? [t] : []));
  const weighed =
    trials * withPosts.length <= allowed ? withPosts : trials <= allowed ? withPosts.slice(-1) : [];
  if (weighed.length === 0 || candidates.length === 1) return bases;
  if (stop?.()) return bases;
  const relaxed = weighed.map((t) => new YearRelaxation(solver, route, t, followed[t]!));
  try {
    const known = new Map<string, number>();
    const costOf = (choice: Bases) => {
      const key = JSON.stringify(newPosts.map((id) => choice[id]));
      const value = known.get(key) ?? relaxed.reduce((sum, year) => sum + year.cost(choice), 0);
      known.set(key, value);
      return value;
    };
    const moves = movesOf(route);
    let least = costOf(bases);
    // Until no move in a row of all of them improves; three rounds at most.
    for (let at = 0, failed = 0; failed < moves.length && at < ROUNDS * moves.length; at++) {
      if (stop?.()) return bases;
      const choice = { ...bases, ...moves[at % moves.length]!(bases) };
      const cost = costOf(choice);
      failed++;
      if (cost >= least - 1e-6) continue;
      [bases, least, failed] = [choice, cost, 0];
    }
    return bases;
  } finally {
    for (const year of relaxed) year.dispose();
  }
}

/** What the search tries: a post goes to a place; or two posts exchange theirs, since the one created first works more years. */
function movesOf({ newPosts, candidates }: RouteFile): ((bases: Bases) => Bases)[] {
  return newPosts.flatMap((post, k) => [
    ...candidates.map(({ id }) => () => ({ [post]: id })),
    ...newPosts
      .slice(k + 1)
      .map((other) => (bases: Bases) => ({ [post]: bases[other]!, [other]: bases[post]! }))
  ]);
}

/** Each new post in turn where the units' nearest posts become nearest, as visits weigh them. */
function nearest({ problem, candidates, newPosts }: RouteFile, followed: ReadonlySet<string>): Bases {
  const at = problem.units.flatMap(({ id, visits }, i) => (followed.has(id) ? [{ i, visits }] : []));
  const least = new Map(
    at.map(({ i }) => [i, Math.min(...problem.minutes.map((row) => row[i] ?? Infinity))] as const)
  );
  const road = ({ minutes }: Candidate) =>
    at.reduce((sum, { i, visits }) => {
      const time = Math.min(least.get(i)!, minutes[i] ?? Infinity);
      return sum + visits * (time === Infinity ? 1e6 : time);
    }, 0);
  const bases: Bases = {};
  for (const post of newPosts) {
    const costs = candidates.map(road);
    const best = candidates[costs.indexOf(Math.min(...costs))]!;
    bases[post] = best.id;
    for (const { i } of at) least.set(i, Math.min(least.get(i)!, best.minutes[i] ?? Infinity));
  }
  return bases;
}

/**
 * The linear relaxation of a year's split, changes of referent since today at their share of a year: opened once, its costs changed for
 * each choice of places.
 */
class YearRelaxation {
  readonly #model: OpenModel;
  readonly #problemOf: (bases: Bases) => ReturnType<typeof linearModel>;

  constructor(solver: LinearSolver, route: RouteFile, t: number, followed: ReadonlySet<string>) {
    const { problem } = route;
    const anywhere = { id: ANYWHERE, base: null, minutes: problem.units.map(() => 0) };
    const plain = {
      ...route,
      problem: { ...problem, stability: problem.stability / route.years.length, maxPupilsMoved: null },
      candidates: [...route.candidates, anywhere]
    };
    const current = todayOf(route);
    this.#problemOf = (bases) =>
      linearModel(compileProblem(yearProblem(plain, t, { followed, current, bases })!));
    this.#model = solver.open(
      this.#problemOf(Object.fromEntries(route.newPosts.map((id) => [id, ANYWHERE])))
    );
    this.#model.setIntegers(null);
  }

  /** A lower bound of the year's cost; very large when no split exists with these places. */
  cost(bases: Bases): number {
    const { cost, lower, upper } = this.#problemOf(bases);
    this.#model.setCosts(cost);
    this.#model.setAllBounds(lower, upper);
    return this.#model.solve().objective ?? 1e12;
  }

  dispose(): void {
    this.#model.dispose();
  }
}
