// The communes and QPV that a case file may name: communes of France by département, QPV of the list that is given.
import { basename } from 'node:path';
import {
  type CaseLists,
  type Importer,
  importSync,
  placeNameList
} from '../../src/lib/engines/import/index.ts';
import { splitNames } from '../../src/lib/model/names.ts';
import { keptReference } from '../territory/reference.ts';
import { fileBytes } from '../shell.ts';
import type { NamedSchool } from './known-schools.ts';

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

/** Corsica apart, the first digits of a commune are its département. */
const departementOf = (commune: string) => commune.slice(0, /^9[78]/.test(commune) ? 3 : 2);

/** The schools of a list by their names and communes. */
function schoolLists(schools: readonly NamedSchool[]): CaseLists {
  const communes = new Map(schools.flatMap(({ uai, commune }) => (commune ? [[uai, commune] as const] : [])));
  const named = schools.flatMap(({ uai, name, commune, kind = 'primaire' }) =>
    name && commune ? [{ uai, name, commune, kind }] : []
  );
  const names = placeNameList({ communes: [], schools: named });
  return {
    communeOf: (uai) => communes.get(uai) ?? null,
    schoolNamed: (name, commune) => names.school(name, commune)
  };
}

/**
 * Finds communes by name, and QPV and schools where their lists are given.
 *
 * @param qpvs path of a list of QPV: `code`, `name`, and `communes` where known (downloads/qpvs.csv of a territory)
 * @param schools those of the service: in a row without the number of one, a commune is looked for in their départements
 * @throws UnusableInput when the list cannot be read or lacks a column
 */
export async function casePlaces(
  qpvs: string | undefined,
  schools: readonly NamedSchool[]
): Promise<CaseLists> {
  const reference = await keptReference();
  const list =
    qpvs === undefined ? [] : importSync({ name: basename(qpvs), bytes: fileBytes(qpvs) }, FORMAT).rows;
  const names = placeNameList({ communes: [], qpvs: list });
  const around = [...new Set(schools.flatMap(({ commune }) => (commune ? [departementOf(commune)] : [])))];
  return {
    ...schoolLists(schools),
    communeNamed(name, departement) {
      const within = departement === null ? around : [departement];
      const codes = new Set(within.flatMap((one) => reference.codeByName(one, name) ?? []));
      return codes.size === 1 ? [...codes][0]! : null;
    },
    ...(qpvs !== undefined && {
      qpvNamed: (name: string, commune: string | null) => names.qpv(name, commune)
    })
  };
}
