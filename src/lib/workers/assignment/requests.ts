// The questions of the page of sectors that come answer by answer: prices of a school, the front, a post more, an absence.
import type { LinearSolver } from '../../model/linear.ts';
import { absence, type Absence } from '../../engines/assignment/situations/absence.ts';
import { forcedPrices, type ForcedPrice } from '../../engines/assignment/proof/forced-price.ts';
import { front, type FrontPoint } from '../../engines/assignment/situations/pareto-front.ts';
import {
  newPosts,
  withPost,
  type NewPost,
  type NewPostOptions,
  type Place
} from '../../engines/assignment/situations/new-post.ts';
import {
  postsNeeded,
  type PostsAnswer,
  type PostsQuestion
} from '../../engines/assignment/situations/posts.ts';
import { assignmentOf, problemOf, type ProblemOptions } from '../../engines/assignment/problem/problem.ts';
import type { ProblemFile } from '../../model/plan.ts';
import type { TeamsAsked } from '../../engines/assignment/problem/teams.ts';
import { checkedPlan, pinnedTo } from './verify.ts';

export interface Asked {
  problem: ProblemFile;
  compiling: ProblemOptions;
  /** Coordinators whose balance the plans must keep. */
  teams: TeamsAsked | null;
}

const besideOf = ({ compiling: { balance = 'workload' }, teams }: Asked) => ({ balance, teams });

/** Time for each price, point or place. */
const SECONDS = 5;

export function prices(
  solver: LinearSolver,
  asked: Asked,
  plan: Record<string, string>,
  unit: string,
  tell: (price: ForcedPrice) => void
): void {
  const { problem, compiling } = asked;
  const compiled = problemOf(problem, compiling);
  const at = compiled.units.indexOf(unit);
  const limits = { seconds: SECONDS };
  for (const price of forcedPrices(solver, compiled, assignmentOf(compiled, plan), at, limits, compiling)) {
    const { referent, assignment } = price;
    if (assignment) checkedPlan(pinnedTo(problem, unit, referent), assignment, besideOf(asked));
    tell(price);
  }
}

export function frontPoints(solver: LinearSolver, asked: Asked, tell: (point: FrontPoint) => void): void {
  const { problem, compiling } = asked;
  for (const point of front(solver, problem, { seconds: SECONDS }, compiling)) {
    const { tolerance, maxPupilsMoved, assignment } = point;
    checkedPlan({ ...problem, tolerance, maxPupilsMoved, soft: false }, assignment, besideOf(asked));
    tell(point);
  }
}

export function postAt(
  solver: LinearSolver,
  { problem, compiling }: Asked,
  places: readonly Place[],
  post: Pick<NewPostOptions, 'id' | 'fte'>,
  tell: (found: NewPost) => void
): void {
  const { balance = 'workload' } = compiling;
  for (const found of newPosts(solver, problem, places, { ...post, seconds: SECONDS }, compiling)) {
    const place = places.find(({ id }) => id === found.place)!;
    checkedPlan(withPost(problem, place, post), found.assignment, { balance });
    tell(found);
  }
}

export const away = (
  solver: LinearSolver,
  { problem }: Asked,
  plan: Record<string, string>,
  absent: string
): Absence => absence(solver, problem, plan, absent, { seconds: SECONDS });

export const needed = (solver: LinearSolver, question: PostsQuestion): PostsAnswer =>
  postsNeeded(solver, question, SECONDS);
