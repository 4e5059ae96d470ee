// A count takes the number that each language gives it.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usePlural } from '../../../scripts/site/plurals.mjs';
import { plural } from '../../../src/lib/i18n/plural.ts';
import { plural as ofMessages } from '../../../src/lib/i18n/paraglide/registry.js';

const LOCALES = ['fr', 'en'] as const;

test.each(LOCALES)('any count in %s has the number that the browser’s own rules give it', (locale) => {
  const rules = new Intl.PluralRules(locale);
  const counts = fc.oneof(
    fc.integer({ min: -10, max: 10 }),
    fc.integer(),
    fc.integer({ min: 1, max: 9 }).map((millions) => millions * 1_000_000),
    fc.double({ min: -3, max: 3, noNaN: true }).map((value) => Math.round(value * 100) / 100)
  );
  fc.assert(
    fc.property(counts, (count) => {
      expect(plural(locale, count)).toBe(rules.select(count));
    })
  );
});

test('a count that comes as text is read as a number', () => {
  expect(LOCALES.map((locale) => plural(locale, '1'))).toEqual(['one', 'one']);
  expect(LOCALES.map((locale) => plural(locale, '0'))).toEqual(['one', 'other']);
});

test('the messages of the site use it, and nothing of the generated one is left', () => {
  expect(ofMessages).toBe(plural);
  const file = new URL('../../../src/lib/i18n/paraglide/registry.js', import.meta.url);
  const { transform } = usePlural() as unknown as { transform: (code: string, id: string) => string };
  expect(transform(readFileSync(file, 'utf8'), file.pathname)).not.toContain('new Intl.PluralRules');
});
