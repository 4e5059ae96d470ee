// The address of the page of meetings: its view, the year, what is asked of the plan, and the week, team and meeting shown. Never a date of the plan.
import type { Preset } from '$lib/model/meetings/meeting-problem.ts';
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { among, numberWithin, words } from '$lib/session/kit/address-kinds.ts';
import { matching, whole } from '$lib/session/kit/address-settings.ts';

export const MEETING_VIEWS = ['year', 'week', 'teams', 'date', 'changes', 'plans'] as const;
export type MeetingsView = (typeof MEETING_VIEWS)[number];

export interface MeetingsAddress {
  view: MeetingsView;
  /** School year, like "2026-2027"; null: the first that begins after the data's. */
  year: string | null;
  preset: Preset;
  /** Monday of the week shown, ISO date. */
  week: string | null;
  team: string | null;
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
  changes: 'changements',
  plans: 'plans'
};

export const meetingsAddress = addressCodec<MeetingsAddress, KnownMeetings>(
  {
    view: param('vue', words(VIEW_WORDS), 'year'),
    year: param('annee', among('years'), null),
    preset: param(
      'priorite',
      words({ presence: 'presence', travel: 'trajets', balanced: 'equilibre' }),
      'balanced'
    ),
    week: param('semaine', matching(/^\d{4}-\d{2}-\d{2}$/), null),
    team: param('equipe', among('teams'), null),
    number: param('reunion', numberWithin({ min: 1, max: Infinity }, whole), null)
  },
  // A meeting is one of a team.
  (address) => (address.team === null ? { ...address, number: null } : address)
);
