// The address of the page of meetings: its view, the year, what is asked of the plan, the hours of half-days, and the week, team and meeting
// shown; the dates of the plan where it is not the one that comes of these.
import {
  HALF_DAY_BEGINS,
  HALF_DAY_LIMITS,
  MEETING_LIMITS,
  type Preset
} from '$lib/model/meetings/meeting-problem.ts';
import { DEFAULT_WORKLOAD } from '$lib/model/workload.ts';
import { addressCodec, param, type Kind } from '$lib/session/kit/address-codec.ts';
import { among, numberWithin, words } from '$lib/session/kit/address-kinds.ts';
import { matching, whole } from '$lib/session/kit/address-settings.ts';

export const MEETING_VIEWS = ['year', 'week', 'teams', 'date', 'agenda', 'changes', 'plans'] as const;
export type MeetingsView = (typeof MEETING_VIEWS)[number];

/** What an agenda may be asked. */
export const AGENDA_LIMITS = { months: { min: 1, max: 24 }, seen: { min: 1, max: 40 } } as const;

export interface MeetingsAddress {
  view: MeetingsView;
  /** School year, like "2026-2027"; null: the first that begins after the data's. */
  year: string | null;
  preset: Preset;
  /** Minutes after midnight at which half-days begin, and minutes of a meeting. */
  am: number;
  pm: number;
  meeting: number;
  /** Code of a plan that was changed: `calendarCode`. */
  dates: string | null;
  /** Monday of the week shown, ISO date. */
  week: string | null;
  team: string | null;
  /** Longest wait of a situation between two reviews, in months, and situations that a meeting can see. */
  months: number;
  seen: number;
  /** Number of the meeting in the year of its team. */
  number: number | null;
}

export interface KnownMeetings {
  years: readonly string[];
  teams: readonly string[];
}

const VIEW_WORDS: Record<MeetingsView, string> = {
  year: 'annee',
  week: 'semaine',
  teams: 'equipes',
  date: 'date',
  agenda: 'ordre-du-jour',
  changes: 'changements',
  plans: 'plans'
};

/** « 8h30 » */
const hour = ({ min, max }: { min: number; max: number }): Kind<number> => ({
  parse(text) {
    const [, hours, minutes] = /^(\d{1,2})h([0-5]\d)$/.exec(text) ?? [];
    const value = 60 * Number(hours) + Number(minutes);
    return value >= min && value <= max ? value : null;
  },
  format: (value) => `${Math.floor(value / 60)}h${String(value % 60).padStart(2, '0')}`
});

export const meetingsAddress = addressCodec<MeetingsAddress, KnownMeetings>(
  {
    view: param('vue', words(VIEW_WORDS), 'year'),
    year: param('annee', among('years'), null),
    preset: param(
      'priorite',
      words({ presence: 'presence', travel: 'trajets', balanced: 'equilibre' }),
      'balanced'
    ),
    am: param('matin', hour(HALF_DAY_LIMITS.am), HALF_DAY_BEGINS.am),
    pm: param('apres-midi', hour(HALF_DAY_LIMITS.pm), HALF_DAY_BEGINS.pm),
    meeting: param('duree', numberWithin(MEETING_LIMITS, whole), DEFAULT_WORKLOAD.meetingMinutes),
    dates: param('dates', matching(/^[\w-]{5,4000}$/), null),
    week: param('semaine', matching(/^\d{4}-\d{2}-\d{2}$/), null),
    team: param('equipe', among('teams'), null),
    months: param('mois', numberWithin(AGENDA_LIMITS.months, whole), 6),
    seen: param('places', numberWithin(AGENDA_LIMITS.seen, whole), 8),
    number: param('reunion', numberWithin({ min: 1, max: Infinity }, whole), null)
  },
  // A meeting is one of a team.
  (address) => (address.team === null ? { ...address, number: null } : address)
);

/** The hours of the settings of a calendar in use. */
export function hoursIn(
  settings: Readonly<Record<string, string>>,
  known: KnownMeetings
): Pick<MeetingsAddress, 'am' | 'pm' | 'meeting'> {
  const { am, pm, meeting } = meetingsAddress.read(new URLSearchParams(settings), known);
  return { am, pm, meeting };
}
