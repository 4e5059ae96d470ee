// The year as a table: weeks and holidays in order, and where the arrows lead.
import { describe, expect, it } from 'vitest';
import { holidaysOf, schoolDays } from '../../../../src/lib/engines/meetings/index.ts';
import { SCHOOL_YEARS } from '../../../../src/lib/engines/meetings/calendar/school-holidays.ts';
import { meetingsAddress } from '../../../../src/lib/features/meetings/meetings-address.ts';
import { yearColumns } from '../../../../src/lib/figures/calendar/weeks.ts';
import { mondayOf, weekNumber } from '../../../../src/lib/model/meetings/days.ts';
import { neighbourOf, type TeamRow } from '../../../../src/lib/features/meetings/year-rows.ts';

describe('the weeks of a school year', () => {
  const year = SCHOOL_YEARS.find((one) => one.year === '2026-2027')!;
  const columns = yearColumns(schoolDays({ year, zone: 'B' }), holidaysOf({ year, zone: 'B' }));

  it('run from September to July, each holiday once, under its name', () => {
    expect(columns[0]).toMatchObject({ kind: 'week', monday: '2026-08-31', number: 36, month: '2026-09' });
    expect(columns.flatMap((column) => (column.kind === 'holiday' ? [column.name] : []))).toEqual([
      'all-saints',
      'christmas',
      'winter',
      'spring'
    ]);
    expect(columns.at(-1)).toMatchObject({ kind: 'week', number: 26 });
  });

  it('hold every day on which one may meet', () => {
    const mondays = new Set(columns.flatMap((column) => (column.kind === 'week' ? [column.monday] : [])));
    expect(schoolDays({ year, zone: 'B' }).every((date) => mondays.has(mondayOf(date)))).toBe(true);
  });

  it('are numbered as calendars do across the new year', () => {
    expect(weekNumber('2026-12-28')).toBe(53);
    expect(weekNumber('2027-01-04')).toBe(1);
  });
});

describe('the arrows of the table', () => {
  const row = (id: string, dates: readonly string[]): TeamRow => ({
    id,
    name: id,
    short: id,
    commune: '',
    asked: dates.length,
    dated: dates.length,
    isAside: false,
    byWeek: new Map(
      dates.map((date, i) => [mondayOf(date), [{ team: id, number: i + 1, date, half: 'am' as const }]])
    )
  });
  const rows = [row('A', ['2026-09-07', '2026-11-09']), row('B', []), row('C', ['2026-10-05', '2027-03-08'])];
  const second = { team: 'A', number: 2, date: '2026-11-09', half: 'am' as const };

  it('go along a team, and to the nearest date of the next one that has some', () => {
    expect(neighbourOf(rows, second, 'ArrowLeft')?.date).toBe('2026-09-07');
    expect(neighbourOf(rows, second, 'ArrowRight')).toBeNull();
    expect(neighbourOf(rows, second, 'ArrowDown')).toMatchObject({ team: 'C', number: 1 });
    expect(neighbourOf(rows, second, 'ArrowUp')).toBeNull();
    expect(neighbourOf(rows, second, 'a')).toBeNull();
  });
});

describe('the address', () => {
  const known = { years: ['2026-2027'], teams: ['EPS-01'] };
  const read = (text: string) => meetingsAddress.read(new URLSearchParams(text), known);

  it('comes back as it was written', () => {
    const text = 'vue=date&annee=2026-2027&priorite=trajets&semaine=2026-10-05&equipe=EPS-01&reunion=3';
    expect(meetingsAddress.write(read(text), known).toString()).toBe(text);
  });

  it('drops what the territory does not have', () => {
    const foreign = 'vue=x&annee=1999-2000&priorite=x&semaine=x&equipe=EPS-99&reunion=3';
    expect(meetingsAddress.write(read(foreign), known).toString()).toBe('');
  });
});
