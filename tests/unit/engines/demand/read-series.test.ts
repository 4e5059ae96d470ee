// SERIES.json as it comes: what is refused, what is put right and told, and nothing that breaks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast, readSeries } from '../../../../src/lib/engines/demand/index.ts';
import { findingSentenceIn } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput, type Finding } from '../../../../src/lib/model/findings.ts';
import { draws } from '../../../draws.ts';

const good = {
  years: ['2023-2024', '2024-2025', '2025-2026'],
  series: [{ id: 'a', values: [20, null, 30] }]
};
const findingsOf = (document: unknown): Finding[] => {
  try {
    return readSeries(document, 'series.json').findings;
  } catch (error) {
    if (error instanceof UnusableInput) return [...error.findings];
    throw error;
  }
};
const codes = (document: unknown) => findingsOf(document).map(({ code }) => code);

describe('a file of series', () => {
  it('that is right is read whole, with the horizon and level of the house', () => {
    expect(readSeries(good)).toMatchObject({ horizon: 1, level: 0.8, findings: [] });
  });

  it('with years in disorder is put in order, and says so', () => {
    const document = { ...good, years: ['2025-2026', '2023-2024', '2024-2025'] };
    expect(codes(document)).toEqual(['forecast-disorder']);
    expect(forecast(readSeries(document).table).since).toBe('2025-2026');
  });

  it('with a missing year is read with a gap, and says which', () => {
    const document = { years: [2022, 2023, 2025], series: [{ id: 'a', values: [1, 2, 3] }] };
    expect(findingsOf(document)).toMatchObject([{ code: 'forecast-gap', found: '2024', severity: 'note' }]);
  });

  it('with a negative count takes it as unknown', () => {
    const document = { ...good, series: [{ id: 'a', values: [20, -4, 30] }] };
    expect(codes(document)).toEqual(['forecast-negative']);
    expect(readSeries(document).table.series[0]!.values).toEqual([20, null, 30]);
  });

  it('that asks for more than three years gets three, and the reason', () => {
    expect(readSeries({ ...good, horizon: 9 })).toMatchObject({
      horizon: 3,
      findings: [{ code: 'forecast-horizon' }]
    });
  });

  it.each([
    ['a year twice', { ...good, years: ['2024', '2024', '2025'] }, ['forecast-twice']],
    ['a series twice', { ...good, series: [...good.series, ...good.series] }, ['forecast-twice']],
    ['a count too few', { ...good, series: [{ id: 'a', values: [1] }] }, ['forecast-length']],
    [
      'a count of no children on earth',
      { ...good, series: [{ id: 'a', values: [1, 1e308, 3] }] },
      ['forecast-value']
    ],
    ['a share for a count', { ...good, series: [{ id: 'a', values: [1, 5e-324, 3] }] }, ['forecast-value']],
    ['a word for a count', { ...good, series: [{ id: 'a', values: [1, 'deux', 3] }] }, ['forecast-value']],
    [
      'a school year of two years',
      { ...good, years: ['2023-2025', '2024-2025', '2025-2026'] },
      ['forecast-value']
    ],
    ['a level of 3', { ...good, level: 3 }, ['forecast-value']],
    ['a list', [], ['forecast-value']],
    ['nothing', null, ['forecast-value']]
  ])('with %s is refused', (_, document, expected) => {
    expect([...new Set(codes(document))]).toEqual(expected);
    expect(() => readSeries(document)).toThrow(UnusableInput);
  });

  it('whatever it holds is refused with words or gives a forecast', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 90 }), fc.constant(null), fc.string({ maxLength: 4 }));
    const year = fc.oneof(fc.integer({ min: 2015, max: 2030 }), fc.string({ maxLength: 9 }));
    const row = fc.record({ id: fc.string({ maxLength: 3 }), values: fc.array(value, { maxLength: 4 }) });
    const document = fc.record({
      years: fc.array(year, { maxLength: 4 }),
      series: fc.array(row, { maxLength: 3 })
    });
    fc.assert(
      fc.property(fc.oneof(document, fc.jsonValue()), (any) => {
        for (const finding of findingsOf(any))
          for (const sentence of [findingSentenceIn('fr', finding), findingSentenceIn('en', finding)])
            expect(sentence).not.toMatch(/undefined|NaN/);
        let read;
        try {
          read = readSeries(any);
        } catch {
          return;
        }
        expect(forecast(read.table).series).toHaveLength(read.table.series.length);
      }),
      { numRuns: draws() }
    );
  });
});
