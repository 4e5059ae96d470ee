// What the plan of a year is made from, as links and decisions hold it: the year, what is asked of the plan, the hours of half-days; the dates of
// the plan where it is not the one that comes of these.
import {
  HALF_DAY_BEGINS,
  HALF_DAY_LIMITS,
  MEETING_LIMITS,
  type Preset
} from '$lib/model/meetings/meeting-problem.ts';
import { DEFAULT_WORKLOAD } from '$lib/model/workload.ts';
import { addressCodec, param, type AddressTable, type Kind } from '$lib/session/kit/address-codec.ts';
import { among, numberWithin, words } from '$lib/session/kit/address-kinds.ts';
import { matching, whole } from '$lib/session/kit/address-settings.ts';

export interface CalendarInputs {
  /** School year, like "2026-2027"; null: the first that begins after the data's. */
  year: string | null;
  preset: Preset;
  /** Minutes after midnight at which half-days begin, and minutes of a meeting. */
  am: number;
  pm: number;
  meeting: number;
  /** Code of a plan that was changed: `calendarCode`. */
  dates: string | null;
}

export interface KnownMeetings {
  years: readonly string[];
  teams: readonly string[];
}

/** « 8h30 » */
const hour = ({ min, max }: { min: number; max: number }): Kind<number> => ({
  parse(text) {
    const [, hours, minutes] = /^(\d{1,2})h([0-5]\d)$/.exec(text) ?? [];
    const value = 60 * Number(hours) + Number(minutes);
    return value >= min && value <= max ? value : null;
  },
  format: (value) => `${Math.floor(value / 60)}h${String(value % 60).padStart(2, '0')}`
});

export const CALENDAR_PARAMS: AddressTable<CalendarInputs, KnownMeetings> = {
  year: param('annee', among('years'), null),
  preset: param(
    'priorite',
    words({ presence: 'presence', travel: 'trajets', balanced: 'equilibre' }),
    'balanced'
  ),
  am: param('matin', hour(HALF_DAY_LIMITS.am), HALF_DAY_BEGINS.am),
  pm: param('apres-midi', hour(HALF_DAY_LIMITS.pm), HALF_DAY_BEGINS.pm),
  meeting: param('duree', numberWithin(MEETING_LIMITS, whole), DEFAULT_WORKLOAD.meetingMinutes),
  dates: param('dates', matching(/^[\w-]{5,4000}$/), null)
};

export const calendarAddress = addressCodec<CalendarInputs, KnownMeetings>(CALENDAR_PARAMS);

/** The hours of the settings of a calendar in use. */
export function hoursIn(settings: Readonly<Record<string, string>>, known: KnownMeetings) {
  const { am, pm, meeting } = calendarAddress.read(new URLSearchParams(settings), known);
  return { am, pm, meeting };
}
