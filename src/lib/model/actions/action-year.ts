// The sessions of actions of a school year beside its team meetings, as a service states them, and what is found of them. No child is in it:
// counts of places alone, people by function.
import type { HalfDay } from '../meetings/meetings-file.ts';
import type { NeedDelay } from './needs.ts';

/** ISO dates, both included. */
export type DateRange = readonly [from: string, to: string];

/** When somebody is away or a room closed: whole days, or one half of each. */
export type AwayRange = readonly [from: string, to: string, half?: HalfDay];

/** When an action is held: on school days, in the holidays, or both. */
export const ACTION_PERIODS = ['école', 'vacances', "toute l'année"] as const;
export type ActionPeriod = (typeof ACTION_PERIODS)[number];

/** The days on which an action may be held. */
export const DAYS_OF_PERIOD: Readonly<Record<ActionPeriod, { school: boolean; holidays: boolean }>> = {
  école: { school: true, holidays: false },
  vacances: { school: false, holidays: true },
  "toute l'année": { school: true, holidays: true }
};

export const SESSION_STATUSES = ['planned', 'confirmed', 'held', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** People at a place for some time of a day. */
export interface Engagement {
  /** One, over meetings and sessions together. */
  id: string;
  /** ISO date. */
  date: string;
  /** Minutes after midnight. */
  begin: number;
  end: number;
  commune: string;
  /** Null: no room, or a place that is none of the service's rooms. */
  room: string | null;
  /** Posts, providers, partners: by function, never by name. */
  people: readonly string[];
}

export interface ActionSession extends Engagement {
  sheet: string;
  /** Numbers of children; null: unknown. */
  seats: number | null;
  enrolled: number | null;
  needs: readonly string[];
  /** Needs that are met. */
  ready: readonly string[];
  period: ActionPeriod;
  status: SessionStatus;
}

export interface ActionRoom {
  id: string;
  commune: string;
  closed: readonly AwayRange[];
  /** People that it holds; unknown when absent. */
  size?: number;
  /** From when to when it may be had, minutes after midnight; unknown when absent, and the room is then proposed to no other session. */
  hours?: readonly [from: number, to: number];
}

export interface ActionPerson {
  id: string;
  away: readonly AwayRange[];
  /** Commune that days begin and end in; the road to the first place of a day is not counted when absent. */
  base?: string;
}

export interface ActionYear {
  /** ISO date. */
  today: string;
  /** By need; one that is not there has `OTHER_NEED_DELAY`. */
  delays: Readonly<Record<string, NeedDelay>>;
  /** Needs without which a session is not held. */
  stops: readonly string[];
  holidays: readonly DateRange[];
  rooms: readonly ActionRoom[];
  people: readonly ActionPerson[];
  /** Of road, from commune to commune; a pair that is not there counts 0. */
  minutes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  meetings: readonly Engagement[];
  sessions: readonly ActionSession[];
}

/**
 * What cannot be as it is planned. Of two, one a session at least: `room` (both in it at once), `person` (at both at once, or without the time of
 * the road). Of a session: `away` (somebody is not there), `closed` (its room is), `holiday`, `seats` (more enrolled than places).
 */
export interface ActionClash {
  kind: 'room' | 'person' | 'away' | 'closed' | 'holiday' | 'seats';
  ids: readonly string[];
  /** The person, the room, the date; empty for `seats`. */
  what: string;
}

/** A need of a session that is not met: late after `latest`, of the week when it is to be asked within seven days. */
export interface NeedToMeet {
  session: string;
  need: string;
  /** ISO dates. */
  ask: string;
  latest: string;
  state: 'late' | 'week' | 'later';
}

export interface ActionsJudged {
  clashes: ActionClash[];
  todo: NeedToMeet[];
  /** Sessions that lack, too late, a need without which they are not held. */
  compromised: string[];
}

/** Still to be held: a session that is held or cancelled clashes with nothing and needs nothing. */
export const isAhead = ({ status }: Pick<ActionSession, 'status'>): boolean =>
  status === 'planned' || status === 'confirmed';

/** Whether a day is in one of some periods. */
export const isWithin = (date: string, ranges: readonly DateRange[]): boolean =>
  ranges.some(([from, to]) => from <= date && date <= to);

const NOON = 12 * 60;

/** The half-day of an hour, minutes after midnight. */
export const halfOf = (begin: number): HalfDay => (begin < NOON ? 'am' : 'pm');

/** Whether somebody or a room is not there at some time of a day. */
export const isAwayAt = (
  { date, begin, end }: Pick<Engagement, 'date' | 'begin' | 'end'>,
  ranges: readonly AwayRange[]
): boolean =>
  ranges.some(
    ([from, to, half]) =>
      from <= date &&
      date <= to &&
      (half === undefined || (half === 'am' ? begin < NOON : Math.max(begin + 1, end) > NOON))
  );

// Hours as files write them, « 14:00 ».
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Minutes after midnight; NaN when the text is no hour of a day, « 00:00 » to « 23:59 ». */
export const clockMinutes = (text: string): number =>
  CLOCK.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : NaN;

/** « 09:05 » */
export const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
