// Assigns units to referents under coordinators: the grouping is given, or the best of all is looked for.
import type { LinearSolver } from '../../../model/linear.ts';
import type { AssignmentStatus, ProblemFile } from '../../../model/plan.ts';
import { canonical, compileProblem, objectiveOf, type Problem } from '../problem/compile-problem.ts';
import { heuristic, type HeuristicPlan } from '../search/heuristic.ts';
import { penaltyOf, relaxation, solve, type Solution } from '../search/solve.ts';
import { groupings, likelyGroupings, neighbouring, type Grouping } from './groupings.ts';
import { solveJoint, teamChoice, teamsOf } from './joint-model.ts';
import {
  namedGrouping,
  TwoLevelReporter,
  type TwoLevelOptions,
  type TwoLevelSolution
} from './two-levels.ts';

const MOST_GROUPINGS = 1000;
const EFFORT = 120_000;
const SEARCH_STEPS = 40;
/** Referents up to which all their teams are listed: 2^10 columns. */
const MOST_JOINT = 10;
/** Groupings under which a first plan is looked for. */
const LIKELY = 3;

/**
 * Solves both levels. The model of units, referents and coordinators together, with a product of both choices, is never built: it does not
 * finish on territories of 150 units.
 */
export function solveTwoLevels(
  solver: LinearSolver,
  file: ProblemFile,
  options: TwoLevelOptions
): TwoLevelSolution {
  return new TwoLevels(solver, canonical(file), options, file).solve();
}

interface Bounded {
  grouping: Grouping;
  bound: number;
}

class TwoLevels {
  readonly #began = performance.now();
  readonly #names: string[];
  readonly #reporter: TwoLevelReporter;
  #best: { grouping: Grouping; problem: Problem; solution: Solution } | null = null;
  #ruledOut = 0;
  #solved = 0;

  constructor(
    readonly solver: LinearSolver,
    readonly file: ProblemFile,
    readonly options: TwoLevelOptions,
    readonly given: ProblemFile
  ) {
    this.#names = options.coordinators.map(({ id }) => id).sort();
    this.#reporter = new TwoLevelReporter(this.#ids(), options.onProgress);
  }

  #ids() {
    const { units, referents } = this.file;
    return {
      units: units.map(({ id }) => id),
      referents: referents.map(({ id }) => id),
      coordinators: this.#names
    };
  }

  solve(): TwoLevelSolution {
    const { options, file } = this;
    if (options.grouping) {
      const grouping = file.referents.map(({ id }) => this.#names.indexOf(options.grouping![id] ?? ''));
      const least = this.#tryOne({ grouping, bound: -Infinity });
      return this.#end('given', 1, least);
    }
    const interchangeable =
      !options.held && !options.shares && options.coordinators.every(({ minutes }) => minutes === undefined);
    const keep = (grouping: Grouping) => this.#mayHold(grouping);
    const most = options.most ?? MOST_GROUPINGS;
    const busy = this.#names.flatMap((id, c) => (options.held?.[id] ? [c] : []));
    const all = groupings(file.referents.length, this.#names.length, interchangeable, most, keep, busy);
    return all ? this.#all(all, interchangeable) : this.#search();
  }

  #left(): number | undefined {
    const { seconds } = this.options;
    return seconds === undefined ? undefined : seconds - (performance.now() - this.#began) / 1000;
  }

  #isOver(): boolean {
    return (this.#left() ?? 1) <= 0 || this.options.stop?.() === true;
  }

  /** Whether the posts under each coordinator can carry an equal share of the workload, where that is a rule. */
  #mayHold(grouping: Grouping): boolean {
    const { file, options } = this;
    if (!this.#measures().includes('workload') || file.soft || options.balance === 'hours') return true;
    if (options.held || options.shares) return true;
    const posts = file.referents.reduce((sum, { fte }) => sum + fte, 0);
    const share = 1 / this.#names.length;
    return this.#names.every((_, c) => {
      const part = file.referents.reduce((sum, { fte }, j) => sum + (grouping[j] === c ? fte : 0), 0) / posts;
      return (
        (1 + file.tolerance) * part >= (1 - options.tolerance) * share - 1e-9 &&
        (1 - file.tolerance) * part <= (1 + options.tolerance) * share + 1e-9
      );
    });
  }

  #measures() {
    return this.options.measures ?? (['pupils', 'meetings'] as const);
  }

  #problem(grouping: Grouping): Problem {
    const { file, options } = this;
    const names = this.#names;
    const named = file.referents.map((one, j) => ({ ...one, coordinator: names[grouping[j]!] ?? null }));
    return compileProblem(
      { ...file, referents: named, coordinatorTolerance: options.tolerance },
      {
        coordinatorMeasures: this.#measures(),
        balance: options.balance,
        coordinatorShares: options.shares ?? Object.fromEntries(names.map((id) => [id, 1 / names.length])),
        coordinatorHeld: options.held,
        sameCoordinator: options.whole,
        coordinatorCost: this.#meetingCost(grouping)
      }
    );
  }

  /** Tenths of a minute a week of unit i under the coordinator of referent j. */
  #meetingCost(grouping: Grouping): Float64Array {
    const { file, options, given } = this;
    const m = file.referents.length;
    const at = new Map(given.units.map(({ id }, i) => [id, i]));
    const rows = this.#names.map((id) => options.coordinators.find((one) => one.id === id)?.minutes);
    return Float64Array.from({ length: file.units.length * m }, (_, cell) => {
      const unit = file.units[Math.floor(cell / m)]!;
      const minutes = rows[grouping[cell % m]!]?.[at.get(unit.id)!] ?? 0;
      return Math.round((20 * (unit.meetings ?? 0) * minutes) / (options.weeks ?? 36));
    });
  }

  /** Lower bound by the relaxation; Infinity when even that is infeasible. */
  #bound(grouping: Grouping): number {
    const problem = this.#problem(grouping);
    const { status, objective } = relaxation(this.solver, problem);
    if (status === 'infeasible') return Infinity;
    const bound = objective ?? -Infinity;
    return problem.whole && !problem.soft ? Math.ceil(bound - 1e-4) : bound;
  }

  /** Cost of the best plan, its penalty included. */
  #bestTotal(): number {
    const { objective, penalty } = this.#best?.solution ?? { objective: null, penalty: 0 };
    return objective === null ? Infinity : objective + penalty;
  }

  /** Solves one grouping. @returns a lower bound of its cost, or the best total where it cannot be better */
  #tryOne({ grouping, bound }: Bounded): number {
    const problem = this.#problem(grouping);
    const seconds = this.#left();
    const { stop } = this.options;
    const below = this.#bestTotal();
    const solution = solve(this.solver, problem, {
      effort: EFFORT,
      seconds: seconds === undefined ? undefined : Math.max(0.01, seconds),
      below,
      stop,
      onProgress: (progress) => {
        const { plan, objective, penalty } = progress;
        if (plan && objective !== null) this.#reporter.plan(objective, plan, grouping, penalty);
        this.#reporter.bound(progress.bound === null ? bound : progress.bound + penalty);
      }
    });
    this.#solved++;
    if (solution.assignment) this.#best = { grouping, problem, solution };
    if (solution.status === 'infeasible') return below;
    return Math.max(bound, (solution.bound ?? bound) + solution.penalty);
  }

  #all(all: readonly Grouping[], interchangeable: boolean): TwoLevelSolution {
    if (interchangeable && !this.file.soft && this.file.referents.length <= MOST_JOINT)
      return this.#joint(all);
    this.#first(this.#free(), all);
    const open: Bounded[] = [];
    for (const grouping of all) {
      const bound = this.#isOver() ? -Infinity : this.#bound(grouping);
      if (bound < Infinity) open.push({ grouping, bound });
      else this.#ruledOut++;
    }
    open.sort((a, b) => a.bound - b.bound);
    let least = Infinity;
    open.forEach((one, at) => {
      if (one.bound >= this.#bestTotal() - 1e-6) {
        this.#ruledOut++;
        return;
      }
      this.#reporter.others = Math.min(least, open[at + 1]?.bound ?? Infinity);
      least = Math.min(least, this.#isOver() && at > 0 ? one.bound : this.#tryOne(one));
    });
    return this.#end('all', all.length, Math.min(least, this.#bestTotal()));
  }

  /** The problem without coordinators. */
  #free(): Problem {
    return compileProblem({ ...this.file, coordinatorTolerance: null }, { balance: this.options.balance });
  }

  /** A heuristic plan under each of the likely groupings. */
  #first(free: Problem, open: readonly Grouping[]): void {
    const quick = heuristic(free, { effort: EFFORT / 4 });
    if (!quick) return;
    for (const grouping of likelyGroupings(open, quick.assignment, (one) => this.#problem(one), LIKELY)) {
      const problem = this.#problem(grouping);
      const offer = ({ feasible, assignment }: HeuristicPlan) =>
        feasible && this.#take(grouping, problem, assignment);
      const plan = heuristic(problem, { effort: EFFORT, onPlan: offer });
      if (plan) offer(plan);
    }
  }

  /** A plan under a likely grouping, then one model that chooses among all teams that could be. */
  #joint(all: readonly Grouping[]): TwoLevelSolution {
    const free = this.#free();
    const at = new Map(free.units.map((id, i) => [id, i]));
    const choice = teamChoice(free, {
      measures: this.#measures(),
      tolerance: this.options.tolerance,
      coordinators: this.#names.length,
      whole: (this.options.whole ?? []).map(([a, b]) => [at.get(a)!, at.get(b)!] as const)
    });
    const open = all.filter((grouping) => !teamsOf(choice.teams, grouping).includes(-1));
    this.#ruledOut = all.length - open.length;
    this.#solved = open.length;
    this.#first(free, open);
    const found = solveJoint(this.solver, free, choice, {
      seconds: this.#left(),
      stop: this.options.stop,
      onBound: (bound) => this.#reporter.bound(bound),
      onPlan: (plan, grouping) => this.#reporter.plan(objectiveOf(free, plan), plan, grouping),
      start: this.#best && { grouping: this.#best.grouping, assignment: this.#best.solution.assignment! }
    });
    if (found.assignment && objectiveOf(free, found.assignment) <= this.#bestTotal())
      this.#take(found.grouping, this.#problem(found.grouping), found.assignment);
    return this.#end('all', all.length, found.bound ?? (found.isInfeasible ? Infinity : -Infinity));
  }

  #take(grouping: Grouping, problem: Problem, assignment: Int32Array): void {
    const objective = objectiveOf(problem, assignment);
    const penalty = penaltyOf(problem, assignment);
    if (objective + penalty >= this.#bestTotal()) return;
    const seconds = (performance.now() - this.#began) / 1000;
    const figures = { objective, penalty, bound: null, gap: null, seconds };
    this.#best = { grouping, problem, solution: { status: 'feasible', assignment, ...figures } };
    this.#reporter.plan(objective, assignment, grouping, penalty);
  }

  /** Local search over groupings, from one to the best of those a step away. The bound is that of the problem without coordinators. */
  #search(): TwoLevelSolution {
    const { file } = this;
    const root = relaxation(this.solver, this.#free()).objective ?? -Infinity;
    this.#reporter.others = root;
    const size = this.#names.length;
    let here: Bounded = { grouping: file.referents.map((_, j) => j % size), bound: Infinity };
    for (let step = 0; step < SEARCH_STEPS && !this.#isOver(); step++) {
      const near = [here.grouping, ...neighbouring(here.grouping, size)]
        .filter((grouping) => this.#mayHold(grouping))
        .map((grouping) => ({ grouping, bound: this.#bound(grouping) }))
        .sort((a, b) => a.bound - b.bound);
      const [first] = near;
      if (!first || first.bound >= here.bound) break;
      here = first;
    }
    if (here.bound < Infinity) this.#tryOne(here);
    for (const grouping of neighbouring(here.grouping, size)) {
      if (this.#isOver() || !this.#mayHold(grouping)) break;
      const bound = this.#bound(grouping);
      if (bound < this.#bestTotal()) this.#tryOne({ grouping, bound });
    }
    return this.#end('search', null, root);
  }

  #end(method: TwoLevelSolution['method'], count: number | null, least: number): TwoLevelSolution {
    const total = this.#bestTotal();
    const best = this.#best;
    const bound = Number.isFinite(least) ? Math.min(least, total) : null;
    const gap = best === null || bound === null ? null : Math.max(0, total - bound) / Math.max(1, total);
    const isProven = gap !== null && gap < 1e-9;
    if (best && isProven) best.solution = { ...best.solution, status: 'optimal', bound, gap: 0 };
    const isExhaustive = method !== 'search' && !this.#isOver();
    const withoutPlan: AssignmentStatus = isExhaustive ? 'infeasible' : 'unknown';
    const withPlan: AssignmentStatus = isProven ? 'optimal' : 'feasible';
    return {
      status: best ? withPlan : withoutPlan,
      bound,
      gap,
      method,
      groupings: count,
      ruledOut: this.#ruledOut,
      solved: this.#solved,
      grouping: best && namedGrouping(this.#ids(), best.grouping),
      problem: best?.problem ?? null,
      solution: best?.solution ?? null,
      seconds: (performance.now() - this.#began) / 1000
    };
  }
}
