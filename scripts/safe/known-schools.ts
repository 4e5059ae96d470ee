// The schools that a service works with and where they stand: `uai`, `commune`, and `kind`, `qpv` where known.
import { basename } from 'node:path';
import type { CaseStructure, KnownSchool } from '../../src/lib/engines/disclosure/index.ts';
import { type Importer, importSync, readInsee } from '../../src/lib/engines/import/index.ts';
import type { Imported } from '../../src/lib/model/findings.ts';
import { SCHOOL_KINDS } from '../../src/lib/model/school.ts';
import { fileBytes } from '../shell.ts';

type Key = 'uai' | 'name' | 'commune' | 'kind' | 'qpv';
/** A school with its name, where the list gives it. */
export type NamedSchool = KnownSchool & { name?: string };

const FORMAT: Importer<Key, NamedSchool> = {
  columns: { uai: ['uai'], name: ['name', 'nom'], commune: ['commune'], kind: ['kind'], qpv: ['qpv'] },
  required: ['uai', 'commune'],
  unique: { code: 'duplicate-uai', column: 'uai', of: ({ uai }) => uai },
  rows(cell) {
    const uai = cell('uai').toUpperCase();
    const commune = readInsee(cell('commune'));
    if (!/^\d{7}[A-Z]$/.test(uai)) return { dropped: { code: 'bad-uai', column: 'uai', found: cell('uai') } };
    if (commune === null)
      return { dropped: { code: 'bad-insee', column: 'commune', found: cell('commune') } };
    const kind = SCHOOL_KINDS.find((one) => one === cell('kind'));
    return {
      row: {
        uai,
        commune,
        qpv: cell('qpv').toUpperCase() || null,
        ...(kind && { kind }),
        ...(cell('name') && { name: cell('name') })
      }
    };
  }
};

/**
 * Reads the schools, as `downloads/schools.csv` of a territory gives them.
 *
 * @throws UnusableInput when the file cannot be read or lacks a column.
 */
export const readKnownSchools = (path: string): Imported<NamedSchool> =>
  importSync({ name: basename(path), bytes: fileBytes(path) }, FORMAT);

/** What the schools tell of the territory: no list of communes or QPVs beyond theirs. */
export const structureOf = (schools: readonly KnownSchool[]): CaseStructure => ({
  communes: [],
  qpvs: [],
  schools: schools.map(({ uai, commune, qpv = null, kind }) => ({
    uai,
    qpv,
    ...(commune && { commune }),
    ...(kind && { kind })
  }))
});
