// The meetings of a school year, as a service states them: teams, their members, who is away when, minutes between communes.
import type { Away, HalfDay, TeamMember } from './meetings-file.ts';

export const HALVES: readonly HalfDay[] = ['am', 'pm'];

/** A partner in a team, by function: never a name. */
export type MeetingMember = Pick<TeamMember, 'partner' | 'weight' | 'class'>;

export interface MeetingTeam {
  id: string;
  coordinator: string;
  /** Meetings to hold in the year. */
  meetings: number;
  /** INSEE code: its room, and where its coordinator drives to. */
  commune: string;
  members: readonly MeetingMember[];
  /** Members of a class who must be there. */
  quorum: Readonly<Record<string, number>>;
  /** Days between two meetings, at least and at most. */
  band: readonly [least: number, most: number];
}

export interface MeetingCoordinator {
  id: string;
  commune: string;
}

export interface Slot {
  /** ISO date. */
  date: string;
  half: HalfDay;
}

/** Whether two half-days are the same. */
export const sameSlot = (one: Slot, other: Slot): boolean =>
  one.date === other.date && one.half === other.half;

export interface PlannedMeeting extends Slot {
  team: string;
  /** 1-based, in the order of the year. */
  number: number;
}

/** Fixed at its date, or held already. @param today ISO date */
export const isFixed = (
  meeting: PlannedMeeting,
  { locked, today }: { locked: readonly PlannedMeeting[]; today: string }
): boolean =>
  meeting.date < today ||
  locked.some(
    (lock) => lock.team === meeting.team && lock.number === meeting.number && sameSlot(lock, meeting)
  );

/** A meeting with its hours, minutes after midnight. */
export interface TimedMeeting extends PlannedMeeting {
  begin: number;
  end: number;
}

/** When the first meeting of a half-day begins and the last one has ended, minutes after midnight, and minutes that one lasts. */
export interface MeetingHours extends Readonly<Record<HalfDay, readonly [from: number, to: number]>> {
  meeting: number;
}

/** Cost of a unit of each; minutes a year are the common measure. */
export interface MeetingWeights {
  /** A unit of weight of a member who is away. */
  missing: number;
  /** A minute of a coordinator's tour. */
  minute: number;
  /** A day on which a coordinator drives out. */
  day: number;
  /** A day of deviation from even spacing, between two meetings of a team. */
  spacing: number;
  /** A meeting over `WEEK_MEETINGS` in a coordinator's week. */
  week: number;
}

export interface MeetingProblem {
  /** ISO dates on which one may meet, ascending. */
  calendar: readonly string[];
  teams: readonly MeetingTeam[];
  coordinators: readonly MeetingCoordinator[];
  away: readonly Away[];
  /** From commune to commune. */
  minutes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  locked: readonly PlannedMeeting[];
  /** Dates before this one are held or gone: none is given to a meeting, and those that are fixed there ask nothing any more. */
  from?: string;
  weights: MeetingWeights;
  /** With hours, the road counts inside of a half-day and at noon, and a room holds one meeting at a time; without, half-days alone count. */
  hours?: MeetingHours;
}

/** `npm run meetings` minimises by the balanced one. */
export const PRESETS = {
  presence: { missing: 240, minute: 1, day: 30, spacing: 2, week: 40 },
  travel: { missing: 60, minute: 3, day: 90, spacing: 2, week: 40 },
  balanced: { missing: 60, minute: 1, day: 30, spacing: 2, week: 40 }
} as const satisfies Record<string, MeetingWeights>;
export type Preset = keyof typeof PRESETS;

/** Meetings of a coordinator: at most in a half-day, in a day, and in a week before each one more costs. */
export const HALF_DAY_MEETINGS = 2;
export const DAY_MEETINGS = 3;
export const WEEK_MEETINGS = 2;
/** Two meetings of a half-day are no farther apart, in minutes, either way. */
export const NEAR_MINUTES = 20;

/** Meetings begin on a quarter of an hour. */
export const HOUR_STEP = 15;
/** Least break at noon, and latest end of a day. Assumptions. */
const NOON_BREAK = 30;
const DAY_END = 18 * 60;
/** When half-days begin. Assumptions, that the reader may change. */
export const HALF_DAY_BEGINS = { am: 8 * 60 + 30, pm: 13 * 60 + 30 } as const;
/** When the reader may let them begin, and minutes that a meeting may last. */
export const HALF_DAY_LIMITS = {
  am: { min: 8 * 60, max: 10 * 60 },
  pm: { min: 13 * 60, max: 15 * 60 }
} as const;
export const MEETING_LIMITS = { min: 30, max: 180 } as const;

/** Hours of half-days, from when each begins and what a meeting lasts, in minutes. */
export const hoursOf = (
  meeting: number,
  { am, pm }: Readonly<Record<HalfDay, number>> = HALF_DAY_BEGINS
): MeetingHours => ({ am: [am, pm - NOON_BREAK], pm: [pm, DAY_END], meeting });
