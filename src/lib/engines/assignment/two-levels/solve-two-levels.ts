// Units under referents under coordinators: the grouping is given, or the best of all is looked for.
import type { LinearSolver } from '../../../model/linear.ts';
import type { ProblemFile, SplitStatus } from '../../../model/plan.ts';
import { groupings, neighbouring, type Grouping } from '../problem/groupings.ts';
import { heuristic, type HeuristicPlan } from '../search/heuristic.ts';
import { Incumbent, type Solution } from '../search/incumbent.ts';
import { likelyTeams } from './likely-teams.ts';
import { canonical, objectiveOf, problemOf, type Problem } from '../problem/problem.ts';
import { relaxation, solve } from '../search/solve.ts';
import { solveJoint } from './solve-joint.ts';
import { teamChoice, teamsOf } from './team-choice.ts';
import { TwoLevelNews } from './two-levels-news.ts';
import type { TwoLevelOptions, TwoLevelSolution } from './two-levels.ts';

const MOST_GROUPINGS = 1000;
const EFFORT = 120_000;
const SEARCH_STEPS = 40;
/** Referents up to which all their teams are listed, and groupings that a first plan is looked for under. */
const MOST_JOINT = 10;
const LIKELY = 3;

/** Solves both levels. The monolithic model is never built: it does not finish on territories of 150 units. */
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
  readonly #news: TwoLevelNews;
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
    const names = { coordinators: this.#names, referents: file.referents.map(({ id }) => id) };
    this.#news = new TwoLevelNews(names, options.onProgress);
  }

  solve(): TwoLevelSolution {
    const { options, file } = this;
    if (options.grouping) {
      const grouping = file.referents.map(({ id }) => this.#names.indexOf(options.grouping![id] ?? ''));
      const least = this.#tryOne({ grouping, bound: -Infinity });
      return this.#end('given', 1, least);
    }
    const alike =
      !options.held && !options.shares && options.coordinators.every(({ minutes }) => minutes === undefined);
    const keep = (grouping: Grouping) => this.#mayHold(grouping);
    const most = options.most ?? MOST_GROUPINGS;
    const busy = this.#names.flatMap((id, c) => (options.held?.[id] ? [c] : []));
    const all = groupings(file.referents.length, this.#names.length, alike, most, keep, busy);
    return all ? this.#all(all, alike) : this.#search();
  }

  #left(): number | undefined {
    const { seconds } = this.options;
    return seconds === undefined ? undefined : seconds - (performance.now() - this.#began) / 1000;
  }

  #isOver(): boolean {
    return (this.#left() ?? 1) <= 0 || this.options.stop?.() === true;
  }

  /** Whether the posts under each coordinator can carry an equal share of the workload, where that is asked. */
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
    return problemOf(
      { ...file, referents: named, coordinatorTolerance: options.tolerance },
      {
        coordinatorMeasures: this.#measures(),
        ...(options.balance && { balance: options.balance }),
        coordinatorShares: options.shares ?? Object.fromEntries(names.map((id) => [id, 1 / names.length])),
        ...(options.held && { coordinatorHeld: options.held }),
        ...(options.whole && { sameCoordinator: options.whole }),
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

  /** Cost without whole numbers; Infinity when even that cannot be. */
  #bound(grouping: Grouping): number {
    const problem = this.#problem(grouping);
    const { status, objective } = relaxation(this.solver, problem);
    if (status === 'infeasible') return Infinity;
    const bound = objective ?? -Infinity;
    return problem.whole && !problem.soft ? Math.ceil(bound - 1e-4) : bound;
  }

  #worth(): number {
    const { objective, penalty } = this.#best?.solution ?? { objective: null, penalty: 0 };
    return objective === null ? Infinity : objective + penalty;
  }

  /** Solves one grouping; what it proves to be its least cost, as far as that matters. */
  #tryOne({ grouping, bound }: Bounded): number {
    const problem = this.#problem(grouping);
    const seconds = this.#left();
    const { stop } = this.options;
    const below = this.#worth();
    const solution = solve(this.solver, problem, {
      effort: EFFORT,
      ...(seconds !== undefined && { seconds: Math.max(0.01, seconds) }),
      ...(below < Infinity && { below }),
      ...(stop && { stop }),
      onProgress: (news) => {
        if (news.plan && news.objective !== null)
          this.#news.plan(news.objective, news.plan, grouping, news.penalty);
        this.#news.bound(news.bound === null ? bound : news.bound + news.penalty);
      }
    });
    this.#solved++;
    if (solution.assignment) this.#best = { grouping, problem, solution };
    if (solution.status === 'infeasible') return below;
    return Math.max(bound, (solution.bound ?? bound) + solution.penalty);
  }

  #all(all: readonly Grouping[], alike: boolean): TwoLevelSolution {
    if (alike && !this.file.soft && this.file.referents.length <= MOST_JOINT) return this.#joint(all);
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
      if (one.bound >= this.#worth() - 1e-6) {
        this.#ruledOut++;
        return;
      }
      this.#news.others = Math.min(least, open[at + 1]?.bound ?? Infinity);
      least = Math.min(least, this.#isOver() && at > 0 ? one.bound : this.#tryOne(one));
    });
    return this.#end('all', all.length, Math.min(least, this.#worth()));
  }

  /** The split without coordinators. */
  #free(): Problem {
    const { balance } = this.options;
    return problemOf({ ...this.file, coordinatorTolerance: null }, balance && { balance });
  }

  /** A plan under each of the groupings that seem to suit. */
  #first(free: Problem, open: readonly Grouping[]): void {
    const quick = heuristic(free, { effort: EFFORT / 4 });
    if (!quick) return;
    for (const grouping of likelyTeams(open, quick.assignment, (one) => this.#problem(one), LIKELY)) {
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
      ...(this.options.stop && { stop: this.options.stop }),
      onProgress: ({ bound }) => this.#news.bound(bound),
      onPlan: (plan, grouping) => this.#news.plan(objectiveOf(free, plan), plan, grouping),
      seconds: this.#left(),
      start: this.#best && { grouping: this.#best.grouping, assignment: this.#best.solution.assignment! }
    });
    if (found.assignment && objectiveOf(free, found.assignment) <= this.#worth())
      this.#take(found.grouping, this.#problem(found.grouping), found.assignment);
    return this.#end('all', all.length, found.bound ?? (found.isImpossible ? Infinity : -Infinity));
  }

  #take(grouping: Grouping, problem: Problem, assignment: Int32Array): void {
    const objective = objectiveOf(problem, assignment);
    const penalty = new Incumbent(problem, 0).penaltyOf(assignment);
    if (objective + penalty >= this.#worth()) return;
    const seconds = (performance.now() - this.#began) / 1000;
    const figures = { objective, penalty, bound: null, gap: null, seconds };
    this.#best = { grouping, problem, solution: { status: 'feasible', assignment, ...figures } };
    this.#news.plan(objective, assignment, grouping, penalty);
  }

  /** From one grouping to the best of those a step away, while that helps. Its bound is the split without coordinators. */
  #search(): TwoLevelSolution {
    const { file } = this;
    const root = relaxation(this.solver, this.#free()).objective ?? -Infinity;
    this.#news.others = root;
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
      if (bound < this.#worth()) this.#tryOne({ grouping, bound });
    }
    return this.#end('search', null, root);
  }

  #end(method: TwoLevelSolution['method'], count: number | null, least: number): TwoLevelSolution {
    const worth = this.#worth();
    const best = this.#best;
    const bound = Number.isFinite(least) ? Math.min(least, worth) : null;
    const gap = best === null || bound === null ? null : Math.max(0, worth - bound) / Math.max(1, worth);
    const proven = method !== 'search' && !this.#isOver();
    if (best && gap !== null && gap < 1e-9)
      best.solution = { ...best.solution, status: 'optimal', bound, gap: 0 };
    const status: SplitStatus =
      best === null
        ? proven
          ? 'infeasible'
          : 'unknown'
        : gap !== null && gap < 1e-9
          ? 'optimal'
          : 'feasible';
    const names = this.#names;
    return {
      ...{ status, bound, gap, method, groupings: count, ruledOut: this.#ruledOut, solved: this.#solved },
      grouping: best
        ? Object.fromEntries(this.file.referents.map(({ id }, j) => [id, names[best.grouping[j]!] ?? '']))
        : null,
      problem: best?.problem ?? null,
      solution: best?.solution ?? null,
      seconds: (performance.now() - this.#began) / 1000
    };
  }
}
