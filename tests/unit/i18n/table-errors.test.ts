// Whatever goes wrong with the tables, the page has a French sentence for it and says what to do.
import { describe, expect, it } from 'vitest';
import { canRetry, tableErrorSentence } from '../../../src/lib/i18n/table-errors.ts';
import { TABLE_ERROR_CODES } from '../../../src/lib/tables/table-error.ts';

describe('the words of a table error', () => {
  it.each(TABLE_ERROR_CODES)('exist for %s, and name the table', (code) => {
    const table = code.startsWith('table-') ? 'demand' : undefined;
    const sentence = tableErrorSentence({ code, table, found: '100', expected: '200' }, 'fr').replace(
      /\s/g,
      ' '
    );
    expect(sentence).not.toContain(code);
    expect(sentence).toMatch(/^[A-ZÉ].*\. [A-ZÉ].*\.$/);
    if (table) expect(sentence).toContain('la table « demand »'.slice(3));
  });

  it.each(TABLE_ERROR_CODES)('exist in English for %s', (code) => {
    const table = code.startsWith('table-') ? 'demand' : undefined;
    const sentence = tableErrorSentence({ code, table, found: '100', expected: '200' }, 'en');
    expect(sentence).not.toContain(code);
    expect(sentence).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
    expect(sentence).not.toMatch(/[«»éèàç\u202f]/);
    if (table) expect(sentence).toContain('he table “demand”');
  });

  it('say how much of a file came', () => {
    const sentence = tableErrorSentence(
      { code: 'table-truncated', table: 'demand', found: '1200', expected: '8640' },
      'fr'
    );
    expect(sentence.replace(/\s/g, ' ')).toBe(
      'La table « demand » est incomplète (1 200 octets reçus sur 8 640 octets). Vérifiez la connexion, puis réessayez.'
    );
  });

  it('quote a code that they do not know', () => {
    expect(tableErrorSentence({ code: 'new-code' }, 'fr')).toContain('new-code');
  });

  it('offer to try again only where that can help', () => {
    expect(canRetry({ code: 'engine-unreachable' })).toBe(true);
    expect(canRetry({ code: 'no-webassembly' })).toBe(false);
    expect(canRetry({ code: 'manifest-missing' })).toBe(false);
  });
});
