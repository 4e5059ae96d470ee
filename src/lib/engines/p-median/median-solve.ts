// Solves the capacitated p-median problem: good plans and a Lagrangian bound, then HiGHS on what they leave open.
import type { LinearSolver } from '../../model/linear.ts';
import { random } from '../../algorithms/random.ts';
import { anneal, neighboursOf, type Neighbours } from './median-anneal.ts';
import { allAllowed, closesGap, fixed, hasSmallKnapsacks, lagrangianBound } from './median-bound.ts';
import { Columns } from './median-columns.ts';
import { columnModel, planOfColumns } from './median-master.ts';
import { medianModel } from './median-model.ts';
import { medianObjective, type MedianPlan, type MedianProblem } from './median-problem.ts';
import { randomMedians, exchanged, spreadMedians } from './median-search.ts';
import { tightened, type Tightened } from './median-tighten.ts';

export interface MedianProgress {
  objective: number | null;
  bound: number | null;
  seconds: number;
}

export interface MedianOptions {
  seconds?: number;
  onProgress?: (progress: MedianProgress) => void;
  stop?: () => boolean;
}

export interface MedianSolution extends MedianProgress {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  gap: number | null;
  /** Points that serve, in order; empty without a plan. */
  medians: number[];
  /** Median of each point. */
  assignment: number[];
}

/** Annealings from drawn medians, then from the best plan with medians exchanged; the latter end without a better plan. */
const STARTS = 8;
const EXCHANGES = 30;
/** Moves a point: of an annealing from medians of the bound, from drawn medians, from exchanged medians. */
const QUICK = { moves: 1000, heat: 0.1 };
const DRAWN = { moves: 10_000, heat: 1 };
const EXCHANGED = { moves: 4000, heat: 0.4 };
/** Shares of the time after which plans are no longer looked for, the bound no longer raised, and clusters no longer combined. */
const SEARCH_SHARE = 1 / 4;
const BOUND_SHARE = 3 / 4;
const COMBINE_SHARE = 0.85;
/** Pairs above which the solver makes no headway: plans are looked for again until this share of the time. */
const MOST_PAIRS = 10_000;
const LAST_SHARE = 0.95;
/** Pairs that the solver is given at most. */
const LARGEST_MODEL = 1e6;
const PROVEN = 1e-9;

/**
 * Chooses p medians and assigns every point to one of them, within capacities, at the least total distance.
 */
export function solveMedians(
  solver: LinearSolver,
  problem: MedianProblem,
  options: MedianOptions = {}
): MedianSolution {
  const search = new MedianSearch(solver, problem, options);
  const allowed = search.reduce();
  if (search.isProven()) return search.solution('optimal');
  const { best } = search;
  // Too late for the solver, which reads its clock seldom on a large model; and more than it can hold.
  if (best && search.isOver(LAST_SHARE)) return search.solution('feasible');
  if (problem.n ** 2 > LARGEST_MODEL && allowed.reduce((sum, one) => sum + one, 0) > LARGEST_MODEL)
    return search.solution(best ? 'feasible' : 'unknown');
  if (best) for (let i = 0; i < problem.n; i++) allowed[i * problem.n + best.assignment[i]!] = 1;
  if (best) for (const j of best.medians) allowed[j * problem.n + j] = 1;
  const { model, pointOf, planOf } = medianModel(problem, allowed);
  const open = solver.open(model);
  try {
    if (best) open.setStart(pointOf(best));
    const { stop, seconds } = options;
    const outcome = open.solve({
      gap: PROVEN,
      seconds: seconds === undefined ? undefined : Math.max(0.01, seconds - search.seconds()),
      stop,
      onImproved: (x) => search.offer(planOf(x)),
      onProgress: ({ bound }) => search.raise(bound)
    });
    if (outcome.x) search.offer(planOf(outcome.x));
    // What variable fixing left out costs at least as much as the plan known before.
    if (outcome.status === 'optimal') search.raise(search.best?.objective ?? null);
    if (search.isProven()) return search.solution('optimal');
    if (search.best) return search.solution('feasible');
    return search.solution(outcome.status === 'infeasible' ? 'infeasible' : 'unknown');
  } finally {
    open.dispose();
  }
}

class MedianSearch {
  best: MedianPlan | null = null;
  bound = -Infinity;
  readonly #began = performance.now();
  readonly #near: Neighbours;
  readonly #next = random(1);
  /** Share of the time until which plans are looked for. */
  #share = SEARCH_SHARE;

  readonly #columns: Columns;

  constructor(
    readonly solver: LinearSolver,
    readonly problem: MedianProblem,
    readonly options: MedianOptions
  ) {
    this.#near = neighboursOf(problem);
    this.#columns = new Columns(problem);
  }

  seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  /** Cost of the best plan; without one, more than any plan costs. */
  cutoff(): number {
    const { distance, n } = this.problem;
    return this.best?.objective ?? 1 + n * distance.reduce((most, one) => Math.max(most, one), 0);
  }

  isProven(): boolean {
    return this.best !== null && closesGap(this.bound, this.best.objective);
  }

  offer(assignment: Int32Array, medians?: readonly number[]): void {
    const objective = medianObjective(this.problem, assignment);
    if (objective >= this.cutoff()) return;
    this.best = { assignment, objective, medians: medians ?? this.#completed(assignment) };
    this.#report();
  }

  /** A plan may need fewer than p medians: the first points complete the number. */
  #completed(assignment: Int32Array): number[] {
    const used = new Set(assignment);
    for (let j = 0; used.size < this.problem.p; j++) used.add(j);
    return [...used].sort((a, b) => a - b);
  }

  raise(bound: number | null): void {
    const whole = bound === null ? -Infinity : Math.ceil(bound - Math.max(1e-6, 1e-12 * Math.abs(bound)));
    if (whole <= this.bound) return;
    this.bound = Math.min(whole, this.best?.objective ?? whole);
    this.#report();
  }

  /** Anneals from these medians. @returns whether the best plan changed */
  #try(medians: readonly number[], { moves, heat }: typeof QUICK): boolean {
    const former = this.best;
    const plan = anneal(this.problem, this.#near, medians, {
      moves: moves * this.problem.n,
      heat,
      next: this.#next,
      stop: () => this.isOver(this.best ? this.#share : LAST_SHARE)
    });
    if (plan) this.offer(plan.assignment, plan.medians);
    if (plan) this.#columns.addPlan(plan);
    return this.best !== former;
  }

  isOver(share: number): boolean {
    const { stop, seconds = Infinity } = this.options;
    return stop?.() === true || this.seconds() > share * seconds;
  }

  #isDone(): boolean {
    return this.isProven() || this.isOver(this.best ? this.#share : LAST_SHARE);
  }

  /** Plans from drawn medians, then from the best one with medians exchanged. */
  #improve(): void {
    const { problem } = this;
    for (let start = 0; start < STARTS && !this.#isDone(); start++) {
      this.#try(randomMedians(problem, this.#next), DRAWN);
    }
    this.#exchange();
  }

  /** Plans from the best one with one or two medians exchanged, until none is better for long. */
  #exchange(): void {
    const { problem } = this;
    for (let stale = 0; stale < Math.min(EXCHANGES, problem.n) && this.best && !this.#isDone(); stale++) {
      const once = exchanged(problem, this.best.medians, this.#next);
      const medians = stale % 2 === 0 ? once : exchanged(problem, once, this.#next);
      if (this.#try(medians, EXCHANGED)) stale = 0;
    }
  }

  /** Looks for plans, proves a bound, and fixes what a better plan cannot use. @returns what it may use */
  reduce(): Uint8Array {
    const { problem } = this;
    const allowed = allAllowed(problem);
    const spread = spreadMedians(problem);
    if (!this.#try(spread, QUICK)) this.#try(spread, DRAWN);
    if (!hasSmallKnapsacks(problem)) {
      this.#improve();
      return allowed;
    }
    const onMedians = (medians: readonly number[]) => {
      this.#try(medians, QUICK);
      return this.cutoff();
    };
    const stop = () => this.isOver(BOUND_SHARE);
    const onCluster = (median: number, served: Uint8Array) => {
      const points = [...served.keys()].filter((i) => served[i] === 1);
      if (points.length > 0) this.#columns.add(median, points);
    };
    const first = lagrangianBound(problem, allowed, { cutoff: this.cutoff(), onMedians, onCluster, stop });
    this.raise(first.bound);
    this.#improve();
    if (this.isProven() || !this.best) return allowed;
    const left = fixed(problem, allowed, first, this.cutoff());
    const tighter = tightened(this.solver, problem, { bounded: first, allowed: left }, this.#columns, {
      cutoff: this.cutoff(),
      onMedians: (medians) => {
        this.#share = BOUND_SHARE;
        this.#try(medians, EXCHANGED);
        return this.cutoff();
      },
      onBound: (bound) => this.raise(bound),
      stop,
      secondsLeft: () => this.#secondsTo(BOUND_SHARE)
    });
    if (!this.isProven()) this.#combine(tighter);
    if (tighter.allowed.reduce((sum, one) => sum + one, 0) > MOST_PAIRS) {
      this.#share = LAST_SHARE;
      this.#exchange();
    }
    return fixed(problem, tighter.allowed, tighter.bounded, this.cutoff());
  }

  /** The best plan made of clusters met so far. */
  #combine({ cuts }: Tightened): void {
    const { problem } = this;
    const columns = this.#columns.list;
    if (columns.length === 0 || this.isOver(COMBINE_SHARE)) return;
    const open = this.solver.open(columnModel(problem, cuts, columns));
    const offer = (x: ArrayLike<number>) => {
      const assignment = planOfColumns(problem, columns, x);
      if (!assignment.includes(-1)) this.offer(assignment);
    };
    try {
      const { x } = open.solve({
        gap: PROVEN,
        seconds: this.#secondsTo(COMBINE_SHARE),
        stop: this.options.stop,
        onImproved: offer
      });
      if (x) offer(x);
    } finally {
      open.dispose();
    }
  }

  #secondsTo(share: number): number | undefined {
    const { seconds } = this.options;
    return seconds === undefined ? undefined : Math.max(0.01, share * seconds - this.seconds());
  }

  #report(): void {
    this.options.onProgress?.(this.#figures());
  }

  #figures(): MedianProgress {
    return {
      objective: this.best?.objective ?? null,
      bound: Number.isFinite(this.bound) ? this.bound : null,
      seconds: this.seconds()
    };
  }

  solution(status: MedianSolution['status']): MedianSolution {
    const figures = this.#figures();
    const { objective, bound } = figures;
    return {
      status,
      ...figures,
      gap: objective === null || bound === null ? null : (objective - bound) / Math.max(1, objective),
      medians: [...(this.best?.medians ?? [])],
      assignment: [...(this.best?.assignment ?? [])]
    };
  }
}
