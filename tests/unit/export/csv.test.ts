// A CSV that a French spreadsheet opens as it is, that no cell can abuse, and that gives its texts back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROTECTED, toCsv, type CsvCell, type CsvColumn } from '../../../src/lib/export/csv.ts';

const columns = (count: number): CsvColumn<readonly CsvCell[]>[] =>
  Array.from({ length: count }, (_, index) => ({ header: `c${index}`, value: (row) => row[index] }));
const csv = (...rows: CsvCell[][]): string => toCsv(rows, columns(rows[0]?.length ?? 1), { bom: false });

/** A plain RFC 4180 reader, written apart from the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ';' || text.startsWith('\r\n', at)) {
      row.push(cell);
      cell = '';
      if (sign !== ';') {
        rows.push(row);
        row = [];
        at += 1;
      }
    } else cell += sign;
  }
  return rows;
}

describe('a CSV', () => {
  it('is written for a French spreadsheet', () => {
    expect(csv(['École n°1', 1234.5, -2, true, null, undefined])).toBe(
      'c0;c1;c2;c3;c4;c5\r\nÉcole n°1;1234,5;-2;oui;;\r\n'
    );
  });

  it('begins with a byte order mark, unless told otherwise', () => {
    expect(toCsv([], columns(1))).toBe('\uFEFFc0\r\n');
    expect(toCsv([], columns(1), { bom: false })).toBe('c0\r\n');
  });

  it('says that a cell is protected', () => {
    expect(csv([PROTECTED])).toBe('c0\r\ndonnée protégée\r\n');
  });

  it('never writes a number that is none', () => {
    expect(csv([NaN, Infinity])).toBe('c0;c1\r\n;\r\n');
  });

  it.each(['=1+1', '+33', '-2', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x")'])(
    'neutralises the formula %j',
    (formula) => {
      expect(parse(csv([formula]))).toEqual([['c0'], [`'${formula}`]]);
    }
  );

  it('neutralises a formula in a header too', () => {
    expect(toCsv([], [{ header: '=x', value: () => '' }], { bom: false })).toBe(`"'=x"\r\n`);
  });

  it('gives every text back, whatever its quotes, separators and line ends', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('"', ';', '\r', '\n', "'", '=', '-', ' ', 'é', 'a', '\t')
    });
    const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(fc.oneof(nasty, fc.string()), { minLength: width, maxLength: width }), {
        minLength: 1
      })
    );
    fc.assert(
      fc.property(table, (rows) => {
        const read = parse(csv(...rows)).slice(1);
        const expected = rows.map((row) =>
          row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
        );
        expect(read).toEqual(expected);
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      })
    );
  });

  it('gives every number back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const [, row] = parse(csv([value]));
        expect(Number(row?.[0]?.replace(',', '.')) + 0).toBe(value + 0);
      })
    );
  });
});
