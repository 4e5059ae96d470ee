// The ministry's counts of pupils by école and year: all years in one file, communes by name only.
import { isSchoolYear, schoolYear, type SchoolYear } from '../../../model/school-year.ts';
import type { Rep, SchoolKind, Sector } from '../../../model/school.ts';
import type { Importer } from '../importer.ts';
import type { Cell, RowOutcome, Remark } from '../rows.ts';
import { kindOfName } from './values.ts';
import { boundedNumber, readUai } from './values.ts';

export interface SchoolCount {
  line: number;
  year: SchoolYear;
  uai: string;
  name: string;
  kind: SchoolKind | null;
  sector: Sector;
  rep: Rep;
  pupils: number | null;
  /** As written: « ILLE-ET-VILAINE », « ACIGNE ». */
  departementName: string;
  communeName: string;
}

type Key =
  'year' | 'departement' | 'commune' | 'uai' | 'kind' | 'name' | 'sector' | 'rep' | 'repPlus' | 'pupils';

export const EFFECTIFS_FORMAT: Importer<Key, SchoolCount> = {
  columns: {
    year: ['Rentrée scolaire'],
    departement: ['Département', 'departement_libelle'],
    commune: ['Commune'],
    uai: ["Numéro de l'école", 'numero_ecole', 'numero_uai'],
    kind: ['Dénomination principale'],
    name: ['Patronyme'],
    sector: ['Secteur'],
    rep: ['REP'],
    repPlus: ['REP +'],
    pupils: ["Nombre total d'élèves", 'nombre_total_eleves', 'nombre_eleves_total']
  },
  required: ['year', 'uai', 'kind', 'pupils'],
  unique: { code: 'duplicate-uai', column: 'uai', of: ({ uai, year }) => `${uai} ${year}` },
  rows: readCount
};

const PUPILS = [0, 5_000] as const;

/** « 2022 » and « 2022-2023 » are the school year that begins in 2022. */
function readYear(text: string): SchoolYear | null {
  if (/^\d{4}$/.test(text)) return schoolYear(Number(text));
  const year = text.replace('/', '-');
  return isSchoolYear(year) ? year : null;
}

function readCount(cell: Cell<Key>, line: number, remark: Remark<Key>): RowOutcome<SchoolCount, Key> {
  const uai = readUai(cell('uai'));
  if (uai === null) {
    return { dropped: { code: 'bad-uai', column: 'uai', found: cell('uai') } };
  }
  const year = readYear(cell('year'));
  if (year === null) {
    return { dropped: { code: 'bad-year', column: 'year', found: cell('year'), expected: '2022' } };
  }
  const yes = (key: Key) => /^(?:1|oui|rep ?\+?)$/i.test(cell(key));
  const pupils = boundedNumber(cell, 'pupils', PUPILS, remark);
  const name = [cell('kind'), cell('name')].filter(Boolean).join(' ') || uai;
  return {
    row: {
      line,
      year,
      uai,
      name,
      kind: kindOfName(cell('kind')) ?? kindOfName(name),
      sector: /^priv/i.test(cell('sector')) ? 'prive' : 'public',
      rep: yes('repPlus') ? 'REP+' : yes('rep') ? 'REP' : null,
      pupils: pupils === null ? null : Math.round(pupils),
      departementName: cell('departement'),
      communeName: cell('commune')
    }
  };
}
