// What is published tells no count of 1 to 10 children, and nothing of any one case.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { coarse } from '../../scripts/tables/coarse-gate.ts';
import { THEMES, type Case, type PathwayCell } from '../../src/lib/model/pathway.ts';
import { LEVELS } from '../../src/lib/model/school.ts';
import { join } from 'node:path';
import { buildDemonstration, readArrow, readParquet, type Built } from './published-files.ts';
import { narrow } from './subtraction.ts';

const LEAST = 11;
const SIREN = '245901160';

let built: Built;
let cells: PathwayCell[];
beforeAll(async () => {
  built = await buildDemonstration();
  const { names, rows } = readArrow(built.bytes('tables/pathways_cube.arrow'));
  cells = rows.map(
    (row) => Object.fromEntries(names.map((name, at) => [name, row[at]])) as unknown as PathwayCell
  );
});
afterAll(() => built.remove());

/** Counts of 1 to 10 whose value an attacker can tell from some other one in that range. */
function told(published: readonly PathwayCell[]): string[] {
  return [...narrow(published, SIREN, 'children')]
    .filter(([, { low, high }]) => high > 0 && high < LEAST && !(low <= 1 && high >= LEAST - 1))
    .map(([key, { low, high }]) => `${key} ${low}..${high}`);
}

/** Zones of residence, `59606`, `QN05930M` or `59606:hors`, and schools attended. */
function livesOrLearnsIn({ commune, qpv, uai }: Case, { zone_kind, zone }: PathwayCell): boolean {
  const home = [commune, qpv ?? 'hors', `${commune}:${qpv ?? 'hors'}`];
  return zone_kind === 'epci' || (zone_kind === 'school' ? uai === zone : home.includes(zone));
}

describe('published counts', () => {
  it('are of 11 children and 3 families at least', () => {
    const shown = cells.filter(({ status }) => status === 'published');
    expect(shown.length).toBeGreaterThan(50);
    for (const { children, families } of shown) {
      expect(children).toBeGreaterThanOrEqual(LEAST);
      if (families !== null) expect(families).toBeGreaterThanOrEqual(3);
    }
  });

  it('hide families and visits together with children', () => {
    for (const { children, families, visits, status } of cells) {
      if (status === 'suppressed') expect([children, families, visits]).toEqual([null, null, null]);
    }
  });

  it('say of the last year 380 children, 40 more than the year before', () => {
    const total = (year: string) =>
      cells.find(({ school_year, zone, level, theme }) => {
        return school_year === year && zone === SIREN && level === 'ALL' && theme === 'ALL';
      })?.children;
    expect(total('2025-2026')).toBe(380);
    expect(total('2024-2025')).toBe(340);
  });

  it('let nobody tell a small count by subtraction, over communes, levels and themes', () => {
    expect(told(cells)).toEqual([]);
  });

  it('let nobody tell the visits of a hidden cell either', () => {
    const hidden = new Set(
      cells
        .filter(({ status }) => status === 'suppressed')
        .map(({ school_year, zone, level, theme }) => [school_year, zone, level, theme].join('|'))
    );
    const pinned = [...narrow(cells, SIREN, 'visits')].filter(([key, { low, high }]) => {
      return hidden.has(key) && high > 0 && low === high;
    });
    expect(hidden.size).toBeGreaterThan(0);
    expect(pinned).toEqual([]);
  });

  it('are of one school year each: no total over several years', () => {
    const years = new Set(cells.map(({ school_year }) => school_year));
    expect([...years].sort()).toEqual(built.demo.rows.years);
  });

  it('are counts of the cases, whatever is shown', () => {
    const { cases } = built.demo;
    for (const cell of cells) {
      if (cell.children === null) continue;
      const behind = cases.filter(
        (row) =>
          row.school_year === cell.school_year &&
          livesOrLearnsIn(row, cell) &&
          (cell.level === 'ALL' || row.level === cell.level) &&
          (cell.theme === 'ALL' || row.theme === cell.theme)
      );
      expect(cell.children).toBe(behind.length);
      if (cell.families !== null)
        expect(cell.families).toBe(new Set(behind.map((row) => row.family_id)).size);
      if (cell.visits !== null) expect(cell.visits).toBe(behind.reduce((sum, row) => sum + row.visits, 0));
    }
  });

  it('do not show by a missing row where no child lives', () => {
    const perYear = new Map<string, number>();
    for (const { school_year, zone_kind } of cells) {
      if (zone_kind === 'commune') perYear.set(school_year, (perYear.get(school_year) ?? 0) + 1);
    }
    expect(new Set(perYear.values()).size).toBe(1);
  });
});

describe('the attack itself', () => {
  it('finds a commune that alone is hidden', () => {
    const shown = (zone: string, children: number): PathwayCell => ({
      school_year: '2025-2026',
      zone_kind: zone === SIREN ? 'epci' : 'commune',
      zone,
      level: 'ALL',
      theme: 'ALL',
      children,
      families: null,
      visits: null,
      status: 'published'
    });
    const hidden: PathwayCell = { ...shown('59003', 0), children: null, status: 'suppressed' };
    expect(told([shown(SIREN, 50), shown('59001', 20), shown('59002', 25), hidden])[0]).toMatch(
      /59003.* 5..5$/
    );
  });
});

describe('the coarse gate', () => {
  const anyCase = fc.record({
    commune: fc.constantFrom('59001', '59002', '59003', '59004'),
    level: fc.constantFrom(...LEVELS),
    theme: fc.constantFrom(...THEMES),
    family: fc.nat(30)
  });

  it('resists the same attack on any case file', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 120, size: 'max' }), (drawn) => {
        const cases = drawn.map(({ family, ...row }, at): Case => ({
          ...row,
          case_id: `c${at}`,
          family_id: `f${family}`,
          school_year: '2025-2026',
          uai: '0590001A',
          qpv: null,
          visits: 1
        }));
        const published = coarse(cases, { siren: SIREN, communes: ['59001', '59002', '59003', '59004'] });
        expect(told(published)).toEqual([]);
        const permuted = coarse([...cases].reverse(), {
          siren: SIREN,
          communes: ['59001', '59002', '59003', '59004']
        });
        expect(permuted).toEqual(published);
      }),
      { numRuns: 200 }
    );
  });
});

describe('cases', () => {
  it('leave no trace in any file: no identifier of a child or a family, no column of theirs', async () => {
    const ids = /DEMO-(ENFANT|FAMILLE)/;
    expect(built.demo.cases.every(({ case_id, family_id }) => ids.test(case_id) && ids.test(family_id))).toBe(
      true
    );
    for (const path of built.files) {
      const text = path.endsWith('.parquet')
        ? JSON.stringify(await readParquet(join(built.folder, path)))
        : Buffer.from(built.bytes(path)).toString('latin1');
      expect(text, path).not.toMatch(ids);
      expect(text, path).not.toMatch(/case_id|family_id/);
    }
  });
});
