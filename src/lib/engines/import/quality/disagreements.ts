// Differences between two files about one school: a finding each; neither file is taken for right.
import { metresBetween } from '../../../algorithms/distance.ts';
import type { Finding } from '../../../model/findings.ts';

/** What a file says of a school; null and undefined are no claim. */
export interface SchoolClaims {
  line: number;
  uai: string;
  commune?: string | null;
  kind?: string | null;
  sector?: string | null;
  rep?: string | null;
  lon?: number | null;
  lat?: number | null;
}

export interface SchoolSource {
  file: string;
  rows: readonly SchoolClaims[];
}

const COMPARED = ['commune', 'kind', 'sector', 'rep'] as const;
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
  const told = COMPARED.flatMap((column) => {
    const [found, expected] = [row[column], before[column]];
    return found == null || expected == null || found === expected ? [] : [{ column, found, expected }];
  });
  const metres = metresApart(row, before);
  if (metres <= SAME_PLACE_METRES) return told;
  const place = ({ lon, lat }: SchoolClaims) => `${lon?.toFixed(4)} ; ${lat?.toFixed(4)}`;
  return [...told, { column: 'position', found: place(row), expected: place(before) }];
}
