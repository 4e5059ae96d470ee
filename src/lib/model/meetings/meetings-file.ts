// `graph/meetings.json`: who sits in each team, by function, and when people and rooms are not there. It is the demonstration's, or stays inside
// the service: a public site has an empty one.

export const MEETINGS_PATH = 'graph/meetings.json';
export const MEETINGS_VERSION = 1;

export type HalfDay = 'am' | 'pm';

export interface TeamMember {
  team: string;
  /** A function, like "direction-ecole-07": never a name. */
  partner: string;
  /** What the function is, in the service's words. */
  function: string;
  /** Their school (UAI) or commune (INSEE code), where the list tells it. */
  place?: string;
  /** How much an absence counts. */
  weight: number;
  /** Profession of the quorum; empty for the others. */
  class: string;
}

/** Never why. Every key but `who` narrows it; dates are ISO dates, both included. */
export interface Away {
  /** A partner, a coordinator, or `room:COMMUNE`. */
  who: string;
  /** 1 (Monday) to 5. */
  weekday?: number;
  from?: string;
  to?: string;
  half?: HalfDay | null;
  /** Of one who is a member of no team: those whose meetings lack them. No date of a plan costs more for it. */
  teams?: readonly string[];
  /** The day on which the diary that says it was read. */
  readOn?: string;
}

export type Zone = 'A' | 'B' | 'C';
export type HolidayKind = 'all-saints' | 'christmas' | 'winter' | 'spring' | 'ascension';

/** No school from `from` to `to`, both included. */
export interface SchoolHoliday {
  kind: HolidayKind;
  from: string;
  to: string;
}

export interface SchoolYearCalendar {
  /** Like "2026-2027". */
  year: string;
  /** First day of school, and last day before the summer holidays. */
  from: string;
  to: string;
  /** Those of every zone. */
  common: readonly SchoolHoliday[];
  zones: Readonly<Record<Zone, readonly SchoolHoliday[]>>;
  /** Its holidays are not published yet, and none is told. */
  unpublished?: true;
}

export interface MeetingsFile {
  version: typeof MEETINGS_VERSION;
  /** Synthetic, as in the demonstration. */
  synthetic: boolean;
  /** Of the service: its zone of school holidays. */
  departement: string;
  members: TeamMember[];
  /** Members of each class who must be at a meeting. */
  quorum: Record<string, number>;
  coordinators: { id: string; commune: string }[];
  away: Away[];
  /** Days on which the service is closed. */
  closed: { from: string; to: string }[];
  /** By INSEE code, where in the commune its meetings are held, in the service's words; absent where no room is named. */
  rooms?: Readonly<Record<string, string>>;
  /** Fictitious, in the demonstration alone: days ahead to which each coordinator has convened a calendar that nobody has touched. */
  convenedAhead?: Readonly<Record<string, number>>;
  /** School years of the official calendar among the sources; absent without any. */
  years?: readonly SchoolYearCalendar[];
}

/** `who` of the room of a commune. */
export const roomOf = (commune: string): string => `room:${commune}`;
export const isRoom = (who: string): boolean => who.startsWith('room:');

export const noMeetings = (departement: string): MeetingsFile => ({
  version: MEETINGS_VERSION,
  synthetic: false,
  departement,
  members: [],
  quorum: {},
  coordinators: [],
  away: [],
  closed: []
});
