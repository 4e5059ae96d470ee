// Hours of the day, of minutes after midnight.
import { m } from './paraglide/messages.js';

/** « 9 h 30 » */
export const hourWords = (minutes: number): string =>
  m.meetings_clock({
    hours: Math.floor(minutes / 60),
    minutes: String(minutes % 60).padStart(2, '0')
  });

/** « 9 h 00 - 11 h 00 » */
export const hoursWords = ({ begin, end }: { begin: number; end: number }): string =>
  m.meetings_hours({ from: hourWords(begin), to: hourWords(end) });
