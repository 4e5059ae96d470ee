// What the sheets of paper say: what a commune prepares, the week of a person, a month. For readers outside the service: no code of a sheet, no count of
// children; the size of a room is its places and the adults who come.
import { dayWords, spanWords } from '$lib/figures/calendar/day-words.ts';
import { hoursWords } from '$lib/i18n/hours.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { colon } from '$lib/i18n/locale.ts';
import { capitalised, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune } from '$lib/i18n/terms.ts';
import type { ListedSession } from '$lib/model/actions/action-sheets.ts';
import { isAhead, type Engagement } from '$lib/model/actions/action-year.ts';
import { addDays } from '$lib/model/meetings/days.ts';
import type { ActionsBook, NeedLine } from '$lib/figures/actions/actions-book.ts';
import { needAct, placeWords, shortDate } from '$lib/figures/actions/actions-words.ts';

const ROOM = 'salle';

export interface AskedLine {
  key: string;
  /** « Dès que possible », or the last day. */
  before: string;
  isLate: boolean;
  what: string;
  when: string;
  note: string;
}
export interface ComingLine extends Engagement {
  day: string;
  hours: string;
  what: string;
  where: string;
  state: string;
  isLate: boolean;
}
export interface CommunePaper {
  name: string;
  lead: string;
  asked: AskedLine[];
  coming: ComingLine[];
  /** Holidays of the time, and what is asked before them; empty where there are none. */
  holidays: string;
  coordinators: string;
}

const inTime = (first: string, last: string) => (one: Engagement) => first <= one.date && one.date <= last;
const byTime = (a: Engagement, b: Engagement) => a.date.localeCompare(b.date) || a.begin - b.begin;

/** « pour dix personnes »: places and adults; empty where the places are not known. */
export const roomSize = ({ seats, people }: Pick<ListedSession, 'seats' | 'people'>): string => {
  const count = (seats ?? 0) + people.length;
  return seats === null ? '' : m.actions_for_people({ count, words: numberWord(count, 'feminine') });
};

function askedLine({ state, shown, need, of }: NeedLine, today: string): AskedLine {
  const isLate = state === 'late' || shown < today;
  return {
    key: `${of.id} ${need}`,
    before: isLate ? m.actions_paper_soon() : capitalised(shortDate(shown)),
    isLate,
    what: needAct(need, of),
    when: `${dayWords(of.date)}, ${hoursWords(of)}`,
    note: need === ROOM ? roomSize(of) : ''
  };
}

function comingLine(book: ActionsBook, one: Engagement, attends: boolean): ComingLine {
  const { names } = book.facts;
  const session = book.session(one.id);
  const said = { ...one, day: shortDate(one.date), hours: hoursWords(one) };
  if (!session) {
    const state = attends ? m.actions_paper_awaited() : '';
    const where = one.room === null ? '' : names.room(one.room);
    return {
      ...said,
      what: m.actions_paper_meeting({ team: names.meeting(one.id) }),
      where,
      state,
      isLate: false
    };
  }
  const lines = book.needsOf(session);
  const mine = lines.filter(({ owner, forLackOf }) => owner === 'correspondent' || forLackOf);
  const lacksRoom = lines.some(({ need }) => need === ROOM);
  return {
    ...said,
    what: names.sheet(session.sheet),
    where: placeWords(session, names) ?? (lacksRoom ? m.actions_paper_no_room() : m.actions_place_unknown()),
    state:
      lines.length === 0
        ? m.actions_state_ready()
        : mine.length > 0
          ? m.actions_paper_to_do()
          : m.actions_paper_service(),
    isLate: mine.some(({ state }) => state === 'late')
  };
}

/** What a commune prepares, from today to a day. @param attends whether its correspondent sits in team meetings */
export function communePaper(
  book: ActionsBook,
  commune: string,
  last: string,
  attends: boolean
): CommunePaper {
  const { year, names, coordinators } = book.facts;
  const { today } = book;
  const isIn = inTime(today, last);
  const sessions = book.sessions.filter((one) => one.commune === commune && isAhead(one) && isIn(one));
  const meetings = year.meetings.filter((one) => one.commune === commune && isIn(one));
  const asked = book.needs.filter(
    ({ of, owner, forLackOf }) =>
      of.commune === commune && isIn(of) && (owner === 'correspondent' || forLackOf)
  );
  const roomless = new Set(asked.filter(({ need }) => need === ROOM).map(({ session }) => session)).size;
  const count = (number: number) => ({ count: number, words: numberWord(number, 'feminine') });
  const what = [
    sessions.length > 0 ? m.actions_count(count(sessions.length)) : '',
    meetings.length > 0 ? m.actions_paper_meetings(count(meetings.length)) : ''
  ].filter((words) => words !== '');
  const lead = m.actions_paper_lead({
    days: capitalised(spanWords(today, last)),
    place: inCommune(names.commune(commune)),
    what: what.length > 0 ? listWords(what) : m.actions_count_none()
  });
  const rooms =
    roomless > 0
      ? ` ${m.actions_paper_rooms({ ...count(roomless), words: capitalised(numberWord(roomless, 'feminine')) })}`
      : '';
  return {
    name: names.commune(commune),
    lead: lead + rooms,
    asked: asked.map((line) => askedLine(line, today)),
    coming: [...sessions, ...meetings].sort(byTime).map((one) => comingLine(book, one, attends)),
    holidays: holidaysIn(book, last),
    coordinators: listWords(coordinators(commune).map(names.person))
  };
}

function holidaysIn({ facts: { year }, today }: ActionsBook, last: string): string {
  const long = year.holidays.filter(([from, to]) => from >= today && from <= last && to >= addDays(from, 5));
  return long
    .map(([from, to]) => m.actions_paper_holidays({ days: capitalised(spanWords(from, to)) }))
    .join(' ');
}

const bare = (message: string) => message.replace(/<\/?[a-z]+>/g, '');

/** The same as a text, to paste in an e-mail. */
export function communeText({ name, lead, asked, coming, holidays, coordinators }: CommunePaper): string {
  return [
    m.actions_paper_title_of({ commune: name }),
    '',
    bare(lead),
    ...(asked.length > 0 ? ['', `${m.actions_paper_asked()}${colon()}`.trim()] : []),
    ...asked.map(
      ({ before, what, when, note }) => `- ${before} : ${[what, when, note].filter(Boolean).join(', ')}`
    ),
    ...(coming.length > 0 ? ['', `${m.actions_paper_coming()}${colon()}`.trim()] : []),
    ...coming.map(
      ({ day, hours, what, where, state }) =>
        `- ${[day, hours, what, where, state].filter(Boolean).join(', ')}`
    ),
    ...(holidays === '' ? [] : ['', holidays]),
    ...(coordinators === '' ? [] : ['', m.actions_paper_answer_to({ who: coordinators })])
  ].join('\n');
}

export interface PersonPaper {
  name: string;
  coming: ComingLine[];
  asked: (AskedLine & { place: string })[];
}

/** The week of a person: meetings and sessions to which they go, and what they are to get until its end. @param monday ISO date */
export function personPaper(book: ActionsBook, who: string, monday: string): PersonPaper {
  const { year, names } = book.facts;
  const last = addDays(monday, 6);
  const going = [...book.sessions.filter(isAhead), ...year.meetings].filter(
    (one) => one.people.includes(who) && inTime(monday, last)(one)
  );
  const isWhole = ({ id }: Engagement) => book.session(id) !== null;
  return {
    name: names.person(who),
    coming: going.sort(byTime).map((one) => {
      const line = comingLine(book, one, false);
      const where = [names.commune(one.commune), line.where].filter(Boolean).join(', ');
      return { ...line, where, state: isWhole(one) ? line.state : '' };
    }),
    asked: book.needs
      .filter(({ posts, shown, state }) => posts.includes(who) && (shown <= last || state !== 'later'))
      .map((line) => ({ ...askedLine(line, book.today), place: names.commune(line.of.commune) }))
  };
}

/** Sessions of a month, as « 2026-12 ». */
export const monthSessions = ({ sessions }: ActionsBook, month: string): readonly ListedSession[] =>
  sessions.filter(({ date, status }) => date.startsWith(month) && status !== 'cancelled');
