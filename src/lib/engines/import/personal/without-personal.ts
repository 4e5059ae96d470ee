// The table that may be shown and kept: without its columns of persons, before anything else reads it.
import { fnv1a, utf16Units } from '../../../algorithms/fnv1a.ts';
import type { Finding } from '../../../model/findings.ts';
import { unaccented } from '../../../model/unaccented.ts';
import { withoutBirthday, withoutNames } from '../formats/case-details.ts';
import { readUai } from '../formats/values.ts';
import { isCorrectionsHeader } from '../corrections/doubtful-rows.ts';
import { isLikeColumn } from '../synonyms.ts';
import type { RowTable } from '../readers/row-table.ts';
import { quote } from '../rows.ts';
import { isAppointmentsHeader, unreadOfAppointments } from './appointment-columns.ts';
import { isOfWords, personalColumns } from './personal-columns.ts';
import type { PersonalColumn } from '../../../model/source-files.ts';
import {
  isEmail,
  isPhone,
  isSocialNumber,
  mentionsPerson,
  nameShape,
  yearOfDay
} from '../persons/person-values.ts';

const LETTERS = 5;

/** The same code for a name however it is written: « DURAND Léa » and « Léa Durand ». Without a figure: a build numbers such posts. */
function codeOfName(name: string): string {
  const words = unaccented(name)
    .replace(/\b(?:m|mme|mlle|mr|monsieur|madame|dr)\b\.?/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .sort();
  const hash = fnv1a(utf16Units(words.join(' ')));
  const letters = Array.from({ length: LETTERS }, (_, at) => 65 + (Math.floor(hash / 26 ** at) % 26));
  return `P-${String.fromCharCode(...letters)}`;
}

/** Whether a cell of a header is a value: a name, a date, a number. */
const isValue = (cell: string): boolean =>
  (/\d{6}/.test(cell) && readUai(cell) !== null) ||
  yearOfDay(cell) !== null ||
  isEmail(cell) ||
  isPhone(cell) ||
  isSocialNumber(cell);
const isNameInHeader = (cell: string): boolean => !isLikeColumn(cell) && mentionsPerson(cell);

/** The header without what is no name of a column: names of persons, and every unknown cell where the row is one of data. */
function safeHeader(header: readonly string[]): string[] {
  const isRow = header.some(isValue);
  return header.map((cell) => (isNameInHeader(cell) || (isRow && !isLikeColumn(cell)) ? '' : cell));
}

/**
 * The table without the values of its columns of persons, and without the headers that are names; a finding names what is left out. Where
 * rows are joined by a name, a code stands in its place.
 */
export function withoutPersonal(table: RowTable): RowTable {
  // A list of doubtful rows that comes back holds what we wrote, names left out already.
  if (isCorrectionsHeader(table.header)) return table;
  const header = safeHeader(table.header);
  const hidden = table.header.map((cell, at) => cell !== '' && header[at] === '');
  const ofAppointments = isAppointmentsHeader(table.header);
  const { columns, ofChildren, manyPerSchool } = ofAppointments
    ? { columns: unreadOfAppointments(table.header), ofChildren: false, manyPerSchool: false }
    : personalColumns({ ...table, header });
  const known = new Set(columns.map(({ at }) => at));
  const headed = hidden.flatMap((is, at): PersonalColumn[] =>
    is && !known.has(at) && isNameInHeader(table.header[at]!)
      ? [{ at, header: '', kind: 'name', why: 'header', treatment: 'out' }]
      : []
  );
  const personal = [...columns, ...headed].sort((a, b) => a.at - b.at);
  const listed = { ...table, header, personal, ofChildren, manyPerSchool, ofAppointments };
  if (personal.length === 0) return listed;
  const out = new Set(personal.filter(({ treatment }) => treatment === 'out').map(({ at }) => at));
  const coded = new Set(personal.filter(({ treatment }) => treatment === 'coded').map(({ at }) => at));
  const years = new Set(personal.filter(({ treatment }) => treatment === 'year').map(({ at }) => at));
  const named = new Set(
    personal.filter((one) => one.treatment === 'cells' && isOfWords(one.header)).map(({ at }) => at)
  );
  const words = wordsOut(table, out);
  const hides = (text: string) =>
    mentionsPerson(text) || (nameShape(text) === 'surname' && wordsOf(text).some((word) => words.has(word)));
  const kept = (cells: readonly string[]) => cells.filter((_, at) => !out.has(at));
  const isCode = (cell: string, at: number) => coded.has(at) && (nameShape(cell) || mentionsPerson(cell));
  const coding = (cells: readonly string[]) =>
    coded.size + years.size + named.size === 0
      ? cells
      : cells.map((cell, at) => {
          if (years.has(at)) return withoutBirthday(cell);
          if (named.has(at)) return withoutNames(cell);
          return isCode(cell, at) ? codeOfName(cell) : cell;
        });
  return {
    ...listed,
    hides,
    header: kept(header),
    records: table.records.map((record) => ({ ...record, cells: kept(coding(record.cells)) })),
    findings: [...table.findings, ...personalFindings(table.name, personal)]
  };
}

const wordsOf = (text: string): string[] => unaccented(text).split(/[^a-z]+/);

/** The words of what is left out: a value that holds one is not quoted. */
function wordsOut({ records }: RowTable, out: ReadonlySet<number>): Set<string> {
  const words = new Set<string>();
  for (const { cells } of records)
    for (const at of out) for (const word of wordsOf(cells[at] ?? '')) if (word.length > 2) words.add(word);
  return words;
}

/** As they may be said: a header that may be a name is told by its place in the file. */
const personalNames = (columns: readonly PersonalColumn[]): string =>
  columns.map(({ header, at }) => (header === '' ? `n° ${at + 1}` : quote(header))).join(', ');

/** What is said of a file before anything else: its columns of persons, by their headers alone. */
export function personalFindings(file: string, personal: readonly PersonalColumn[]): Finding[] {
  const of = (treatment: PersonalColumn['treatment']) =>
    personal.filter((one) => one.treatment === treatment);
  const [out, coded, years] = [of('out'), of('coded'), of('year')];
  const note = { severity: 'note', file } as const;
  return [
    ...(out.length > 0 ? [{ code: 'personal-columns', ...note, found: personalNames(out) }] : []),
    ...(coded.length > 0 ? [{ code: 'personal-codes', ...note, found: personalNames(coded) }] : []),
    ...(years.length > 0 ? [{ code: 'birth-years', ...note, found: personalNames(years) }] : [])
  ];
}
