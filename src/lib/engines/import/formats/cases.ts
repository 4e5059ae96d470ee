// A case file: one row a child and school year, pseudonymous.
import { THEMES, type Case } from '../../../model/pathway.ts';
import { LEVELS, levelsOf, type SchoolKind } from '../../../model/school.ts';
import type { Importer } from '../importer.ts';
import type { Cell, Outcome, Reason, Remark } from '../rows.ts';
import { readLevel, readYear, readTheme } from './service-words.ts';
import { readInsee, readUai, understood } from './values.ts';

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
  columns: {
    case_id: ['case_id', 'dossier', 'n_dossier', 'parcours'],
    school_year: ['school_year', 'annee_scolaire', 'annee'],
    uai: ['uai', 'ecole', 'code_uai', 'etablissement'],
    qpv: ['qpv', 'quartier'],
    commune: ['commune', 'code_insee'],
    level: ['level', 'niveau', 'classe'],
    theme: ['theme', 'thematique'],
    family_id: ['family_id', 'famille', 'n_famille'],
    visits: ['visits', 'visites', 'nombre_de_visites']
  },
  required: COLUMNS,
  unique: {
    code: 'duplicate-case',
    column: 'case_id',
    of: ({ case_id, school_year }) => `${case_id} ${school_year}`
  },
  rows: (cell, _line, remark) => readCase(cell, {}, remark)
};

/** Schools and QPV that exist, where known: rows with other codes are dropped. */
export interface CaseLists {
  schools?: ReadonlyMap<string, SchoolKind>;
  qpvs?: ReadonlySet<string>;
}

/** A cell that a spreadsheet would run as a formula. */
const FORMULA = /^[=+@\t\r]|^-(?!\d+([.,]\d+)?$)/;

/** The first reason to drop a row; null when there is none. */
function firstFault(cell: Cell<Key>, { schools, qpvs }: CaseLists): Reason<Key> | null {
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
  if (cell('qpv') !== '' && !/^Q[A-Z0-9]{4,8}$/i.test(cell('qpv'))) return wrong('bad-qpv-code', 'qpv');
  if (qpvs && cell('qpv') !== '' && !qpvs.has(cell('qpv').toUpperCase())) return wrong('unknown-qpv', 'qpv');
  if (readInsee(cell('commune')) === null) return wrong('bad-insee', 'commune');
  if (readLevel(cell('level')) === null) return wrong('bad-level', 'level', LEVELS.join(', '));
  if (readTheme(cell('theme')) === null) return wrong('bad-theme', 'theme', THEMES.join(', '));
  const visits = cell('visits');
  if (!/^\d{1,4}$/.test(visits)) return wrong('bad-visits', 'visits', '0..9999');
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
  const row = {
    case_id: cell('case_id'),
    school_year: readYear(cell('school_year')),
    uai: readUai(cell('uai')) ?? cell('uai').toUpperCase(),
    qpv: cell('qpv') === '' ? null : cell('qpv').toUpperCase(),
    commune: readInsee(cell('commune')),
    level: readLevel(cell('level')),
    theme: readTheme(cell('theme')),
    family_id: cell('family_id'),
    visits: Number(cell('visits'))
  } as Case;
  for (const column of ['school_year', 'uai', 'level', 'theme'] as const) {
    if (cell(column) !== row[column]) understood(remark, column, cell(column), row[column]);
  }
  remarks(row, lists, remark);
  return { row };
}

/** The format with the schools and QPV that exist. */
export const caseFormat = (lists: CaseLists): Importer<Key, Case> => ({
  ...CASE_FORMAT,
  rows: (cell, _line, remark) => readCase(cell, lists, remark)
});
