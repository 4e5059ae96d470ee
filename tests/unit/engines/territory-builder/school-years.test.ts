// The official calendar of schools: a year that it tells whole may be planned, one that it tells in part may not.
import { describe, expect, it } from 'vitest';
import { officialYears } from '../../../../src/lib/engines/territory-builder/join/school-years.ts';
import { importSync, formatNamed, type FormatRows } from '../../../../src/lib/engines/import/index.ts';
import { schoolDays, yearsWith } from '../../../../src/lib/engines/meetings/index.ts';
import { SCHOOL_YEARS } from '../../../../src/lib/engines/meetings/calendar/school-holidays.ts';
import type {
  HolidayKind,
  SchoolYearCalendar,
  Zone
} from '../../../../src/lib/model/meetings/meetings-file.ts';
import { textFile } from '../../../fixtures/import/files.ts';

const HEADER = 'Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire';
const NAMES: Record<HolidayKind, string> = {
  'all-saints': 'Vacances de la Toussaint',
  christmas: 'Vacances de Noël',
  winter: "Vacances d'Hiver",
  spring: 'Vacances de Printemps',
  ascension: "Pont de l'Ascension"
};
const ACADEMIES: Record<Zone, string[]> = { A: ['Lyon', 'Dijon'], B: ['Lille'], C: ['Paris'] };
/** Midnight in Paris as the file writes it, in universal time. */
function midnight(date: string, days = 0): string {
  const day = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  const isSummer = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', timeZoneName: 'shortOffset' })
    .format(new Date(`${day}T00:00:00Z`))
    .includes('+2');
  return new Date(Date.parse(`${day}T00:00:00Z`) - (isSummer ? 2 : 1) * 3_600_000)
    .toISOString()
    .replace('.000Z', '+00:00');
}

function linesOf({ year, to, common, zones }: SchoolYearCalendar, back: string): string[] {
  return (['A', 'B', 'C'] as const).flatMap((zone) =>
    ACADEMIES[zone].flatMap((academy) => [
      ...[...common, ...zones[zone]].map(
        (one) =>
          `${NAMES[one.kind]};-;${midnight(one.from)};${midnight(one.to, 1)};${academy};Zone ${zone};${year}`
      ),
      `Vacances d'Été;Élèves;${midnight(to, 1)};${midnight(back)};${academy};Zone ${zone};${year}`,
      `Vacances d'Été;Enseignants;${midnight(to, 1)};${midnight(back, -1)};${academy};Zone ${zone};${year}`,
      `Prérentrée des enseignants;Enseignants;${midnight(back, -1)};${midnight(back)};${academy};Zone ${zone};${year}`
    ])
  );
}

const [before, known] = SCHOOL_YEARS as [SchoolYearCalendar, SchoolYearCalendar];
const lines = [...linesOf(before, known.from), ...linesOf(known, '2027-09-01')];
const CORSICA = `Vacances d'Hiver;-;${midnight('2027-02-14')};${midnight('2027-03-01')};Corse;Corse;2026-2027`;

function read(text: readonly string[]) {
  const source = textFile('calendrier.csv', [HEADER, ...text].join('\n'));
  const { rows, findings } = importSync(source, formatNamed('school-calendar').importer);
  const typed = rows as FormatRows['school-calendar'][];
  return { years: officialYears(typed.map((row) => ({ ...row, file: 'calendrier.csv' }))), findings };
}

describe('the official calendar of schools', () => {
  it('gives back the years that are in the code, whatever the hour of its dates', () => {
    const { years, findings } = read([...lines, CORSICA]);
    expect(years).toEqual([before, known]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['not-a-holiday']));
  });

  it('adds a later year to those that may be planned, and takes the place of none', () => {
    const later = { ...known, year: '2027-2028' };
    const all = yearsWith([{ ...known, to: '2027-01-01' }, later]);
    expect(all.map(({ year }) => year)).toEqual(['2025-2026', '2026-2027', '2027-2028', '2028-2029']);
    expect(all.map(({ unpublished }) => unpublished ?? false)).toEqual([false, false, false, true]);
    expect(all[1]).toBe(known);
    expect(schoolDays({ year: later, zone: 'B' }).length).toBeGreaterThan(100);
  });

  it('reads the lines of the published file, by académie, with its bridge of Ascension and its hours of Paris', () => {
    // The form of the file; the dates are made up, that year being unpublished.
    const { years } = read(
      [
        'Vacances de la Toussaint;-;2027-10-23T00:00:00+02:00;2027-11-08T00:00:00+01:00;{};{}',
        'Vacances de Noël;-;2027-12-18T00:00:00+01:00;2028-01-03T00:00:00+01:00;{};{}',
        "Vacances d'Hiver;-;2028-02-12T00:00:00+01:00;2028-02-28T00:00:00+01:00;{};{}",
        'Vacances de Printemps;-;2028-04-08T00:00:00+02:00;2028-04-24T00:00:00+02:00;{};{}',
        "Pont de l'Ascension;-;2028-05-25T00:00:00+02:00;2028-05-29T00:00:00+02:00;{};{}",
        "Vacances d'Été;Élèves;2028-07-08T00:00:00+02:00;2028-09-01T00:00:00+02:00;{};{}",
        "Vacances d'Été;Enseignants;2028-07-08T00:00:00+02:00;2028-08-31T00:00:00+02:00;{};{}"
      ].flatMap((line) =>
        (['A', 'B', 'C'] as const).flatMap((zone) =>
          ACADEMIES[zone].map((academy) => `${line.replace('{};{}', `${academy};Zone ${zone}`)};2027-2028`)
        )
      )
    );
    expect(years).toHaveLength(1);
    expect(years[0]).toMatchObject({ year: '2027-2028', from: '2027-09-01', to: '2028-07-07' });
    const [, , published, next] = yearsWith(years);
    expect([published!.unpublished, next!.year, next!.unpublished]).toEqual([undefined, '2028-2029', true]);
    const days = schoolDays({ year: published!, zone: 'B' });
    for (const closed of ['2027-11-05', '2028-02-14', '2028-04-21', '2028-05-25', '2028-05-26'])
      expect(days).not.toContain(closed);
    for (const open of ['2027-09-01', '2027-11-08', '2028-02-28', '2028-07-07']) expect(days).toContain(open);
  });

  it('leaves out a year of which a holiday is missing', () => {
    expect(read(lines.filter((line) => !/Hiver.*Zone B;2026/.test(line))).years).toEqual([before]);
    expect(read([CORSICA]).years).toEqual([]);
  });
});
