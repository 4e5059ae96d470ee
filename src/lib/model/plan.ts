// The words of an assignment, shared by pages, workers, files and engine: units, referents, plans, moves, a problem and its answer.

/** Degrees WGS84. */
export interface Base {
  lat: number;
  lon: number;
}

/** Minutes a week that a workload is made of. */
export interface WorkloadParts {
  visits: number;
  meetings: number;
  liaison: number;
}

/** What moves as one block. */
export interface Unit {
  id: string;
  /** Minutes a week, travel apart. */
  workload: number;
  pupils: number;
  /** Visits a week, each a return trip from the base. */
  visits: number;
  /** Referent today; null or absent when nobody follows it. */
  current?: string | null;
  lat?: number | null;
  lon?: number | null;
  name?: string;
  /** UAI of its schools. */
  schools?: readonly string[];
  parts?: WorkloadParts;
  /** Meetings of its support teams, a year: what coordinators share. */
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

/** An assignment to decide: PROBLEM.json. Every key after `minutes` may be absent from the file. */
export interface ProblemFile {
  units: readonly Unit[];
  referents: readonly Referent[];
  /** One way, a row a referent, a column a unit; null where there is no way. */
  minutes: readonly (readonly (number | null)[])[];
  /** Share by which a load may miss its target. */
  tolerance: number;
  /** Excess and shortage are priced instead of forbidden. */
  soft: boolean;
  /** [unit, referent] */
  pins: readonly Pair[];
  apart: readonly Pair[];
  together: readonly Pair[];
  neighbours: readonly Pair[];
  contiguous: boolean;
  maxPupilsMoved: number | null;
  /** Tenths of a minute for each pupil who changes referent. */
  stability: number;
  coordinatorTolerance: number | null;
}

/** Who follows what: school (or unit) -> referent, referent -> coordinator. What is absent is unassigned. */
export interface Plan {
  referents: Readonly<Record<string, string>>;
  coordinators: Readonly<Record<string, string>>;
}

/** One change of a plan: a unit (a school is the finest) goes to a referent, or a referent to a coordinator. */
export interface Move {
  kind: 'unit' | 'referent';
  id: string;
  from: string | null;
  to: string | null;
}

/** A rule that a plan must keep, named by what it is about. */
export type Rule =
  | { rule: 'assigned'; unit: string }
  | { rule: 'tolerance'; referent: string }
  | { rule: 'coordinatorTolerance'; coordinator: string; measure: Measure }
  | { rule: 'pin'; unit: string; referent: string }
  | { rule: 'apart'; units: Pair }
  | { rule: 'together'; units: Pair }
  /** `unit` null: all of the territories' contiguity. */
  | { rule: 'contiguous'; unit: string | null }
  | { rule: 'maxPupilsMoved'; most: number }
  | { rule: 'sameCoordinator'; units: Pair };

/** What is balanced. `hours` is workload and travel. */
export type Measure = 'workload' | 'hours' | 'pupils' | 'meetings';

/**
 * `unknown`: time ran out before a plan was found or shown not to exist. `infeasible`: the rules contradict one another,
 * and `conflict` names those that do.
 */
export type AssignmentStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown';

/** Rules loosened as little as possible, and the best plan that they then allow. */
export interface Relaxed {
  /** Given when it had to grow. */
  tolerance?: number;
  coordinatorTolerance?: number;
  maxPupilsMoved?: number;
  /** Rules left out. */
  dropped: Rule[];
  status: 'optimal' | 'feasible';
  objective: number;
  assignment: Record<string, string>;
  loads: Record<string, number>;
}

/** The answer to a ProblemFile. */
export interface AssignmentResult {
  status: AssignmentStatus;
  /** Tenths of a minute a week, with the stability term; null without a plan. */
  objective: number | null;
  /** No plan costs less. */
  bound: number | null;
  /** (objective - bound) / objective */
  gap: number | null;
  seconds: number;
  /** Price of excess and shortage, apart from `objective`; with `soft` only. */
  penalty?: number;
  /** unit -> referent */
  assignment: Record<string, string>;
  /** referent -> coordinator; on two levels only. */
  coordinators?: Record<string, string>;
  /** referent -> minutes a week, travel apart */
  loads: Record<string, number>;
  /** A certificate of the optimum, or of infeasibility, was made and accepted; absent when none was asked for. */
  certified?: boolean;
  conflict?: Rule[];
  relaxed?: Relaxed;
}
