// Rules of a year of meetings: those that a plan breaks, those that cannot be kept together, those that forbid a date.
import type { PlannedMeeting } from './meeting-problem.ts';

/** A rule that a plan breaks. */
export interface BrokenRule {
  rule:
    | 'count'
    | 'order'
    | 'calendar'
    | 'away'
    | 'quorum'
    | 'band'
    | 'two-places'
    | 'half-day'
    | 'day'
    | 'far'
    | 'hours'
    | 'locked';
  /** The meetings at fault, or what is missing. */
  meetings: readonly PlannedMeeting[];
  /** Who is away or in two places, the class short of its quorum. */
  who?: string;
}

export type ConflictRule =
  /** Weekly absences, or the others, of a partner, a coordinator or a room. */
  | { rule: 'away'; who: string; weekly: boolean }
  | { rule: 'quorum'; team: string; class: string; least: number }
  /** Days between two meetings of a team. */
  | { rule: 'least-days' | 'most-days'; team: string; days: number }
  | ({ rule: 'locked' } & PlannedMeeting)
  /** The team's number of meetings in the days of the calendar: no other rule is needed. */
  | { rule: 'calendar'; team: string; meetings: number; days: number }
  /** One coordinator: two meetings a half-day, near to one another, three a day. */
  | { rule: 'coordinator'; coordinator: string }
  /** Two coordinators ask the same partner at the same time. */
  | { rule: 'two-places'; partner: string };

/** What keeps a meeting from a half-day; `elsewhere`: a partner is at a meeting of another coordinator, or too far from it at noon. */
export type DateRule = 'past' | 'closed' | 'room' | 'coordinator' | 'quorum' | 'spacing' | 'elsewhere';
