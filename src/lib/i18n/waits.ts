// How long a school has waited.
import { listWords } from './lists.ts';
import { m } from './paraglide/messages.js';

const YEAR = 12;

/** « 1 an et 10 mois », « 6 mois » */
export function waitLength(months: number): string {
  const [years, rest] = [Math.floor(months / YEAR), months % YEAR];
  return listWords([
    ...(years > 0 ? [m.waiting_years({ count: years })] : []),
    ...(rest > 0 || years === 0 ? [m.waiting_months({ count: rest })] : [])
  ]);
}

/** « il y a 1 an et 10 mois », « ce mois-ci », « inconnu ». */
export function timeWaited(months: number | null): string {
  if (months === null) return m.waiting_unknown();
  return months < 1 ? m.waiting_this_month() : m.waiting_ago({ time: waitLength(months) });
}
