// How one case file is read: the columns that it lacks, its year where only its name tells it, the themes that the service added.
import { OTHER_THEME, type Case } from '../../model/pathway.ts';
import type { Finding } from '../../model/findings.ts';
import { DETAIL_KEYS, DETAIL_OF } from './formats/case-details.ts';
import { CASE_FORMAT, caseFormat, isThemeName, type CaseKey, type CaseLists } from './formats/cases.ts';
import { readTheme } from './formats/service-words.ts';
import { columnPositions, type Importer } from './importer.ts';
import { yearInName } from './personal/person-file-name.ts';
import { matchedColumns, matchesOf } from './matching/matches.ts';
import type { FormatMatches, Matches } from '../../model/source-files.ts';
import type { RowTable } from './readers/row-table.ts';
import { missingColumn } from './rows.ts';

/** Columns without which children count, and something of them is not known. */
const TOLD_WHEN_ABSENT: readonly CaseKey[] = ['qpv', 'level', 'theme', 'family_id', 'visits'];

/** Details that the file does not tell, where it tells some: a birth is told by its year or by an age. */
function absentDetails(absent: ReadonlySet<CaseKey>): CaseKey[] {
  const told = new Set(DETAIL_KEYS.filter((key) => !absent.has(key)).map((key) => DETAIL_OF[key]));
  return told.size === 0 ? [] : DETAIL_KEYS.filter((key) => key !== 'age' && !told.has(DETAIL_OF[key]));
}

/** Themes that a service added: the names that its matches give to values and that are none of the list. */
function ownThemes(matches: Matches | undefined): string[] {
  const said = Object.values(matchesOf(matches, 'cases').values['theme'] ?? {});
  const names = said.flatMap((ours) =>
    ours !== null && readTheme(ours) === null && isThemeName(ours) ? [ours] : []
  );
  return [...new Set(names)].sort();
}

/** A theme that is ignored leaves its children in the totals. */
function withIgnoredThemes(matches: FormatMatches): FormatMatches {
  const { theme } = matches.values;
  if (!theme) return matches;
  const read = Object.entries(theme).map(([value, ours]) => [value, ours ?? OTHER_THEME] as const);
  return { ...matches, values: { ...matches.values, theme: Object.fromEntries(read) } };
}

/**
 * The importer of one case file, and what is told of the whole file.
 * @throws UnusableInput missing-column when nothing tells its school year
 */
export function caseReading(
  { name: file, header }: RowTable,
  said: FormatMatches,
  lists: CaseLists = {}
): { importer: Importer<CaseKey, Case>; matches: FormatMatches; findings: Finding[] } {
  const places = columnPositions(header, matchedColumns(CASE_FORMAT.columns, header, said));
  const keys = Object.keys(CASE_FORMAT.columns) as CaseKey[];
  const absent = new Set(keys.filter((key) => !places.has(key)));
  const note = (code: string, found?: string): Finding => ({
    code,
    severity: 'note',
    file,
    ...(found && { found })
  });
  const year = absent.has('school_year') ? (yearInName(file) ?? lists.year) : undefined;
  if (absent.has('school_year') && year === undefined)
    throw missingColumn(file, CASE_FORMAT.columns.school_year, header);
  const { year: _today, ...known } = lists;
  const themes = ownThemes({ cases: said });
  const read = {
    ...known,
    ...(year && { year }),
    themes: [...new Set([...themes, ...(lists.themes ?? [])])]
  };
  return {
    importer: caseFormat(read, absent),
    matches: withIgnoredThemes(said),
    findings: [
      ...(year ? [{ ...note('year-assumed', year), severity: 'doubtful' as const }] : []),
      ...(absent.has('case_id') ? [note('no-case-id')] : []),
      ...(absent.has('commune') ? [note('homes-of-schools')] : []),
      ...(absent.has('uai') && absent.has('school') ? [note('no-school-column')] : []),
      ...[...TOLD_WHEN_ABSENT.filter((key) => absent.has(key)), ...absentDetails(absent)].map((key) =>
        note('absent-column', key)
      )
    ]
  };
}
