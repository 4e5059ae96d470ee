// Reads the text files of a GTFS feed: CSV (RFC 4180), UTF-8 with or without a byte order mark.
import { UnusableInput } from '../../../model/findings.ts';

export interface GtfsTable {
  length: number;
  /** Values of a column, trimmed; empty strings when the file does not have it. */
  column(name: string): string[];
}

/** Fields of one record (RFC 4180). */
function fieldsOf(record: string): string[] {
  if (!record.includes('"')) return record.split(',');
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < record.length; i++) {
    const char = record[i]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (record[i + 1] === '"') {
        field += char;
        i++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      fields.push(field);
      field = '';
    } else field += char;
  }
  fields.push(field);
  return fields;
}

/** Records of a text; a line break between quotes does not end one. */
function recordsOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (!text.includes('"')) return lines.filter((line) => line !== '');
  const records: string[] = [];
  let open = '';
  for (const line of lines) {
    const record = open === '' ? line : `${open}\n${line}`;
    if (record.includes('"') && (record.split('"').length - 1) % 2 === 1) open = record;
    else {
      if (record !== '') records.push(record);
      open = '';
    }
  }
  if (open !== '') records.push(open);
  return records;
}

/**
 * Reads a GTFS table.
 *
 * @throws {UnusableInput} `gtfs-missing-column` when one of `required` is absent.
 */
export function readTable(file: string, bytes: Uint8Array, required: readonly string[]): GtfsTable {
  const [head = '', ...records] = recordsOf(new TextDecoder().decode(bytes));
  const names = fieldsOf(head).map((name) => name.trim());
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw new UnusableInput({
      code: 'gtfs-missing-column',
      severity: 'dropped',
      file,
      column: missing,
      found: names.slice(0, 12).join(', ')
    });
  }
  const rows = records.map(fieldsOf);
  return {
    length: rows.length,
    column(name) {
      const at = names.indexOf(name);
      return rows.map((row) => (at < 0 ? '' : (row[at] ?? '').trim()));
    }
  };
}
