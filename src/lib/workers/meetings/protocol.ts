// Messages between the page and the worker of meetings.
import type {
  BusyCalendar,
  CheckedYear,
  MeetingProgress,
  MeetingSolution,
  RepairedPlan
} from '../../engines/meetings/index.ts';
import type { OneMoreMeeting } from '../../engines/agenda/index.ts';
import type { Agenda, AgendaProblem } from '../../model/meetings/agenda.ts';
import type { MeetingProblem, PlannedMeeting, Slot } from '../../model/meetings/meeting-problem.ts';
import type { Away } from '../../model/meetings/meetings-file.ts';
import type { Reply, Report } from '../worker-call.ts';

export interface PlanOrder {
  problem: MeetingProblem;
  /** Of the work: the same plan on every machine. */
  parts: number;
  seed: number;
  /** A plan to begin with. */
  start?: readonly PlannedMeeting[];
}
export interface RepairOrder {
  problem: MeetingProblem;
  /** The plan made before the change. */
  before: readonly PlannedMeeting[];
  /** Absences of members declared until now; and of these, those of the change. */
  declared?: readonly Away[];
  changed?: readonly Away[];
}
export interface CalendarOrder {
  file: Blob;
  name: string;
  /** First and last day read, ISO dates. */
  from: string;
  to: string;
}

/** With what the separate checker says of the plan; null without one. */
export interface CheckedSolution extends MeetingSolution {
  checked: CheckedYear | null;
}

/** With what the separate checker says of the plan; null without one. */
export interface CheckedRepair extends RepairedPlan {
  checked: CheckedYear | null;
  /** Other dates of each meeting that moves, the rest being as the repair has it: the best first. */
  others: readonly (readonly Slot[])[];
  /** Meetings that the absences of the change still touch, with who misses them. */
  touched: readonly { meeting: PlannedMeeting; who: readonly string[] }[];
}

/** The repair that moves the fewest meetings, and the one that moves those that the change touches as well; null where it touches no fewer. */
export interface RepairAnswer extends CheckedRepair {
  leaving: CheckedRepair | null;
}

export interface AgendaProgress {
  done: number;
  of: number;
}
export interface MoreMeetingsOrder {
  problem: AgendaProblem;
  teams: readonly string[];
  /** On which one more meeting could be held, ascending. */
  dates: readonly string[];
  capacity: number;
}

/** A plan, a repair or an agenda that breaks a rule fails the request. */
export interface MeetingsApi {
  plan(order: PlanOrder, onProgress: Report<MeetingProgress>): Reply<CheckedSolution>;
  repair(order: RepairOrder): Reply<RepairAnswer>;
  agenda(problem: AgendaProblem, onProgress: Report<AgendaProgress>): Reply<Agenda>;
  /** What one more meeting would change, for the teams for which it changes something. */
  moreMeetings(order: MoreMeetingsOrder, onProgress: Report<AgendaProgress>): Reply<OneMoreMeeting[]>;
  readCalendar(order: CalendarOrder): Reply<BusyCalendar>;
}
