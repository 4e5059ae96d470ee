// Which columns of a table are of persons, of what kind and why: by their header, by what their values look like, by what stands beside.
import type { PersonalColumn, PersonalKind } from '../../../model/source-files.ts';
import { FORMATS, type FileFormat } from '../format-list.ts';
import { DETAIL_COLUMNS, WORD_KEYS } from '../formats/case-details.ts';
import { readRole } from '../formats/service-words.ts';
import { readUai } from '../formats/values.ts';
import { columnPositions, hasOutlines, missingKey } from '../importer.ts';
import { foldHeader } from '../../../model/names.ts';
import { unaccented } from '../../../model/unaccented.ts';
import type { RowRecord, RowTable } from '../readers/row-table.ts';
import {
  isCoded,
  share,
  spreadWithin,
  uaiColumn,
  viewColumn,
  viewedBeside,
  type ColumnView
} from './column-view.ts';
import { isSurname } from '../persons/first-names.ts';
import { isNamesake } from '../persons/namesakes.ts';
import {
  isBirthPlaceHeader,
  isBirthYearHeader,
  isChildHeader,
  isFirstNameHeader,
  isSchoolHeader,
  isStaffHeader,
  type HeaderClass
} from './personal-headers.ts';
import {
  hasCivility,
  isAddress,
  isEmail,
  isOwnEmail,
  isPhone,
  isSocialNumber,
  mentionsPerson,
  nameShape,
  yearOfDay
} from '../persons/person-values.ts';

export interface SeenPersons {
  columns: PersonalColumn[];
  /** The rows are children: no list of schools, whatever its columns. */
  ofChildren: boolean;
  /** Several rows for one school. */
  manyPerSchool: boolean;
}

const NONE: SeenPersons = { columns: [], ofChildren: false, manyPerSchool: false };

/** Share of values from which a column is of persons, where nothing else speaks of persons, where a table has other signs, and for schools and places. */
const NAMES = 0.3;
const NAMES_BESIDE = 0.12;
const NAMES_OF_PLACES = 0.75;
const LEAST_PLACES = 4;
const MOSTLY = 0.6;
/** Of a column that sometimes names a person. */
const MENTIONS = 0.1;
/** Rows for one school from which a list is of children; fewer are repetitions. */
const ROWS_A_SCHOOL = 1.5;
const LEAST_ROWS = 4;
/** Share of distinct values under which a column is a choice among a few. */
const DISTINCT = 0.45;
const LONG_TEXT_WORDS = 5;

const isName = (text: string): boolean => {
  const shape = nameShape(text);
  return shape === 'name' || shape === 'first';
};
const isOtherName = (text: string): boolean => isName(text) && !isNamesake(text);
const wordsIn = (text: string): string[] => unaccented(text).split(/[^a-z]+/);
const hasSurname = (text: string): boolean => nameShape(text) === 'surname' && wordsIn(text).some(isSurname);

/** Whether the columns needed by an open-data format are there. */
function isOfficial(table: RowTable): boolean {
  return FORMATS.some(({ origin, importer }) => {
    if (origin !== 'official' || !hasOutlines(importer, table)) return false;
    return missingKey(importer, columnPositions(table.header, importer.columns)) === null;
  });
}

const spellingsOf = (formats: readonly FileFormat[]): ReadonlySet<string> =>
  new Set(
    formats
      .flatMap(({ importer }) => Object.values(importer.columns).flatMap((names) => names ?? []))
      .map(foldHeader)
  );
let spelled: { service: ReadonlySet<string>; cases: ReadonlySet<string> } | null = null;
/** Whether a header is read as it is written, by a format of the service; of a list of children, by the case file alone. */
function isSpelled(header: string, isBeside: boolean): boolean {
  spelled ??= {
    service: spellingsOf(FORMATS),
    cases: spellingsOf(FORMATS.filter(({ id }) => id === 'cases'))
  };
  return spelled[isBeside ? 'cases' : 'service'].has(foldHeader(header));
}

/** What the detector knows of a table before it looks at a column. */
interface Context {
  official: boolean;
  /** A case file: of births, it has the years. */
  ofCases: boolean;
  columns: readonly ColumnView[];
  records: readonly RowRecord[];
  uai: ColumnView | null;
  manyPerSchool: boolean;
  hasFirstName: boolean;
  /** Some header is of persons: names, births, relatives, numbers. */
  hasPersons: boolean;
  hasSchool: boolean;
}

/** Several rows for one school, by the identifiers or by the names of schools. */
function countsManyPerSchool(columns: readonly ColumnView[], uai: ColumnView | null): boolean {
  const key = uai ?? columns.find(({ header, filled }) => filled > 0 && isSchoolHeader(header));
  if (!key || key.filled < LEAST_ROWS) return false;
  return (
    key.filled / new Set(key.values.map((text) => readUai(text) ?? unaccented(text))).size >= ROWS_A_SCHOOL
  );
}

const COUNT = /^\d{1,3}(?:[.,]\d+)?(?: ?(?:%|€|ans?|euros?))?$|^(?:oui|non|x|o|n)$/i;

/** Columns of a case file beside births: with two of them, a table is one. */
const OF_CASES = ['case_id', 'school_year', 'level', 'theme', 'family_id', 'visits', 'sex', 'oriented_by', 'reasons', 'profile', 'entry', 'exit', 'exit_reason', 'last_review']; // prettier-ignore
function isCaseFile({ header }: RowTable): boolean {
  const { columns } = FORMATS.find(({ id }) => id === 'cases')!.importer;
  const places = columnPositions(header, columns);
  return OF_CASES.filter((key) => places.has(key)).length > 1;
}

/** Headers under which a case file has words of the service. */
export const isOfWords = (header: string): boolean =>
  WORD_KEYS.some((key) => DETAIL_COLUMNS[key].some((name) => foldHeader(name) === foldHeader(header)));

/** Words of the service: `out` where most are sentences or several name persons; `cells` where one does; null where none does. */
function wordsTreatment({ values }: ColumnView): 'out' | 'cells' | null {
  const parts = values
    .flatMap((text) => text.split(/[;|\n]/))
    .map((part) => part.trim())
    .filter(Boolean);
  const of = (test: (text: string) => boolean) => parts.filter(test).length;
  const isLong = (text: string) => text.split(/\s+/).length > LONG_TEXT_WORDS + 2;
  const named = of(mentionsPerson);
  if ((named > 1 && named >= MENTIONS * parts.length) || of(isLong) > NAMES * parts.length) return 'out';
  return named > 0 ? 'cells' : null;
}

/** By its header; null when the header says nothing, or the values are counts or yes and no. */
function byHeader(
  column: ColumnView,
  { official, uai, manyPerSchool, hasPersons }: Context
): PersonalKind | null {
  const { says, header } = column;
  const isCount = share(column, (text) => COUNT.test(text)) >= MOSTLY;
  switch (says) {
    case 'name':
    case 'relative':
      return isCount ? null : says;
    case 'birth':
    case 'number':
      return says;
    case 'address':
    case 'contact': {
      if (official) return null;
      // Addresses and numbers of schools, one line a school, are public.
      const ofSchools = uai !== null && !manyPerSchool && !hasPersons && !share(column, isOwnEmail);
      const isNamed = /mere|pere|parent|famille|domicile|enfant|responsable/.test(foldHeader(header));
      return isCount || (ofSchools && !isNamed) ? null : says;
    }
    default:
      // A day under « année de naissance ».
      return isBirthYearHeader(header) && column.values.some((text) => yearOfDay(text) !== null)
        ? 'birth'
        : null;
  }
}

/** What becomes of a column of persons told by its header, or by its values. */
function treatmentOf(
  { header, says }: ColumnView,
  kind: PersonalKind,
  isSaid: boolean,
  { ofCases }: Context
): PersonalColumn['treatment'] {
  if (kind === 'birth' && ofCases && !isBirthPlaceHeader(header)) return 'year';
  return !isSaid && kind === 'name' && says === 'key' ? 'coded' : 'out';
}

/** By its values alone. */
function byValues(column: ColumnView, context: Context, isBeside: boolean): PersonalKind | null {
  const { official, uai, records } = context;
  const { says, values, filled } = column;
  if (filled === 0) return null;
  if (share(column, isSocialNumber) >= NAMES) return 'number';
  // Open data hold the addresses of schools.
  if (official) return null;
  if (share(column, isOwnEmail) >= NAMES) return 'contact';
  const ofSchools = uai !== null && !context.manyPerSchool && !context.hasPersons;
  if (!ofSchools && share(column, (text) => isPhone(text) || isEmail(text)) >= NAMES) return 'contact';
  if (!ofSchools && share(column, isAddress) >= MOSTLY) return 'address';
  if (isCoded(column)) return null;
  // What is always the same for one school is of the school.
  const spread = uai && uai.at !== column.at ? spreadWithin(records, column.at, uai.at) : 1;
  const isOfSchool = context.manyPerSchool && spread <= 1.1;
  if (says === 'place' || says === 'bare') {
    if (isOfSchool) return null;
    const least = says === 'bare' && context.manyPerSchool && spread > 1.3 ? NAMES : NAMES_OF_PLACES;
    const isMany = least === NAMES || values.length >= LEAST_PLACES;
    const isPerson = (text: string) => isOtherName(text) && (isMany || hasCivility(text));
    return share(column, isPerson) >= least ? 'name' : null;
  }
  const named = share(column, isOtherName);
  if (named >= (isBeside ? NAMES_BESIDE : NAMES)) return 'name';
  // « Responsable », « Coordonnatrice » are shaped as surnames.
  if (share(column, (text) => readRole(text) !== null) >= MOSTLY) return null;
  const isDistinct = values.length >= DISTINCT * filled;
  const shaped = share(column, (text) => nameShape(text) !== null);
  const known = share(column, (text) => isName(text) || hasSurname(text));
  if (says !== 'key' && !isSpelled(column.header, isBeside) && shaped >= MOSTLY && !isOfSchool) {
    if (isDistinct && (isBeside || (context.manyPerSchool && spread > 1.3))) return 'name';
    if (isDistinct && values.length >= LEAST_PLACES && known >= 2 * MENTIONS) return 'name';
  }
  if (says === 'key' && shaped >= MOSTLY && known > 0) return 'name';
  return null;
}

/** Full dates that are some two to twenty years before the other dates or school years of the table. */
function isOfBirths(column: ColumnView, columns: readonly ColumnView[]): boolean {
  const years = column.values.flatMap((text) => yearOfDay(text) ?? []);
  if (years.length < MOSTLY * column.values.length || years.length === 0) return false;
  const others = columns
    .filter(({ at }) => at !== column.at)
    .flatMap(({ values }) => values.slice(0, 500))
    .flatMap((text) => {
      const school = /^(20\d{2}) ?[-/] ?(?:20)?\d{2}$/.exec(text.trim());
      return yearOfDay(text) ?? (school ? Number(school[1]) : []);
    });
  const sorted = years.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  const now = others.length > 0 ? Math.max(...others) : null;
  return now === null ? sorted.at(-1)! - sorted[0]! >= 2 : now - median >= 3 && now - median <= 20;
}

/** Names of the columns found, by their words: a text that holds one speaks of that person. */
function knownWords(columns: readonly ColumnView[], found: ReadonlyMap<number, PersonalColumn>): Set<string> {
  const named = columns.filter(({ at }) => found.get(at)?.kind === 'name');
  return new Set(named.flatMap(({ values }) => values.flatMap(wordsIn)).filter((word) => word.length > 3));
}

/** A column of sentences or notes in which persons are named. */
function isOfMentions(column: ColumnView, words: ReadonlySet<string>, isBeside: boolean): boolean {
  const { says, header, values } = column;
  if (says !== null || isCoded(column)) return false;
  const mentions = share(column, mentionsPerson);
  if (isSpelled(header, isBeside)) return false;
  if (mentions >= MENTIONS && (values.length >= LEAST_PLACES || isBeside)) return true;
  if (!isBeside) return false;
  const long = share(column, (text) => text.split(/\s+/).length >= LONG_TEXT_WORDS);
  return long >= NAMES || values.some((text) => wordsIn(text).some((word) => words.has(word)));
}

const OF_PERSONS: readonly HeaderClass[] = ['name', 'birth', 'relative', 'number'];
/** Rows looked at: of a larger table, as many, evenly spaced. */
const MOST_ROWS = 20_000;

function contextOf(table: RowTable): Context {
  const { header, records: all } = table;
  const step = Math.max(1, Math.ceil(all.length / MOST_ROWS));
  const records = step === 1 ? all : all.filter((_, at) => at % step === 0);
  const seen = header.map((name, at) => viewColumn(name, at, records));
  const columns = seen.map((column) => viewedBeside(column, seen));
  const uai = uaiColumn(columns);
  const official = isOfficial(table);
  return {
    official,
    ofCases: !official && isCaseFile(table),
    columns,
    records,
    uai,
    manyPerSchool: !official && countsManyPerSchool(columns, uai),
    hasFirstName: header.some(isFirstNameHeader),
    hasPersons: columns.some(({ says }) => says !== null && OF_PERSONS.includes(says)),
    hasSchool: uai !== null || header.some(isSchoolHeader)
  };
}

/** Adds what is told by the columns already found: « Nom » beside « Prénom », dates of birth, surnames, notes that name someone. */
function findBeside(context: Context, found: Map<number, PersonalColumn>): void {
  const { columns, official, hasFirstName, hasSchool, manyPerSchool } = context;
  const add = ({ at, header }: ColumnView, kind: PersonalKind, treatment: 'out' | 'coded' = 'out') =>
    found.set(at, { at, header, kind, why: 'beside', treatment });
  const isPersonal = () => [...found.values()].some(({ kind }) => kind !== 'address' && kind !== 'contact');
  // The head of a school says nothing of its rows: « Suivie depuis » beside it is of the school.
  const isOfStaff = ({ kind, header }: PersonalColumn) =>
    kind === 'address' || kind === 'contact' || isStaffHeader(header);
  const isOfChildren = () => isPersonal() && (manyPerSchool || ![...found.values()].every(isOfStaff));
  const left = () => columns.filter(({ at, filled }) => !found.has(at) && filled > 0);
  const hasOwnSchool = columns.some(({ header }) => isSchoolHeader(header));
  const ofChild = [...found.values()].some(({ kind }) => kind === 'birth' || kind === 'relative');
  if (official) return;
  for (const column of left()) {
    if (column.says !== 'bare' || isCoded(column)) continue;
    const others = [...found.values()].some(({ kind, header }) => kind === 'name' && !isStaffHeader(header));
    const isShaped = others && share(column, (text) => nameShape(text) !== null) >= MOSTLY;
    if (hasFirstName || ofChild || isShaped || (hasOwnSchool && hasSchool && isPersonal()))
      add(column, 'name');
  }
  for (const column of left()) {
    if (!isPersonal() && !manyPerSchool) break;
    const mayBe = column.says !== 'place' && !isSpelled(column.header, isOfChildren());
    if (mayBe && isOfBirths(column, columns)) add(column, 'birth');
  }
  for (const column of left()) {
    const kind = isPersonal() ? byValues(column, context, true) : null;
    if (kind) add(column, kind, kind === 'name' && column.says === 'key' ? 'coded' : 'out');
  }
  const words = knownWords(columns, found);
  for (const column of left()) {
    if (isOfMentions(column, words, isPersonal())) add(column, 'text');
    else if (isOfWords(column.header)) {
      const treatment = wordsTreatment(column);
      if (treatment)
        found.set(column.at, {
          at: column.at,
          header: column.header,
          kind: 'text',
          why: 'values',
          treatment
        });
    } else if (isSpelled(column.header, isPersonal()) && column.says !== 'place' && column.says !== 'bare') {
      const names = column.values.some((text) => mentionsPerson(text) && !isNamesake(text));
      if (names && !isCoded(column))
        found.set(column.at, {
          at: column.at,
          header: column.header,
          kind: 'text',
          why: 'values',
          treatment: 'cells'
        });
    }
  }
}

/**
 * Which columns of a table are of persons: first names, names, births and ages, relatives, addresses, telephones, e-mails, numbers of social
 * security, notes that name someone. Names of schools, of communes and of structures are not.
 * @param table under its header
 */
export function personalColumns(table: RowTable): SeenPersons {
  if (table.records.length === 0) return NONE;
  const context = contextOf(table);
  const { columns, hasSchool, manyPerSchool } = context;
  const found = new Map<number, PersonalColumn>();
  for (const column of columns) {
    const { at, header } = column;
    const said = byHeader(column, context);
    const kind = said ?? byValues(column, context, false);
    if (!kind) continue;
    const treatment = treatmentOf(column, kind, said !== null, context);
    found.set(at, { at, header, kind, why: said ? 'header' : 'values', treatment });
  }
  findBeside(context, found);
  const all = [...found.values()].sort((a, b) => a.at - b.at);
  const out = all.filter(({ treatment }) => treatment === 'out' || treatment === 'year');
  const isNamed = out.some(({ kind }) => kind === 'name');
  const ofChild = out.some(
    ({ kind, header }) =>
      kind === 'birth' ||
      kind === 'relative' ||
      kind === 'number' ||
      (kind === 'name' && isChildHeader(header))
  );
  const hasFamilies = columns.some(({ header, filled }) => filled > 0 && foldHeader(header) === 'fratrie');
  const isBare =
    isNamed && hasSchool && (manyPerSchool || out.some(({ header }) => isFirstNameHeader(header)));
  return { columns: all, ofChildren: ofChild || hasFamilies || isBare, manyPerSchool };
}
