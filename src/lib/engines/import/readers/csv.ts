// Delimited text: `,` `;` or tab, quotes, CRLF. Records that do not fit the header become findings.
import { UnusableInput } from '../../../model/findings.ts';
import { isBlank, type RowRecord, type RowTable } from './row-table.ts';
import { decodeText } from './text.ts';
import type { SourceFile } from '../../../model/source-files.ts';

interface Scanned extends RowRecord {
  /** A quote that opens and never closes properly, taken literally. */
  strayQuote: boolean;
  /** The last record of the file. */
  last: boolean;
}

const DELIMITERS = [';', ',', '\t'] as const;

/** Lines above a header, at most. */
const TITLE_LINES = 15;

/** The delimiter that splits into most cells the first line that has one, quoted text apart: a title above the header has none. */
export function delimiterOf(text: string): string {
  const lines = text.trimStart().split(/\r\n|\r|\n/, TITLE_LINES);
  for (const line of lines) {
    const bare = line.replace(/"[^"]*"/g, '');
    const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
    const most = Math.max(...counts);
    if (most > 1) return DELIMITERS[counts.indexOf(most)]!;
  }
  return DELIMITERS[0];
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;

/** End of a quoted cell that opens at `open`: index of its closing quote, or -1 when it does not close properly (RFC 4180). */
function closingQuote(text: string, open: number, delimiter: string): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    const next = text[at + 1];
    if (next === '"') at++;
    else if (next === undefined || next === delimiter || next === '\n' || next === '\r') return at;
    else return -1;
  }
  return -1;
}

function* scan(text: string, delimiter: string): Generator<Scanned> {
  const bareEnd = new RegExp(`[${delimiter === '\t' ? '\\t' : delimiter}\\r\\n]|$`, 'g');
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const record: Scanned = { line, cells: [], strayQuote: false, last: false };
    for (;;) {
      const close = text[at] === '"' ? closingQuote(text, at, delimiter) : -1;
      if (close >= 0) {
        const cell = text.slice(at + 1, close).replaceAll('""', '"');
        record.cells.push(cell);
        line += cell.split('\n').length - 1;
        at = close + 1;
      } else {
        if (text[at] === '"') record.strayQuote = true;
        bareEnd.lastIndex = at;
        const end = bareEnd.exec(text)?.index ?? text.length;
        record.cells.push(text.slice(at, end));
        at = end;
      }
      if (text[at] !== delimiter) break;
      at++;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
    record.last = at >= text.length;
    yield record;
  }
}

/** Whether the first line has one cell only, above one that has several. */
function hasTitle(text: string): boolean {
  const delimiter = delimiterOf(text);
  const [first = '', ...others] = text.trimStart().split(/\r\n|\r|\n/, TITLE_LINES);
  const several = (line: string) => filled(line.replace(/"[^"]*"/g, 'x').split(delimiter)) > 1;
  return !several(first) && others.some(several);
}

/** Whether the text ends inside a line: with missing cells, a sign of an incomplete download. */
const endsMidLine = (text: string) => !/[\r\n]$/.test(text);

/**
 * Reads a delimited file; the first line gives the delimiter. A record with fewer cells than the header is kept and doubtful
 * (spreadsheets drop trailing empty cells), unless the file ends inside it; one with more non-empty cells is dropped, since its values
 * may be in the wrong columns.
 * @throws UnusableInput when the file is empty, is not text, or has no row under its header (`no-row`)
 */
export function readCsv(source: SourceFile): RowTable {
  const { text, findings } = decodeText(source);
  const file = source.name;
  const shape = { container: 'csv', drawn: false, crs: '' } as const;
  const table: RowTable = { name: file, ...shape, header: [], records: [], read: 0, findings };
  let titles = 0;
  const isTitled = hasTitle(text);
  for (const { line, cells, strayQuote, last } of scan(text, delimiterOf(text))) {
    if (isBlank(cells)) continue;
    if (table.header.length === 0) {
      // A title has one cell, and a wider line soon under it.
      titles += 1;
      if (titles < TITLE_LINES && filled(cells) === 1 && isTitled) continue;
      if (titles > 1) findings.push({ code: 'title-rows', severity: 'note', file, found: String(line - 1) });
      table.header = cells.map((cell) => cell.trim());
      continue;
    }
    table.read++;
    if (strayQuote) findings.push({ code: 'stray-quote', severity: 'doubtful', file, row: line });
    const size = { found: String(cells.length), expected: String(table.header.length) };
    if (!isBlank(cells.slice(table.header.length))) {
      findings.push({ code: 'long-row', severity: 'dropped', file, row: line, ...size });
      continue;
    }
    if (cells.length < table.header.length) {
      if (last && endsMidLine(text)) {
        findings.push({ code: 'cut-row', severity: 'dropped', file, row: line, ...size });
        continue;
      }
      findings.push({ code: 'short-row', severity: 'doubtful', file, row: line, ...size });
    }
    table.records.push({ line, cells });
  }
  if (table.read === 0) throw new UnusableInput({ code: 'no-row', severity: 'dropped', file });
  return table;
}
