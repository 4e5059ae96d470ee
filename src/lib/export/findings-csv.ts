// Findings of a file as CSV, for the service: its rows, its columns and its values. Never published: remarks that are counted give hidden counts away.
import type { InEachLanguage, Locale } from '../i18n/locale.ts';
import { wordsIn } from '../i18n/findings/findings.ts';
import type { Finding, Severity } from '../model/findings.ts';
import { toCsv } from './csv.ts';

/** Says what becomes of it. */
export const REMARKS_FILE: InEachLanguage = { fr: 'remarques-a-garder.csv', en: 'remarks-to-keep.csv' };

const HEADERS: InEachLanguage<readonly string[]> = {
  fr: ['ligne', 'colonne', 'trouvé', 'attendu', 'remarque', 'que faire', 'suite'],
  en: ['row', 'column', 'found', 'expected', 'remark', 'what to do', 'outcome']
};
const OUTCOMES: InEachLanguage<Record<Severity, string>> = {
  fr: { dropped: 'écartée', doubtful: 'à vérifier', note: 'pour information' },
  en: { dropped: 'dropped', doubtful: 'to check', note: 'for information' }
};

/** One line a finding; formulas in quoted values are neutralised. */
export function findingsCsv(findings: readonly Finding[], language: Locale): string {
  const cells = (finding: Finding) => {
    const { code, severity, row, column, found, expected } = finding;
    const words = wordsIn(language, code);
    const remark = words?.what(finding) ?? code;
    return [row, column, found, expected, remark, words?.fix, OUTCOMES[language][severity]];
  };
  return toCsv(
    findings.map(cells),
    HEADERS[language].map((header, at) => ({ header, value: (row) => row[at] }))
  );
}
