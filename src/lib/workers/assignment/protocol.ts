// What the page of sectors asks of its worker, and what it hears.
import type { ProblemFile, SplitAnswer } from '../../model/plan.ts';
import type { TeamsAsked } from '../../engines/assignment/problem/teams.ts';

export interface SplitRequest {
  problem: ProblemFile;
  balance: 'workload' | 'hours';
  /** Coordinators to be balanced as well. */
  teams: TeamsAsked | null;
  seconds: number;
}

/** The search as it goes: the best plan is told when it is new. */
export interface SplitStage {
  /** Tenths of a minute a week; null before a first plan. */
  objective: number | null;
  bound: number | null;
  gap: number | null;
  seconds: number;
  /** unit -> referent */
  assignment?: Record<string, string>;
  /** referent -> coordinator, on two levels. */
  coordinators?: Record<string, string>;
}

export type { SplitAnswer };
