// Europe/Paris and the names that calendar programs give it, so that a file without its own definition is read at the right hour.
import ICAL from 'ical.js';

/** Central European Time since 1996 (directive 2000/84/CE). */
const PARIS = [
  'BEGIN:VCALENDAR',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
  'END:VCALENDAR'
].join('\r\n');

export const paris: ICAL.Timezone = new ICAL.Timezone(
  new ICAL.Component(ICAL.parse(PARIS) as unknown[]).getFirstSubcomponent('vtimezone')!
);

/** Other names of the same hour: of Outlook and Exchange, of the IANA list, of programs in French. */
const ALIASES = [
  'europe/paris',
  'romance standard time',
  'w. europe standard time',
  'central european standard time',
  'central europe standard time',
  '(utc+01:00) brussels, copenhagen, madrid, paris',
  '(utc+01:00) bruxelles, copenhague, madrid, paris',
  '(gmt+01.00) paris',
  'europe/brussels',
  'europe/berlin',
  'europe/madrid',
  'europe/luxembourg',
  'europe/amsterdam',
  'europe/rome',
  'cet',
  'met'
];

/** Whether a zone keeps the hour of Paris. */
export const isParis = (name: string): boolean =>
  ALIASES.includes(name.toLowerCase().replace(/^.*\/(?=[a-z]+\/[a-z_]+$)/, ''));
