// Planned meetings as a calendar file (.ics, RFC 5545): hours of Paris, one event a meeting, to be opened by any calendar program.
import { dayNumber } from '../../../model/meetings/days.ts';
import type { TimedMeeting } from '../../../model/meetings/meeting-problem.ts';

export interface CalendarEvent extends Omit<TimedMeeting, 'half'> {
  /** What the reader of the calendar sees. */
  title: string;
  place?: string;
  note?: string;
  /** It is no longer held. */
  cancelled?: boolean;
}

const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE'
];
/** Before any file; revisions are counted in minutes from then. */
const FIRST_FILE = /* @__PURE__ */ Date.UTC(2026, 0, 1);
/** Bytes of a line, its end aside; what follows is folded. */
const LINE_BYTES = 75;

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** The year in which the school year of a date begins. */
const schoolYear = (date: string) => Number(date.slice(0, 4)) - (date.slice(5, 7) < '08' ? 1 : 0);

const encoder = /* @__PURE__ */ new TextEncoder();

/** A line folded where it is too long, never inside of a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > LINE_BYTES) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

/**
 * @param name of the calendar
 * @param made when the file is made, an ISO date and time in UTC
 */
export function writeCalendar(
  events: readonly CalendarEvent[],
  { name, made }: { name: string; made: string }
): string {
  // A later file replaces what an earlier one said of the same meeting.
  const sequence = Math.floor((Date.parse(made) - FIRST_FILE) / 60_000);
  const stamp = made.replace(/\.\d+/, '').replace(/[-:]/g, '');
  const two = (part: number) => String(part).padStart(2, '0');
  const at = (date: string, minutes: number) =>
    `;TZID=Europe/Paris:${date.replaceAll('-', '')}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maillage//Reunions//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...ZONE,
    ...[...events]
      .sort((a, b) => dayNumber(a.date) - dayNumber(b.date) || a.begin - b.begin)
      .flatMap(({ team, number, date, begin, end, title, place, note, cancelled }) => [
        'BEGIN:VEVENT',
        // The same meeting of a later file replaces this one.
        `UID:${encodeURIComponent(team)}-${number}-${schoolYear(date)}@maillage.invalid`,
        `DTSTAMP:${stamp}`,
        `SEQUENCE:${sequence}`,
        `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
        `DTSTART${at(date, begin)}`,
        `DTEND${at(date, end)}`,
        `SUMMARY:${escaped(title)}`,
        ...(place ? [`LOCATION:${escaped(place)}`] : []),
        ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
        'END:VEVENT'
      ]),
    'END:VCALENDAR'
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
