import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../../src/lib/cube/waiting.ts';
import {
  CHANGE_MEASURES,
  MEASURES,
  VIEWS,
  coverageAddress,
  type Address
} from '../../../../src/lib/features/coverage/coverage-address.ts';
import { THEMES } from '../../../../src/lib/model/pathway.ts';
import { LEVELS } from '../../../../src/lib/model/school.ts';

const years = ['2024-2025', '2025-2026'] as const;
const kinds: Record<string, 'commune' | 'qpv' | 'school'> = {
  '10001': 'commune',
  QN00001M: 'qpv',
  '0000001A': 'school'
};
const known = { years, kindOf: (code: string) => kinds[code] ?? null };

const address: fc.Arbitrary<Address> = fc.record({
  moment: fc.constant('now' as const),
  from: fc.constant(null),
  changed: fc.constant('followed' as const),
  year: fc.constantFrom(...years),
  level: fc.constantFrom('ALL' as const, ...LEVELS),
  theme: fc.constantFrom('ALL' as const, ...THEMES),
  place: fc.constantFrom(
    null,
    { kind: 'commune' as const, code: '10001' },
    { kind: 'qpv' as const, code: 'QN00001M' }
  ),
  school: fc.constantFrom(null, '0000001A'),
  view: fc.constantFrom(...VIEWS),
  measure: fc.constantFrom(...MEASURES),
  sort: fc.constantFrom(null, { key: 'followed', descending: true }, { key: 'name', descending: false }),
  weights: fc.record({
    pupils: fc.nat(100),
    rep: fc.nat(100),
    ips: fc.nat(100),
    qpv: fc.nat(100),
    travel: fc.nat(100),
    months: fc.nat(100)
  })
});

describe('the address of a view', () => {
  it('reopens exactly what was seen', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(coverageAddress.read(coverageAddress.write(one, known), known)).toEqual(one);
      })
    );
  });

  it('reopens two years compared, the earlier first, without the filters that they do not have', () => {
    const from = fc.constantFrom(null, ...years);
    const changed = fc.constantFrom(...CHANGE_MEASURES);
    fc.assert(
      fc.property(address, from, changed, (one, start, measure) => {
        const asked: Address = { ...one, moment: 'change', from: start, changed: measure };
        const found = coverageAddress.read(coverageAddress.write(asked, known), known);
        const unfiltered = { level: 'ALL', theme: 'ALL', school: null, measure: 'rate' } as const;
        const isYearBefore = start === '2024-2025' || (start !== null && one.year === '2024-2025');
        expect(found).toEqual({
          ...asked,
          ...unfiltered,
          year: start === '2025-2026' ? start : one.year,
          from: start === one.year ? start : isYearBefore ? null : start
        });
      })
    );
    const oneYear = { ...known, years: ['2025-2026' as const] };
    expect(coverageAddress.read(new URLSearchParams('moment=evolution'), oneYear).moment).toBe('now');
  });

  it('is plain for the plain page', () => {
    expect(coverageAddress.write(coverageAddress.usual(known), known).toString()).toBe('');
  });

  it('opens whatever it holds: what is unknown is ignored', () => {
    const strange = new URLSearchParams(
      'annee=1999-2000&lieu=99999&niveau=lycee&theme=x&vue=y&tri=<b>&poids-rep=-4&poids-ips=abc'
    );
    expect(coverageAddress.read(strange, known)).toEqual({
      ...coverageAddress.usual(known),
      weights: DEFAULT_WEIGHTS
    });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(coverageAddress.read(new URLSearchParams(text), known).year).toMatch(/^\d{4}-\d{4}$/);
      })
    );
  });
});
