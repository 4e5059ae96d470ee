// Findings in the reader's language, for the pages; the scripts speak French (findings.ts).
import type { Finding } from '../model/findings.ts';
import type { FindingWords } from './finding-words.ts';
import { FINDING_WORDS_EN, findingSentenceEn } from './findings-en.ts';
import { FINDING_WORDS, findingSentence } from './findings.ts';
import { locale } from './locale.ts';

/** undefined: a code without words. */
export const wordsFor = (code: string): FindingWords | undefined =>
  (locale() === 'fr' ? FINDING_WORDS : FINDING_WORDS_EN)[code];

/** One finding in one line: where, what, how to mend. */
export const sentenceFor = (finding: Finding): string =>
  (locale() === 'fr' ? findingSentence : findingSentenceEn)(finding);
