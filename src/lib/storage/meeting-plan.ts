// A year of meetings as the service keeps it: its plan, what is fixed, what was declared. Functions only, never a name, never why somebody is away.
import type { Away, HalfDay } from '../model/meetings/meetings-file.ts';

export interface KeptMeeting {
  team: string;
  /** 1-based, in the order of the year. */
  number: number;
  /** ISO date. */
  date: string;
  half: HalfDay;
}

export type MeetingPriority = 'presence' | 'travel' | 'balanced';

export interface KeptYear {
  /** Like "2026-2027". */
  year: string;
  preset: MeetingPriority;
  plan: readonly KeptMeeting[];
  /** Fixed at their dates. */
  locked: readonly KeptMeeting[];
  /** Declared on the page, beside those of the service's lists. */
  absences: readonly Away[];
  /** Teams with a meeting less, once for each meeting that is cancelled. */
  cancelled: readonly string[];
  /** Meetings that people were convened to, at the date of then; absent where none was. */
  convened?: readonly KeptMeeting[];
}

/** The year on screen has the id of its year; the others are named. */
export interface MeetingPlan extends KeptYear {
  id: string;
  /** Empty for the year on screen. */
  name: string;
  /** Milliseconds since 1970: when it was made, and when it last changed. */
  made: number;
  changed: number;
}
