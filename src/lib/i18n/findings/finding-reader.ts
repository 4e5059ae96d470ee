// Findings in the reader's language, for the pages; the scripts speak French (findings.ts).
import type { Finding } from '../../model/findings.ts';
import type { FindingWords } from './finding-words.ts';
import { FINDING_WORDS_EN, findingSentenceEn } from './findings-en.ts';
import { FINDING_WORDS, findingSentence } from './findings.ts';
import { locale } from '../locale.ts';
import { typeset } from '../typeset.ts';

/** undefined: a code without words. */
export function wordsFor(code: string): FindingWords | undefined {
  if (locale() !== 'fr') return FINDING_WORDS_EN[code];
  const words = FINDING_WORDS[code];
  return (
    words && {
      ...words,
      title: typeset(words.title),
      what: (finding) => typeset(words.what(finding)),
      ...(words.fix ? { fix: typeset(words.fix) } : {})
    }
  );
}

/** One finding in one line: where, what, how to fix. */
export const sentenceFor = (finding: Finding): string =>
  locale() === 'fr' ? typeset(findingSentence(finding)) : findingSentenceEn(finding);
