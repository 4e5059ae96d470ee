// The year that the engine of actions judges, from what a territory knows: sessions, rooms, people and their absences, team meetings, holidays, road.
import {
  holidaysOf,
  holidayZone,
  publicHolidays,
  timedYear,
  yearProblem,
  yearsWith
} from '$lib/engines/meetings/index.ts';
import {
  ACTION_PERIODS,
  type ActionPeriod,
  type ActionPerson,
  type ActionRoom,
  type ActionYear,
  type AwayRange,
  type DateRange
} from '$lib/model/actions/action-year.ts';
import { STOPPING_NEEDS, type NeedDelay } from '$lib/model/actions/needs.ts';
import { listedSession, type SessionRoom, type SessionRow } from '$lib/model/actions/session-rows.ts';
import type { AssignmentPost } from '$lib/model/assignment/assignment-file.ts';
import { addDays, dayNumber, weekdayOf } from '$lib/model/meetings/days.ts';
import { hoursOf } from '$lib/model/meetings/meeting-problem.ts';
import {
  isRoom,
  roomOf,
  type Away,
  type MeetingsFile,
  type SchoolYearCalendar
} from '$lib/model/meetings/meetings-file.ts';
import { foldPlace } from '$lib/model/names.ts';
import type { DecidedCalendar, DeclaredAbsence } from '$lib/storage/kept-decision.ts';
import { hoursIn } from '../calendar/calendar-address.ts';
import type { MeetingsData } from '../calendar/load-meetings.ts';

export interface ActionYearSources {
  rows: readonly SessionRow[];
  rooms: readonly SessionRoom[];
  periods: ReadonlyMap<string, ActionPeriod>;
  delays: Readonly<Record<string, NeedDelay>>;
  /** Teams, diaries and road; null while no page has read them: no clash of people is then looked for but among sessions. */
  meetings: MeetingsData | null;
  /** Where posts begin their days; none where the territory publishes no posts. */
  posts: readonly Pick<AssignmentPost, 'id' | 'base'>[];
  /** In use. */
  calendar: DecidedCalendar | null;
  absence: DeclaredAbsence | null;
  /** ISO date. */
  today: string;
}

export type PlannedSession = ReturnType<typeof listedSession>;

/** The action year with its sessions as lists have them. */
export interface SessionYear extends ActionYear {
  sessions: readonly PlannedSession[];
}

const yearsIn = (file: MeetingsFile | null): readonly SchoolYearCalendar[] => yearsWith(file?.years);

/** Days without school: holidays of the zone, summers, public holidays. */
function holidaysIn(file: MeetingsFile | null, rows: readonly SessionRow[]): DateRange[] {
  const departement = file?.departement ?? '';
  const zone = holidayZone(departement);
  const years = yearsIn(file).filter(({ unpublished }) => !unpublished);
  const school = years.flatMap((year) =>
    holidaysOf({ year, zone }).map(({ from, to }): DateRange => [from, to])
  );
  const summers = years
    .slice(1)
    .map(({ from }, at): DateRange => [addDays(years[at]!.to, 1), addDays(from, -1)]);
  const civil = new Set(rows.map(({ date }) => Number(date.slice(0, 4))));
  const free = [...civil].flatMap((year) =>
    [...publicHolidays(year, departement).keys()].map((day): DateRange => [day, day])
  );
  return [...school, ...summers, ...free].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Absences as days: those of a weekday are every such day of the sessions' time. */
function rangesOf(away: Omit<Away, 'who'>, first: string, last: string): AwayRange[] {
  const from = away.from === undefined || away.from < first ? first : away.from;
  const to = away.to === undefined || away.to > last ? last : away.to;
  const half = away.half ?? undefined;
  const range = (a: string, b: string): AwayRange => (half === undefined ? [a, b] : [a, b, half]);
  if (from > to) return [];
  if (away.weekday === undefined) return [range(from, to)];
  const ahead = (away.weekday - weekdayOf(dayNumber(from)) + 7) % 7;
  const days: AwayRange[] = [];
  for (let day = addDays(from, ahead); day <= to; day = addDays(day, 7)) days.push(range(day, day));
  return days;
}

/** The time in which somebody may be asked: the school years of the sessions. */
function timeOf(rows: readonly SessionRow[], today: string): [first: string, last: string] {
  const dates = [today, ...rows.map(({ date }) => date)].sort();
  return [addDays(dates[0]!, -31), addDays(dates.at(-1)!, 366)];
}

/** The words that each person goes by: a post's id, a partner's function, else as the first session writes it. */
function personWords({ rows, meetings, posts }: ActionYearSources): (words: string) => string {
  const known = new Map<string, string>();
  const name = (words: string, shown = words) => {
    const key = foldPlace(words);
    if (!known.has(key)) known.set(key, shown);
  };
  for (const { id } of [...posts, ...(meetings?.file?.coordinators ?? [])]) name(id);
  for (const { function: words, partner } of meetings?.file?.members ?? []) {
    name(words);
    name(partner, words);
  }
  for (const { providers, companions } of rows)
    for (const words of [...providers, ...companions]) name(words);
  return (words) => known.get(foldPlace(words)) ?? words;
}

/** The meetings of the calendar in use with their hours, their room and who sits in them. */
function meetingsOf(
  { meetings, calendar }: ActionYearSources,
  personOf: (words: string) => string
): ActionYear['meetings'] {
  const { file = null, programme, minutes = {} } = meetings ?? {};
  if (!file || !programme || !calendar) return [];
  const { plan, preset } = calendar.plan;
  const known = { years: yearsIn(file).map(({ year }) => year), teams: programme.teams.map(({ id }) => id) };
  const { meeting, ...begins } = hoursIn(calendar.settings, known);
  const { problem } = yearProblem({
    ...{ file, teams: programme.teams, minutes, preset },
    days: [...new Set(plan.map(({ date }) => date))].sort(),
    hours: hoursOf(meeting, begins)
  });
  if (!problem) return [];
  const teams = new Map(problem.teams.map((team) => [team.id, team]));
  const held = plan.filter(({ team }) => teams.has(team));
  return timedYear(problem, held).map(({ team: id, number, date, begin, end }) => {
    const { commune, coordinator, members } = teams.get(id)!;
    const people = [coordinator, ...members.map(({ partner }) => partner)].map(personOf);
    return { id: `${id}/${number}`, date, begin, end, commune, room: roomOf(commune), people };
  });
}

/** What the engine judges. People who are in no session are left out: their absences change nothing. */
export function actionYear(sources: ActionYearSources): SessionYear {
  const { rows, rooms, periods, delays, meetings, posts, calendar, absence, today } = sources;
  const personOf = personWords(sources);
  const sessions = rows.map((row) => listedSession(row, periods, personOf));
  const [first, last] = timeOf(rows, today);
  const file = meetings?.file ?? null;
  const away = new Map<string, AwayRange[]>();
  const add = (who: string, ranges: readonly AwayRange[]) =>
    away.set(who, [...(away.get(who) ?? []), ...ranges]);
  for (const one of [...(file?.away ?? []), ...(calendar?.plan.absences ?? [])])
    add(isRoom(one.who) ? one.who : personOf(one.who), rangesOf(one, first, last));
  if (absence) add(personOf(absence.post), [[absence.from, absence.to]]);
  const closed = (file?.closed ?? []).map(({ from, to }): AwayRange => [from, to]);
  const bases = new Map([
    ...posts.map(({ id, base }) => [personOf(id), base] as const),
    ...(file?.coordinators ?? []).map(({ id, commune }) => [personOf(id), commune] as const)
  ]);
  const people = [...new Set(sessions.flatMap(({ people: called }) => called))].map((id): ActionPerson => {
    const base = bases.get(id);
    const ranges = [...(away.get(id) ?? []), ...(base === undefined ? [] : closed)];
    return { id, away: ranges, ...(base !== undefined && { base }) };
  });
  const townRooms = [...new Set(meetings?.programme.teams.map(({ commune }) => commune))].map(
    (commune): ActionRoom => ({ id: roomOf(commune), commune, closed: away.get(roomOf(commune)) ?? [] })
  );
  return {
    ...{ today, delays, stops: STOPPING_NEEDS, people, sessions },
    holidays: holidaysIn(file, rows),
    rooms: [
      ...townRooms,
      ...rooms.map(({ closed: rules, ...room }) => ({
        ...room,
        closed: rules.flatMap((rule) => rangesOf(rule, first, last))
      }))
    ],
    minutes: meetings?.minutes ?? {},
    meetings: meetingsOf(sources, personOf)
  };
}

/** When the sessions of each sheet are held. */
export const sheetPeriods = (
  sheets: readonly { id: string; period?: ActionPeriod }[]
): ReadonlyMap<string, ActionPeriod> =>
  new Map(sheets.map(({ id, period = ACTION_PERIODS[0] }) => [id, period]));

export const sheetTitles = (sheets: readonly { id: string; title: string }[]): ReadonlyMap<string, string> =>
  new Map(sheets.map(({ id, title }) => [id, title]));

export const idSet = (ids: readonly string[]): ReadonlySet<string> => new Set(ids);
