// The ministry's list of REP and REP+ schools: no INSEE code, headers with trailing spaces. Rows « ECOLE ISOLEE » without a number are
// headings of the rows that follow.
import { valueWord } from '../../../model/findings.ts';
import type { Rep, SchoolKind } from '../../../model/school.ts';
import type { Importer } from '../importer.ts';
import type { Cell, RowOutcome } from '../rows.ts';
import { kindOfName } from './values.ts';
import { readDepartement, readUai } from './values.ts';

export interface RepSchool {
  line: number;
  uai: string;
  name: string;
  /** null for « élémentaire ou primaire », which another file must settle. */
  kind: SchoolKind | null;
  rep: NonNullable<Rep>;
  /** UAI of the head of the network: a collège, or an école where the network has none (« école isolée »). */
  network: string;
  /** As INSEE writes it: `59`, `2A`, `971`. */
  departement: string;
  communeName: string;
}

type Key = 'departement' | 'commune' | 'head' | 'uai' | 'name' | 'type' | 'rep';

export const REP_FORMAT: Importer<Key, RepSchool> = {
  columns: {
    departement: ['N°Département', 'code_departement'],
    commune: ['COMMUNE'],
    head: ['UAI tête de réseau'],
    uai: ['NUMERO'],
    name: ["NOM DE L'ETABLISSEMENT"],
    type: ['TYPE_DETABLISSEMENT'],
    rep: ['EP']
  },
  required: ['departement', 'commune', 'head', 'uai', 'type', 'rep'],
  unique: { code: 'duplicate-uai', column: 'uai', of: ({ uai }) => uai },
  rows: readSchool
};

const REPS: Readonly<Record<string, NonNullable<Rep>>> = { REP: 'REP', 'REP+': 'REP+' };

const kindOfType = (type: string) => (/ou primaire/i.test(type) ? null : kindOfName(type));

function readSchool(cell: Cell<Key>, line: number): RowOutcome<RepSchool, Key> {
  const wrong = (code: string, column: Key, expected?: string) => {
    return { dropped: { code, column, found: cell(column), ...(expected && { expected }) } };
  };
  const type = cell('type');
  if (/^segpa/i.test(type)) return { dropped: { code: 'not-a-school', column: 'type', found: type } };
  if (cell('uai') === '' && /isol/i.test(type)) {
    return { dropped: { code: 'network-heading', column: 'head', found: cell('head') } };
  }
  const uai = readUai(cell('uai'));
  if (uai === null) return wrong('bad-uai', 'uai');
  const network = readUai(cell('head'));
  if (network === null) return wrong('bad-uai', 'head');
  const rep = REPS[cell('rep').toUpperCase().replaceAll(' ', '')];
  if (!rep) return wrong('bad-rep', 'rep', valueWord('rep'));
  const departement = readDepartement(cell('departement'));
  if (departement === null) return wrong('bad-departement', 'departement', '59');
  const name = [type, cell('name')].filter((part) => part !== '').join(' ') || uai;
  const communeName = cell('commune');
  return { row: { line, uai, name, kind: kindOfType(type), rep, network, departement, communeName } };
}
