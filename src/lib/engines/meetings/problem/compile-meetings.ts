// A meeting problem as typed arrays: one slot a half-day of the calendar, what each team would miss in it, minutes by number.
import { dayNumber, weekdayOf, weekOf } from '../../../model/meetings/days.ts';
import { HALVES, type MeetingProblem } from '../../../model/meetings/meeting-problem.ts';
import { roomOf, type Away } from '../../../model/meetings/meetings-file.ts';
import { fitsAlone, leastNoon, mostBetween, noonAfter } from './half-day.ts';

/** No plan costs as much. */
export const IMPOSSIBLE = 1e12;
export const NONE = -1;

export interface Meetings {
  problem: MeetingProblem;
  teams: number;
  coordinators: number;
  days: number;
  /** Two slots a day, in order: the number of a slot is twice its day's, plus one in the afternoon. */
  slots: number;
  /** Day number since 1970, by day of the calendar. */
  date: Int32Array;
  /** Week of a slot, 0 for the first. */
  week: Int32Array;
  weeks: number;
  /** By team: its coordinator, its commune, the number of its meetings. */
  coordinator: Int32Array;
  place: Int32Array;
  count: Int32Array;
  /** By coordinator. */
  base: Int32Array;
  /** Minutes from place to place, at `from * places + to`. */
  minutes: Float64Array;
  places: number;
  absences: Absences;
  /** Cost of who would miss, at `team * slots + slot`; `IMPOSSIBLE` where the team cannot meet. */
  missing: Float64Array;
  /** Slots at which a team can meet, ascending. */
  possible: Int32Array[];
  /** Day number of each of them. */
  possibleDate: Int32Array[];
  /** Most minutes between two meetings of a half-day; minutes for the road at noon, after one meeting and after two (`from * places + to`). */
  between: number;
  noon: number;
  noonAfterTwo: Float64Array;
  /** 1 where two teams have a partner in common, or with hours one room, at `team * teams + other`. */
  shared: Uint8Array;
  /** 1 where two teams have a partner in common and are too far apart for one at noon; null where none are. */
  apart: Uint8Array | null;
  /** Cost of a number of days between two meetings of a team; `IMPOSSIBLE` outside of its band. */
  gap: Float64Array[];
  least: Int32Array;
  most: Int32Array;
  /** Days between meetings at which it costs nothing, and cost of a day of deviation. */
  even: Float64Array;
  spacing: number;
  /** By team: slot of each of its meetings that is locked, or `NONE`. */
  locks: Int32Array[];
}

/** Which slots each of `who` is away in. */
export class Absences {
  readonly #away = new Map<string, Uint8Array>();
  readonly #none: Uint8Array;

  /** @param calendar ISO dates, ascending */
  constructor(calendar: readonly string[], away: readonly Away[]) {
    const days = calendar.length;
    this.#none = new Uint8Array(2 * days);
    const weekdays = Uint8Array.from(calendar, (date) => weekdayOf(dayNumber(date)));
    const indexOf = new Map(calendar.map((date, index) => [date, index]));
    const daysBefore = (date: string): number =>
      indexOf.get(date) ?? calendar.reduce((before, one) => before + (one < date ? 1 : 0), 0);
    for (const { who, weekday, from, to, half } of away) {
      let slots = this.#away.get(who);
      if (!slots) this.#away.set(who, (slots = new Uint8Array(2 * days)));
      const first = from === undefined ? 0 : daysBefore(from);
      const end = to === undefined ? days : daysBefore(to) + (indexOf.has(to) ? 1 : 0);
      for (let index = first; index < end; index++) {
        if (weekday !== undefined && weekdays[index] !== weekday) continue;
        if (half !== 'pm') slots[2 * index] = 1;
        if (half !== 'am') slots[2 * index + 1] = 1;
      }
    }
  }

  of(who: string): Uint8Array {
    return this.#away.get(who) ?? this.#none;
  }
}

/** Days from the first to the last day of the calendar, over the number of meetings. */
const evenSpacing = (date: ArrayLike<number>, meetings: number): number =>
  (date[date.length - 1]! - date[0]!) / meetings;

/** Teams that cannot meet at once under two coordinators, and teams that cannot meet in the morning and the afternoon of a day. */
function meetingTogether({ teams, minutes, hours }: MeetingProblem): Pick<Meetings, 'shared' | 'apart'> {
  const shared = new Uint8Array(teams.length ** 2);
  const apart = new Uint8Array(teams.length ** 2);
  const noon = leastNoon(hours);
  const partners = teams.map(({ members }) => new Set(members.map(({ partner }) => partner)));
  teams.forEach(({ commune: from }, a) =>
    teams.forEach(({ commune: to }, b) => {
      if (a === b) return;
      const common = [...partners[a]!].some((partner) => partners[b]!.has(partner));
      if (common || (hours && from === to)) shared[a * teams.length + b] = 1;
      const road = from === to ? 0 : Math.max(minutes[from]?.[to] ?? 0, minutes[to]?.[from] ?? 0);
      if (common && road > noon) apart[a * teams.length + b] = 1;
    })
  );
  return { shared, apart: apart.includes(1) ? apart : null };
}

/** Where each team may meet, and what its absent members weigh there: `missing` by team and slot, `possible` the slots of each team. */
function openSlots(
  { calendar, teams, weights, locked, hours, from }: MeetingProblem,
  absences: Absences,
  slotOf: ReadonlyMap<string, number>
): Pick<Meetings, 'missing' | 'possible'> {
  const slots = 2 * calendar.length;
  const missing = new Float64Array(teams.length * slots).fill(IMPOSSIBLE);
  const fits = HALVES.map((half) => fitsAlone(hours, half));
  const firstOpen = from === undefined ? 0 : 2 * calendar.filter((day) => day < from).length;
  const possible = teams.map((team, e) => {
    const held = new Set(
      locked.filter((lock) => lock.team === team.id).map(({ date, half }) => slotOf.get(`${date} ${half}`))
    );
    const rooms = absences.of(roomOf(team.commune));
    const lead = absences.of(team.coordinator);
    const absent = new Float64Array(slots);
    const there = new Map(Object.keys(team.quorum).map((name) => [name, new Int32Array(slots)]));
    for (const member of team.members) {
      const away = absences.of(member.partner);
      const ofClass = there.get(member.class);
      for (let t = 0; t < slots; t++) {
        if (away[t]) absent[t]! += member.weight;
        else if (ofClass) ofClass[t]!++;
      }
    }
    const quorum = Object.entries(team.quorum).map(([name, least]) => ({ least, there: there.get(name)! }));
    const open: number[] = [];
    for (let t = 0; t < slots; t++) {
      const isClosed =
        t < firstOpen
          ? !held.has(t)
          : rooms[t] || lead[t] || !fits[t & 1] || quorum.some((one) => one.there[t]! < one.least);
      if (isClosed) continue;
      missing[e * slots + t] = absent[t]! * weights.missing;
      open.push(t);
    }
    return Int32Array.from(open);
  });
  return { missing, possible };
}

/** Every id that the problem names exists: `readMeetingProblem` checks it. */
export function compileMeetings(problem: MeetingProblem): Meetings {
  const { calendar, teams, coordinators, away, weights, locked, hours } = problem;
  const date = Int32Array.from(calendar, dayNumber);
  const [days, slots] = [date.length, 2 * date.length];
  const firstWeek = days > 0 ? weekOf(date[0]!) : 0;
  const week = Int32Array.from({ length: slots }, (_, slot) => weekOf(date[slot >> 1]!) - firstWeek);
  const communes = [...new Set([...teams, ...coordinators].map(({ commune }) => commune))].sort();
  const placeOf = new Map(communes.map((commune, index) => [commune, index]));
  const places = communes.length;
  const minutes = new Float64Array(places * places);
  communes.forEach((from, a) =>
    communes.forEach((to, b) => (minutes[a * places + b] = problem.minutes[from]?.[to] ?? 0))
  );
  const coordinatorOf = new Map(coordinators.map(({ id }, index) => [id, index]));
  const absences = new Absences(calendar, away);
  const slotOf = new Map(
    calendar.flatMap((day, d) => HALVES.map((half, h) => [`${day} ${half}`, 2 * d + h]))
  );
  const { missing, possible } = openSlots(problem, absences, slotOf);
  const { shared, apart } = meetingTogether(problem);
  const span = days > 0 ? date[days - 1]! - date[0]! : 0;
  const gap = teams.map(({ band: [least, most], meetings }) => {
    const even = days > 0 ? evenSpacing(date, meetings) : 0;
    return Float64Array.from({ length: span + 1 }, (_, d) =>
      d < Math.max(1, least) || d > most ? IMPOSSIBLE : weights.spacing * Math.abs(d - even)
    );
  });
  const locks = teams.map(({ id, meetings }) => {
    const fixed = new Int32Array(meetings).fill(NONE);
    for (const lock of locked)
      if (lock.team === id) fixed[lock.number - 1] = slotOf.get(`${lock.date} ${lock.half}`) ?? slots;
    return fixed;
  });
  return {
    problem,
    teams: teams.length,
    coordinators: coordinators.length,
    days,
    slots,
    date,
    week,
    weeks: slots > 0 ? week[slots - 1]! + 1 : 0,
    coordinator: Int32Array.from(teams, (team) => coordinatorOf.get(team.coordinator)!),
    place: Int32Array.from(teams, ({ commune }) => placeOf.get(commune)!),
    count: Int32Array.from(teams, ({ meetings }) => meetings),
    base: Int32Array.from(coordinators, ({ commune }) => placeOf.get(commune)!),
    minutes,
    places,
    absences,
    missing,
    possible,
    possibleDate: possible.map((open) => open.map((t) => date[t >> 1]!)),
    between: mostBetween(hours),
    noon: noonAfter(hours, null),
    noonAfterTwo: minutes.map((road) => noonAfter(hours, road)),
    shared,
    apart,
    gap,
    least: Int32Array.from(teams, ({ band }) => Math.max(1, Math.ceil(band[0]))),
    most: Int32Array.from(teams, ({ band }) => Math.min(span, Math.floor(band[1]))),
    even: Float64Array.from(teams, ({ meetings }) => (days > 0 ? evenSpacing(date, meetings) : 0)),
    spacing: weights.spacing,
    locks
  };
}
