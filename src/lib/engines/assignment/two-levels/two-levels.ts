// An assignment on two levels (units, referents, coordinators): its options, its solution, and the progress of its search.
import type { AssignmentStatus, Measure, Pair } from '../../../model/plan.ts';
import { namedAssignment, type CompileOptions, type Problem } from '../problem/compile-problem.ts';
import type { Solution, AssignmentSearchOptions } from '../search/solve.ts';
import type { Grouping } from './groupings.ts';

export interface Coordinator {
  id: string;
  /** Minutes one way to each unit, in the file's order, for its meetings there; without them its travel costs nothing. */
  minutes?: readonly (number | null)[];
}

/** The search as it goes. Bound and gap are those of all groupings. */
export interface TwoLevelProgress {
  /** Of the best plan, penalty apart, tenths of a minute a week; null before there is one. */
  objective: number | null;
  penalty: number;
  bound: number | null;
  gap: number | null;
  seconds: number;
  /** The best plan, when it is new: unit -> referent, and referent -> coordinator. */
  assignment?: Record<string, string>;
  grouping?: Record<string, string>;
}

export interface TwoLevelOptions extends Pick<AssignmentSearchOptions, 'seconds' | 'stop'> {
  onProgress?: (progress: TwoLevelProgress) => void;
  /** What referents are balanced on; `workload` by default. */
  balance?: NonNullable<CompileOptions['balance']>;
  /** Share of the total that each coordinator should have; the same for all by default. */
  shares?: Readonly<Record<string, number>>;
  /** What coordinators have beside the problem's units. */
  held?: NonNullable<CompileOptions['coordinatorHeld']>;
  coordinators: readonly Coordinator[];
  /** What coordinators share, and how closely; pupils and meetings by default. */
  measures?: readonly Exclude<Measure, 'hours'>[];
  tolerance: number;
  /** Weeks over which a year's meetings are spread. */
  weeks?: number;
  /** Pairs of units (of one team, of one commune) that must be under one coordinator. */
  whole?: readonly Pair[];
  /** referent -> coordinator, when it is settled. */
  grouping?: Readonly<Record<string, string>>;
  /** Groupings beyond which they are not all tried. */
  most?: number;
}

export interface TwoLevelSolution {
  /** `optimal` only when every grouping was solved or ruled out. */
  status: AssignmentStatus;
  /** referent -> coordinator */
  grouping: Record<string, string> | null;
  /** The problem under that grouping, and its solution. */
  problem: Problem | null;
  solution: Solution | null;
  bound: number | null;
  gap: number | null;
  seconds: number;
  /** How many groupings there are (null: too many to list), were ruled out by their bound, and were solved. */
  groupings: number | null;
  ruledOut: number;
  solved: number;
  /** The grouping was given, every one was considered, or a local search went from one to the next. */
  method: 'given' | 'all' | 'search';
}

/** Ids in the problem's order, and the coordinators in order of id. */
interface Names {
  units: readonly string[];
  referents: readonly string[];
  coordinators: readonly string[];
}

/** Reports the best plan, and a bound that holds for every grouping, as either improves. */
export class TwoLevelReporter {
  /** Cost of the best plan, its penalty included. */
  #total: number | null = null;
  #penalty = 0;
  #bound = -Infinity;
  /** Lower bound of all groupings but the one being solved. */
  others = Infinity;
  readonly #began = performance.now();

  constructor(
    readonly names: Names,
    readonly onProgress?: (progress: TwoLevelProgress) => void
  ) {}

  /** A plan under a grouping; nothing is reported unless it is better than the last. */
  plan(objective: number, plan: Int32Array, grouping: Grouping, penalty = 0): void {
    if (this.#total !== null && objective + penalty >= this.#total) return;
    this.#total = objective + penalty;
    this.#penalty = penalty;
    this.#report({
      assignment: namedAssignment(this.names, plan),
      grouping: namedGrouping(this.names, grouping)
    });
  }

  /** A lower bound of the grouping being solved. */
  bound(least: number | null): void {
    const bound = Math.min(least ?? -Infinity, this.others, this.#total ?? Infinity);
    if (!Number.isFinite(bound) || bound <= this.#bound) return;
    this.#bound = bound;
    this.#report({});
  }

  #report(news: Pick<TwoLevelProgress, 'assignment' | 'grouping'>): void {
    const [total, penalty] = [this.#total, this.#penalty];
    const least = Number.isFinite(this.#bound) ? this.#bound : null;
    const objective = total === null ? null : total - penalty;
    this.onProgress?.({
      objective,
      penalty,
      bound: least === null ? null : Math.min(objective ?? Infinity, least - penalty),
      gap: total === null || least === null ? null : Math.max(0, total - least) / Math.max(1, total),
      seconds: (performance.now() - this.#began) / 1000,
      ...news
    });
  }
}

/** referent -> coordinator */
export function namedGrouping(
  { referents, coordinators }: Pick<Names, 'referents' | 'coordinators'>,
  grouping: Grouping
): Record<string, string> {
  return Object.fromEntries(referents.map((id, j) => [id, coordinators[grouping[j]!] ?? '']));
}
