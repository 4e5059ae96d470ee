// Where each new post is based: the places with the least travel over the years in which it works.
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
 * The place of each new post, none being proven the best: first by the nearest post of each unit, then one post after the other is moved
 * to the place where the sum over the years of the linear relaxations of the splits (a lower bound of their travel) is least, until
 * nothing improves. Large problems weigh the last year only, and very large ones stop at the first step.
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
  const bases = nearest(route, followed[working.indexOf(Math.max(...working))]!);
  const size = problem.units.length * (problem.referents.length + newPosts.length);
  const allowed = (MOST_RELAXATIONS * USUAL_SIZE) / Math.max(1, size);
  const trials = newPosts.length * candidates.length * 2;
  const withPosts = years.flatMap((_, t) => (working[t]! > 0 ? [t] : []));
  const weighed =
    trials * withPosts.length <= allowed ? withPosts : trials <= allowed ? withPosts.slice(-1) : [];
  if (weighed.length === 0 || candidates.length === 1) return bases;
  if (stop?.()) return bases;
  const relaxed = weighed.map((t) => new YearRelaxation(solver, route, t, followed[t]!));
  try {
    const known = new Map<string, number>();
    const travelOf = (choice: Bases) => {
      const key = JSON.stringify(newPosts.map((id) => choice[id]));
      const value = known.get(key) ?? relaxed.reduce((sum, year) => sum + year.travel(choice), 0);
      known.set(key, value);
      return value;
    };
    let least = travelOf(bases);
    for (let round = 0; round < ROUNDS; round++) {
      let better = false;
      for (const post of newPosts) {
        for (const { id } of candidates) {
          if (stop?.()) return bases;
          const travel = travelOf({ ...bases, [post]: id });
          if (travel >= least - 1e-6) continue;
          [least, better] = [travel, true];
          bases[post] = id;
        }
      }
      if (!better) break;
    }
    return bases;
  } finally {
    for (const year of relaxed) year.dispose();
  }
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

/** The linear relaxation of a year's split, changes of referent apart: opened once, its costs changed for each choice of places. */
class YearRelaxation {
  readonly #model: OpenModel;
  readonly #problemOf: (bases: Bases) => ReturnType<typeof linearModel>;

  constructor(solver: LinearSolver, route: RouteFile, t: number, followed: ReadonlySet<string>) {
    const { problem } = route;
    const anywhere = { id: ANYWHERE, base: null, minutes: problem.units.map(() => 0) };
    const plain = {
      ...route,
      problem: { ...problem, stability: 0, maxPupilsMoved: null },
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

  /** A lower bound of the year's travel; very large when no split exists with these places. */
  travel(bases: Bases): number {
    const { cost, lower, upper } = this.#problemOf(bases);
    this.#model.setCosts(cost);
    this.#model.setAllBounds(lower, upper);
    return this.#model.solve().objective ?? 1e12;
  }

  dispose(): void {
    this.#model.dispose();
  }
}
