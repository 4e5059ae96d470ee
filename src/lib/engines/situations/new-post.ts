// One more post: the public place where it is best based, and the plan with it.
import type { LinearSolver } from '../../model/linear.ts';
import type { Base, ProblemFile } from '../../model/plan.ts';
import {
  balance,
  compileProblem,
  namedAssignment,
  type CompileOptions,
  relaxation,
  solve,
  type AssignmentSearchOptions
} from '../assignment/index.ts';
import type { Balance } from '../../model/assignment/balance.ts';

/** A place where a post may be based. */
export interface PostPlace {
  id: string;
  base: Base;
  /** One way to each unit, in the file's order. */
  minutes: readonly (number | null)[];
}

/** The best plan with a new post at one place. */
export interface NewPost {
  place: string;
  status: 'optimal' | 'feasible';
  objective: number;
  bound: number | null;
  /** unit -> referent; the new post has the id given. */
  assignment: Record<string, string>;
  /** The team's figures with it. */
  balance: Balance;
}

export interface NewPostOptions extends Pick<AssignmentSearchOptions, 'seconds' | 'stop'> {
  /** Id of the new post, and its full-time equivalent. */
  id: string;
  fte: number;
  coordinator?: string;
  /** Places solved at most, the most promising by their bound first; 5 by default. */
  most?: number;
}

/** The file with one referent more. */
export function withPost(
  file: ProblemFile,
  place: PostPlace,
  options: Omit<NewPostOptions, 'most'>
): ProblemFile {
  const { id, fte, coordinator } = options;
  const post = { id, fte, base: place.base, coordinator: coordinator ?? null };
  return {
    ...file,
    referents: [...file.referents, post],
    minutes: [...file.minutes, place.minutes],
    coordinatorTolerance: coordinator === undefined ? null : file.coordinatorTolerance
  };
}

/**
 * The best plan with the new post at each place, in order of their lower bounds. Places whose bound exceeds the best plan found are left
 * out: they cannot be better.
 *
 * @param options `seconds` is the time for each place
 */
export function* newPosts(
  solver: LinearSolver,
  file: ProblemFile,
  places: readonly PostPlace[],
  options: NewPostOptions,
  compile: CompileOptions = {}
): Generator<NewPost> {
  const bounded = places
    .map((place) => ({ place, problem: compileProblem(withPost(file, place, options), compile) }))
    .map(({ place, problem }) => ({ place, problem, outcome: relaxation(solver, problem) }))
    .flatMap(({ place, problem, outcome }) =>
      outcome.objective === null ? [] : [{ place, problem, bound: outcome.objective }]
    )
    .sort((a, b) => a.bound - b.bound || (a.place.id < b.place.id ? -1 : 1));
  let best = Infinity;
  for (const { place, problem, bound } of bounded.slice(0, options.most ?? 5)) {
    if (options.stop?.() || bound > best + 1e-6) return;
    const { seconds, stop } = options;
    const found = solve(solver, problem, { seconds, stop });
    if (found.assignment === null || found.objective === null) continue;
    best = Math.min(best, found.objective + found.penalty);
    yield {
      place: place.id,
      objective: found.objective,
      bound: found.bound,
      status: found.status === 'optimal' ? 'optimal' : 'feasible',
      assignment: namedAssignment(problem, found.assignment),
      balance: balance(problem, found.assignment, compile.balance)
    };
  }
}
