// Messages between the page and the worker of meetings.
import type {
  BusyCalendar,
  MeetingProgress,
  MeetingSolution,
  RepairedPlan
} from '../../engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting } from '../../model/meetings/meeting-problem.ts';
import type { Reply, Report } from '../worker-call.ts';

export interface PlanOrder {
  problem: MeetingProblem;
  seconds: number;
  seed?: number;
}
export interface RepairOrder {
  problem: MeetingProblem;
  /** The plan made before the change. */
  before: readonly PlannedMeeting[];
}
export interface CalendarOrder {
  file: Blob;
  name: string;
  /** First and last day read, ISO dates. */
  from: string;
  to: string;
}

export interface MeetingsApi {
  plan(order: PlanOrder, onProgress: Report<MeetingProgress>): Reply<MeetingSolution>;
  repair(order: RepairOrder): Reply<RepairedPlan>;
  readCalendar(order: CalendarOrder): Reply<BusyCalendar>;
}
