// Hours of a day as lists write them.
import { foldPlace } from '../../../../model/names.ts';

const DAY_MINUTES = 24 * 60;

/** « 14h », « 14 h 30 », « 14:00 », « 14.30 », « 9 heures », « midi », or the part of a day of a spreadsheet: minutes after midnight; null for anything else. */
export function readHour(text: string): number | null {
  const bare = text.trim().replace(/^\d{4}-\d{2}-\d{2}[T ](?=\d{2}:)/, '');
  if (/^0?[.,]\d+$/.test(bare)) return Math.round(Number(bare.replace(',', '.')) * DAY_MINUTES);
  const folded = foldPlace(bare.replace(/[.:]/g, 'h').replace(/Z$/, ''));
  if (folded === 'midi') return DAY_MINUTES / 2;
  const [, hours, minutes = '0'] =
    /^(\d{1,2}) ?(?:h|hs|heures?)(?: ?(\d{1,2})(?: ?(?:h ?\d{1,2}|min|mn|minutes))?)?$/.exec(folded) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return Number(hours) * 60 + Number(minutes);
}
