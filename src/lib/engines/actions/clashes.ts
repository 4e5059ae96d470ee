// What cannot be as it is planned: two at once, somebody away, a room closed, a holiday, more children than places.
import {
  DAYS_OF_PERIOD,
  isAhead,
  isAwayAt,
  isWithin,
  type ActionClash,
  type ActionYear,
  type AwayRange,
  type Engagement
} from '../../model/actions/action-year.ts';
import { byCodeUnit } from './order.ts';
import { cannotBeAtBoth, givenMinutes, shareTime } from './roads.ts';

/** Date -> room or person -> what it is taken by on that day. */
type Taken = Map<string, Map<string, Engagement[]>>;

function take(taken: Taken, who: string, engagement: Engagement): void {
  const day = taken.get(engagement.date) ?? new Map<string, Engagement[]>();
  const own = day.get(who) ?? [];
  own.push(engagement);
  taken.set(engagement.date, day.set(who, own));
}

/** Every two engagements of a day that share a room or a person, a session at least among them. */
function* pairsOf(
  taken: Taken,
  sessions: ReadonlySet<string>
): Generator<{ who: string; one: Engagement; other: Engagement }> {
  for (const day of taken.values())
    for (const [who, engagements] of day)
      for (const [at, one] of engagements.entries())
        for (const other of engagements.slice(at + 1))
          if (sessions.has(one.id) || sessions.has(other.id)) yield { who, one, other };
}

/** Meetings and the sessions ahead, by what they take; without hours that end before they begin, a remark of its own. */
function takenBy({ meetings, sessions }: ActionYear) {
  const ahead = sessions.filter(isAhead);
  const [rooms, people]: Taken[] = [new Map(), new Map()];
  for (const engagement of [...meetings, ...ahead]) {
    if (engagement.end <= engagement.begin) continue;
    if (engagement.room !== null) take(rooms!, engagement.room, engagement);
    for (const person of new Set(engagement.people)) take(people!, person, engagement);
  }
  const ids = new Set(ahead.map(({ id }) => id));
  return { ahead, rooms: pairsOf(rooms!, ids), people: pairsOf(people!, ids) };
}

/** Periods by room or person; one that is listed twice has those of both. */
export function periodsOf<Row extends { id: string }>(
  rows: readonly Row[],
  periods: (row: Row) => readonly AwayRange[]
): Map<string, AwayRange[]> {
  const found = new Map<string, AwayRange[]>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), ...periods(row)]);
  return found;
}

/** Clashes of a year, in no order. */
export function clashesOf(year: ActionYear): ActionClash[] {
  const { ahead, rooms, people } = takenBy(year);
  const closed = periodsOf(year.rooms, (room) => room.closed);
  const away = periodsOf(year.people, (person) => person.away);
  const found: ActionClash[] = [];
  const tell = (kind: ActionClash['kind'], what: string, ...ids: string[]) =>
    found.push({ kind, ids: ids.sort(byCodeUnit), what });
  for (const { who, one, other } of rooms) if (shareTime(one, other)) tell('room', who, one.id, other.id);
  for (const { who, one, other } of people)
    if (cannotBeAtBoth(year.minutes, one, other)) tell('person', who, one.id, other.id);
  for (const session of ahead) {
    const { id, date, room, people: called, period, seats, enrolled } = session;
    for (const person of new Set(called))
      if (isAwayAt(session, away.get(person) ?? [])) tell('away', person, id);
    if (room !== null && isAwayAt(session, closed.get(room) ?? [])) tell('closed', room, id);
    if (!DAYS_OF_PERIOD[period].holidays && isWithin(date, year.holidays)) tell('holiday', date, id);
    if (seats !== null && enrolled !== null && enrolled > seats) tell('seats', '', id);
  }
  return found;
}

/** Pairs of communes that somebody goes between in a day and whose road is not given: it counts 0, and no clash is seen there. Each once, in order. */
export function roadsNotGiven(year: ActionYear): [from: string, to: string][] {
  const found = new Map<string, [string, string]>();
  for (const { one, other } of takenBy(year).people) {
    if (shareTime(one, other)) continue;
    const [first, next] = one.end <= other.begin ? [one, other] : [other, one];
    const pair: [string, string] = [first.commune, next.commune];
    const isKnown = pair[0] === pair[1] || givenMinutes(year.minutes, ...pair) !== undefined;
    if (!isKnown) found.set(JSON.stringify(pair), pair);
  }
  return [...found].sort(([a], [b]) => byCodeUnit(a, b)).map(([, pair]) => pair);
}
