// What the tables of the demonstration say of sessions: by sheet, how many, on which days, with what.
import {
  ACTION_PERIODS,
  clockMinutes,
  type ActionPeriod
} from '../../../src/lib/model/actions/action-year.ts';
import { TRANSPORTS, type Transport } from '../../../src/lib/model/actions/action-sheets.ts';
import { dayNumber, weekdayOf } from '../../../src/lib/model/meetings/days.ts';
import type { TerritoryRows } from '../../../src/lib/engines/territory-builder/index.ts';
import { holidaysOf, holidayZone, schoolDays, yearsWith } from '../../../src/lib/engines/meetings/index.ts';
import { BadFact, number, oneOfOrNull, readTable, text, textOrNull, type Row } from '../read-table.ts';

const YEAR = '2026-2027';
const DEPARTEMENT = '59';

export type Sources = Pick<TerritoryRows, 'actions' | 'assignment' | 'schools' | 'communes'>;

/** What sessions of a sheet have alike. */
export interface SheetPlan {
  sheet: string;
  count: number;
  communes: readonly string[];
  days: readonly string[];
  begin: number;
  end: number;
  seats: number;
  providers: readonly string[];
  needs: readonly string[];
  transport: Transport | null;
  place: string;
}

export const minutesIn = (row: Row, name: string): number => {
  const minutes = clockMinutes(text(row, name));
  if (Number.isNaN(minutes))
    throw new BadFact(`${row.file}, ligne ${row.line}`, 'une heure', text(row, name));
  return minutes;
};

/** Working days of the year: those of school, and those of its holidays. */
function daysOfYear(): Record<ActionPeriod, readonly string[]> {
  const year = yearsWith().find((one) => one.year === YEAR)!;
  const choice = { year, zone: holidayZone(DEPARTEMENT), departement: DEPARTEMENT };
  const école = schoolDays(choice);
  const open = schoolDays({ ...choice, year: { ...year, common: [] }, zone: null });
  const isHoliday = (day: string) => holidaysOf(choice).some(({ from, to }) => from <= day && day <= to);
  return { école, vacances: open.filter(isHoliday), [ACTION_PERIODS[2]]: open };
}

export function sheetPlans(root: string, { actions }: Sources): SheetPlan[] {
  const days = daysOfYear();
  return readTable(root, 'data/demo/sessions.csv').map((row) => {
    const sheet = actions.find(({ id }) => id === text(row, 'sheet'));
    if (!sheet) throw new BadFact(`${row.file}, ligne ${row.line}`, 'une fiche', text(row, 'sheet'));
    const weekdays = text(row, 'weekdays').split(' ').map(Number);
    const provider = textOrNull(row, 'provider');
    return {
      sheet: sheet.id,
      count: number(row, 'count'),
      communes: sheet.communes,
      days: days[sheet.period ?? 'école'].filter((day) => weekdays.includes(weekdayOf(dayNumber(day)))),
      begin: minutesIn(row, 'begin'),
      end: minutesIn(row, 'end'),
      seats: number(row, 'seats'),
      providers: provider === null ? [] : [provider],
      needs: text(row, 'needs').split(' '),
      transport: oneOfOrNull(row, 'transport', TRANSPORTS),
      place: text(row, 'place')
    };
  });
}
