// School holidays by zone, as the ministry of education publishes them, and the zone of each département.
import { dayNumber, isoDate, weekdayOf } from '../../../model/meetings/days.ts';
import type {
  HolidayKind,
  SchoolHoliday,
  SchoolYearCalendar,
  Zone
} from '../../../model/meetings/meetings-file.ts';

export type { HolidayKind, SchoolHoliday, SchoolYearCalendar, Zone };

const holiday = (kind: HolidayKind, from: string, to: string): SchoolHoliday => ({ kind, from, to });

/**
 * Source: ministère de l'Éducation nationale, arrêtés du 7 décembre 2022 (2025-2026) et du 22 octobre 2025 (2026-2027, JORFTEXT000052416058);
 * data: fr-en-calendrier-scolaire. The days told here are those without school: holidays begin on a Saturday and end on the Sunday before
 * school begins again.
 */
export const SCHOOL_YEARS: readonly SchoolYearCalendar[] = [
  {
    year: '2025-2026',
    from: '2025-09-01',
    to: '2026-07-03',
    common: [
      holiday('all-saints', '2025-10-18', '2025-11-02'),
      holiday('christmas', '2025-12-20', '2026-01-04'),
      holiday('ascension', '2026-05-15', '2026-05-17')
    ],
    zones: {
      A: [holiday('winter', '2026-02-07', '2026-02-22'), holiday('spring', '2026-04-04', '2026-04-19')],
      B: [holiday('winter', '2026-02-14', '2026-03-01'), holiday('spring', '2026-04-11', '2026-04-26')],
      C: [holiday('winter', '2026-02-21', '2026-03-08'), holiday('spring', '2026-04-18', '2026-05-03')]
    }
  },
  {
    year: '2026-2027',
    from: '2026-09-01',
    to: '2027-07-02',
    common: [
      holiday('all-saints', '2026-10-17', '2026-11-01'),
      holiday('christmas', '2026-12-19', '2027-01-03'),
      holiday('ascension', '2027-05-07', '2027-05-09')
    ],
    zones: {
      A: [holiday('winter', '2027-02-13', '2027-02-28'), holiday('spring', '2027-04-10', '2027-04-25')],
      B: [holiday('winter', '2027-02-20', '2027-03-07'), holiday('spring', '2027-04-17', '2027-05-02')],
      C: [holiday('winter', '2027-02-06', '2027-02-21'), holiday('spring', '2027-04-03', '2027-04-18')]
    }
  }
];

/** A year whose holidays are not published: its weekdays and public holidays are known, until the first week of July at the latest. */
function unpublishedYear(first: number): SchoolYearCalendar {
  const end = dayNumber(`${first + 1}-07-07`);
  return {
    year: `${first}-${first + 1}`,
    from: `${first}-09-01`,
    // The last Friday of that week.
    to: isoDate(end - ((weekdayOf(end) + 2) % 7)),
    common: [],
    zones: { A: [], B: [], C: [] },
    unpublished: true
  };
}

/** The years of the code, those that an official calendar among the sources adds, and the next one, unpublished. */
export function yearsWith(more: readonly SchoolYearCalendar[] = []): readonly SchoolYearCalendar[] {
  const years = [
    ...SCHOOL_YEARS,
    ...more.filter(({ year }) => !SCHOOL_YEARS.some((known) => known.year === year))
  ].sort((one, other) => (one.year < other.year ? -1 : 1));
  return [...years, unpublishedYear(Number(years.at(-1)!.year.slice(0, 4)) + 1)];
}

/**
 * The first school year that begins once the last one of the data has ended; the last one published when none does.
 * @param ended last school year of the data, like "2025-2026"
 */
export function nextSchoolYear(
  ended = '',
  years: readonly SchoolYearCalendar[] = yearsWith()
): SchoolYearCalendar {
  return years.find(({ year }) => year > ended) ?? years.findLast(({ unpublished }) => !unpublished)!;
}

/** Départements of each zone (mainland; Corsica and the overseas départements have calendars of their own). */
const ZONES: Readonly<Record<Zone, string>> = {
  A: '01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90',
  B: '02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 59 60 61 62 67 68 72 76 80 83 84 85 88',
  C: '09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95'
};
/** Null where a département follows none of the three zones. */
export function holidayZone(departement: string): Zone | null {
  const zones = Object.keys(ZONES) as Zone[];
  return zones.find((zone) => ZONES[zone].split(' ').includes(departement)) ?? null;
}
