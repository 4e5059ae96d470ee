// The demand log: a school's letters by month, from its first request until it is followed or the log ends.
import type { School } from '../../src/lib/model/school.ts';
import type { DemandRow } from '../../src/lib/model/service.ts';
import { monthsBetween, startYear, type Month } from '../../src/lib/model/school-year.ts';
import type { Random } from './random.ts';

/** Chance of a reminder in a month of waiting, percent; none in July and August. */
const REMINDER = 9;

function nextMonth(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return (number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`) as Month;
}

export function demoDemand(schools: readonly School[], asOf: Month, random: Random): DemandRow[] {
  const rows: DemandRow[] = [];
  for (const { uai, requested_since, followed_since } of schools) {
    if (!requested_since) continue;
    const answered: Month | null = followed_since ? `${startYear(followed_since)}-09` : null;
    for (let month = requested_since; monthsBetween(month, asOf) >= 0; month = nextMonth(month)) {
      if (answered && monthsBetween(answered, month) >= 0) break;
      const holiday = month.endsWith('-07') || month.endsWith('-08');
      const reminder = !holiday && random.chance(REMINDER) ? 1 : 0;
      const requests = month === requested_since ? 1 : reminder;
      rows.push({ uai, month, requests, waiting: 1, quality: 'synthetic' });
    }
  }
  return rows.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.uai < b.uai ? -1 : 1));
}
