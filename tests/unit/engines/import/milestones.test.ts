// The list of dated notes: a month and a short text, never a person.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { formatNamed, type FormatRows } from '../../../../src/lib/engines/import/format-list.ts';
import { LONGEST_NOTE } from '../../../../src/lib/engines/import/formats/milestones.ts';
import { importSync } from '../../../../src/lib/engines/import/importer.ts';
import { textFile } from '../../../fixtures/import/files.ts';

function read(...lines: string[]) {
  const file = textFile('reperes.csv', ['date;repere', ...lines].join('\n'));
  const { rows, findings } = importSync(file, formatNamed('milestones').importer);
  return { rows: rows as FormatRows['milestones'][], findings };
}
const codes = (...lines: string[]) => read(...lines).findings.map(({ code, severity }) => [code, severity]);

describe('dated notes', () => {
  it('take a month or a day, as services write them', () => {
    const { rows } = read('2024-01;Nouvelle liste', '15/09/2023;Un poste de plus', 'sept-25;Nouvelle règle');
    expect(rows.map(({ month }) => month)).toEqual(['2024-01', '2023-09', '2025-09']);
  });

  it('leave out a row without a date or a text, and say where', () => {
    expect(codes('un jour;Un poste')).toEqual([['bad-date', 'dropped']]);
    expect(codes('2024-01;')).toEqual([['empty-cell', 'dropped']]);
    expect(read('2024-01;').rows).toEqual([]);
  });

  it('leave out a row that looks like a person’s name', () => {
    expect(codes('2024-01;Arrivée de Mme Durand')).toEqual([['person-name', 'dropped']]);
    expect(read('2024-01;Ouverture de l’école Jean Jaurès').rows).toHaveLength(1);
  });

  it('leave out a text that no curve can bear', () => {
    expect(codes(`2024-01;${'long '.repeat(LONGEST_NOTE)}`)).toEqual([['note-too-long', 'dropped']]);
  });

  it('keep one of two equal rows', () => {
    expect(read('2024-01;Nouvelle liste', '2024-01;Nouvelle liste').rows).toHaveLength(1);
  });

  it('never break on what people write', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (date, note) => {
        const clean = (text: string) => text.replace(/[\n\r;"]/g, ' ');
        // A first row that is sound: a file without any is refused as a whole.
        const { rows } = read('2024-01;Nouvelle liste', `${clean(date)};${clean(note)}`);
        for (const { month, text } of rows) {
          expect(month).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/);
          expect(text.length).toBeLessThanOrEqual(LONGEST_NOTE);
        }
      })
    );
  });
});
