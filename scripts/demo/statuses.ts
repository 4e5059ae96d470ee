// Which schools are followed since when, and which wait: drawn by need, meeting the counts of every year.
import type { School } from '../../src/lib/model/school.ts';
import { startYear, type Month, type SchoolYear } from '../../src/lib/model/school-year.ts';
import type { SchoolFact } from './facts.ts';
import { seededRandom } from './random.ts';
import type { YearFacts } from './years.ts';

export type DrawnStatus = Pick<School, 'status' | 'followed_since' | 'requested_since'>;

/** Months in which schools write, counted from September: not in summer. */
const WRITING_MONTHS = 10;
/** How far chance may move a school in the order of need. */
const NOISE = 85;

/** Need of a school, in points: network, social position (the country's mean is near 100), public sector. */
function need({ rep, ips, sector }: SchoolFact): number {
  const network = rep === 'REP+' ? 60 : rep === 'REP' ? 45 : 0;
  const position = ips === null ? 20 : Math.min(40, Math.max(0, Math.round(110 - ips)));
  return network + position + (sector === 'public' ? 10 : 0);
}

/** `2024-11` for the third month of 2024-2025. */
export function monthOf(year: SchoolYear, fromSeptember: number): Month {
  const months = 8 + fromSeptember;
  return `${startYear(year) + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}` as Month;
}

/**
 * The first year's schools are followed from the start. Later ones ask, wait in one queue, and enter in its order each September:
 * arrivals of a year = waiting at its end - waiting at the end of the year before + schools that entered in it.
 */
export function drawStatuses(
  schools: readonly SchoolFact[],
  years: readonly YearFacts[],
  seed: number
): Map<string, DrawnStatus> {
  const random = seededRandom(seed, 'statuses');
  const statuses = new Map<string, DrawnStatus>();
  const [linked, first] = [schools.filter(isCollege), schools.filter((school) => !isCollege(school))];
  for (const { uai } of linked) {
    statuses.set(uai, { status: 'linked', followed_since: null, requested_since: null });
  }
  const order = first
    .map(({ uai, ...fact }) => ({ uai, rank: need({ uai, ...fact }) + random.int(0, NOISE) }))
    .sort((a, b) => b.rank - a.rank || (a.uai < b.uai ? -1 : 1))
    .map(({ uai }) => uai);

  const since = years.flatMap(({ school_year, followed }, at) => {
    return new Array<SchoolYear>(followed - (years[at - 1]?.followed ?? 0)).fill(school_year);
  });
  const atStart = years[0]?.followed ?? 0;
  const asked = years.flatMap(({ school_year, waiting, followed }, at) => {
    const before = years[at - 1];
    const entered = before ? followed - before.followed : 0;
    const months = Array.from({ length: waiting - (before?.waiting ?? 0) + entered }, () =>
      monthOf(school_year, random.int(0, WRITING_MONTHS - 1))
    );
    return months.sort();
  });
  order.forEach((uai, at) => {
    const followed_since = since[at] ?? null;
    statuses.set(uai, {
      status: followed_since ? 'followed' : 'waiting',
      followed_since,
      requested_since: at < atStart ? null : (asked[at - atStart] ?? null)
    });
  });
  return statuses;
}

function isCollege({ kind }: SchoolFact): boolean {
  return kind === 'college';
}
