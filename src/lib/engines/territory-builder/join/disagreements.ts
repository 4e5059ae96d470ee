// Files that do not say the same of a school of the territory: type, sector, or a position more than 500 m apart.
import { metresBetween } from '../../../algorithms/distance.ts';
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

/** What a file says of a school; null and undefined are no claim. */
interface SchoolClaims {
  line: number;
  uai: string;
  commune?: string | null;
  kind?: string | null;
  sector?: string | null;
  rep?: string | null;
  lon?: number | null;
  lat?: number | null;
}

interface SchoolSource {
  file: string;
  rows: readonly SchoolClaims[];
}

const CLAIMS = ['commune', 'kind', 'sector', 'rep'] as const;
/** Positions of one school this near, in metres, agree. */
const SAME_PLACE_METRES = 500;
function metresApart(a: SchoolClaims, b: SchoolClaims): number {
  if (a.lon == null || a.lat == null || b.lon == null || b.lat == null) return 0;
  return metresBetween([a.lon, a.lat], [b.lon, b.lat]);
}

/** Findings in the order of the files; each file is compared with the first that mentions the school. */
export function schoolDisagreements(files: readonly SchoolSource[]): Finding[] {
  const first = new Map<string, { file: string; row: SchoolClaims }>();
  const findings: Finding[] = [];
  for (const { file, rows } of files) {
    for (const row of rows) {
      const before = first.get(row.uai);
      if (!before) first.set(row.uai, { file, row });
      else if (before.file !== file) {
        for (const { column, found, expected } of differences(row, before.row)) {
          const place = { file, row: row.line, column };
          const sides = {
            found: `${row.uai} ${found}`,
            expected: `${before.file}, ${before.row.line} : ${expected}`
          };
          findings.push({ code: 'files-disagree', severity: 'doubtful', ...place, ...sides });
        }
      }
    }
  }
  return findings;
}

function differences(row: SchoolClaims, before: SchoolClaims) {
  const told = CLAIMS.flatMap((column) => {
    const [found, expected] = [row[column], before[column]];
    return found == null || expected == null || found === expected ? [] : [{ column, found, expected }];
  });
  const metres = metresApart(row, before);
  if (metres <= SAME_PLACE_METRES) return told;
  const place = ({ lon, lat }: SchoolClaims) => `${lon?.toFixed(4)} ; ${lat?.toFixed(4)}`;
  return [...told, { column: 'position', found: place(row), expected: place(before) }];
}
