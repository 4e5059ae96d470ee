// Indice de position sociale of écoles and collèges: one row a school and year (labels of 2021, or later column names).
import { isSchoolYear, type SchoolYear } from '../../../model/school-year.ts';
import type { SchoolKind, Sector } from '../../../model/school.ts';
import type { Importer } from '../importer.ts';
import type { Cell, RowOutcome, Remark } from '../rows.ts';
import { kindOfName } from './values.ts';
import { boundedNumber, readInsee, readUai } from './values.ts';

export interface IpsSchool {
  line: number;
  /** null when the file has no year. */
  year: SchoolYear | null;
  uai: string;
  name: string;
  /** null when the name does not say. */
  kind: SchoolKind | null;
  commune: string;
  sector: Sector;
  pupils: number | null;
  ips: number | null;
}

type Key = 'year' | 'uai' | 'name' | 'commune' | 'sector' | 'pupils' | 'ips';

/** The misspelling « établissment » is the source's. */
export const IPS_FORMAT: Importer<Key, IpsSchool> = {
  columns: {
    year: ['rentree_scolaire'],
    uai: ['uai'],
    name: ['nom_de_l_etablissment', 'nom_de_l_etablissement'],
    commune: ['code_insee_de_la_commune'],
    sector: ['secteur'],
    pupils: ['effectifs'],
    ips: ['ips']
  },
  required: ['uai', 'name', 'commune', 'ips'],
  unique: { code: 'duplicate-uai', column: 'uai', of: ({ uai, year }) => (year ? `${uai} ${year}` : uai) },
  rows: readSchool,
  finish: ({ rows }) => {
    if (isCollegeFile(rows)) for (const row of rows) row.kind ??= 'college';
  }
};

const PUPILS = [0, 5_000] as const;
const INDEX = [40, 200] as const;

/** Écoles and collèges are two files: the majority of names says which one this is. */
function isCollegeFile(rows: readonly IpsSchool[]): boolean {
  const told = rows.filter(({ kind }) => kind !== null);
  return told.filter(({ kind }) => kind === 'college').length > told.length / 2;
}

function readSchool(cell: Cell<Key>, line: number, remark: Remark<Key>): RowOutcome<IpsSchool, Key> {
  const wrong = (code: string, column: Key, expected?: string) => {
    return { dropped: { code, column, found: cell(column), ...(expected && { expected }) } };
  };
  const uai = readUai(cell('uai'));
  if (uai === null) return wrong('bad-uai', 'uai');
  const commune = readInsee(cell('commune'));
  if (commune === null) return wrong('bad-insee', 'commune');
  const year = cell('year').replace('/', '-');
  if (year !== '' && !isSchoolYear(year)) return wrong('bad-year', 'year', '2022-2023');
  const pupils = boundedNumber(cell, 'pupils', PUPILS, remark);
  return {
    row: {
      line,
      year: isSchoolYear(year) ? year : null,
      uai,
      name: cell('name') || uai,
      kind: kindOfName(cell('name')),
      commune,
      sector: /^priv/i.test(cell('sector')) ? 'prive' : 'public',
      pupils: pupils === null ? null : Math.round(pupils),
      ips: boundedNumber(cell, 'ips', INDEX, remark)
    }
  };
}
