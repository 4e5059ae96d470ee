// Findings in French: what was seen, where, and how to fix it. Plain functions, read by the scripts and by the pages.
import type { Finding } from '../../model/findings.ts';
import { fileWords, type FindingLexicon } from './finding-words.ts';
import { CASE_FINDINGS } from './findings-cases.ts';
import { CUBE_FINDINGS } from './findings-cubes.ts';
import { FILE_FINDINGS } from './findings-files.ts';
import { GROUND_FINDINGS } from './findings-ground.ts';
import { IMPORT_FINDINGS } from './findings-import.ts';
import { MAILLAGE_FINDINGS } from './saved/findings-maillage.ts';
import { PLAN_FINDINGS } from './saved/findings-plan.ts';
import { PUBLISH_FINDINGS } from './saved/findings-publish.ts';
import { ROW_FINDINGS } from './findings-rows.ts';
import { ASSIGNMENT_FINDINGS } from './findings-assignment.ts';
import { DEMAND_FINDINGS } from './findings-demand.ts';
import { STORY_FINDINGS } from './saved/findings-story.ts';
import { TERRITORY_FINDINGS } from './findings-territory.ts';
import { TRAVEL_FINDINGS } from './findings-travel.ts';

/** Every code that has words of its own. */
export const FINDING_WORDS: FindingLexicon = {
  ...FILE_FINDINGS,
  ...IMPORT_FINDINGS,
  ...ROW_FINDINGS,
  ...CASE_FINDINGS,
  ...CUBE_FINDINGS,
  ...MAILLAGE_FINDINGS,
  ...PLAN_FINDINGS,
  ...PUBLISH_FINDINGS,
  ...ASSIGNMENT_FINDINGS,
  ...DEMAND_FINDINGS,
  ...STORY_FINDINGS,
  ...TERRITORY_FINDINGS,
  ...TRAVEL_FINDINGS,
  ...GROUND_FINDINGS
};

const OUTCOMES = { dropped: 'ligne écartée', doubtful: 'à vérifier', note: 'pour information' } as const;
const SEVERITIES = Object.keys(OUTCOMES);

/** « ips.csv, ligne 12, colonne « uai » », or « case « 59606 / ALL » » in a cube; '' when the finding has no place. */
export function findingPlace({ file, row, column }: Finding): string {
  const unit = file?.toLowerCase().endsWith('.geojson') ? 'objet' : 'ligne';
  const parts = [
    fileWords(file, (sheet) => `feuille « ${sheet} »`),
    row === undefined ? '' : `${unit} ${row}`,
    column ? `${column.includes(' / ') ? 'case' : 'colonne'} « ${column} »` : ''
  ];
  return parts.filter(Boolean).join(', ');
}

/** One finding in one line: where, what, how to fix. A code without words is quoted as it is. */
export function findingSentence(finding: Finding): string {
  const words = FINDING_WORDS[finding.code];
  const place = findingPlace(finding);
  const found = finding.found ? ` (${finding.found})` : '';
  const what = words ? words.what(finding) : `remarque « ${finding.code} »${found}`;
  return [`${place ? `${place} : ` : ''}${what}.`, words?.fix].filter(Boolean).join(' ');
}

/** One line a code, the gravest first: « 12 × numéro UAI en double (ligne écartée) ». */
export function findingSummary(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const { severity, code, found } of findings) {
    const key = `${SEVERITIES.indexOf(severity)} ${code}`;
    const rows = FINDING_WORDS[code]?.counted ? Number(found) : 1;
    counts.set(key, (counts.get(key) ?? 0) + rows);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      const [severity = '', code = ''] = key.split(' ');
      const outcome = Object.values(OUTCOMES)[Number(severity)] ?? '';
      return `${count.toLocaleString('fr-FR')} × ${FINDING_WORDS[code]?.title ?? code} (${outcome})`;
    });
}
