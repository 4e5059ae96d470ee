// The protocol of the assignment worker: what each request carries, what it answers, and what it reports meanwhile.
import type {
  Absence,
  FewestChanges,
  ForcedPrice,
  NewPost,
  PostPlace
} from '../../engines/situations/index.ts';
import type { AssignmentProgress } from '../../engines/assignment/index.ts';
import type { MakingProgress, Verdict } from '../../engines/proof/index.ts';
import type { RouteFile, RouteProgress, RouteResult } from '../../engines/route/index.ts';
import type { TeamBalance, AssignmentResult, ProblemFile } from '../../model/plan.ts';
import type { Reply, Report } from '../worker-call.ts';

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
  /** A plan to start from (unit -> referent), where one is known. */
  from?: Readonly<NamedPlan> | null;
}

export interface RouteRequest {
  route: RouteFile;
  /** Time of the search. */
  seconds: number;
}

/** An answer to back with a certificate, in so many seconds at most. */
export interface CertifyRequest {
  problem: ProblemFile;
  answer: AssignmentResult;
  seconds: number;
}

export interface CertifiedAnswer {
  /** A cheaper plan met on the way takes the place of one that was not the best. */
  answer: AssignmentResult & { certified: boolean };
  /** The two files that anyone can check; the certificate is null when the checker accepted none. */
  problemText: string;
  certificateText: string | null;
  /** Why there is none. */
  reason: string | null;
  leaves: number;
  /** Seconds to make it, and to check it. */
  seconds: number;
  checkSeconds: number;
}

/** unit -> referent */
export type NamedPlan = Record<string, string>;

/** Every plan that is reported or returned has passed the separate checker; one that has not fails the request. */
export interface AssignmentApi {
  /** The best plan, a better one being reported whenever it is found. */
  solve(request: AssignmentRequest, onProgress: Report<AssignmentProgress>): Reply<AssignmentResult>;
  /** What the plan would cost with a unit elsewhere, one referent after the other. */
  prices(request: PlanRequest, plan: NamedPlan, unit: string, onPrice: Report<ForcedPrice>): Reply<void>;
  /** The plan with one more full-time post at each of the best places. */
  newPost(
    request: PlanRequest,
    places: readonly PostPlace[],
    id: string,
    onPost: Report<NewPost>
  ): Reply<void>;
  /** How few pupils can change referent under the rules: a bound, proven. @param from a plan to begin with */
  fewest(request: PlanRequest, from: Readonly<NamedPlan> | null): Reply<FewestChanges>;
  /** Who takes the units of an absent referent. */
  absence(request: PlanRequest, plan: NamedPlan, absent: string): Reply<Absence>;
  /** A route of several years, told as it is found. */
  route(request: RouteRequest, onProgress: Report<RouteProgress>): Reply<RouteResult>;
  /** The certificate of an answer, accepted by the separate checker. */
  certify(request: CertifyRequest, onProgress: Report<MakingProgress>): Reply<CertifiedAnswer>;
  /** What the separate checker says of two files, as they were written. */
  check(problemFile: Uint8Array, certificateFile: Uint8Array): Reply<Verdict>;
}
