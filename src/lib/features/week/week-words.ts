// The words of a week: its sentence, its meetings, who will miss them.
import { fullTeamName, whoWords } from '$lib/figures/calendar/conflict-words.ts';
import { dayMonthLong, dayWords, spanWords, weekWords } from '$lib/figures/calendar/day-words.ts';
import { hoursWords } from '$lib/i18n/hours.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { capitalised, duration, integer, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName } from '$lib/i18n/place-names.ts';
import { addDays, weekNumber } from '$lib/model/meetings/days.ts';
import type { WeekMeeting, WeekState } from './week-state.svelte.ts';

const counted = (count: number) => ({ count, words: numberWord(count, 'feminine') });

/** « Semaine 49, du 30 novembre au 4 décembre 2026 » */
export const weekName = (monday: string): string =>
  m.week_of({
    number: weekNumber(monday),
    days: weekWords(monday),
    year: addDays(monday, 4).slice(0, 4)
  });

function heldWords({ held, sessions, halves, road }: WeekState): string {
  if (sessions.length > 0)
    return m.week_held_sessions({
      what: listWords([
        ...(held.length > 0 ? [m.week_meetings_count(counted(held.length))] : []),
        m.week_sessions_count(counted(sessions.length))
      ]),
      road: duration(road)
    });
  if (held.length === 0) return m.week_none();
  return m.week_held({
    ...counted(held.length),
    halves: m.week_halves(counted(halves)),
    road: duration(road)
  });
}

/** « du 7 au 18 décembre », « le lundi 7 décembre »: the days of meetings, in their order. */
function daysOf(meetings: readonly WeekMeeting[]): string {
  const first = meetings[0]?.date ?? '';
  const last = meetings.at(-1)?.date ?? '';
  return first === last ? m.week_on_day({ day: dayWords(first) }) : spanWords(first, last);
}

/** The last day of meetings. */
const untilOf = (meetings: readonly WeekMeeting[]) => dayWords(meetings.at(-1)?.date ?? '');

/** « quatre cette semaine, dont deux demain »: what is close of the meetings to convene; nothing where none is of the week. */
function urgentWords({ urgent, isAhead, thisWeek }: WeekState): string {
  if (urgent.week === 0) return '';
  const soon = [
    urgent.today > 0 ? m.week_urgent_today(counted(urgent.today)) : '',
    urgent.tomorrow > 0 ? m.week_urgent_tomorrow(counted(urgent.tomorrow)) : ''
  ].filter((words) => words !== '');
  if (urgent.today + urgent.tomorrow === urgent.week) return listWords(soon);
  const inWeek =
    isAhead && thisWeek !== null
      ? m.week_urgent_from({ ...counted(urgent.week), day: dayMonthLong(thisWeek) })
      : m.week_urgent_week(counted(urgent.week));
  return soon.length === 0 ? inWeek : m.week_urgent_both({ week: inWeek, soon: listWords(soon) });
}

/** « aujourd’hui », « demain »; nothing of another day. */
export function nearDay({ today }: WeekState, date: string): string {
  if (date === today) return m.week_today();
  return today !== null && date === addDays(today, 1) ? m.week_tomorrow() : '';
}

/** « Cette semaine », « La semaine prochaine », « Semaine 51 »; at the week-end, « Semaine du 30 novembre ». */
export function weekAheadName({ thisWeek, isAhead }: WeekState, monday: string): string {
  if (isAhead) return m.week_from({ day: dayMonthLong(monday) });
  if (thisWeek !== null && monday <= thisWeek) return m.week_now();
  if (thisWeek !== null && monday === addDays(thisWeek, 7)) return m.week_next();
  return m.week_number({ number: weekNumber(monday) });
}

/** « Fresnes-sur-Escaut, mairie, salle 3 » */
export function whereWords({ meetings }: WeekState, { commune }: Pick<WeekMeeting, 'commune'>): string {
  const place = placeName(meetings.dashboard, commune);
  const room = meetings.file.rooms?.[commune];
  return room === undefined ? place : `${place}, ${room}`;
}

/** The functions convened to the meetings of a team. */
export const membersOf = ({ meetings }: WeekState, team: string): string[] =>
  (meetings.planned?.teams.find(({ id }) => id === team)?.members ?? []).map(({ partner }) =>
    whoWords(meetings, partner)
  );

/** How many meetings are to be convened, of which days, and which are close. */
function conveneWords(state: WeekState): string {
  const { pending } = state;
  const urgent = urgentWords(state);
  const told = {
    words: capitalised(numberWord(pending.length, 'feminine')),
    days: daysOf(pending)
  };
  return urgent === '' || pending.length === 1
    ? m.week_sentence_convene({ ...told, count: pending.length })
    : m.week_sentence_convene_soon({ ...told, urgent });
}

export function weekSentence(state: WeekState): string {
  const { isThisWeek, isAhead, monday, ahead, pending, broken, actions } = state;
  const what = heldWords(state);
  return [
    isThisWeek && !isAhead
      ? m.week_sentence_now({ what })
      : m.week_sentence_other({ week: isThisWeek ? weekAheadName(state, monday) : weekName(monday), what }),
    pending.length > 0
      ? conveneWords(state)
      : ahead.length > 0
        ? m.week_sentence_convened({ until: untilOf(ahead) })
        : '',
    broken.length > 0
      ? m.week_sentence_broken({
          count: broken.length,
          words: capitalised(numberWord(broken.length, 'feminine'))
        })
      : '',
    actions ? actions.words.clashSentence(actions.book, state.isOfWeek) : '',
    actions ? actions.words.compromisedWords(actions.book, state.isOfWeek) : ''
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** « 7 membres sur 8, sans : santé scolaire » */
export function membersWords({ meetings }: WeekState, { members, missing }: WeekMeeting): string {
  const there = members - missing.length;
  const told = m.week_members({ count: there, there: integer(there), shown: integer(members) });
  return missing.length === 0
    ? told
    : m.week_missing({ members: told, who: listWords(missing.map((who) => whoWords(meetings, who))) });
}

/** « mardi 1 décembre, 8 h 30 - 10 h 30 » */
export const whenWords = (meeting: WeekMeeting): string =>
  `${dayWords(meeting.date)}, ${hoursWords(meeting)}`;

/** « Centre ville, Fresnes, mardi 1 décembre, 8 h 30 - 10 h 30 » */
export const meetingWords = ({ meetings }: WeekState, meeting: WeekMeeting): string =>
  `${fullTeamName(meetings, meeting.team)}, ${whenWords(meeting)}`;
