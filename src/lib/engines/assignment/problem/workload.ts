// Minutes a week that a school asks for, from figures that anyone can see and change.
import type { WorkloadParts } from '../../../model/plan.ts';

export interface WorkloadParameters {
  /** Children followed for 100 pupils, where their number is not known. */
  childrenPer100: number;
  /** Visits a child and month. */
  visitsPerMonth: number;
  visitMinutes: number;
  /** Minutes of one meeting of a support team. */
  meetingMinutes: number;
  /** Minutes of liaison a month with each school. */
  liaisonMinutes: number;
  /** Months and weeks of work in a year. */
  months: number;
  weeks: number;
}

/** One figure, its limits, and whether a source gives it or it is to be validated by the service. */
export interface WorkloadSetting {
  value: number;
  min: number;
  max: number;
  step: number;
  quality: 'official' | 'hypothesis';
}

const supposed = (value: number, min: number, max: number, step: number): WorkloadSetting => ({
  ...{ value, min, max, step },
  quality: 'hypothesis'
});

export const WORKLOAD_SETTINGS: Readonly<Record<keyof WorkloadParameters, WorkloadSetting>> = {
  childrenPer100: supposed(3, 0, 30, 0.5),
  visitsPerMonth: supposed(2, 0, 12, 0.5),
  visitMinutes: supposed(60, 0, 240, 5),
  meetingMinutes: supposed(120, 0, 480, 15),
  liaisonMinutes: supposed(60, 0, 480, 15),
  months: supposed(10, 1, 12, 1),
  weeks: { value: 36, min: 1, max: 52, step: 1, quality: 'official' }
};

export const DEFAULT_WORKLOAD: Readonly<WorkloadParameters> = Object.fromEntries(
  Object.entries(WORKLOAD_SETTINGS).map(([key, { value }]) => [key, value])
) as unknown as WorkloadParameters;

/** What is known of a school's demand. */
export interface Demand {
  pupils: number;
  /** Children followed; null where it may not be shown or is not known. */
  children: number | null;
  /** Its share of its support teams' meetings, a year. */
  meetings: number;
}

export interface Workload {
  /** Whole minutes a week: the sum of its parts. */
  workload: number;
  parts: WorkloadParts;
  /** Visits a week, to a hundredth. */
  visits: number;
}

/** Whole minutes, so that loads add up exactly and never depend on the order of a sum. */
export function workloadOf(demand: Demand, parameters: WorkloadParameters): Workload {
  const { childrenPer100, visitsPerMonth, visitMinutes, meetingMinutes, liaisonMinutes } = parameters;
  const perWeek = parameters.months / parameters.weeks;
  const children = demand.children ?? (demand.pupils * childrenPer100) / 100;
  const visits = Math.round(100 * children * visitsPerMonth * perWeek) / 100;
  const parts = {
    visits: Math.round(visits * visitMinutes),
    meetings: Math.round((demand.meetings * meetingMinutes) / parameters.weeks),
    liaison: Math.round(liaisonMinutes * perWeek)
  };
  return { workload: parts.visits + parts.meetings + parts.liaison, parts, visits };
}
