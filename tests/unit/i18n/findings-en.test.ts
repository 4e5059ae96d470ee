// Whoever reads in English is told in English what is wrong with a file, and how to fix it.
import { describe, expect, it } from 'vitest';
import { findingsCsv } from '../../../src/lib/export/findings-csv.ts';
import { sentenceFor, wordsFor } from '../../../src/lib/i18n/findings/finding-reader.ts';
import { findingCodes, findingSentenceIn, wordsIn } from '../../../src/lib/i18n/findings/findings.ts';
import { setLocale } from '../../../src/lib/i18n/paraglide/runtime.js';

const codes = findingCodes();
const full = { file: 'a.csv', row: 3, column: 'uai', found: 'x y', expected: 'z' };
/** Words that only French has; names of files, keys and institutions stay as they are. */
const FRENCH =
  /\b(le|les|des|une|est|sont|cette|aucune?|fichier|ligne|colonne|trouvé|attendu)\b|[«»]| [:;?!]/;

describe('findings in English', () => {
  it('leave no mark of a message behind', () => {
    for (const code of codes) {
      for (const language of ['fr', 'en'] as const)
        for (const finding of [{}, full])
          expect(wordsIn(language, code)?.what({ code, severity: 'note', ...finding }), code).not.toMatch(
            /[{}[\]|]/
          );
    }
  });

  it('make a sentence, whatever is known, without a word of French', () => {
    for (const code of codes) {
      const told = findingSentenceIn('en', { code, severity: 'dropped', ...full });
      expect(told, code).toMatch(/^a\.csv, row 3, column “uai”: .+\.$/);
      const bare = findingSentenceIn('en', { code, severity: 'dropped' });
      for (const sentence of [told, bare]) {
        expect(sentence, code).not.toMatch(/undefined|null|NaN/);
      }
      expect(told, code).not.toMatch(FRENCH);
    }
  });

  it('are what a page says when the reader has chosen English', () => {
    const finding = { code: 'duplicate-uai', severity: 'dropped' as const, ...full, expected: '2' };
    expect(sentenceFor(finding)).toContain('ligne 3');
    setLocale('en', { reload: false });
    try {
      expect(wordsFor('duplicate-uai')?.title).toBe('UAI number twice');
      expect(sentenceFor(finding)).toBe(
        'a.csv, row 3, column “uai”: school “x y” already stands above (2); the first row is kept. Take out the extra row.'
      );
      expect(findingsCsv([finding], 'en')).toMatch(
        /^\uFEFFrow;column;found;expected;remark;what to do;outcome\r\n/
      );
    } finally {
      setLocale('fr', { reload: false });
    }
  });
});
