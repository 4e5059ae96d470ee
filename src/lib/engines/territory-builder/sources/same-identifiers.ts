// Two files of one kind that give the same identifiers: until the reader says whether one replaces the other, nothing is counted twice.
import type { Finding } from '../../../model/findings.ts';
import type { From, SourceName, Sources } from './sources.ts';

type Identifier<Name extends SourceName> = (row: Sources[Name][number]) => string;

/** What tells the rows of each list of the service apart. */
const IDENTIFIERS: { [Name in SourceName]?: Identifier<Name> } = {
  followed: ({ uai, named }) => uai || (named ? `${named.name}, ${named.commune}` : ''),
  staff: ({ id }) => id,
  teams: ({ id }) => id,
  actions: ({ id }) => id,
  partners: ({ category, commune }) => `${category}, ${commune}`,
  correspondents: ({ commune }) => commune,
  milestones: ({ month, text }) => `${month}, ${text}`,
  groups: ({ uai, named }) => uai || (named ? `${named.name}, ${named.commune ?? ''}` : ''),
  members: ({ team, function: post }) => `${team}, ${post}`
};

/** One spelling of an identifier: « FA 1 » and « fa-1 » are one sheet. */
const spelt = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type AnyRow = From<object>;

/**
 * Takes each identifier once, from the later of the files that give it. The rows of a list are changed in place.
 *
 * @param both pairs of files of which the reader said that they stand together
 * @returns for each pair of files, `same-identifiers` (of the later) and `rows-superseded` (of the earlier, with how many of its rows are left out)
 */
export function withoutDoubles(sources: Sources, both: readonly (readonly string[])[]): Finding[] {
  return Object.entries(IDENTIFIERS).flatMap(([name, of]) => {
    const rows = sources[name as SourceName] as AnyRow[];
    const identify = of as unknown as (row: AnyRow) => string;
    return doublesOf(rows, (row) => spelt(identify(row)), sources.files[name as SourceName], both);
  });
}

function doublesOf(
  rows: AnyRow[],
  identify: (row: AnyRow) => string,
  files: readonly string[],
  both: readonly (readonly string[])[]
): Finding[] {
  const findings: Finding[] = [];
  const together = (one: string, other: string) =>
    both.some((pair) => pair.includes(one) && pair.includes(other));
  const left = new Set<AnyRow>();
  files.forEach((earlier, at) => {
    const superseded = new Set<AnyRow>();
    for (const later of files.slice(at + 1)) {
      if (later === earlier || together(earlier, later)) continue;
      const given = new Set(rows.flatMap((row) => (row.file === later ? [identify(row)] : [])));
      const doubles = rows.filter((row) => {
        const identifier = identify(row);
        return row.file === earlier && identifier !== '' && given.has(identifier);
      });
      if (doubles.length === 0) continue;
      const found = String(doubles.length);
      findings.push({
        code: 'same-identifiers',
        severity: 'doubtful',
        file: later,
        found,
        expected: earlier
      });
      for (const row of doubles) superseded.add(row);
    }
    if (superseded.size > 0)
      findings.push({
        code: 'rows-superseded',
        severity: 'note',
        file: earlier,
        found: String(superseded.size)
      });
    for (const row of superseded) left.add(row);
  });
  if (left.size > 0) rows.splice(0, rows.length, ...rows.filter((row) => !left.has(row)));
  return findings;
}
