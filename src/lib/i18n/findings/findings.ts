// Findings in words: what was seen, where, and how to fix it. Plain functions, read by the scripts and by the pages.
import type { Finding } from '../../model/findings.ts';
import type { Locale } from '../locale.ts';
import { ACTION_FINDINGS } from './findings-actions.ts';
import { ASSIGNMENT_FINDINGS } from './findings-assignment.ts';
import { CASE_FINDINGS } from './findings-cases.ts';
import { CUBE_FINDINGS } from './findings-cubes.ts';
import { DETAIL_FINDINGS } from './findings-details.ts';
import { DEMAND_FINDINGS } from './findings-demand.ts';
import { FILE_FINDINGS } from './findings-files.ts';
import { GROUND_FINDINGS } from './findings-ground.ts';
import { IMPORT_FINDINGS } from './findings-import.ts';
import { MAILLAGE_FINDINGS } from './findings-maillage.ts';
import { MEETING_FINDINGS } from './findings-meetings.ts';
import { PLAN_FINDINGS } from './findings-plan.ts';
import { ROW_FINDINGS } from './findings-rows.ts';
import { STORY_FINDINGS } from './findings-story.ts';
import { TERRITORY_FINDINGS } from './findings-territory.ts';
import { TRAVEL_FINDINGS } from './findings-travel.ts';
import type { InEachLanguage } from '../template.ts';
import { wordsIn, type FindingLexicon } from './finding-words.ts';
import { WORD_FINDINGS } from './findings-word.ts';
import { withValueWords } from './value-words.ts';

/** Every code that has words of its own. */
export const FINDING_WORDS: FindingLexicon = {
  ...FILE_FINDINGS,
  ...IMPORT_FINDINGS,
  ...ROW_FINDINGS,
  ...CASE_FINDINGS,
  ...DETAIL_FINDINGS,
  ...CUBE_FINDINGS,
  ...MAILLAGE_FINDINGS,
  ...PLAN_FINDINGS,
  ...ASSIGNMENT_FINDINGS,
  ...MEETING_FINDINGS,
  ...ACTION_FINDINGS,
  ...DEMAND_FINDINGS,
  ...STORY_FINDINGS,
  ...TERRITORY_FINDINGS,
  ...TRAVEL_FINDINGS,
  ...GROUND_FINDINGS,
  ...WORD_FINDINGS
};

const OUTCOMES = { dropped: 'ligne écartée', doubtful: 'à vérifier', note: 'pour information' } as const;
const SEVERITIES = Object.keys(OUTCOMES);

const WORDS = {
  fr: {
    sheet: 'feuille',
    feature: 'objet',
    row: 'ligne',
    cell: 'case',
    column: 'colonne',
    remark: 'remarque',
    colon: ' : ',
    quoted: (text: string) => `« ${text} »`
  },
  en: {
    sheet: 'sheet',
    feature: 'feature',
    row: 'row',
    cell: 'cell',
    column: 'column',
    remark: 'remark',
    colon: ': ',
    quoted: (text: string) => `“${text}”`
  }
} satisfies InEachLanguage<unknown>;

/** « ips.csv, ligne 12, colonne « uai » », or « case « 59606 / ALL » » in a cube; '' when the finding has no place. */
export function findingPlace({ file, row, column }: Finding, language: Locale = 'fr'): string {
  const words = WORDS[language];
  const unit = file?.toLowerCase().endsWith('.geojson') ? words.feature : words.row;
  const parts = [
    // « listes.xlsx#Écoles »: a sheet of a workbook.
    file?.replace(
      /(\.(?:xlsx|xlsm|xltx|ods|ots))#(.+)$/i,
      (_, end: string, sheet: string) => `${end}, ${words.sheet} ${words.quoted(sheet)}`
    ),
    row === undefined ? '' : `${unit} ${row}`,
    column ? `${column.includes(' / ') ? words.cell : words.column} ${words.quoted(column)}` : ''
  ];
  return parts.filter(Boolean).join(', ');
}

/** One finding in one line: where, what, how to fix. A code without words is quoted as it is. */
export function findingSentenceIn(language: Locale, finding: Finding): string {
  const { remark, quoted, colon } = WORDS[language];
  const words = wordsIn(language, FINDING_WORDS[finding.code]);
  const place = findingPlace(finding, language);
  const seen = withValueWords(finding, language).found;
  const found = seen ? ` (${seen})` : '';
  const what = words ? words.what(finding) : `${remark} ${quoted(finding.code)}${found}`;
  return [`${place ? `${place}${colon}` : ''}${what}.`, words?.fix].filter(Boolean).join(' ');
}

/** The same in French, for the scripts. */
export const findingSentence = (finding: Finding): string => findingSentenceIn('fr', finding);

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
      return `${count.toLocaleString('fr-FR')} × ${FINDING_WORDS[code]?.title.fr ?? code} (${outcome})`;
    });
}
