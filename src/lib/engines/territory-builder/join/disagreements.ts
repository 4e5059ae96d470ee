// Files that do not say the same of a school of the territory: type, sector, or a position more than 500 m apart.
import { type SchoolClaims, schoolDisagreements, type SchoolSource } from '../../import/index.ts';
import type { Finding } from '../../../model/findings.ts';
import type { School } from '../../../model/school.ts';
import type { From, Sources } from '../sources/sources.ts';

const LISTS = ['annuaire', 'ips', 'effectifs', 'rep', 'positions'] as const;
/** Communes and networks are compared where the lists are joined. */
const COMPARED = new Set(['kind', 'sector', 'position']);

function byFile(rows: readonly From<SchoolClaims>[], known: ReadonlySet<string>): SchoolSource[] {
  const files = new Map<string, Map<string, SchoolClaims>>();
  for (const row of rows) {
    if (!known.has(row.uai)) continue;
    const file = files.get(row.file) ?? new Map<string, SchoolClaims>();
    if (!file.has(row.uai)) file.set(row.uai, row);
    files.set(row.file, file);
  }
  return [...files].map(([file, schools]) => ({ file, rows: [...schools.values()] }));
}

/** Findings on the schools that were kept; the first row of a school in a file speaks for it. */
export function disagreements(sources: Sources, schools: readonly School[]): Finding[] {
  const known = new Set(schools.map(({ uai }) => uai));
  const files = LISTS.flatMap((list) => byFile(sources[list], known));
  return schoolDisagreements(files).filter(({ column }) => COMPARED.has(column ?? ''));
}
