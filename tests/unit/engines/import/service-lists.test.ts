// What services really write in their lists: read when it is decidable, said, and never invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatNamed,
  type FormatId,
  type FormatRows
} from '../../../../src/lib/engines/import/format-list.ts';
import { readMonth, readSchoolYear } from '../../../../src/lib/engines/import/formats/service-words.ts';
import { importSync } from '../../../../src/lib/engines/import/importer.ts';
import { isSchoolYear } from '../../../../src/lib/model/school-year.ts';
import { textFile, UAIS } from '../../../fixtures/import/files.ts';

const [A, B, C] = UAIS;

/** Rows and findings of a list given line by line. */
function read<Id extends FormatId>(format: Id, ...lines: string[]) {
  const { rows, findings } = importSync(textFile('l.csv', lines.join('\n')), formatNamed(format).importer);
  return { rows: rows as FormatRows[Id][], findings };
}

describe('dates of a service', () => {
  it.each([
    ['2024-2025', '2024-2025'],
    ['2024/2025', '2024-2025'],
    ['2024 / 25', '2024-2025'],
    ['2024', '2024-2025'],
    ['01/09/2023', '2023-2024'],
    ['1/9/2023', '2023-2024'],
    ['01.09.23', '2023-2024'],
    ['2023-09-01', '2023-2024'],
    ['2023-09-01T08:00:00', '2023-2024'],
    ['15/03/2024', '2023-2024'],
    ['septembre 2023', '2023-2024'],
    ['1er sept. 2023', '2023-2024'],
    ['Août 2023', '2022-2023'],
    ['rentrée 2023', '2023-2024'],
    ['2008-09', '2008-2009']
  ])('« %s » is the school year %s', (text, year) => {
    expect(readSchoolYear(text)).toBe(year);
  });

  it.each(['', '?', 'à voir', '2024-2026', '32/13/2023', '12/2', '99', '13/2024', 'brumaire 2023'])(
    '« %s » is no school year',
    (text) => {
      expect(readSchoolYear(text)).toBeNull();
    }
  );

  it('are months or nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 /.T:-]{0,12}$/)), (text) => {
        const [month, year] = [readMonth(text), readSchoolYear(text)];
        if (month !== null) expect(month).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/);
        if (year !== null) expect(isSchoolYear(year)).toBe(true);
      })
    );
  });
});

describe('a list of followed schools', () => {
  it('keeps every school when every date is unreadable, and says it of each', () => {
    const { rows, findings } = read(
      'followed-schools',
      'uai;statut;suivie_depuis',
      `${A};suivie;à préciser`,
      `${B};suivie;?`,
      `${C};suivie;`
    );
    expect(rows.map(({ status, followed_since }) => [status, followed_since])).toEqual(
      Array.from({ length: 3 }, () => ['followed', null])
    );
    expect(findings.map(({ code }) => code)).toEqual(['bad-date', 'bad-date', 'followed-without-year']);
  });

  it('reads « demande » as a school that waits', () => {
    expect(read('followed-schools', 'uai;statut', `${A};Demande`, `${B};demandée`).rows).toMatchObject([
      { status: 'waiting' },
      { status: 'waiting' }
    ]);
  });
});
