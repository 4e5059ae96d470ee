// The communes and QPV that a case file may name: communes of France by département, QPV of the list that is given.
import { basename } from 'node:path';
import type { CaseLists } from '../../src/lib/engines/import/index.ts';
import { type Importer, importSync, placeNames, splitNames } from '../../src/lib/engines/import/index.ts';
import { keptReference } from '../territory/reference.ts';
import { readBytes } from './files.ts';

interface NamedQpv {
  code: string;
  name: string;
  communes: string[];
}

const FORMAT: Importer<'code' | 'name' | 'communes', NamedQpv> = {
  columns: {
    code: ['code', 'code_qp'],
    name: ['name', 'nom', 'lib_qp', 'nom_qp'],
    communes: ['communes', 'insee_com']
  },
  required: ['code', 'name'],
  unique: { code: 'duplicate-qpv', column: 'code', of: ({ code }) => code },
  rows(cell) {
    const code = cell('code').toUpperCase();
    if (code === '' || cell('name') === '') return { dropped: { code: 'empty-cell', column: 'code' } };
    return {
      row: { code, name: cell('name'), communes: splitNames(cell('communes').replace(/[[\]"']/g, '')) }
    };
  }
};

/**
 * Finds communes by name, and QPV where their list is given.
 *
 * @param qpvs path of a list of QPV: `code`, `name`, and `communes` where known (downloads/qpvs.csv of a territory)
 * @throws UnusableInput when the list cannot be read or lacks a column
 */
export async function casePlaces(qpvs: string | undefined): Promise<CaseLists> {
  const reference = await keptReference();
  const list =
    qpvs === undefined ? [] : importSync({ name: basename(qpvs), bytes: readBytes(qpvs) }, FORMAT).rows;
  const names = placeNames({ communes: [], qpvs: list });
  return {
    communeNamed: (name, departement) => reference.codeByName(departement, name),
    ...(qpvs !== undefined && {
      qpvNamed: (name: string, commune: string | null) => names.qpv(name, commune)
    })
  };
}
