// The address of the page of meetings: its view, what the plan of the year is made from, and the week, team and meeting shown.
import {
  CALENDAR_PARAMS,
  type CalendarInputs,
  type KnownMeetings
} from '$lib/figures/calendar/calendar-address.ts';
import { AGENDA_LIMITS, USUAL_AGENDA, type AgendaLimits } from '$lib/figures/calendar/agenda-reviews.ts';
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { among, numberWithin, words } from '$lib/session/kit/address-kinds.ts';
import { matching, whole } from '$lib/session/kit/address-settings.ts';

/** The first four are the views of the bar; a team's sheet and the kept calendars open from the year. The former view of a week opens the year on it. */
export type MeetingsView = 'year' | 'date' | 'changes' | 'agenda' | 'teams' | 'plans';

export interface MeetingsAddress extends CalendarInputs, AgendaLimits {
  view: MeetingsView;
  /** Monday of the week shown, ISO date. */
  week: string | null;
  team: string | null;
  /** Number of the meeting in the year of its team. */
  number: number | null;
}

const VIEW_WORDS: Record<MeetingsView, string> = {
  year: 'annee',
  teams: 'equipes',
  date: 'date',
  agenda: 'ordre-du-jour',
  changes: 'changements',
  plans: 'plans'
};

export const meetingsAddress = addressCodec<MeetingsAddress, KnownMeetings>(
  {
    view: param('vue', words(VIEW_WORDS), 'year'),
    ...CALENDAR_PARAMS,
    week: param('semaine', matching(/^\d{4}-\d{2}-\d{2}$/), null),
    team: param('equipe', among('teams'), null),
    months: param('mois', numberWithin(AGENDA_LIMITS.months, whole), USUAL_AGENDA.months),
    seen: param('places', numberWithin(AGENDA_LIMITS.seen, whole), USUAL_AGENDA.seen),
    number: param('reunion', numberWithin({ min: 1, max: Infinity }, whole), null)
  },
  // A meeting is one of a team.
  (address) => (address.team === null ? { ...address, number: null } : address)
);
