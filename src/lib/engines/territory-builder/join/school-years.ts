// School years of the official calendar: those of which every holiday of the three zones is told.
import type {
  HolidayKind,
  SchoolHoliday,
  SchoolYearCalendar,
  Zone
} from '../../../model/meetings/meetings-file.ts';
import type { Sources } from '../sources/sources.ts';

const ZONES: readonly Zone[] = ['A', 'B', 'C'];
const SHARED: readonly HolidayKind[] = ['all-saints', 'christmas'];
const BY_ZONE: readonly HolidayKind[] = ['winter', 'spring'];
const DAY_MS = 86_400_000;

const dayBefore = (date: string) => new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);

/** @returns in order; a year of which a holiday is missing is left out: its days would be open */
export function officialYears(rows: Sources['calendar']): SchoolYearCalendar[] {
  const of = (year: string, zone: Zone, kind: HolidayKind | 'summer') =>
    rows.find((row) => row.year === year && row.zone === zone && row.holiday === kind);
  const holiday = (year: string, zone: Zone, kind: HolidayKind): SchoolHoliday | null => {
    const row = of(year, zone, kind);
    return row ? { kind, from: row.from, to: dayBefore(row.back) } : null;
  };
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  return years.flatMap((year): SchoolYearCalendar[] => {
    const first = Number(year.slice(0, 4));
    const former = `${first - 1}-${first}`;
    const summers = ZONES.flatMap((zone) => of(year, zone, 'summer') ?? []);
    const shared = SHARED.flatMap((kind) => holiday(year, 'A', kind) ?? []);
    const bridge = holiday(year, 'A', 'ascension');
    const zones = Object.fromEntries(
      ZONES.map((zone) => [zone, BY_ZONE.flatMap((kind) => holiday(year, zone, kind) ?? [])])
    ) as Record<Zone, SchoolHoliday[]>;
    const isWhole =
      summers.length > 0 &&
      shared.length === SHARED.length &&
      ZONES.every((zone) => zones[zone].length === BY_ZONE.length);
    if (!isWhole) return [];
    const ends = summers.map(({ from }) => dayBefore(from)).sort();
    return [
      {
        year,
        from: of(former, 'A', 'summer')?.back ?? `${first}-09-01`,
        to: ends[0]!,
        common: bridge ? [...shared, bridge] : shared,
        zones
      }
    ];
  });
}
