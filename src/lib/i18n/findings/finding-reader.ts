// Findings in the reader's language, for the pages; the scripts speak French (findings.ts).
import type { Finding } from '../../model/findings.ts';
import { findingSentenceIn, wordsIn, type FindingWords } from './findings.ts';
import { locale } from '../locale.ts';
import { typeset } from '../typeset.ts';

/** undefined: a code without words. */
export function wordsFor(code: string): FindingWords | undefined {
  const words = wordsIn(locale(), code);
  if (locale() !== 'fr' || !words) return words;
  return {
    title: typeset(words.title),
    what: (finding) => typeset(words.what(finding)),
    ...(words.fix && { fix: typeset(words.fix) })
  };
}

/** One finding in one line: where, what, how to fix. */
export function sentenceFor(finding: Finding): string {
  const sentence = findingSentenceIn(locale(), finding);
  return locale() === 'fr' ? typeset(sentence) : sentence;
}
