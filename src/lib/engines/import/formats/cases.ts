// A case file: one row a child and school year, pseudonymous. What a row does not tell is unknown, and the child counts all the same.
import {
  lineId,
  OTHER_THEME,
  UNKNOWN,
  type Case,
  type ChildTheme,
  type CountedColumn
} from '../../../model/pathway.ts';
import { LEVELS, levelsOf, type Level, type SchoolKind } from '../../../model/school.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { Importer } from '../importer.ts';
import { areOfChildren } from '../children-rows.ts';
import { foldPlace } from '../../../model/names.ts';
import type { Cell, RowOutcome, Reason, Remark } from '../rows.ts';
import {
  DETAIL_COLUMNS,
  detailsOf,
  withDetailColumns,
  withDetailKeys,
  type DetailKey
} from './case-details.ts';
import { isOutsideQpv, readLevel, readServiceYear, readTheme } from './service-words.ts';
import { readCount, readInsee, readQpv, readUai, understood } from './values.ts';

type CountedKey = CountedColumn | 'school' | 'school_commune';
export type CaseKey = CountedKey | DetailKey;
type Key = CaseKey;
type CaseCell = Cell<Key>;

const COUNTED: Record<CountedKey, string[]> = {
  case_id: [
    'case_id',
    'dossier',
    'n_dossier',
    'numero_dossier',
    'numero_de_dossier',
    'ref_dossier',
    'reference_dossier',
    'parcours',
    'n_parcours'
  ],
  school_year: ['school_year', 'annee_scolaire', 'annee'],
  uai: ['uai', 'code_uai', 'numero_uai', 'n_uai', 'rne', 'code_rne', 'uai_ecole', 'ecole', 'etablissement'],
  school: ['nom_ecole', 'nom_de_l_ecole', 'ecole', 'etablissement', 'nom_etablissement'],
  school_commune: [
    'commune_ecole',
    'commune_de_l_ecole',
    'ville_ecole',
    'ville_de_l_ecole',
    'commune',
    'ville',
    'code_insee'
  ],
  qpv: ['qpv', 'quartier', 'quartier_prioritaire', 'qpv_de_residence'],
  commune: [
    'commune_de_residence',
    'commune_residence',
    'ville_de_residence',
    'commune_du_domicile',
    'commune',
    'code_insee',
    'ville'
  ],
  level: ['level', 'niveau', 'classe', 'niveau_scolaire'],
  theme: ['theme', 'thematique', 'axe'],
  family_id: [
    'family_id',
    'fratrie',
    'famille',
    'n_famille',
    'numero_famille',
    'numero_de_famille',
    'code_famille',
    'id_famille',
    'foyer'
  ],
  visits: ['visits', 'visites', 'nombre_de_visites', 'nb_visites', 'nb_de_visites', 'visites_a_domicile']
};

/** The format without lists of what exists. */
export const CASE_FORMAT: Importer<Key, Case> = {
  refusesFormulas: true,
  columns: /* @__PURE__ */ withDetailColumns(COUNTED),
  required: [],
  either: [['uai'], ['school'], ['commune']],
  usual: /* @__PURE__ */ withDetailKeys(['case_id', 'school_year', 'uai', 'qpv', 'commune', 'level', 'theme', 'family_id', 'visits']),
  fits: areOfChildren,
  unique: {
    code: 'duplicate-case',
    column: 'case_id',
    of: ({ case_id, school_year }) => `${case_id} ${school_year}`
  },
  // Any year does for a table that is looked at before its year is known.
  rows: (cell, line, remark) => readCase(cell, line, { year: '2000-2001' }, remark)
}; // prettier-ignore

/** What is known of the places, the year and the words of a service. */
export interface CaseLists {
  /** Schools that exist; one of another UAI is unknown. */
  schools?: ReadonlyMap<string, SchoolKind>;
  qpvs?: ReadonlySet<string>;
  /** Communes of the territory: a row with neither one of them nor one of the schools is of another. */
  communes?: ReadonlySet<string>;
  /** INSEE code of a commune by its name, in the département of the school; null when none or several have it. */
  communeNamed?: (name: string, departement: string | null) => string | null;
  /** Code of a QPV by its name; of several with the name, the one of the commune. */
  qpvNamed?: (name: string, commune: string | null) => string | null;
  /** UAI of the one school that a name can mean, in a commune where it is told. */
  schoolNamed?: (name: string, commune: string | null) => string | null;
  /** The schools whose name is nearest, offered and never taken. */
  schoolsNear?: (name: string, commune: string | null) => { value: string; name: string }[];
  /** Where a school is. */
  communeOf?: (uai: string) => string | null;
  /** Themes that the service added, by their names. */
  themes?: readonly string[];
  /** The school year of a file that does not tell it. */
  year?: SchoolYear;
  /** ISO day after which nothing has happened yet. */
  today?: string;
}

/** `0590001F` -> `59`, `9720001A` -> `972`; Corsica numbers its schools 620 and 720. */
const departementOf = (uai: string): string =>
  ({ '620': '2A', '720': '2B' })[uai.slice(0, 3)] ?? uai.slice(0, 3).replace(/^0/, '');

const communeIn = (text: string, departement: string | null, { communeNamed }: CaseLists) =>
  text === '' ? null : (readInsee(text) ?? communeNamed?.(text, departement) ?? null);

/** The school, by its number, or else by its name where that means one school; null where it cannot be told. */
function schoolOf(cell: CaseCell, lists: CaseLists): { uai: string | null; written: string } {
  const { schools, schoolNamed } = lists;
  const written = cell('uai');
  const upper = written.toUpperCase();
  // A wrong letter may be a slip: without a list, nobody can tell.
  const number = readUai(written) ?? (/^\d{7}[A-Z]$/.test(upper) ? upper : null);
  if (number !== null && (!schools || schools.has(number))) return { uai: number, written };
  const name = cell('school') || written;
  const named = (commune: string | null) => (name === '' ? null : (schoolNamed?.(name, commune) ?? null));
  const places = [cell('school_commune'), cell('commune')].map((text) => communeIn(text, null, lists));
  const uai = places.reduce<string | null>(
    (found, commune) => found ?? (commune === null ? null : named(commune)),
    null
  );
  return { uai: uai ?? named(null), written: written || name };
}

/** Schools that a row may mean, in its commune where it tells one. */
function nearSchools(cell: CaseCell, lists: CaseLists): { value: string; name: string }[] {
  const name = cell('school') || cell('uai');
  const told = cell('school_commune') || cell('commune');
  return name === '' ? [] : (lists.schoolsNear?.(name, communeIn(told, null, lists)) ?? []);
}

/** QPV of residence: null outside, undefined where it is not known. */
function qpvOf(cell: CaseCell, commune: string | null, lists: CaseLists, absent: ReadonlySet<string>) {
  const text = cell('qpv');
  if (absent.has('qpv')) return undefined;
  if (isOutsideQpv(text)) return null;
  const code = readQpv(text);
  if (code !== null && (!lists.qpvs || lists.qpvs.has(code))) return code;
  return lists.qpvNamed?.(text, commune) ?? undefined;
}

/** Words for a theme that is none of the list, or that is not told. */
const OTHER =
  /^(?:autres?|divers|non (?:precise|renseigne|defini)e?|nc|nr|sans(?: theme| objet)?|inconnue?)$/;
const isOtherTheme = (text: string) => text === OTHER_THEME || OTHER.test(foldPlace(text));

/** The theme: one of the list, or one that the service added; null for any other. */
function themeOf(text: string, { themes = [] }: CaseLists): ChildTheme | null {
  if (text === '' || isOtherTheme(text)) return null;
  return readTheme(text) ?? themes.find((theme) => foldPlace(theme) === foldPlace(text)) ?? null;
}

/** The one level of a school of one level. */
const levelOfKind = (kind: SchoolKind | undefined): Level | null => {
  const levels = kind === undefined ? [] : levelsOf(kind);
  return levels.length === 1 ? levels[0]! : null;
};

const MOST_VISITS = 9_999;

/** A whole number of visits, perhaps with its unit; null when it is not one. */
function visitsOf(cell: CaseCell): number | null {
  const visits = readCount(cell('visits'));
  return visits !== undefined && Number.isInteger(visits) && visits >= 0 && visits <= MOST_VISITS
    ? visits
    : null;
}

/** A cell that a spreadsheet would run as a formula. */
const FORMULA = /^[=+@\t\r]|^-(?!$|\d+([.,]\d+)?$)/;

/** A row as it is read, and how it was found. */
interface Reading {
  row: Case;
  /** The school as the row writes it. */
  school: string;
  /** The home is not told: the place of the school stands for it. */
  atSchool: boolean;
}

function readingOf(cell: CaseCell, line: number, lists: CaseLists, absent: ReadonlySet<string>): Reading {
  const { uai, written: school } = schoolOf(cell, lists);
  const home = communeIn(cell('commune'), uai && departementOf(uai), lists);
  const commune = home ?? (uai === null ? null : (lists.communeOf?.(uai) ?? null));
  const year = cell('school_year');
  const row = {
    case_id: cell('case_id') || lineId(line),
    school_year: (year === '' ? lists.year : readServiceYear(year)) ?? null,
    uai,
    qpv: qpvOf(cell, commune, lists, absent),
    commune,
    level: readLevel(cell('level')) ?? levelOfKind(uai === null ? undefined : lists.schools?.get(uai)),
    theme: themeOf(cell('theme'), lists),
    family_id: cell('family_id') || null,
    visits: visitsOf(cell)
  };
  return { row: row as Case, school, atSchool: home === null && commune !== null };
}

/** Why nobody can tell where or when the child is followed; null when it can be told. */
function firstFault(cell: CaseCell, { row, school }: Reading, lists: CaseLists): Reason<Key> | null {
  const { communes } = lists;
  const formula = (Object.keys(COUNTED) as CountedKey[]).find((column) => FORMULA.test(cell(column)));
  if (formula) return { code: 'formula', column: formula, found: cell(formula) };
  const [year, home] = [cell('school_year'), cell('commune')];
  if ((row.school_year as string | null) === null)
    return year === ''
      ? { code: 'empty-cell', column: 'school_year' }
      : { code: 'bad-school-year', column: 'school_year', found: year, expected: '2024-2025' };
  if (row.uai !== null) return null;
  const found = [school, home].filter(Boolean).join(', ');
  if (row.commune === null) {
    const near = nearSchools(cell, lists);
    const column = cell('uai') === '' && cell('school') !== '' ? 'school' : 'uai';
    return { code: 'no-place', column, found, ...(near.length > 0 && { near }) };
  }
  return communes && !communes.has(row.commune)
    ? { code: 'place-elsewhere', column: 'commune', found }
    : null;
}

/** What is not told of a child who counts all the same. */
function unknowns(cell: CaseCell, { row, school, atSchool }: Reading): Reason<Key>[] {
  const found: Reason<Key>[] = [];
  const doubt = (isUnknown: boolean, code: string, column: Key, expected?: string, text = cell(column)) => {
    if (!isUnknown) return;
    const told = { column, found: text, ...(expected && { expected }) };
    found.push(text === '' ? { code: 'unknown-cell', column } : { code, ...told });
  };
  doubt(cell('case_id') === '', 'unknown-cell', 'case_id');
  const named = cell('uai') === '' && cell('school') !== '';
  doubt(row.uai === null, 'school-not-found', named ? 'school' : 'uai', undefined, school);
  doubt(row.qpv === undefined, 'qpv-not-found', 'qpv');
  if (atSchool)
    found.push({ code: 'home-unknown', column: 'commune', found: cell('commune'), expected: row.commune! });
  doubt(row.commune === null, 'bad-insee', 'commune');
  doubt(
    readLevel(cell('level')) === null && (row.level === null || cell('level') !== ''),
    'bad-level',
    'level',
    LEVELS.join(', ')
  );
  doubt(row.theme === null && !isOtherTheme(cell('theme')), 'own-theme', 'theme');
  doubt(row.family_id === null, 'unknown-cell', 'family_id');
  doubt(row.visits === null, 'bad-visits', 'visits', '0..9999');
  return found;
}

/** What is told and may be wrong. */
function doubts({ row }: Reading, { schools }: CaseLists): Reason<Key>[] {
  const { uai, level } = row;
  const kind = uai === null ? undefined : schools?.get(uai);
  const otherSchool = kind !== undefined && level !== null && !levelsOf(kind).includes(level);
  return [
    ...(uai !== null && !schools && readUai(uai) === null
      ? [{ code: 'uai-check-letter', column: 'uai', found: uai } as const]
      : []),
    ...(otherSchool
      ? [{ code: 'level-of-another-school', column: 'level', found: level, expected: kind } as const]
      : [])
  ];
}

/** Notes of what is read otherwise than it is written. */
function readings(cell: CaseCell, { row, atSchool }: Reading, remark: Remark<Key>): void {
  const note = (column: Key, ours: string | null | undefined, text = cell(column)) => {
    if (text !== '' && ours !== null && ours !== undefined && text !== ours)
      understood(remark, column, text, ours);
  };
  for (const column of ['school_year', 'level', 'theme'] as const) note(column, row[column]);
  note(cell('uai') === '' ? 'school' : 'uai', row.uai);
  note('visits', row.visits === null ? null : String(row.visits));
  // The place of the school is no reading of a home that is not known.
  if (!atSchool && readInsee(cell('commune')) === null) note('commune', row.commune);
  if (cell('qpv').toUpperCase() !== row.qpv) note('qpv', row.qpv);
}

const NONE: ReadonlySet<string> = new Set();

/** With what the year's report asks, where the file has one of its columns. */
function withDetails(
  row: Case,
  cell: CaseCell,
  remark: Remark<Key>,
  { today }: CaseLists,
  absent: ReadonlySet<string>
): Case {
  if (Object.keys(DETAIL_COLUMNS).every((key) => absent.has(key))) return row;
  return { ...row, details: detailsOf({ cell, remark, year: row.school_year, today, absent }) };
}

/** A child that nobody can place in a year is left out with its reason; what else is unknown of one who counts is a doubt. */
function readCase(
  cell: CaseCell,
  line: number,
  lists: CaseLists,
  remark: Remark<Key>,
  absent: ReadonlySet<string> = NONE
): RowOutcome<Case, Key> {
  const reading = readingOf(cell, line, lists, absent);
  const dropped = firstFault(cell, reading, lists);
  if (dropped) return { dropped };
  readings(cell, reading, remark);
  for (const reason of unknowns(cell, reading)) {
    // Of a column that the file lacks, the file is told once.
    if (!absent.has(reason.column!)) remark('doubtful', reason);
  }
  for (const reason of doubts(reading, lists)) remark('doubtful', reason);
  return { row: withDetails(reading.row, cell, remark, lists, absent) };
}

/** The format with what is known of a service, for a file that lacks some columns. */
export const caseFormat = (lists: CaseLists, absent: ReadonlySet<string> = NONE): Importer<Key, Case> => ({
  ...CASE_FORMAT,
  rows: (cell, line, remark) => readCase(cell, line, lists, remark, absent)
});

/** Names that a theme of a service cannot have: they mean something else in the counts. */
const TAKEN = new Set([OTHER_THEME, UNKNOWN, 'all']);
const MOST_LETTERS = 60;

/** Whether a word may be the name of a theme that a service adds. */
export const isThemeName = (text: string): boolean =>
  text.trim() !== '' &&
  text.length <= MOST_LETTERS &&
  !FORMULA.test(text) &&
  !TAKEN.has(text.trim().toLowerCase());
