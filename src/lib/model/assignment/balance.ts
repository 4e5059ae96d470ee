// The figures of a plan: of each referent, of each coordinator, and as a whole.
import type { WorkloadParts } from '../plan.ts';

export interface Share {
  id: string;
  units: number;
  schools: number;
  pupils: number;
  /** Minutes a week, travel apart; its parts where units give them. */
  workload: number;
  parts: WorkloadParts | null;
  /** Minutes a week on the road: sampled tours where they are given, else the solver's estimate. */
  travel: number;
  /** workload + travel */
  hours: number;
  meetings: number;
  /** What it should carry, in the measure of the balance, minutes a week. */
  target: number;
  /** Load / target - 1; null without a target. */
  deviation: number | null;
}

export interface ReferentShare extends Share {
  fte: number;
  coordinator: string | null;
  /** Longest trip, minutes one way. */
  worst: { unit: string; minutes: number } | null;
  /** Pupils that change to it, and from it. */
  gained: number;
  lost: number;
  /** Units of each connected component of its sector, the largest first; null when neighbours are not known. */
  components: readonly (readonly string[])[] | null;
}

export interface CoordinatorShare extends Share {
  referents: readonly string[];
  /** Shares of all pupils and meetings against its share of posts, - 1. */
  pupilDeviation: number | null;
  meetingDeviation: number | null;
}

/** How uneven loads for a full-time post are. */
export interface Spread {
  /** Largest absolute deviation from a target: the figure to look at first. */
  maxDeviation: number;
  /** Largest load over smallest; null when one is zero. */
  ratio: number | null;
  /** Coefficient of variation and Gini index, 0 when all are equal. */
  cv: number;
  gini: number;
}

export interface Balance {
  referents: readonly ReferentShare[];
  coordinators: readonly CoordinatorShare[];
  unassigned: readonly string[];
  /** Tenths of a minute a week, of the units assigned. */
  objective: number;
  /** Minutes a week. */
  travel: number;
  spread: Spread;
  /** Of the coordinators; null without any. */
  coordinatorSpread: Spread | null;
  worst: { unit: string; referent: string; minutes: number } | null;
  pupilsMoved: number;
  /** Connected components beyond one a referent; null when neighbours are not known. */
  extraComponents: number | null;
}
