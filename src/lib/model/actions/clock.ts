// Hours of a day as files write them, « 14:00 », and minutes after midnight.
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Minutes after midnight; NaN when the text is no hour of a day, « 00:00 » to « 23:59 ». */
export const clockMinutes = (text: string): number =>
  CLOCK.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : NaN;

/** « 09:05 » */
export const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
