// The protocol of the assignment worker: what each request carries, what it answers, and what it reports meanwhile.
import type {
  Absence,
  AssignmentProgress,
  ForcedPrice,
  NewPost,
  ParetoPoint,
  Place,
  PostsRequest,
  PostsResult,
  TeamBalance
} from '../../engines/assignment/index.ts';
import type { AssignmentResult, ProblemFile } from '../../model/plan.ts';
import type { WorkerResult } from '../worker-call.ts';

/** A problem and how it is balanced. */
export interface PlanRequest {
  problem: ProblemFile;
  balance: 'workload' | 'hours';
  /** Coordinators to be balanced as well. */
  teams: TeamBalance | null;
}

export interface AssignmentRequest extends PlanRequest {
  /** Time of the search. */
  seconds: number;
}

/** unit -> referent */
export type NamedPlan = Record<string, string>;
type Report<Item> = (item: Item) => void;
type Reply<Value> = Promise<WorkerResult<Value>>;

/** Every plan that is reported or returned has passed the separate checker; one that has not fails the request. */
export interface AssignmentApi {
  /** The best plan, a better one being reported whenever it is found. */
  solve(request: AssignmentRequest, onProgress: Report<AssignmentProgress>): Reply<AssignmentResult>;
  /** What the plan would cost with a unit elsewhere, one referent after the other. */
  prices(request: PlanRequest, plan: NamedPlan, unit: string, onPrice: Report<ForcedPrice>): Reply<void>;
  /** The points of the Pareto front, some of which may dominate others. */
  paretoFront(request: PlanRequest, onPoint: Report<ParetoPoint>): Reply<void>;
  /** The plan with one more full-time post at each of the best places. */
  newPost(request: PlanRequest, places: readonly Place[], id: string, onPost: Report<NewPost>): Reply<void>;
  /** Who takes the units of an absent referent. */
  absence(request: PlanRequest, plan: NamedPlan, absent: string): Reply<Absence>;
  /** The posts needed to follow every unit. */
  posts(request: PostsRequest): Reply<PostsResult>;
}
