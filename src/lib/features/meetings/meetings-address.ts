// The address of the page of meetings: its view, the year, what is asked of the plan, and the week, team and meeting shown. Never a date of the plan.
import type { Preset } from '$lib/model/meetings/meeting-problem.ts';

export const VIEWS = ['year', 'week', 'teams', 'date', 'changes', 'plans'] as const;
export type MeetingsView = (typeof VIEWS)[number];

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

export const DEFAULT_MEETINGS: MeetingsAddress = {
  view: 'year',
  year: null,
  preset: 'balanced',
  week: null,
  team: null,
  number: null
};

const VIEW_WORDS: Record<MeetingsView, string> = {
  year: 'annee',
  week: 'semaine',
  teams: 'equipes',
  date: 'date',
  changes: 'changements',
  plans: 'plans'
};
const PRESET_WORDS: Record<Preset, string> = {
  presence: 'presence',
  travel: 'trajets',
  balanced: 'equilibre'
};

function keyOf<Key extends string>(words: Record<Key, string>, word: string | null): Key | null {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word) ?? null;
}

export function readMeetingsAddress(params: URLSearchParams, known: KnownMeetings): MeetingsAddress {
  const [year, week, team] = [params.get('annee'), params.get('semaine'), params.get('equipe')];
  const number = Number(params.get('reunion'));
  const knownTeam = team !== null && known.teams.includes(team) ? team : null;
  return {
    view: keyOf(VIEW_WORDS, params.get('vue')) ?? DEFAULT_MEETINGS.view,
    year: year !== null && known.years.includes(year) ? year : null,
    preset: keyOf(PRESET_WORDS, params.get('priorite')) ?? DEFAULT_MEETINGS.preset,
    week: week !== null && /^\d{4}-\d{2}-\d{2}$/.test(week) ? week : null,
    team: knownTeam,
    number: knownTeam !== null && Number.isInteger(number) && number > 0 ? number : null
  };
}

/** Only what differs from the default is written. */
export function writeMeetingsAddress(address: MeetingsAddress): URLSearchParams {
  const { view, year, preset, week, team, number } = address;
  const params = new URLSearchParams();
  if (view !== DEFAULT_MEETINGS.view) params.set('vue', VIEW_WORDS[view]);
  if (year !== null) params.set('annee', year);
  if (preset !== DEFAULT_MEETINGS.preset) params.set('priorite', PRESET_WORDS[preset]);
  if (week !== null) params.set('semaine', week);
  if (team !== null) params.set('equipe', team);
  if (team !== null && number !== null) params.set('reunion', String(number));
  return params;
}
