// A split on two levels: what is asked of it, and what is answered.
import type { Measure, Pair, SplitStatus } from '../../../model/plan.ts';
import type { Solution, SolveProgress } from '../search/incumbent.ts';
import type { Problem, ProblemOptions } from '../problem/problem.ts';
import type { SolveOptions } from '../search/solve.ts';

export interface Coordinator {
  id: string;
  /** Minutes one way to each unit, in the file's order: what its meetings cost. Absent: no travel is counted. */
  minutes?: readonly (number | null)[];
}

/** The search as it goes: a plan comes with who is under whom. Bound and gap are of all groupings. */
export interface TwoLevelProgress extends SolveProgress {
  grouping?: Record<string, string>;
}

export interface TwoLevelOptions extends Pick<SolveOptions, 'seconds' | 'stop'> {
  onProgress?: (progress: TwoLevelProgress) => void;
  /** What referents are balanced on; `workload` unless told. */
  balance?: NonNullable<ProblemOptions['balance']>;
  /** Share of the whole that each coordinator should have; the same for all unless told. */
  shares?: Readonly<Record<string, number>>;
  /** What coordinators have beside the problem's units. */
  held?: NonNullable<ProblemOptions['coordinatorHeld']>;
  coordinators: readonly Coordinator[];
  /** What coordinators share equally, and how closely; children and meetings unless told. */
  measures?: readonly Exclude<Measure, 'hours'>[];
  tolerance: number;
  /** Weeks over which a year's meetings are spread. */
  weeks?: number;
  /** Pairs of units that must be under one coordinator: of one team, of one commune. */
  whole?: readonly Pair[];
  /** referent -> coordinator, when it is settled. */
  grouping?: Readonly<Record<string, string>>;
  /** Groupings beyond which they are not all tried. */
  most?: number;
}

export interface TwoLevelSolution {
  /** `optimal` only when every grouping was solved or ruled out. */
  status: SplitStatus;
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
  /** The grouping was given, every one was looked at, or a search went from one to the next. */
  method: 'given' | 'all' | 'search';
}
