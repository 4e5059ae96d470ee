// Cases that do not tell everything: what is unknown is in the totals, is never a count of zero, and opens no hidden count.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  audit,
  pathwayCells,
  protect,
  type CaseStructure
} from '../../../../src/lib/engines/disclosure/index.ts';
import type { Case, PathwayCell } from '../../../../src/lib/model/pathway.ts';
import { packPathways, countIn, ownThemesOf } from '../../../../src/lib/cube/pathway-grid.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { draws } from '../../../draws.ts';

const YEAR = '2025-2026';
const EPCI = '200093201';
const PLACES: CaseStructure = {
  communes: ['59350', '59512'],
  qpvs: [{ code: 'QN05901M', communes: ['59350'] }],
  schools: [
    { uai: '0591000U', kind: 'primaire', commune: '59350' },
    { uai: '0591010E', kind: 'elementaire', commune: '59350' },
    { uai: '0591020R', kind: 'elementaire', commune: '59512' },
    { uai: '0591030B', kind: 'maternelle', commune: '59512' }
  ]
};
const child = (i: number): Case => ({
  case_id: `C${i}`,
  school_year: YEAR,
  uai: PLACES.schools[i % 4]!.uai,
  qpv: i % 3 === 0 ? 'QN05901M' : null,
  commune: i % 3 === 0 || i % 2 ? '59350' : '59512',
  level: i % 4 === 3 ? 'maternelle' : 'elementaire',
  theme: i % 5 < 3 ? 'sante' : 'Lecture',
  family_id: `F${i}`,
  visits: 2
});
const solver = await bootHighs();
const CHILDREN = Array.from({ length: 120 }, (_, i) => child(i));
const without = (...keys: (keyof Case)[]) =>
  CHILDREN.map((one) => ({
    ...one,
    ...Object.fromEntries(keys.map((key) => [key, key === 'qpv' ? undefined : null]))
  })) as Case[];
const safe = (cases: readonly Case[], k = 11) =>
  protect(solver, cases, PLACES, { k, epci: EPCI, method: 'gauss' });
const total = (cells: readonly PathwayCell[]) =>
  cells.find(({ zone_kind, level, theme }) => zone_kind === 'epci' && level === 'ALL' && theme === 'ALL');

describe('counts of a case file', () => {
  it('have the themes of the service by their names, and the others apart', () => {
    const cases = CHILDREN.map((one, i) => (i % 2 ? one : { ...one, theme: null }));
    const { cells } = safe(cases);
    const at = (theme: string) =>
      cells.find((cell) => cell.zone_kind === 'epci' && cell.level === 'ALL' && cell.theme === theme)
        ?.children;
    expect([at('ALL'), at('Lecture'), at('autre'), at('culture-sport')]).toEqual([120, 24, 60, null]);
    const own = ownThemesOf(cells);
    expect(own).toEqual(['Lecture', 'autre']);
    const grid = packPathways(cells, own);
    expect(countIn(grid, YEAR, EPCI, 'ALL', 'Lecture', own)).toEqual({ value: 24, status: 'published' });
    expect(countIn(grid, YEAR, EPCI, 'ALL', 'sante', own)).toEqual({
      value: at('sante'),
      status: 'published'
    });
  });

  it('say nothing of what no case of the year tells', () => {
    const { cells, cube } = safe(without('qpv', 'theme', 'family_id', 'visits'));
    expect(cube.dimensions.map(({ name }) => name)).toEqual(['zone', 'school', 'level']);
    expect(total(cells)).toMatchObject({ children: 120, families: null, visits: null, status: 'published' });
    expect(cells.filter(({ theme }) => theme !== 'ALL')).toEqual([]);
    expect(cells.filter(({ zone_kind }) => zone_kind === 'qpv' || zone_kind === 'hors_qpv')).toEqual([]);
    const commune = cells.find((cell) => cell.zone === '59350' && cell.level === 'ALL');
    expect(commune?.children).toBe(CHILDREN.filter((one) => one.commune === '59350').length);
  });

  it('keep the year that tells its themes beside the one that does not', () => {
    const former = CHILDREN.map((one) => ({ ...one, school_year: '2024-2025' as const }));
    const { cells } = safe([...former, ...without('theme')]);
    const themed = (year: string) =>
      cells.some(({ school_year, theme }) => school_year === year && theme !== 'ALL');
    expect([themed('2024-2025'), themed(YEAR)]).toEqual([true, false]);
  });

  it('protect a count whose families are not told until it is of eleven children, at any threshold', () => {
    const { cells } = safe(without('family_id'), 5);
    const shown = cells.filter(({ status }) => status === 'published').map(({ children }) => children!);
    expect(Math.min(...shown)).toBeGreaterThan(10);
  });

  it('of no child are what cannot be placed: a school that is unknown is in the totals alone', () => {
    const cases = CHILDREN.map((one, i) =>
      i < 20 ? { ...one, uai: null } : i < 30 ? { ...one, level: null } : one
    );
    const { cells, cube } = safe(cases);
    expect(total(cells)?.children).toBe(120);
    expect(cells.every(({ zone, level }) => zone !== 'inconnu' && (level as string) !== 'inconnu')).toBe(
      true
    );
    expect(pathwayCells(cube, [YEAR], EPCI)).toEqual(cells);
  });

  it('hold against an attacker, whatever is unknown of whom', () => {
    const fewer = fc.integer({ max: 3, min: 0 }).map((draw) => draw === 0);
    const unknown = fc.record({
      uai: fewer,
      qpv: fewer,
      commune: fewer,
      level: fewer,
      theme: fewer,
      family_id: fewer
    });
    const some = fc.array(unknown, { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(some, fc.constantFrom(5, 11), (lacks, k) => {
        const cases = lacks.map((lack, i): Case => {
          const one = child(i);
          for (const key of ['uai', 'commune', 'level', 'theme', 'family_id'] as const)
            if (lack[key]) (one[key] as null) = null;
          return lack.qpv ? { ...one, qpv: undefined } : one;
        });
        const { cube, cells } = safe(cases, k);
        expect(audit(solver, [cube]).open).toEqual([]);
        expect([60, null]).toContain(total(cells)?.children);
        expect(cube.cells.filter(({ value }) => value !== undefined && value > 0 && value < k)).toEqual([]);
      }),
      { numRuns: draws(0.05) }
    );
  });
});
