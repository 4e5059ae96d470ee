// A text file is read whatever its encoding, its delimiter or its line ends; what does not fit is told, line by line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimiterOf, readCsv } from '../../../../src/lib/engines/import/readers/csv.ts';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { decodeText } from '../../../../src/lib/engines/import/readers/text.ts';
import { latin1File, refusalOf, textFile } from '../../../fixtures/import/files.ts';
import { draws } from '../../../draws.ts';

describe('text of a file', () => {
  it('is read in UTF-8, its mark taken off', () => {
    expect(decodeText(textFile('a.csv', '\ufeffécole'))).toEqual({ text: 'école', findings: [] });
  });

  it('is read in Latin-1 and says so', () => {
    const { text, findings } = decodeText(latin1File('a.csv', 'école'));
    expect(text).toBe('école');
    expect(findings).toEqual([{ code: 'latin1-text', severity: 'note', file: 'a.csv' }]);
  });

  it('joined from two sources is read line by line, each in its encoding, and says from which row', () => {
    const bytes = new Uint8Array([
      ...textFile('a.csv', 'nom\nécole\n').bytes,
      ...latin1File('b.csv', 'forêt\ncœur d’été\nplain\n'.replace('œ', 'oe').replace('’', "'")).bytes
    ]);
    const { text, findings } = decodeText({ name: 'a.csv', bytes });
    expect(text).toBe("nom\nécole\nforêt\ncoeur d'été\nplain\n");
    expect(findings).toEqual([
      { code: 'mixed-encodings', severity: 'doubtful', file: 'a.csv', row: 3, found: '2' }
    ]);
    expect(findingSentence(findings[0]!)).toMatch(/^a\.csv, ligne 3 : ce fichier mêle .*2 lignes/);
  });

  it('is read in UTF-16 when a spreadsheet wrote it so', () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...[...'école'].flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(decodeText({ name: 'a.csv', bytes }).text).toBe('école');
  });

  it('cut in the middle of a letter is UTF-8 still, and doubtful', () => {
    const { bytes } = textFile('a.csv', 'uai;école é');
    const { text, findings } = decodeText({ name: 'a.csv', bytes: bytes.slice(0, -1) });
    expect(text).toBe('uai;école ');
    expect(findings.map(({ code }) => code)).toEqual(['truncated-text']);
  });

  it('is refused when empty, blank or not text', () => {
    expect(refusalOf(() => decodeText(textFile('a.csv', ''))).code).toBe('empty-file');
    expect(refusalOf(() => decodeText(textFile('a.csv', '\ufeff \r\n'))).code).toBe('empty-file');
    expect(refusalOf(() => decodeText(textFile('a.xlsx', 'PK\0\0'))).code).toBe('not-text');
  });
});

describe('a delimited file', () => {
  const cells = (text: string) => readCsv(textFile('a.csv', text)).records.map((record) => record.cells);

  it('has its delimiter recognised, quoted text aside', () => {
    expect(delimiterOf('a;b,c;d\n')).toBe(';');
    expect(delimiterOf('a,b,c\n')).toBe(',');
    expect(delimiterOf('a\tb;c\td\n')).toBe('\t');
    expect(delimiterOf('"a;b;c;d",e,f\n')).toBe(',');
  });

  it('is read alike with any line end, last line ended or not', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(cells(['a;b', '1;2', '', '3;4'].join(end))).toEqual([
        ['1', '2'],
        ['3', '4']
      ]);
      expect(cells(['a;b', '1;2', ''].join(end))).toEqual([['1', '2']]);
    }
  });

  it('keeps delimiters, quotes and line ends that are quoted, and counts lines through them', () => {
    const { records } = readCsv(textFile('a.csv', 'a;b\n"x;""y""\r\nz";2\n3;4\n'));
    expect(records).toEqual([
      { line: 2, cells: ['x;"y"\r\nz', '2'] },
      { line: 4, cells: ['3', '4'] }
    ]);
  });

  it('takes a quote that never closes as a letter: the rest of the file is not swallowed', () => {
    const { records, findings } = readCsv(textFile('a.csv', 'a;b\n"L\'école;2\n3;4\n"x"y;5\n'));
    expect(records.map((record) => record.cells[1])).toEqual(['2', '4', '5']);
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ['stray-quote', 2],
      ['stray-quote', 4]
    ]);
  });

  it('completes a short row with a doubt, drops a long one, and forgives empty cells at the end', () => {
    const { records, findings, read } = readCsv(textFile('a.csv', 'a;b;c\n1;2\n1;2;3;4\n1;2;3;;\n'));
    expect(read).toBe(3);
    expect(records.map(({ line }) => line)).toEqual([2, 4]);
    expect(findings).toEqual([
      { code: 'short-row', severity: 'doubtful', file: 'a.csv', row: 2, found: '2', expected: '3' },
      { code: 'long-row', severity: 'dropped', file: 'a.csv', row: 3, found: '4', expected: '3' }
    ]);
  });

  it('is refused without a row under its header', () => {
    expect(refusalOf(() => readCsv(textFile('a.csv', 'uai;ips\n\n'))).code).toBe('no-row');
  });

  it('gives back any table that was written by the rules', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ';', ',', '"', '\n', '\r\n', ' ', '\t'),
      maxLength: 6
    });
    const row = fc
      .array(cell, { minLength: 3, maxLength: 3 })
      .filter((cells) => cells.join('').trim() !== '');
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(';', ',', '\t'),
        (rows, by) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = [['h1', 'h2', 'h3'], ...rows].map((cells) => cells.map(quote).join(by)).join('\r\n');
          const table = readCsv(
            textFile('a.csv', text.replace('"h1"', 'h1').replace('"h2"', 'h2').replace('"h3"', 'h3'))
          );
          expect(table.records.map((record) => record.cells)).toEqual(rows);
          expect(table.findings).toEqual([]);
        }
      ),
      { numRuns: draws() }
    );
  });

  it('is read to its end, even when made of quotes', () => {
    const text = `a;b\n${'"x;1\n'.repeat(100_000)}${'"'.repeat(100_001)}`;
    expect(readCsv(textFile('a.csv', text)).read).toBeGreaterThanOrEqual(100_000);
  });
});
