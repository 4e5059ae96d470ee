// The words of sessions: the sentence of the page, what each asks, who gets it, what clashes.
import { dayMonth } from '$lib/i18n/dates.ts';
import { hourWords, hoursWords } from '$lib/i18n/hours.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { capitalised, integer, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { ofPlace } from '$lib/i18n/terms.ts';
import type { ListedSession, Transport } from '$lib/model/actions/action-sheets.ts';
import { isAhead, type ActionClash, type Engagement } from '$lib/model/actions/action-year.ts';
import { TRANSPORT_NEED } from '$lib/model/actions/needs.ts';
import type { SessionRemark, SharedTrip } from '$lib/engines/actions/index.ts';
import { dayMonthLong, dayWords, weekdayLong } from '../calendar/day-words.ts';
import {
  isStopping,
  type ActionNames,
  type ActionsBook,
  type NeedLine,
  type SessionState
} from './actions-book.ts';

type Say = () => string;
const NEEDS: Readonly<Record<string, readonly [name: Say, act: Say]>> = {
  salle: [m.actions_need_room, m.actions_do_room],
  intervenant: [m.actions_need_provider, m.actions_do_provider],
  transport: [m.actions_need_transport, m.actions_do_transport],
  groupe: [m.actions_need_group, m.actions_do_group],
  information: [m.actions_need_information, m.actions_do_information],
  accords: [m.actions_need_agreements, m.actions_do_agreements],
  matériel: [m.actions_need_material, m.actions_do_material],
  accompagnateur: [m.actions_need_companion, m.actions_do_companion]
};
const LACKS: Readonly<Record<string, Say>> = {
  salle: m.actions_lack_room,
  intervenant: m.actions_lack_provider,
  transport: m.actions_lack_transport,
  car: m.actions_lack_coach,
  minibus: m.actions_lack_minibus,
  taxi: m.actions_lack_taxi
};
const TRANSPORT_NAMES: Record<Transport, Say> = {
  'à pied': m.actions_by_foot,
  minibus: m.actions_minibus,
  car: m.actions_coach,
  taxi: m.actions_taxi,
  familles: m.actions_families
};
const STATES: Record<SessionState, Say> = {
  ready: m.actions_state_ready,
  preparing: m.actions_state_preparing,
  compromised: m.actions_state_compromised,
  held: m.actions_state_held,
  cancelled: m.actions_state_cancelled,
  unanswered: m.actions_state_unanswered
};

const counted = (count: number) => ({ count, words: numberWord(count, 'feminine') });

export const stateName = (state: SessionState): string => STATES[state]();
export const transportName = (transport: Transport | null): string =>
  transport === null ? m.actions_transport_none() : TRANSPORT_NAMES[transport]();

/** « Accords des familles »; a need of the service's own as it writes it. */
export const needName = (need: string): string =>
  Object.hasOwn(NEEDS, need) ? NEEDS[need]![0]() : capitalised(need);

const isVehicle = (transport: Transport | null): transport is 'car' | 'minibus' | 'taxi' =>
  transport === 'car' || transport === 'minibus' || transport === 'taxi';

/** « Trouver une salle », « Réserver un car »: what is to be done for a need. */
export function needAct(need: string, { transport }: Pick<ListedSession, 'transport'>): string {
  if (need === TRANSPORT_NEED && isVehicle(transport))
    return m.actions_do_vehicle({ vehicle: transportName(transport) });
  return Object.hasOwn(NEEDS, need) ? NEEDS[need]![1]() : m.actions_do_other({ need });
}

/** « Référent 1 », « correspondant d’Anzin », « Coordination 1, faute de correspondant ». @param isAlone nothing beside says the commune */
export function ownerWords(
  { owner, posts, forLackOf, of }: Pick<NeedLine, 'owner' | 'posts' | 'forLackOf' | 'of'>,
  names: ActionNames,
  isAlone = false
): string {
  if (owner === 'correspondent')
    return isAlone
      ? m.actions_who_correspondent_of({ commune: ofPlace(names.commune(of.commune)) })
      : m.actions_who_correspondent();
  const nobody = owner === 'coordinator' ? m.actions_who_coordinator() : m.actions_who_referents();
  const who = posts.length > 0 ? listWords(posts.map(names.person)) : nobody;
  return forLackOf && !isAlone ? m.actions_who_lack({ who }) : who;
}

/** « mar. 16 h 30 » */
export const shortWhen = ({ date, begin }: Pick<Engagement, 'date' | 'begin'>): string =>
  `${weekdayLong(date).slice(0, 3)}. ${hourWords(begin)}`;
/** « mar. 15 déc. » */
export const shortDate = (date: string): string => `${weekdayLong(date).slice(0, 3)}. ${dayMonth(date)}`;
/** « mardi 15 décembre, 16 h 30 - 17 h 30 » */
export const sessionTime = (session: Pick<Engagement, 'date' | 'begin' | 'end'>): string =>
  `${dayWords(session.date)}, ${hoursWords(session)}`;

/** Where a session is held: its room, else the place that is written; null: neither is known. */
export const placeWords = ({ room, place }: ListedSession, { room: nameOf }: ActionNames): string | null =>
  place !== '' ? place : room === null ? null : nameOf(room);

/** Of a mark of the grid, for whoever cannot see it. */
export function sessionWords(book: ActionsBook, session: ListedSession): string {
  const { names } = book.facts;
  const mark = m.actions_mark({
    title: names.sheet(session.sheet),
    place: names.commune(session.commune),
    when: sessionTime(session),
    state: stateName(book.state(session))
  });
  return book.clashesOf(session).length > 0 ? m.actions_mark_clash({ mark }) : mark;
}

/** « lun. 7 déc. », « aujourd’hui », « depuis le 13 nov. »: until when a need may be met. */
export function dueWords({ state, shown }: Pick<NeedLine, 'state' | 'shown'>, today: string): string {
  if (state === 'late') return m.actions_since({ day: dayMonth(shown) });
  return shown === today ? m.actions_today() : shortDate(shown);
}

/** « deux n’ont pas de salle, une n’a pas de car » */
export function lackWords(lines: readonly NeedLine[]): string {
  const sessions = sessionsOf(lines);
  const by = new Map<string, number>();
  for (const line of lines) by.set(lackOf(line), (by.get(lackOf(line)) ?? 0) + 1);
  return [...by]
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) =>
      m.actions_lack({
        ...{ count, what },
        words: sessions === 1 ? m.actions_it() : numberWord(count, 'feminine')
      })
    )
    .join(', ');
}

const sessionsOf = (lines: readonly NeedLine[]): number => new Set(lines.map(({ session }) => session)).size;

/** « de salle », « de car »: what a session has none of. */
function lackOf({ need, of }: NeedLine): string {
  const key = need === TRANSPORT_NEED && isVehicle(of.transport) ? of.transport : need;
  return Object.hasOwn(LACKS, key) ? LACKS[key]!() : m.actions_lack_other({ need: key });
}

/** « sans salle »: what will stop a session; empty where nothing does. */
export const sessionLack = (lines: readonly NeedLine[]): string =>
  lines
    .filter(isStopping)
    .map((line) => m.actions_without({ what: lackOf(line).replace(/^(?:de |d’)/, '') }))
    .join(', ');

type IsShown = (session: ListedSession) => boolean;

/** « Trois séances sont compromises : deux n’ont pas de salle, une n’a pas de car. »; empty where none is. */
export function compromisedWords(book: ActionsBook, isShown: IsShown): string {
  const stopping = book.stopping(isShown);
  const count = sessionsOf(stopping);
  return count === 0
    ? ''
    : m.actions_sentence_compromised({
        ...{ count, words: capitalised(numberWord(count, 'feminine')) },
        lacks: lackWords(stopping)
      });
}

/** Who is awaited at two places, or how many clashes are left; empty where none is. */
export function clashSentence(book: ActionsBook, isShown: IsShown): string {
  const clashes = book.clashesAhead(isShown);
  const [first] = clashes;
  if (!first) return '';
  return clashes.length === 1 && first.kind === 'person'
    ? m.actions_sentence_person({ who: book.facts.names.person(first.what) })
    : m.actions_sentence_clashes({
        ...{ count: clashes.length, words: capitalised(numberWord(clashes.length)) }
      });
}

/** What comes until the next holidays, what will fail, what clashes. @param isShown sessions that the reader asks to see */
export function actionsSentence(book: ActionsBook, isShown: IsShown): string {
  const horizon = book.horizon();
  const coming = book.sessions.filter(
    (session) =>
      isShown(session) &&
      isAhead(session) &&
      session.date >= book.today &&
      (horizon === null || session.date <= horizon)
  );
  const what = coming.length === 0 ? m.actions_count_none() : m.actions_count(counted(coming.length));
  return [
    horizon === null
      ? m.actions_sentence_year({ what })
      : m.actions_sentence({ day: dayMonthLong(horizon), what }),
    compromisedWords(book, isShown),
    clashSentence(book, isShown)
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** « la séance FA-29 (Valenciennes) » */
export const sessionName = ({ sheet, commune }: ListedSession, names: ActionNames): string =>
  m.actions_session_name({ sheet, place: names.commune(commune) });

/** A clash in a sentence; its people and rooms stand out. */
export function clashWords(book: ActionsBook, { kind, ids, what }: ActionClash): string {
  const { names, year } = book.facts;
  const all: Engagement[] = ids
    .flatMap((id) => book.session(id) ?? year.meetings.find((meeting) => meeting.id === id) ?? [])
    .sort((a, b) => a.begin - b.begin);
  const called = (one: Engagement) => {
    const session = book.session(one.id);
    return session ? sessionName(session, names) : m.actions_meeting_name({ team: names.meeting(one.id) });
  };
  const [first, second] = all;
  if (!first) return '';
  const day = capitalised(dayWords(first.date));
  if (second) {
    const both = { day, first: called(first), second: called(second) };
    if (kind === 'room') return m.actions_clash_room({ ...both, room: names.room(what) });
    const told = {
      ...both,
      who: names.person(what),
      end: hourWords(first.end),
      begin: hourWords(second.begin)
    };
    return second.begin < first.end ? m.actions_clash_person(told) : m.actions_clash_road(told);
  }
  const session = called(first);
  if (kind === 'away') return m.actions_clash_away({ day, who: names.person(what), session });
  if (kind === 'closed') return m.actions_clash_closed({ day, room: names.room(what), session });
  return kind === 'holiday'
    ? m.actions_clash_holiday({ day, session })
    : m.actions_clash_seats({ day, session });
}

export function tripWords({ date, half, place, sessions, seats }: SharedTrip, names: ActionNames): string {
  const communes = [...new Set(sessions.map(({ commune }) => names.commune(commune)))];
  return m.actions_trip({
    day: capitalised(dayWords(date)),
    half: half === 'am' ? m.meetings_am() : m.meetings_pm(),
    communes: listWords(communes),
    place,
    seats: seats === null ? '' : m.actions_trip_seats({ count: seats, shown: integer(seats) })
  });
}

export function remarkWords(book: ActionsBook, { kind, ids, what }: SessionRemark): string {
  if (kind === 'money') return m.actions_remark_money({ sheet: what });
  const session = book.session(ids[0]!);
  if (!session) return '';
  const said = { day: capitalised(dayWords(session.date)), session: sessionName(session, book.facts.names) };
  return kind === 'commune' ? m.actions_remark_commune(said) : m.actions_remark_hours(said);
}

/** A past session as the line that asks whether it was held. */
export const pastLine = (session: ListedSession, names: ActionNames) => ({
  id: session.id,
  title: names.sheet(session.sheet),
  place: `${names.commune(session.commune)}, ${shortDate(session.date)}`,
  name: sessionName(session, names)
});

/** A session in a calendar: nothing of who comes. */
export const sessionEvent = (session: ListedSession, names: ActionNames) => ({
  ...{ team: session.id, number: 1, date: session.date, begin: session.begin, end: session.end },
  title: m.actions_file_event({
    title: names.sheet(session.sheet),
    commune: names.commune(session.commune)
  }),
  place: [placeWords(session, names), names.commune(session.commune)].filter(Boolean).join(', ')
});
