// The ministry's list of REP and REP+ schools: no INSEE code, headers with trailing spaces, a head of network for each row.
import type { Imported } from '../model/findings.ts';
import type { Rep, SchoolKind } from '../model/school.ts';
import { firstOfEach, importCsv, shorten, type Spellings } from './rows.ts';
import { kindOfName } from './school-kind.ts';
import type { SourceFile } from './source-file.ts';
import { readDepartement, readUai } from './values.ts';

export interface RepSchool {
  line: number;
  uai: string;
  name: string;
  /** null for « élémentaire ou primaire »: another file must tell. */
  kind: SchoolKind | null;
  rep: NonNullable<Rep>;
  /** UAI of the head of the network: a collège, or an école where the network has none (« école isolée »). */
  network: string;
  /** As INSEE writes it: `59`, `2A`, `971`. */
  departement: string;
  communeName: string;
}

const SPELLINGS = {
  departement: ['N°Département', 'code_departement'],
  commune: ['COMMUNE'],
  head: ['UAI tête de réseau'],
  uai: ['NUMERO'],
  name: ["NOM DE L'ETABLISSEMENT"],
  type: ['TYPE_DETABLISSEMENT'],
  rep: ['EP']
} satisfies Spellings<string>;

const REPS: Readonly<Record<string, NonNullable<Rep>>> = { REP: 'REP', 'REP+': 'REP+' };

function kindOfType(type: string): SchoolKind | null {
  return /ou primaire/i.test(type) ? null : kindOfName(type);
}

/** Imports a REP list. The rows « ECOLE ISOLEE » without a number only head the rows that follow, and hold no school. */
export function importRep(source: SourceFile): Imported<RepSchool> {
  const imported = importCsv<keyof typeof SPELLINGS, RepSchool>(
    source,
    SPELLINGS,
    ['departement', 'commune', 'head', 'uai', 'type', 'rep'],
    (cell, line) => {
      const type = cell('type');
      if (/^segpa/i.test(type)) {
        return { dropped: { code: 'not-a-school', column: 'TYPE_DETABLISSEMENT', found: shorten(type) } };
      }
      const written = cell('uai');
      if (written === '' && /isol/i.test(type)) {
        return { dropped: { code: 'network-heading', column: 'NUMERO', found: shorten(cell('head')) } };
      }
      const uai = readUai(written);
      if (uai === null) {
        const found = shorten(written);
        return { dropped: { code: 'bad-uai', column: 'NUMERO', found, expected: '0590271Z' } };
      }
      const head = readUai(cell('head'));
      if (head === null) {
        const found = shorten(cell('head'));
        return { dropped: { code: 'bad-uai', column: 'UAI tête de réseau', found, expected: '0590271Z' } };
      }
      const rep = REPS[cell('rep').toUpperCase().replaceAll(' ', '')];
      if (!rep) {
        return {
          dropped: { code: 'bad-rep', column: 'EP', found: shorten(cell('rep')), expected: 'REP, REP+' }
        };
      }
      const departement = readDepartement(cell('departement'));
      if (departement === null) {
        const found = shorten(cell('departement'));
        return { dropped: { code: 'bad-departement', column: 'N°Département', found, expected: '59' } };
      }
      const name = [type, cell('name')].filter((part) => part !== '').join(' ');
      const row = { line, uai, name, kind: kindOfType(type), rep, network: head, departement };
      return { row: { ...row, communeName: cell('commune') } };
    }
  );
  return firstOfEach(imported, source.name, (row) => row.uai, { code: 'duplicate-uai', column: 'NUMERO' });
}
