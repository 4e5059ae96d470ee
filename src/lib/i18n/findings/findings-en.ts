// Findings in English, code by code: the twin of findings.ts.
import type { Finding } from '../../model/findings.ts';
import { fileWords, type FindingLexicon } from './finding-words.ts';
import { CASE_FINDINGS_EN } from './findings-cases-en.ts';
import { CUBE_FINDINGS_EN } from './findings-cubes-en.ts';
import { FILE_FINDINGS_EN } from './findings-files-en.ts';
import { GROUND_FINDINGS_EN } from './findings-ground-en.ts';
import { IMPORT_FINDINGS_EN } from './findings-import-en.ts';
import { MAILLAGE_FINDINGS_EN } from './saved/findings-maillage-en.ts';
import { PLAN_FINDINGS_EN } from './saved/findings-plan-en.ts';
import { PUBLISH_FINDINGS_EN } from './saved/findings-publish-en.ts';
import { ROW_FINDINGS_EN } from './findings-rows-en.ts';
import { ASSIGNMENT_FINDINGS_EN } from './findings-assignment-en.ts';
import { DEMAND_FINDINGS_EN } from './findings-demand-en.ts';
import { STORY_FINDINGS_EN } from './saved/findings-story-en.ts';
import { TERRITORY_FINDINGS_EN } from './findings-territory-en.ts';
import { TRAVEL_FINDINGS_EN } from './findings-travel-en.ts';

/** Every code that has words of its own. */
export const FINDING_WORDS_EN: FindingLexicon = {
  ...FILE_FINDINGS_EN,
  ...IMPORT_FINDINGS_EN,
  ...ROW_FINDINGS_EN,
  ...CASE_FINDINGS_EN,
  ...CUBE_FINDINGS_EN,
  ...MAILLAGE_FINDINGS_EN,
  ...PLAN_FINDINGS_EN,
  ...PUBLISH_FINDINGS_EN,
  ...ASSIGNMENT_FINDINGS_EN,
  ...DEMAND_FINDINGS_EN,
  ...STORY_FINDINGS_EN,
  ...TERRITORY_FINDINGS_EN,
  ...TRAVEL_FINDINGS_EN,
  ...GROUND_FINDINGS_EN
};

/** “ips.csv, row 12, column “uai””, or “cell “59606 / ALL”” in a cube; '' when the finding has no place. */
function findingPlaceEn({ file, row, column }: Finding): string {
  const unit = file?.toLowerCase().endsWith('.geojson') ? 'feature' : 'row';
  const parts = [
    fileWords(file, (sheet) => `sheet “${sheet}”`),
    row === undefined ? '' : `${unit} ${row}`,
    column ? `${column.includes(' / ') ? 'cell' : 'column'} “${column}”` : ''
  ];
  return parts.filter(Boolean).join(', ');
}

/** One finding in one line: where, what, how to fix. A code without words is quoted as it is. */
export function findingSentenceEn(finding: Finding): string {
  const words = FINDING_WORDS_EN[finding.code];
  const place = findingPlaceEn(finding);
  const found = finding.found ? ` (${finding.found})` : '';
  const what = words ? words.what(finding) : `remark “${finding.code}”${found}`;
  return [`${place ? `${place}: ` : ''}${what}.`, words?.fix].filter(Boolean).join(' ');
}
