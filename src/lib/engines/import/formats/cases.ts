// A case file: one row a child and school year, pseudonymous.
import { THEMES, type Case } from '../../../model/pathway.ts';
import { LEVELS, levelsOf, type SchoolKind } from '../../../model/school.ts';
import type { Importer } from '../importer.ts';
import type { Cell, Outcome, Reason, Remark } from '../rows.ts';
import { isOutsideQpv, readLevel, readYear, readTheme } from './service-words.ts';
import { readCount, readInsee, readQpv, readUai, understood } from './values.ts';

type Key = keyof Case;

const COLUMNS: readonly Key[] = [
  'case_id',
  'school_year',
  'uai',
  'qpv',
  'commune',
  'level',
  'theme',
  'family_id',
  'visits'
];

/** The format without lists of what exists. */
export const CASE_FORMAT: Importer<Key, Case> = {
  refusesFormulas: true,
  columns: {
    case_id: ['case_id', 'dossier', 'n_dossier', 'numero_dossier', 'parcours', 'n_parcours'],
    school_year: ['school_year', 'annee_scolaire', 'annee'],
    uai: ['uai', 'ecole', 'code_uai', 'etablissement', 'numero_uai', 'n_uai', 'rne', 'code_rne', 'uai_ecole'],
    qpv: ['qpv', 'quartier', 'quartier_prioritaire', 'qpv_de_residence'],
    commune: ['commune', 'code_insee', 'commune_de_residence', 'ville'],
    level: ['level', 'niveau', 'classe', 'niveau_scolaire'],
    theme: ['theme', 'thematique', 'axe'],
    family_id: ['family_id', 'famille', 'n_famille', 'numero_famille', 'code_famille', 'id_famille', 'foyer'],
    visits: ['visits', 'visites', 'nombre_de_visites', 'nb_visites', 'nb_de_visites', 'visites_a_domicile']
  },
  required: COLUMNS,
  unique: {
    code: 'duplicate-case',
    column: 'case_id',
    of: ({ case_id, school_year }) => `${case_id} ${school_year}`
  },
  rows: (cell, _line, remark) => readCase(cell, {}, remark)
};

/** Places that exist, where known: rows with other schools and QPV are dropped, communes and QPV are also found by name. */
export interface CaseLists {
  schools?: ReadonlyMap<string, SchoolKind>;
  qpvs?: ReadonlySet<string>;
  /** INSEE code of a commune by its name, in the département of the school; null when none or several have it. */
  communeNamed?: (name: string, departement: string) => string | null;
  /** Code of a QPV by its name; of several with the name, the one of the commune. */
  qpvNamed?: (name: string, commune: string | null) => string | null;
}

/** `0590001F` -> `59`, `9720001A` -> `972`; Corsica numbers its schools 620 and 720. */
const departementOf = (uai: string): string =>
  ({ '620': '2A', '720': '2B' })[uai.slice(0, 3)] ?? uai.slice(0, 3).replace(/^0/, '');

/** Where the child lives, by code or name; null where it cannot be told. */
function homeOf(
  cell: Cell<Key>,
  uai: string,
  { communeNamed, qpvNamed }: CaseLists
): { commune: string | null; qpv: string | null; hasQpv: boolean } {
  const [town, quarter] = [cell('commune'), cell('qpv')];
  const commune = readInsee(town) ?? communeNamed?.(town, departementOf(uai)) ?? null;
  if (isOutsideQpv(quarter)) return { commune, qpv: null, hasQpv: false };
  const qpv = readQpv(quarter) ?? qpvNamed?.(quarter, commune) ?? null;
  return { commune, qpv, hasQpv: true };
}

const MOST_VISITS = 9_999;

/** A whole number of visits, perhaps with its unit; null when it is not one. */
function visitsOf(cell: Cell<Key>): number | null {
  const visits = readCount(cell('visits'));
  return visits !== undefined && Number.isInteger(visits) && visits >= 0 && visits <= MOST_VISITS
    ? visits
    : null;
}

/** A cell that a spreadsheet would run as a formula. */
const FORMULA = /^[=+@\t\r]|^-(?!$|\d+([.,]\d+)?$)/;

/** The first reason to drop a row; null when there is none. */
function firstFault(cell: Cell<Key>, lists: CaseLists): Reason<Key> | null {
  const { schools, qpvs } = lists;
  for (const column of COLUMNS) {
    if (FORMULA.test(cell(column))) return { code: 'formula', column, found: cell(column) };
    if (column !== 'qpv' && cell(column) === '') return { code: 'empty-cell', column };
  }
  const wrong = (code: string, column: Key, expected?: string): Reason<Key> => ({
    code,
    column,
    found: cell(column),
    ...(expected && { expected })
  });
  const uai = readUai(cell('uai')) ?? cell('uai').toUpperCase();
  if (readYear(cell('school_year')) === null) return wrong('bad-school-year', 'school_year', '2024-2025');
  if (!/^\d{7}[A-Z]$/.test(uai)) return wrong('bad-uai', 'uai');
  if (schools && !schools.has(uai)) return wrong('unknown-school', 'uai');
  const { commune, qpv, hasQpv } = homeOf(cell, uai, lists);
  const isNamed = readQpv(cell('qpv')) === null;
  if (hasQpv && qpv === null) return wrong(lists.qpvNamed ? 'unknown-qpv' : 'bad-qpv-code', 'qpv');
  if (hasQpv && qpvs && !isNamed && !qpvs.has(qpv!)) return wrong('unknown-qpv', 'qpv');
  if (commune === null) return wrong('bad-insee', 'commune');
  if (readLevel(cell('level')) === null) return wrong('bad-level', 'level', LEVELS.join(', '));
  if (readTheme(cell('theme')) === null) return wrong('bad-theme', 'theme', THEMES.join(', '));
  if (visitsOf(cell) === null) return wrong('bad-visits', 'visits', '0..9999');
  return null;
}

function remarks(one: Case, { schools }: CaseLists, remark: Remark<Key>): void {
  if (readUai(one.uai) === null && !schools)
    remark('doubtful', { code: 'uai-check-letter', column: 'uai', found: one.uai });
  const kind = schools?.get(one.uai);
  if (kind && !levelsOf(kind).includes(one.level))
    remark('doubtful', {
      code: 'level-of-another-school',
      column: 'level',
      found: one.level,
      expected: kind
    });
}

/** Rows with an impossible value are dropped, each with its finding. */
function readCase(cell: Cell<Key>, lists: CaseLists, remark: Remark<Key>): Outcome<Case, Key> {
  const dropped = firstFault(cell, lists);
  if (dropped) return { dropped };
  const uai = readUai(cell('uai')) ?? cell('uai').toUpperCase();
  const { commune, qpv } = homeOf(cell, uai, lists);
  const row = {
    case_id: cell('case_id'),
    school_year: readYear(cell('school_year')),
    uai,
    qpv,
    commune,
    level: readLevel(cell('level')),
    theme: readTheme(cell('theme')),
    family_id: cell('family_id'),
    visits: visitsOf(cell)
  } as Case;
  for (const column of ['school_year', 'uai', 'level', 'theme'] as const) {
    if (cell(column) !== row[column]) understood(remark, column, cell(column), row[column]);
  }
  if (String(row.visits) !== cell('visits')) understood(remark, 'visits', cell('visits'), String(row.visits));
  if (readInsee(cell('commune')) === null) understood(remark, 'commune', cell('commune'), row.commune);
  if (row.qpv !== null && cell('qpv').toUpperCase() !== row.qpv)
    understood(remark, 'qpv', cell('qpv'), row.qpv);
  remarks(row, lists, remark);
  return { row };
}

/** The format with the schools and QPV that exist. */
export const caseFormat = (lists: CaseLists): Importer<Key, Case> => ({
  ...CASE_FORMAT,
  rows: (cell, _line, remark) => readCase(cell, lists, remark)
});
