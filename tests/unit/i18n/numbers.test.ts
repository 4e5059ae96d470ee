import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { setLocale } from '../../../src/lib/i18n/paraglide/runtime.js';
import { longMonth, shortMonth, shortYear } from '../../../src/lib/i18n/dates.ts';
import {
  capitalised,
  decimal,
  distance,
  duration,
  euros,
  integer,
  numberWord,
  percent,
  signed
} from '../../../src/lib/i18n/numbers.ts';
import { draws } from '../../draws.ts';

afterEach(() => setLocale('fr', { reload: false }));

describe('figures in French', () => {
  it('have narrow spaces between thousands, a comma, and a true minus', () => {
    expect(integer(692734)).toBe('692\u202f734');
    expect(decimal(3.14, 1)).toBe('3,1');
    expect(integer(-5)).toBe('\u22125');
  });
  it.each(['fr', 'en'] as const)('are grouped as Intl groups them (%s)', (language) => {
    setLocale(language, { reload: false });
    const tag = language === 'fr' ? 'fr-FR' : 'en-GB';
    const money = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const;
    const plain = (text: string) => text.replace('-', '\u2212');
    const figures = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(0, 999, 1000, -1000, 1e21));
    fc.assert(
      fc.property(figures, (figure) => {
        expect(integer(figure)).toBe(plain(new Intl.NumberFormat(tag).format(figure)));
        expect(euros(figure)).toBe(plain(new Intl.NumberFormat(tag, money).format(figure)));
      })
    );
  });
  it.each(['fr', 'en'] as const)('are percentages as Intl writes them (%s)', (language) => {
    setLocale(language, { reload: false });
    const intl = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent' });
    const parts = fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 400 })).map(([part, of]) => part / of);
    const written = fc.nat(3000).map((thousandths) => thousandths / 1000);
    const any = fc.double({ min: -3, max: 1e12, noNaN: true }).filter((ratio) => !Object.is(ratio, -0));
    const ratios = fc.oneof(parts, written, any);
    fc.assert(
      fc.property(ratios, (ratio) => {
        const one = intl.format(ratio).replace('-', '\u2212').replace('\u00a0%', '\u202f%');
        expect(percent(ratio)).toBe(one);
      }),
      { numRuns: draws() }
    );
  });
  it.each(['fr', 'en'] as const)('have decimals as Intl writes them (%s)', (language) => {
    setLocale(language, { reload: false });
    const tag = language === 'fr' ? 'fr-FR' : 'en-GB';
    const written = fc
      .tuple(fc.nat(2e6), fc.constantFrom(1, 10, 100, 1000, 1e4))
      .map(([part, of]) => part / of);
    const any = fc.double({ min: -50, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(written, any), fc.nat(3), (figure, digits) => {
        const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
        const intl = (style: 'decimal' | 'percent') =>
          new Intl.NumberFormat(tag, { style, ...decimals }).format(figure).replace('-', '\u2212');
        expect(decimal(figure, digits)).toBe(intl('decimal'));
        expect(percent(figure, digits)).toBe(intl('percent').replace('\u00a0%', '\u202f%'));
      }),
      { numRuns: draws() }
    );
  });
  it('keep a space that cannot break before their unit', () => {
    expect(euros(692734)).toBe('692\u202f734\u00a0€');
    expect(percent(0.125, 1)).toBe('12,5\u202f%');
    expect(duration(85)).toBe('1\u00a0h\u00a025');
    expect(duration(45)).toBe('45\u00a0min');
    expect(duration(119.6)).toBe('2\u00a0h');
    expect(distance(437)).toBe('440\u00a0m');
    expect(distance(998)).toBe('1,0\u00a0km');
    expect(distance(1240)).toBe('1,2\u00a0km');
  });
  it('say a change with its sign', () => {
    expect([signed(6), signed(-2), signed(0)]).toEqual(['+6', '\u22122', '0']);
  });
  it('are words in a sentence up to sixteen, in the right gender', () => {
    expect(capitalised(numberWord(11))).toBe('Onze');
    expect(numberWord(1, 'feminine')).toBe('une');
    expect(numberWord(17)).toBe('17');
  });
});

describe('dates in French', () => {
  it('name months and shorten school years', () => {
    expect(shortMonth('2025-09')).toBe('sept. 2025');
    expect(longMonth('2026-02')).toBe('février 2026');
    expect(shortYear('2025-2026')).toBe('2025-26');
  });
});

describe('the same in English', () => {
  it('follows the language in force', () => {
    setLocale('en', { reload: false });
    expect(integer(692734)).toBe('692,734');
    expect(numberWord(11)).toBe('eleven');
    expect([duration(65), duration(120)]).toEqual(['1\u00a0h\u00a05\u00a0min', '2\u00a0h']);
  });
});
