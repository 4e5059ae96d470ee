// Solves the capacitated p-median problem: good plans and a Lagrangian bound, then HiGHS on what they leave open.
import type { LinearSolver } from '../../model/linear.ts';
import { random } from '../../model/random.ts';
import { allAllowed, closes, fixed, hasSmallKnapsacks, lagrangianBound } from './median-bound.ts';
import { medianModel } from './median-model.ts';
import { medianObjective, type MedianPlan, type MedianProblem } from './median-problem.ts';
import { exchanged, improveMedians, spreadMedians, type CapacitatedAssignment } from './median-search.ts';

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

/** Effort to assign all points to given medians, and exchanges of medians tried. */
const EFFORT = 8000;
const EXCHANGES = 150;
const PROVEN = 1e-9;

/**
 * Chooses p medians and assigns every point to one of them, within capacities, at the least total distance.
 *
 * @param assign the heuristic for given medians
 */
export function solveMedians(
  solver: LinearSolver,
  assign: CapacitatedAssignment,
  problem: MedianProblem,
  options: MedianOptions = {}
): MedianSolution {
  const search = new MedianSearch(assign, problem, options);
  const allowed = search.reduce();
  if (search.isProven()) return search.solution('optimal');
  const { best } = search;
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
    if (outcome.status === 'optimal' || outcome.status === 'infeasible')
      search.raise(search.best?.objective ?? null);
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
  readonly #tried = new Set<string>();

  constructor(
    readonly assign: CapacitatedAssignment,
    readonly problem: MedianProblem,
    readonly options: MedianOptions
  ) {}

  seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  /** Cost of the best plan; without one, more than any plan costs. */
  cutoff(): number {
    const { distance, n } = this.problem;
    return this.best?.objective ?? 1 + n * distance.reduce((most, one) => Math.max(most, one), 0);
  }

  isProven(): boolean {
    return this.best !== null && closes(this.bound, this.best.objective);
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
    const whole = bound === null ? -Infinity : Math.ceil(bound - 1e-6);
    if (whole <= this.bound) return;
    this.bound = Math.min(whole, this.best?.objective ?? whole);
    this.#report();
  }

  #try(medians: readonly number[]): void {
    const key = [...medians].sort((a, b) => a - b).join();
    if (this.#tried.has(key)) return;
    this.#tried.add(key);
    const plan = improveMedians(this.assign, this.problem, medians, EFFORT);
    if (plan) this.offer(plan.assignment, plan.medians);
  }

  #isOver(): boolean {
    return this.options.stop?.() === true || this.seconds() > (this.options.seconds ?? Infinity) / 3;
  }

  /** Looks for plans, proves a bound, and fixes what a better plan cannot use. @returns what it may use */
  reduce(): Uint8Array {
    const { problem } = this;
    const allowed = allAllowed(problem);
    this.#try(spreadMedians(problem));
    if (!hasSmallKnapsacks(problem)) return allowed;
    const onMedians = (medians: readonly number[]) => {
      if (!this.#isOver()) this.#try(medians);
      return this.cutoff();
    };
    const first = lagrangianBound(problem, allowed, { cutoff: this.cutoff(), onMedians });
    this.raise(first.bound);
    const next = random(1);
    for (let trial = 0; trial < EXCHANGES && this.best && !this.isProven() && !this.#isOver(); trial++) {
      this.#try(exchanged(problem, this.best.medians, next));
    }
    if (this.isProven() || !this.best) return allowed;
    const last = lagrangianBound(problem, allowed, { cutoff: this.cutoff(), price: first.price });
    const tight = last.bound > first.bound ? last : first;
    this.raise(tight.bound);
    return fixed(problem, allowed, tight, this.cutoff());
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
