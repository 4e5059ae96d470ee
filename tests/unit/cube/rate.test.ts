// Children for 1,000 pupils: on random territories, both are counted at the same levels, on every page that says a rate.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { unfiltered } from '../../../src/lib/cube/filter.ts';
import { packPathways } from '../../../src/lib/cube/pathway-grid.ts';
import { NO_FACTS } from '../../../src/lib/cube/portrait-facts.ts';
import { portraitOf } from '../../../src/lib/cube/portrait.ts';
import { portraitPlace, portraitPlaces } from '../../../src/lib/cube/portrait-places.ts';
import { calculationDetail } from '../../../src/lib/features/coverage/calculation/calculation-detail.ts';
import type { PathwayCell } from '../../../src/lib/model/pathway.ts';
import { LEVELS, levelsOf, SCHOOL_KINDS, type Level } from '../../../src/lib/model/school.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';
import { draws } from '../../draws.ts';

const YEAR = '2025-2026';
const GRADES = { maternelle: 3, elementaire: 5 };
const [model] = smallDashboard.schools;

/** A territory of two communes: kinds and pupils of its schools, children of each commune by level, what is hidden. */
const territory = fc.record({
  schools: fc.array(
    fc.record({
      kind: fc.constantFrom(...SCHOOL_KINDS),
      commune: fc.constantFrom('10001', '10002'),
      pupils: fc.option(fc.integer({ min: 1, max: 600 }), { freq: 8 })
    }),
    { minLength: 1, maxLength: 10 }
  ),
  children: fc.tuple(
    ...['10001', '10002'].map(() => fc.tuple(...LEVELS.map(() => fc.integer({ min: 0, max: 90 }))))
  ),
  hidden: fc.array(fc.tuple(fc.constantFrom('10001', '10002'), fc.constantFrom('ALL', ...LEVELS)), {
    maxLength: 3
  })
});

function open({ schools, children, hidden }: typeof territory extends fc.Arbitrary<infer T> ? T : never) {
  const cells = children.flatMap((counts, at): PathwayCell[] =>
    (['ALL', ...LEVELS] as const).map((level) => {
      const zone = `1000${at + 1}`;
      const isHidden = hidden.some(([place, one]) => place === zone && one === level);
      const all = counts.reduce((sum, count) => sum + count, 0);
      return {
        school_year: YEAR,
        zone_kind: 'commune',
        zone,
        level,
        theme: 'ALL',
        children: isHidden ? null : level === 'ALL' ? all : (counts[LEVELS.indexOf(level)] as number),
        families: null,
        visits: null,
        status: isHidden ? 'suppressed' : 'published'
      };
    })
  );
  return new CoverageCube({
    ...smallDashboard,
    schools: schools.map((school, at) => ({ ...model!, ...school, uai: `000000${at}A`, qpv: null })),
    pathways: packPathways(cells)
  });
}

describe('the rate of a place', () => {
  it('counts children and pupils at the same levels, and is not given where one of them is unknown', () => {
    let [given, none] = [0, 0];
    fc.assert(
      fc.property(territory, fc.constantFrom('ALL', ...LEVELS), (drawn, level) => {
        const cube = open(drawn);
        for (const [at, code] of ['10001', '10002'].entries()) {
          const filter = { ...unfiltered(YEAR), level, place: { kind: 'commune' as const, code } };
          const rate = cube.rate(filter);
          expect(cube.zone(filter).rate).toBe(rate?.value ?? null);
          const taught = (one: Level) => drawn.schools.some(({ kind }) => levelsOf(kind).includes(one));
          const levels = LEVELS.filter((one) => (level === 'ALL' ? taught(one) : one === level));
          const here = drawn.schools.filter(({ commune }) => commune === code);
          const pupilsAt = (one: Level) =>
            here
              .filter(({ kind }) => levelsOf(kind).includes(one))
              .reduce(
                (sum, { kind, pupils }) =>
                  sum +
                  (pupils ?? NaN) * (kind === 'primaire' ? GRADES[one as keyof typeof GRADES] / (3 + 5) : 1),
                0
              );
          const pupils = levels.map(pupilsAt);
          const needs = levels.length === LEVELS.length ? ['ALL'] : levels;
          const isHidden = drawn.hidden.some(([place, one]) => place === code && needs.includes(one));
          const known = !isHidden && pupils.length > 0 && pupils.every((count) => count > 0);
          expect(rate !== null).toBe(known);
          if (rate === null) {
            none++;
            continue;
          }
          given++;
          expect(rate.levels).toEqual(levels);
          const counts = drawn.children[at] as number[];
          expect(rate.children).toBe(
            levels.reduce((sum, one) => sum + (counts[LEVELS.indexOf(one)] as number), 0)
          );
          expect(rate.pupils).toBe(Math.round(pupils.reduce((sum, count) => sum + count, 0)));
          expect(rate.value).toBeCloseTo((1000 * rate.children) / rate.pupils, 9);
        }
      }),
      { seed: 20260612, numRuns: draws() }
    );
    expect(Math.min(given, none)).toBeGreaterThan(draws(0.5));
  });

  it('is the same in the portrait of a commune and in « Voir le calcul », which names both counts', () => {
    fc.assert(
      fc.property(territory, (drawn) => {
        const cube = open(drawn);
        const place = portraitPlace(portraitPlaces(cube.dashboard), '10001')!;
        const filter = { ...unfiltered(YEAR), place: { kind: 'commune' as const, code: '10001' } };
        const rate = cube.rate(filter);
        const shown = portraitOf(cube, NO_FACTS, place).indicators.find(({ name }) => name === 'rate');
        expect(shown?.value ?? null).toBe(rate?.value ?? null);
        const { formula } = calculationDetail({ cube, filter }, { name: 'children' }, '0');
        expect(formula.includes('élèves')).toBe(rate !== null);
        if (rate) expect(formula).toContain(`${rate.children} enfants pour `);
      }),
      { seed: 20260612, numRuns: draws() }
    );
  });

  it('a commune without a collège has none, where the territory has collèges: its children are pupils elsewhere', () => {
    const cube = new CoverageCube(smallDashboard);
    const alpha = { kind: 'commune' as const, code: '10001' };
    expect(cube.children({ ...unfiltered(YEAR), place: alpha }).value).toBe(27);
    expect(cube.zone({ ...unfiltered(YEAR), place: alpha }).rate).toBeNull();
  });
});
