// Findings in words: what was seen, where, and how to fix it. A code names its messages (messages/findings): NAME, NAME_title, NAME_fix. Plain functions,
// read by the scripts and by the pages.
import type { Finding } from '../../model/findings.ts';
import type { Locale } from '../locale.ts';
import { valuesInWords } from './finding-values.ts';
import { messageKeys, say, sayIfAny } from './say.ts';

/** The words of a code in one language. */
export interface FindingWords {
  /** Names the kind of remark in a summary: « numéro UAI en double ». */
  title: string;
  /** What was seen, as the start of a sentence. */
  what: (finding: Finding) => string;
  /** What to do about it, a whole sentence, when something can be done. */
  fix?: string;
}

/** Fixes that several codes have: message -> codes. */
const REPEATED_FIXES: Readonly<Record<string, readonly string[]>> = {
  fix_check_access: ['unreadable-file', 'plan-unreadable'],
  fix_download_again: ['empty-file', 'truncated-text', 'truncated-json', 'pbf-truncated', 'pbf-damaged'],
  fix_download_to_end: [
    'damaged-gzip',
    'damaged-topojson',
    'truncated-archive',
    'truncated-parquet',
    'damaged-parquet'
  ],
  fix_correct_a_date: ['period-reversed', 'detail-exit-before-entry'],
  fix_correct_qpv: ['unknown-qpv', 'qpv-not-found'],
  fix_choose_a_word: ['detail-bad-word', 'detail-bad-origin'],
  fix_check_cell: ['detail-bad-date', 'detail-in-future'],
  fix_without_sources: ['maillage-too-large', 'maillage-unpacked', 'maillage-entries'],
  fix_open_saved_only: [
    'maillage-ratio',
    'maillage-path',
    'maillage-link',
    'maillage-duplicate',
    'maillage-unknown',
    'maillage-logo'
  ],
  fix_copy_folder_again: [
    'maillage-truncated',
    'maillage-damaged',
    'maillage-missing',
    'maillage-json',
    'maillage-manifest'
  ],
  fix_export_again: ['plan-empty', 'meeting-plan-malformed', 'plan-malformed'],
  fix_choose_exported: ['plan-not-json', 'plan-too-large', 'plan-foreign'],
  fix_build_again: ['split-malformed', 'team-malformed'],
  fix_check_spelling: ['split-unknown-key', 'actions-unread-key'],
  fix_keep_one: ['meetings-twice', 'forecast-twice'],
  fix_cover_territory: ['graph-elsewhere', 'graph-partial'],
  fix_make_graph_again: ['graph-foreign', 'graph-version'],
  fix_copy_graph_again: ['graph-truncated', 'graph-damaged'],
  fix_as_published: ['pbf-packing', 'pbf-unsorted'],
  fix_save_as_docx: ['word-not-docx', 'word-macros', 'word-chunk', 'word-entities', 'word-encoding']
};

/** A finding of these codes speaks of several rows: `found` is their number. */
const COUNTED = [
  'cite-outside-epci',
  'schools-outside-intervention',
  'commune-outside-epci',
  'qpv-outside-epci',
  'school-gone',
  'school-outside-epci',
  'position-of-no-school',
  'rows-superseded',
  'older-years'
];
export const isCounted = (code: string): boolean => COUNTED.includes(code);

const keyOf = (code: string): string => `finding_${code.replace(/-/g, '_')}`;

/** Every code that has words. */
export const findingCodes = (): string[] =>
  messageKeys().flatMap((key) => {
    const [, name] = /^finding_(\w+)_title$/.exec(key) ?? [];
    return name === undefined ? [] : [name.replace(/_/g, '-')];
  });

function fixOf(language: Locale, code: string): string | undefined {
  const repeated = Object.keys(REPEATED_FIXES).find((key) => REPEATED_FIXES[key]!.includes(code));
  return sayIfAny(language, repeated ?? `${keyOf(code)}_fix`);
}

/** undefined: a code without words. */
export function wordsIn(language: Locale, code: string): FindingWords | undefined {
  const title = sayIfAny(language, `${keyOf(code)}_title`);
  if (title === undefined) return undefined;
  const fix = fixOf(language, code);
  const what = (finding: Finding) =>
    say(language, keyOf(code), valuesInWords({ ...finding, code }, language));
  return { title, what, ...(fix !== undefined && { fix }) };
}

/** « ips.csv, ligne 12, colonne « uai » », or « case « 59606 / ALL » » in a cube; '' when the finding has no place. */
export function findingPlace({ file = '', row, column = '' }: Finding, language: Locale = 'fr'): string {
  const place = (name: string, values: Readonly<Record<string, string>>) =>
    say(language, `finding_place_${name}`, values);
  // « listes.xlsx#Écoles »: a sheet of a workbook.
  const [, workbook, sheet] = /^(.*?\.(?:xlsx|xlsm|xltx|ods|ots))#(.+)$/i.exec(file) ?? [];
  const parts = [
    workbook !== undefined && sheet !== undefined ? place('sheet', { file: workbook, sheet }) : file,
    row !== undefined &&
      place(file.toLowerCase().endsWith('.geojson') ? 'feature' : 'row', { row: String(row) }),
    column && place(column.includes(' / ') ? 'cell' : 'column', { column })
  ];
  return parts.filter(Boolean).join(', ');
}

/** One finding in one line: where, what, how to fix. A code without words is quoted as it is. */
export function findingSentenceIn(language: Locale, finding: Finding): string {
  const words = wordsIn(language, finding.code);
  const what = words?.what(finding) ?? say(language, 'finding_remark', valuesInWords(finding, language));
  const place = findingPlace(finding, language);
  const told = place ? say(language, 'finding_at', { place, what }) : `${what}.`;
  return [told, words?.fix].filter(Boolean).join(' ');
}

/** The same in French, for the scripts. */
export const findingSentence = (finding: Finding): string => findingSentenceIn('fr', finding);

const SEVERITIES = ['dropped', 'doubtful', 'note'];

/** One line a code, the gravest first: « 12 × numéro UAI en double (ligne écartée) ». */
export function findingSummary(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const { severity, code, found } of findings) {
    const key = `${SEVERITIES.indexOf(severity)} ${code}`;
    counts.set(key, (counts.get(key) ?? 0) + (isCounted(code) ? Number(found) : 1));
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      const [severity = '', code = ''] = key.split(' ');
      const outcome = say('fr', `finding_outcome_${SEVERITIES[Number(severity)]}`);
      return `${count.toLocaleString('fr-FR')} × ${wordsIn('fr', code)?.title ?? code} (${outcome})`;
    });
}
