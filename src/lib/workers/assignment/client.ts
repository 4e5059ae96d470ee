// Calls the assignment worker from a page. One worker, started at the first request; stopping it ends its work at once.
import { proxy, type Remote } from 'comlink';
import type {
  Absence,
  BadYears,
  ForcedPrice,
  MarginPoint,
  NewPost,
  ParetoPoint,
  Place,
  PostsRequest,
  PostsResult,
  YearModel
} from '../../engines/situations/index.ts';
import type { AssignmentProgress } from '../../engines/assignment/index.ts';
import type { MakingProgress, Verdict } from '../../engines/proof/index.ts';
import type { RouteProgress } from '../../engines/route/index.ts';
import type { AssignmentResult, ProblemFile } from '../../model/plan.ts';
import { spawn, WorkerFailure, type Spawned, type WorkerResult } from '../worker-call.ts';
import type {
  AssignmentApi,
  AssignmentRequest,
  CertifiedAnswer,
  CertifyRequest,
  RandomPlans,
  NamedPlan,
  PlanRequest,
  RouteAnswer,
  RouteRequest
} from './protocol.ts';

const createWorker = () => new Worker(new URL('./assignment.worker.ts', import.meta.url), { type: 'module' });

/** The requests of `AssignmentApi`. Each rejects with `Stopped` when it is stopped, with `WorkerFailure` when the worker fails. */
export class AssignmentClient {
  readonly #create: () => Worker;
  #worker: Spawned<AssignmentApi> | null = null;

  constructor(create = createWorker) {
    this.#create = create;
  }

  solve(
    request: AssignmentRequest,
    onProgress: (progress: AssignmentProgress) => void
  ): Promise<AssignmentResult> {
    return this.#call((remote) => remote.solve(request, proxy(onProgress)));
  }

  prices(
    request: PlanRequest,
    plan: NamedPlan,
    unit: string,
    onPrice: (price: ForcedPrice) => void
  ): Promise<void> {
    return this.#call((remote) => remote.prices(request, plan, unit, proxy(onPrice)));
  }

  paretoFront(request: PlanRequest, onPoint: (point: ParetoPoint) => void): Promise<void> {
    return this.#call((remote) => remote.paretoFront(request, proxy(onPoint)));
  }

  margin(
    request: PlanRequest,
    plan: NamedPlan,
    model: YearModel,
    onPoint: (point: MarginPoint) => void
  ): Promise<BadYears> {
    return this.#call((remote) => remote.margin(request, plan, model, proxy(onPoint)));
  }

  newPost(
    request: PlanRequest,
    places: readonly Place[],
    id: string,
    onPost: (post: NewPost) => void
  ): Promise<void> {
    return this.#call((remote) => remote.newPost(request, places, id, proxy(onPost)));
  }

  absence(request: PlanRequest, plan: NamedPlan, absent: string): Promise<Absence> {
    return this.#call((remote) => remote.absence(request, plan, absent));
  }

  route(request: RouteRequest, onProgress: (progress: RouteProgress) => void): Promise<RouteAnswer> {
    return this.#call((remote) => remote.route(request, proxy(onProgress)));
  }

  certify(request: CertifyRequest, onProgress: (progress: MakingProgress) => void): Promise<CertifiedAnswer> {
    return this.#call((remote) => remote.certify(request, proxy(onProgress)));
  }

  check(problemFile: Uint8Array, certificateFile: Uint8Array): Promise<Verdict> {
    return this.#call((remote) => remote.check(problemFile, certificateFile));
  }

  draw(problem: ProblemFile, plans: number, onProgress: (drawn: number) => void): Promise<RandomPlans> {
    return this.#call((remote) => remote.draw(problem, plans, proxy(onProgress)));
  }

  posts(request: PostsRequest): Promise<PostsResult> {
    return this.#call((remote) => remote.posts(request));
  }

  /** Terminates the worker and its work; the next request starts another. */
  stop(): void {
    this.#worker?.end();
    this.#worker = null;
  }

  /** A worker that failed is terminated, its solver with it. */
  async #call<Value>(
    request: (remote: Remote<AssignmentApi>) => Promise<WorkerResult<Value>>
  ): Promise<Value> {
    const worker = (this.#worker ??= spawn<AssignmentApi>(this.#create));
    try {
      return await worker.call<Value>(request);
    } catch (error) {
      if (error instanceof WorkerFailure && this.#worker === worker) this.stop();
      throw error;
    }
  }
}
