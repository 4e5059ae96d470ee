// Reads a case file for the shell, where nobody is asked: a word of the service that enough children have is a theme of its own.
import { importFile, isThemeName, readCaseFile, type CaseLists } from '../../src/lib/engines/import/index.ts';
import type { SourceFile } from '../../src/lib/model/source-files.ts';
import type { Finding, Imported } from '../../src/lib/model/findings.ts';
import type { Case } from '../../src/lib/model/pathway.ts';
import { withVisits, type CaseVisit } from '../../src/lib/model/report/visit-days.ts';

/** Words of the column of themes that are none of the list, with at least `k` children in the file: fewer may be a slip, or a remark. */
function frequentThemes({ findings }: Imported<Case>, k: number): string[] {
  const rows = new Map<string, number>();
  for (const { code, found } of findings) {
    if (code === 'own-theme' && found) rows.set(found, (rows.get(found) ?? 0) + 1);
  }
  return [...rows].flatMap(([theme, count]) => (count >= k && isThemeName(theme) ? [theme] : []));
}

/**
 * The cases of a file, and the themes that are the service's own.
 * @throws UnusableInput when the file is of no use
 */
export async function readCases(
  source: SourceFile,
  lists: CaseLists,
  k: number
): Promise<Imported<Case> & { themes: string[] }> {
  const read = await readCaseFile(source, lists);
  const themes = frequentThemes(read, k);
  return { ...(themes.length === 0 ? read : await readCaseFile(source, { ...lists, themes })), themes };
}

/**
 * The cases with what a list of their visits tells: their number where the file tells none, and how many are at neutral places.
 * @throws UnusableInput when the list is of no use
 */
export async function withVisitList<Cases extends { rows: Case[]; findings: Finding[] }>(
  cases: Cases,
  list: SourceFile
): Promise<Cases> {
  const { rows: visits, findings } = await importFile(list, { expect: 'visits' });
  const joined = withVisits(cases.rows, visits as CaseVisit[], list.name);
  return { ...cases, rows: joined.rows, findings: [...cases.findings, ...findings, ...joined.findings] };
}
