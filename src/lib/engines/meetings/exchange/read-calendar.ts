// A calendar file (.ics, RFC 5545) as busy half-days: no title, no place, nobody's name is read, and no reason is kept.
import ICAL from 'ical.js';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { dayNumber, isoDate } from '../../../model/meetings/days.ts';
import { HALVES, type Slot } from '../../../model/meetings/meeting-problem.ts';
import { isParis, paris } from './time-zones.ts';

export interface BusyCalendar {
  /** Half-days of the period in which something stands, ascending. */
  busy: Slot[];
  /** Events read, and those that do not make busy: free, cancelled, outside of the period. */
  events: number;
  aside: number;
  findings: Finding[];
}

/** Bytes; and occurrences of one event that are looked at. */
export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_OCCURRENCES = 20_000;
/** Minutes of the day: a half-day is busy when so much of it is. */
const HALF_DAY = { am: [8 * 60, 12 * 60 + 30], pm: [13 * 60 + 30, 18 * 60] } as const;
const BUSY_MINUTES = 30;
const DAY_MINUTES = 24 * 60;

/**
 * @param from first and last day of the period, ISO dates
 * @throws {UnusableInput} `calendar-too-large`, `calendar-unreadable`
 */
export function readCalendar(text: string, from: string, to: string, file?: string): BusyCalendar {
  const refused = (code: string, found?: string, cause?: unknown) =>
    new UnusableInput(
      { code, severity: 'dropped', ...(file && { file }), ...(found && { found }) },
      { cause }
    );
  if (text.length > MOST_BYTES)
    throw refused('calendar-too-large', String(Math.round(text.length / 1024 / 1024)));
  let calendars: ICAL.Component[];
  try {
    const parsed = ICAL.parse(text) as unknown[];
    // One calendar, or a list of them.
    const list = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][]);
    calendars = list.map((one) => new ICAL.Component(one));
  } catch (cause) {
    throw refused('calendar-unreadable', undefined, cause);
  }
  if (calendars.length === 0 || calendars.some(({ name }) => name !== 'vcalendar'))
    throw refused('calendar-unreadable');
  const reader = new BusyReader(dayNumber(from), dayNumber(to), file);
  for (const calendar of calendars) reader.read(calendar);
  return reader.result();
}

class BusyReader {
  readonly #busy = new Map<number, number>();
  readonly #findings = new Map<string, Finding>();
  #events = 0;
  #aside = 0;

  constructor(
    readonly first: number,
    readonly last: number,
    readonly file: string | undefined
  ) {}

  result(): BusyCalendar {
    const busy = [...this.#busy]
      .filter(([, minutes]) => minutes >= BUSY_MINUTES)
      .map(([slot]) => slot)
      .sort((a, b) => a - b)
      .map((slot) => ({ date: isoDate(Math.floor(slot / 2)), half: HALVES[((slot % 2) + 2) % 2]! }));
    return { busy, events: this.#events, aside: this.#aside, findings: [...this.#findings.values()] };
  }

  #doubt(code: string, found: string): void {
    this.#findings.set(`${code} ${found}`, {
      code,
      severity: 'doubtful',
      ...(this.file && { file: this.file }),
      found
    });
  }

  read(calendar: ICAL.Component): void {
    const zones = new Map<string, ICAL.Timezone>();
    for (const zone of calendar.getAllSubcomponents('vtimezone')) {
      const timezone = new ICAL.Timezone(zone);
      zones.set(timezone.tzid, timezone);
    }
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    // Occurrences moved by hand stand in place of those of their rule.
    for (const event of events) {
      if (!event.isRecurrenceException()) continue;
      const main = events.find((other) => other.uid === event.uid && !other.isRecurrenceException());
      try {
        main?.relateException(event);
      } catch {
        this.#doubt('calendar-odd-event', event.uid || '?');
      }
    }
    for (const event of events) {
      this.#events += 1;
      try {
        if (!this.#readEvent(event, zones)) this.#aside += 1;
      } catch {
        this.#aside += 1;
        this.#doubt('calendar-odd-event', String(this.#events));
      }
    }
  }

  /** @returns whether the event makes a half-day of the period busy */
  #readEvent(event: ICAL.Event, zones: ReadonlyMap<string, ICAL.Timezone>): boolean {
    const { component } = event;
    const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
    if (value('status') === 'CANCELLED' || value('transp') === 'TRANSPARENT') return false;
    // A zone that the file does not define leaves its hours without any.
    const zone = component.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? '';
    if (zone !== '' && !isParis(zone) && !zones.has(zone)) this.#doubt('calendar-unknown-zone', zone);
    const begin = event.startDate;
    if (!begin) return false;
    if (event.isRecurring() && !event.isRecurrenceException()) return this.#readRule(event, zones);
    return this.#occupy(begin, event.endDate, zones);
  }

  #readRule(event: ICAL.Event, zones: ReadonlyMap<string, ICAL.Timezone>): boolean {
    const occurrences = event.iterator();
    let found = false;
    for (let n = 0; ; n++) {
      if (n === MOST_OCCURRENCES) {
        this.#doubt('calendar-endless-rule', String(MOST_OCCURRENCES));
        return found;
      }
      const next = occurrences.next() as ICAL.Time | null | undefined;
      if (!next || this.#dayOf(next, zones) > this.last + 1) return found;
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      // An occurrence moved by hand is read by itself.
      if (item.isRecurrenceException()) continue;
      if (this.#occupy(startDate, endDate, zones)) found = true;
    }
  }

  /** The moment in the hour of Paris. */
  #local(time: ICAL.Time, zones: ReadonlyMap<string, ICAL.Timezone>): ICAL.Time {
    // Days without an hour, and hours of no zone, are those of the reader.
    if (time.isDate) return time;
    const name = time.zone?.tzid || '';
    if (time.zone === ICAL.Timezone.utcTimezone || name === 'UTC' || name === 'Z')
      return time.convertToZone(paris);
    if (name === '' || name === 'floating' || isParis(name)) return time;
    const zone = zones.get(name);
    if (!zone) return time;
    const placed = time.clone();
    placed.zone = zone;
    return placed.convertToZone(paris);
  }

  #dayOf(time: ICAL.Time, zones: ReadonlyMap<string, ICAL.Timezone>): number {
    const { year, month, day } = this.#local(time, zones);
    return Date.UTC(year, month - 1, day) / 86_400_000;
  }

  /** Marks what an event takes. */
  #occupy(begin: ICAL.Time, end: ICAL.Time, zones: ReadonlyMap<string, ICAL.Timezone>): boolean {
    const minutesOf = (time: ICAL.Time) => {
      const local = this.#local(time, zones);
      const day = Date.UTC(local.year, local.month - 1, local.day) / 86_400_000;
      return day * DAY_MINUTES + (local.isDate ? 0 : local.hour * 60 + local.minute);
    };
    const [start, stop] = [minutesOf(begin), minutesOf(end)];
    let found = false;
    const firstDay = Math.max(this.first, Math.floor(start / DAY_MINUTES));
    const lastDay = Math.min(this.last, Math.floor(Math.max(start, stop - 1) / DAY_MINUTES));
    for (let day = firstDay; day <= lastDay; day++)
      HALVES.forEach((half, h) => {
        const [opens, closes] = HALF_DAY[half];
        const shared =
          Math.min(stop, day * DAY_MINUTES + closes) - Math.max(start, day * DAY_MINUTES + opens);
        if (shared <= 0) return;
        const slot = 2 * day + h;
        this.#busy.set(slot, (this.#busy.get(slot) ?? 0) + shared);
        found = true;
      });
    return found;
  }
}
