// Types of an assignment, shared by pages, workers, files and engine: units, referents, plans, moves, problem and result.

/** Degrees WGS84. */
export interface Base {
  lat: number;
  lon: number;
}

/** Components of a workload, minutes a week. */
export interface WorkloadParts {
  visits: number;
  meetings: number;
  liaison: number;
}

/** Schools that are assigned as one block. */
export interface Unit {
  id: string;
  /** Minutes a week, travel apart. */
  workload: number;
  pupils: number;
  /** Visits a week, each a return trip from the base. */
  visits: number;
  /** Minutes of travel a week lost at its stops, whoever goes there; 0 when absent. */
  stopMinutes?: number;
  /** Referent today; null or absent when unassigned. */
  current?: string | null;
  lat?: number | null;
  lon?: number | null;
  name?: string;
  /** UAI of its schools. */
  schools?: readonly string[];
  parts?: WorkloadParts;
  /** Meetings of its support teams, a year; balanced between coordinators. */
  meetings?: number;
}

export interface Referent {
  id: string;
  /** Full-time equivalent; 0 for a post that takes nothing. */
  fte: number;
  base?: Base | null;
  coordinator?: string | null;
}

export type Pair = readonly [string, string];

/** An assignment problem: PROBLEM.json. Every key after `minutes` may be absent from the file. */
export interface ProblemFile {
  units: readonly Unit[];
  referents: readonly Referent[];
  /** One way, a row a referent, a column a unit; null without a route. */
  minutes: readonly (readonly (number | null)[])[];
  /** Relative deviation allowed between a load and its target. */
  tolerance: number;
  /** Excess and shortage are penalised instead of forbidden. */
  soft: boolean;
  /** [unit, referent] */
  pins: readonly Pair[];
  apart: readonly Pair[];
  together: readonly Pair[];
  neighbours: readonly Pair[];
  contiguous: boolean;
  maxPupilsMoved: number | null;
  /** Penalty for each pupil who changes referent, tenths of a minute. */
  stability: number;
  coordinatorTolerance: number | null;
}

/** Largest problem, and largest figures: within them sums are exact, and the solver's tolerances far below what is told. */
export const PROBLEM_LIMITS = {
  units: 2000,
  referents: 300,
  /** Minutes a week, pupils, meetings. */
  load: 1e6,
  visits: 1e4,
  /** Minutes one way. */
  minutes: 1e4,
  share: 1e4
} as const;

/** Codes of what a schema refuses here and in the problem of a route. */
export const PROBLEM_CODES = {
  array: 'split-empty-list',
  non_empty: 'split-empty-list',
  max_length: 'split-too-many',
  custom: 'split-not-an-object',
  boolean: 'split-bad-flag',
  max_value: 'split-large-number',
  check: 'split-bad-id',
  other: 'split-bad-number'
} as const;

/** Assignments: school (or unit) -> referent, referent -> coordinator. Missing keys are unassigned. */
export interface Plan {
  referents: Readonly<Record<string, string>>;
  coordinators: Readonly<Record<string, string>>;
}

/** One change of a plan: a unit (at finest a school) is assigned to a referent, or a referent to a coordinator. */
export interface Move {
  kind: 'unit' | 'referent';
  id: string;
  from: string | null;
  to: string | null;
}

/** A rule of a plan, identified by its subjects. */
export type Rule =
  | { rule: 'assigned'; unit: string }
  | { rule: 'tolerance'; referent: string }
  | { rule: 'coordinatorTolerance'; coordinator: string; measure: Measure }
  | { rule: 'pin'; unit: string; referent: string }
  | { rule: 'apart'; units: Pair }
  | { rule: 'together'; units: Pair }
  /** `unit` null: the contiguity of all sectors. */
  | { rule: 'contiguous'; unit: string | null }
  | { rule: 'maxPupilsMoved'; most: number }
  | { rule: 'sameCoordinator'; units: Pair };

/** Balanced quantity. `hours` is workload plus travel. */
export type Measure = 'workload' | 'hours' | 'pupils' | 'meetings';

/**
 * `unknown`: the time limit was reached without a plan or a proof. `infeasible`: the rules are in conflict,
 * and `conflict` lists those that are.
 */
export type AssignmentStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown';

/** Rules relaxed as little as possible, and the best plan under them. */
export interface Relaxed {
  /** Present when it had to be raised. */
  tolerance?: number;
  coordinatorTolerance?: number;
  maxPupilsMoved?: number;
  /** Rules removed. */
  dropped: Rule[];
  /** No smaller change allows a plan: the fewest rules removed, then the least tolerances. False when time was too short to prove it. */
  proven: boolean;
  status: 'optimal' | 'feasible';
  objective: number;
  assignment: Record<string, string>;
  loads: Record<string, number>;
}

/** Result for a ProblemFile. */
export interface AssignmentResult {
  status: AssignmentStatus;
  /** Tenths of a minute a week, penalty for changes included; null without a plan. */
  objective: number | null;
  /** Proven lower bound of the objective. */
  bound: number | null;
  /** (objective - bound) / objective */
  gap: number | null;
  seconds: number;
  /** Penalty of excess and shortage, not in `objective`; with `soft` only. */
  penalty?: number;
  /** unit -> referent */
  assignment: Record<string, string>;
  /** referent -> coordinator; on two levels only. */
  coordinators?: Record<string, string>;
  /** referent -> minutes a week, travel apart */
  loads: Record<string, number>;
  /** A certificate of the optimum, or of infeasibility, was made and verified; absent when none was requested. */
  certified?: boolean;
  /** Where the optimum is not certified: what no plan costs less than by a certificate made and verified. `bound` may be higher, by the solver. */
  certifiedBound?: number;
  conflict?: Rule[];
  relaxed?: Relaxed;
}

/** Coordinators to be balanced as well as their referents. */
export interface TeamBalance {
  coordinators: readonly string[];
  /** referent -> coordinator, at present. */
  current: Readonly<Record<string, string>>;
  /** Referents keep their coordinator. */
  kept: boolean;
  tolerance: number;
  /** Share of the total of each coordinator, when it follows posts; the same for all otherwise. */
  shares: Readonly<Record<string, number>> | null;
  /** What each coordinator's locked posts hold. */
  held: Record<string, Record<Exclude<Measure, 'hours'>, number>> | null;
}
