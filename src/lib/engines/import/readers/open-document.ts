// ODS (OpenDocument 1.2 and later): the cells of content.xml as rows of text. Dates become 2025-09-01, numbers have a decimal point.
import { UnusableInput } from '../../../model/findings.ts';
import { unpack } from './archive.ts';
import type { SourceFile } from '../../../model/source-files.ts';
import type { ReadSheet } from './sheets.ts';

const CONTENT = 'content.xml';
/** Repetitions beyond which blank rows and cells are the unused part of a sheet. */
const MOST_BLANK = 1_000;
const MOST_COLUMNS = 2_000;
const MOST_ROWS = 1_048_576;

/** Cells beyond which a file is refused: a few rows said to repeat could fill the memory. */
const MOST_CELLS = 20_000_000;

/** A tag, or the text between two. Attributes hold no `<`, as XML wants: a damaged tag ends at the next one. */
const TOKEN = /<(\/?)([\w:.-]+)((?:"[^"<]*"|'[^'<]*'|[^<>"'/]|\/(?!>))*)(\/?)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return ENTITIES[name.toLowerCase()]!;
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? decoded(found[1] ?? found[2] ?? '') : undefined;
}

const repeated = (attributes: string, name: string): number =>
  Math.max(1, Math.trunc(Number(attribute(attributes, name) ?? 1)) || 1);

/** The value of a typed cell as text; undefined where its own text is the value. */
function typedValue(attributes: string): string | undefined {
  switch (attribute(attributes, 'office:value-type')) {
    case 'float':
    case 'currency':
    case 'percentage':
      return attribute(attributes, 'office:value');
    case 'date':
      return attribute(attributes, 'office:date-value')?.replace(/T00:00:00(?:\.0+)?Z?$/, '');
    case 'boolean':
      return attribute(attributes, 'office:boolean-value');
    default:
      return undefined;
  }
}

/** A formula whose result the document lacks, as it would be typed. */
function unsolved(attributes: string): string | undefined {
  if (attribute(attributes, 'office:value-type') !== undefined) return undefined;
  return attribute(attributes, 'table:formula')?.replace(/^\w+:(?==)/, '');
}

/** Reads the tables of a document; only what stands in a cell, notes of readers apart. */
class TableScan {
  readonly sheets: { sheet: string; rows: string[][]; hidden: boolean }[] = [];
  /** Styles of tables that are not shown. */
  readonly #hiding = new Set<string>();
  #style = '';
  /** Cells of the rows, those that repeat counted. */
  cells = 0;
  #rows: string[][] | null = null;
  #row: string[] | null = null;
  #rowTimes = 1;
  #cell: { text: string; value: string | undefined; times: number } | null = null;
  #paragraphs = 0;
  /** Depth inside an annotation or a shape, whose text is not the cell's. */
  #aside = 0;

  open(name: string, attributes: string): void {
    if (this.#aside > 0 || name === 'office:annotation' || name === 'draw:frame') {
      this.#aside += 1;
      return;
    }
    if (name === 'table:table') {
      this.#rows = [];
      const hidden = this.#hiding.has(attribute(attributes, 'table:style-name') ?? '');
      this.sheets.push({ sheet: attribute(attributes, 'table:name') ?? '', rows: this.#rows, hidden });
    } else if (name === 'style:style') this.#style = attribute(attributes, 'style:name') ?? '';
    else if (name === 'style:table-properties') {
      if (attribute(attributes, 'table:display') === 'false') this.#hiding.add(this.#style);
    } else if (name === 'table:table-row') {
      this.#row = [];
      this.#rowTimes = repeated(attributes, 'table:number-rows-repeated');
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      const times = repeated(attributes, 'table:number-columns-repeated');
      this.#cell = { text: '', value: typedValue(attributes) ?? unsolved(attributes), times };
      this.#paragraphs = 0;
    } else if (name === 'text:p' && this.#cell) {
      this.#paragraphs += 1;
      if (this.#paragraphs > 1) this.#cell.text += '\n';
    } else if (name === 'text:s' && this.#cell) {
      this.#cell.text += ' '.repeat(Math.min(repeated(attributes, 'text:c'), 100));
    } else if ((name === 'text:tab' || name === 'text:line-break') && this.#cell) this.#cell.text += ' ';
  }

  close(name: string): void {
    if (this.#aside > 0) {
      this.#aside -= 1;
      return;
    }
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#endCell();
    else if (name === 'table:table-row') this.#endRow();
    else if (name === 'table:table') this.#rows = null;
  }

  text(text: string): void {
    if (this.#cell && this.#paragraphs > 0 && this.#aside === 0) this.#cell.text += text;
  }

  #endCell(): void {
    if (!this.#row || !this.#cell) return;
    const { text, value, times } = this.#cell;
    const content = (value ?? text).trim();
    const room = MOST_COLUMNS - this.#row.length;
    for (let at = 0; at < Math.min(times, room); at += 1) this.#row.push(content);
    this.#cell = null;
  }

  #endRow(): void {
    if (!this.#rows || !this.#row) return;
    while (this.#row.at(-1) === '') this.#row.pop();
    const times = this.#row.length === 0 ? Math.min(this.#rowTimes, MOST_BLANK) : this.#rowTimes;
    const room = MOST_ROWS - this.#rows.length;
    const added = Math.min(times, room);
    this.cells += added * this.#row.length;
    for (let at = 0; at < added; at += 1) this.#rows.push(this.#row);
    this.#row = null;
  }
}

/** The sheets of the text of content.xml; null when they hold too many cells. */
function sheetsOf(xml: string): ReadSheet[] | null {
  const scan = new TableScan();
  for (const [, closing, name, attributes = '', empty, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) scan.text(decoded(text));
    if (name === undefined) continue;
    if (closing === '') scan.open(name, attributes);
    if (closing === '/' || empty === '/') scan.close(name);
    if (scan.cells > MOST_CELLS) return null;
  }
  return scan.sheets;
}

/**
 * Reads every sheet.
 * @throws UnusableInput `truncated-archive`; `damaged-spreadsheet` when it is damaged or has a password; `text-document` for a text, a
 *   presentation or a drawing
 */
export function readOpenDocument(source: SourceFile): ReadSheet[] {
  const { name: file } = source;
  const refused = (code: string, cause?: unknown) =>
    new UnusableInput({ code, severity: 'dropped', file }, { cause });
  const content = unpack(source, [CONTENT])[CONTENT];
  if (!content) throw refused('damaged-spreadsheet');
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    // With a password, the content is no text.
    throw refused('damaged-spreadsheet', cause);
  }
  if (!/<office:document-content[\s>]/.test(xml)) throw refused('damaged-spreadsheet');
  if (!/<office:spreadsheet[\s>/]/.test(xml)) throw refused('text-document');
  const sheets = sheetsOf(xml);
  if (!sheets) throw refused('damaged-spreadsheet');
  return sheets;
}
