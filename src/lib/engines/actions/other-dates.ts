// The best half-days for one session, new or moved, the others being where they are: who would miss it, in which room, how much road.
import {
  DAYS_OF_PERIOD,
  halfOf,
  isAhead,
  isAwayAt,
  isWithin,
  type ActionRoom,
  type ActionSession,
  type ActionYear,
  type AwayRange,
  type Engagement
} from '../../model/actions/action-year.ts';
import type { KnownSum } from '../../model/known-sum.ts';
import { dayNumber } from '../../model/meetings/days.ts';
import {
  HALVES,
  HOUR_STEP,
  hoursOf,
  PRESETS,
  type MeetingHours
} from '../../model/meetings/meeting-problem.ts';
import type { HalfDay } from '../../model/meetings/meetings-file.ts';
import { periodsOf } from './clashes.ts';
import { byCodeUnit } from './order.ts';
import { cannotBeAtBoth, dayRoad, shareTime } from './roads.ts';
import { delayOf } from './todo.ts';

const MOST_DATES = 3;

export interface DateRequest {
  /** As it is, or as it would be; it may be in the year or not. */
  session: ActionSession;
  /** ISO dates among which to choose: working days, school or holidays. Those before today, or not of the session's period, are left out. */
  days: readonly string[];
  /** Of half-days; the usual ones when absent. */
  hours?: Pick<MeetingHours, HalfDay>;
}

export interface OtherDate {
  date: string;
  half: HalfDay;
  /** Minutes after midnight. */
  begin: number;
  end: number;
  /** Its own room where it is free, else another of the commune; null: it asks for none. */
  room: string | null;
  missing: { who: string; why: 'away' | 'elsewhere' }[];
  /** Minutes that the days of those who come take more, over all of them; `unknown`: ways of these days whose minutes are not given. */
  road: KnownSum;
  /** People who come on that day for it alone. */
  daysOut: number;
  /** Needs that stop the session and would already be late. */
  late: string[];
  /** 60 a person missing, 1 a minute of road, 30 a day out. */
  cost: number;
}

/** When a session of a length may begin in a half-day: at its own hour, or on a quarter of an hour where it ends in time. */
function beginsIn(
  half: HalfDay,
  [from, to]: readonly [number, number],
  { begin, end }: ActionSession
): number[] {
  const found = new Set([begin]);
  for (let at = from; at + end - begin <= to; at += HOUR_STEP) found.add(at);
  return [...found].filter((at) => halfOf(at) === half);
}

/** What a year gives to whoever looks for a date of a session. */
class Around {
  readonly #year: ActionYear;
  readonly #days = new Map<string, Engagement[]>();
  readonly #away: ReadonlyMap<string, readonly AwayRange[]>;
  readonly #closed: ReadonlyMap<string, readonly AwayRange[]>;
  readonly #bases: ReadonlyMap<string, string | undefined>;
  readonly #rooms: ReadonlyMap<string, ActionRoom>;

  constructor(year: ActionYear, session: ActionSession) {
    this.#year = year;
    this.#away = periodsOf(year.people, ({ away }) => away);
    this.#closed = periodsOf(year.rooms, ({ closed }) => closed);
    this.#bases = new Map(year.people.map(({ id, base }) => [id, base]));
    this.#rooms = new Map(year.rooms.map((room) => [room.id, room]));
    for (const one of [...year.meetings, ...year.sessions.filter(isAhead)])
      if (one.id !== session.id) this.#days.set(one.date, [...(this.#days.get(one.date) ?? []), one]);
  }

  #on(date: string): readonly Engagement[] {
    return this.#days.get(date) ?? [];
  }

  #isFree(room: string, slot: Engagement): boolean {
    const { hours } = this.#rooms.get(room) ?? {};
    return (
      !isAwayAt(slot, this.#closed.get(room) ?? []) &&
      (hours === undefined || (hours[0] <= slot.begin && slot.end <= hours[1])) &&
      !this.#on(slot.date).some((other) => other.room === room && shareTime(other, slot))
    );
  }

  /** Rooms of the commune that are known to be open then and large enough, the smallest first, unknown sizes last. */
  roomsFor(slot: ActionSession): ActionRoom[] {
    const asked = slot.seats === null ? 0 : slot.seats + new Set(slot.people).size;
    const size = (room: ActionRoom) => room.size ?? Infinity;
    return [...this.#rooms.values()]
      .filter(
        (room) =>
          room.commune === slot.commune &&
          room.hours !== undefined &&
          size(room) >= asked &&
          this.#isFree(room.id, slot)
      )
      .sort((a, b) => (size(a) === size(b) ? byCodeUnit(a.id, b.id) : size(a) - size(b)));
  }

  /** Its room, else the first of `roomsFor`; undefined where there is none. */
  #roomFor(slot: ActionSession): string | null | undefined {
    if (slot.room === null || this.#isFree(slot.room, slot)) return slot.room;
    return this.roomsFor(slot)[0]?.id;
  }

  /** What a slot costs; null where there is no room. */
  at(slot: ActionSession): OtherDate | null {
    const room = this.#roomFor(slot);
    if (room === undefined) return null;
    const { minutes, today, delays, stops } = this.#year;
    const missing: OtherDate['missing'] = [];
    const road: KnownSum = { value: 0, unknown: 0 };
    let daysOut = 0;
    for (const who of [...new Set(slot.people)].sort(byCodeUnit)) {
      const own = this.#on(slot.date).filter(({ people }) => people.includes(who));
      if (isAwayAt(slot, this.#away.get(who) ?? [])) missing.push({ who, why: 'away' });
      else if (own.some((other) => cannotBeAtBoth(minutes, other, slot)))
        missing.push({ who, why: 'elsewhere' });
      else {
        const base = this.#bases.get(who);
        const [there, without] = [[...own, slot], own].map((day) => dayRoad(minutes, day, base));
        road.value += there!.value - without!.value;
        road.unknown += there!.unknown + without!.unknown;
        daysOut += own.length === 0 ? 1 : 0;
      }
    }
    const isLate = (need: string) =>
      stops.includes(need) && dayNumber(slot.date) - delayOf(delays, need)[1] < dayNumber(today);
    const late = [...new Set(slot.needs)].filter((need) => !slot.ready.includes(need) && isLate(need));
    const { date, begin, end } = slot;
    // As for team meetings.
    const { balanced: weight } = PRESETS;
    const cost = weight.missing * missing.length + weight.minute * road.value + weight.day * daysOut;
    return { date, half: halfOf(begin), begin, end, room, missing, road, daysOut, late, cost };
  }
}

/** Rooms that a session may have at its hour: of its commune, with known hours, free and large enough; the smallest first, unknown sizes last. */
export const roomsFree = (year: ActionYear, session: ActionSession): ActionRoom[] =>
  new Around(year, session).roomsFor(session);

/**
 * The three best half-days for a session, the best first, each at its best hour; the half-day where it is now is left out.
 *
 * The best: not late already for a need that stops it; then the least cost, its own room, the nearest day, the nearest hour.
 *
 * @returns fewer where fewer are possible; none for a session that ends before it begins
 */
export function otherDates(year: ActionYear, { session, days, hours }: DateRequest): OtherDate[] {
  const around = new Around(year, session);
  const length = session.end - session.begin;
  if (length <= 0) return [];
  const of = hours ?? hoursOf(length);
  const own = dayNumber(session.date);
  const rank = ({ date, begin, room, late, cost }: OtherDate) => [
    late.length > 0 ? 1 : 0,
    cost,
    room === session.room ? 0 : 1,
    Math.abs(dayNumber(date) - own),
    dayNumber(date),
    Math.abs(begin - session.begin),
    begin
  ];
  const first = (one: readonly number[], other: readonly number[]) =>
    one.reduce((found, value, at) => found || value - other[at]!, 0);
  const possible = new Set(
    days.filter((date) => {
      const { school, holidays } = DAYS_OF_PERIOD[session.period];
      return date >= year.today && (isWithin(date, year.holidays) ? holidays : school);
    })
  );
  return [...possible]
    .flatMap((date) =>
      HALVES.flatMap((half) => {
        if (date === session.date && half === halfOf(session.begin)) return [];
        const found = beginsIn(half, of[half], session)
          .map((begin) => around.at({ ...session, date, begin, end: begin + length }))
          .filter((one) => one !== null);
        return found.toSorted((a, b) => first(rank(a), rank(b))).slice(0, 1);
      })
    )
    .sort((a, b) => first(rank(a), rank(b)))
    .slice(0, MOST_DATES);
}
