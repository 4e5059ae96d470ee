// Years published one after the other and joined in one cube: nothing of a former year is lost, and nothing can be found again.
import { beforeAll, describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../src/lib/algorithms/random.ts';
import {
  audit,
  besideFormer,
  changedCounts,
  joinYears,
  protect,
  raiseThreshold,
  type CaseStructure,
  type PublishedCube,
  type YearsRelease
} from '../../../../src/lib/engines/disclosure/index.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { sparseRows, type LinearSolver } from '../../../../src/lib/model/linear.ts';
import { THEMES, type Case } from '../../../../src/lib/model/pathway.ts';
import type { SchoolYear } from '../../../../src/lib/model/school-year.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

const K = 5;
let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

/** Schools of a year: one opens each year, and one closes. */
const schoolsOf = (year: number) => [0, 1, 2].map((s) => `059000${year - 2023 + s}A`);
const QPVS: Record<number, string> = { 2023: 'QN05901M', 2024: 'QN05901M', 2025: 'QN05902M' };
const structureOf = (...years: number[]): CaseStructure => ({
  communes: ['59001', '59002'],
  qpvs: [...new Set(years.map((year) => QPVS[year]!))].map((code) => ({ code, communes: ['59001'] })),
  schools: [...new Set(years.flatMap(schoolsOf))].map((uai) => ({ uai, kind: 'primaire' as const }))
});
function casesOf(year: number, seed = 3): Case[] {
  const random = mulberry32(seed * 7919 + year);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(items.length * random() ** 1.5)]!;
  return Array.from({ length: 90 }, (_, i): Case => {
    const commune = pick(['59001', '59002']);
    return {
      ...{
        case_id: `${year}-${i}`,
        family_id: `${year}-${i}`,
        school_year: `${year}-${year + 1}` as SchoolYear
      },
      ...{
        uai: pick(schoolsOf(year)),
        commune,
        qpv: commune === '59001' && random() < 0.5 ? QPVS[year]! : null
      },
      ...{ level: random() < 0.6 ? 'elementaire' : 'maternelle', theme: pick(THEMES.slice(0, 3)), visits: 1 }
    };
  });
}
function release(...years: number[]): YearsRelease {
  const cases = years.flatMap((year) => casesOf(year));
  const { cube } = protect(solver, cases, structureOf(...years), { k: K, method: 'gauss' });
  return { cube, years: years.map((year) => `${year}-${year + 1}` as SchoolYear), file: years.join() };
}
const names = (cube: PublishedCube, dimension: string) =>
  Object.keys(cube.dimensions.find(({ name }) => name === dimension)!.trees[0]!['ALL']!);
const shownIn = (cube: PublishedCube, year: string) =>
  new Map(
    cube.cells.flatMap(({ key, value }): [string, number | null][] => {
      const own = key.length === 5 ? key : [year, ...key];
      return own[0] === year ? [[own.slice(1).join(' '), value ?? null]] : [];
    })
  );

/** What a reader who knows the lists of a year works out of its counts alone: one variable a child's place, school, level and theme. */
function attack(cube: PublishedCube, year: number): Map<string, [number, number]> {
  const zones = ['59001:hors', `59001:${QPVS[year]}`, '59002:hors'];
  const leaves = zones.flatMap((zone) =>
    schoolsOf(year).flatMap((school) =>
      ['maternelle', 'elementaire'].flatMap((level) => THEMES.map((theme) => [zone, school, level, theme]))
    )
  );
  const inZone = (leaf: string, zone: string) =>
    zone === 'ALL' || leaf === zone || leaf.split(':').includes(zone);
  const counts = shownIn(cube, `${year}-${year + 1}`);
  const row = (key: string) => {
    const [zone, ...others] = key.split(' ') as [string, ...string[]];
    return leaves.flatMap((leaf, column) => {
      const inside =
        inZone(leaf[0]!, zone) && others.every((name, d) => name === 'ALL' || leaf[d + 1] === name);
      return inside ? [[column, 1] as const] : [];
    });
  };
  const shown = [...counts].filter(([, value]) => value !== null);
  const right = Float64Array.from(shown, ([, value]) => value!);
  const model = solver.open({
    sense: 'min',
    cost: new Float64Array(leaves.length),
    lower: new Float64Array(leaves.length),
    upper: new Float64Array(leaves.length).fill(Infinity),
    rowLower: right,
    rowUpper: right,
    rows: sparseRows(shown.map(([key]) => row(key)))
  });
  const end = (key: string, sense: 'min' | 'max') => {
    const cost = new Float64Array(leaves.length);
    for (const [column] of row(key)) cost[column] = 1;
    model.setSense(sense);
    model.setCosts(cost);
    return model.solve().objective ?? (sense === 'max' ? Infinity : 0);
  };
  const hidden = [...counts].filter(([, value]) => value === null);
  const found = new Map(hidden.map(([key]) => [key, [end(key, 'min'), end(key, 'max')] as [number, number]]));
  model.dispose();
  return found;
}

describe('the counts of three school years, the last released alone', () => {
  let former: YearsRelease;
  let next: YearsRelease;
  let joined: PublishedCube;
  beforeAll(() => {
    former = release(2023, 2024);
    next = release(2025);
    joined = joinYears([former, next]);
  });

  it('are those that each release published, of three years', () => {
    expect(joined.years).toEqual(['2023-2024', '2024-2025', '2025-2026']);
    expect(names(joined, 'year')).toEqual(joined.years);
    for (const year of former.years) expect(shownIn(joined, year)).toEqual(shownIn(former.cube, year));
    expect(shownIn(joined, '2025-2026')).toEqual(shownIn(next.cube, '2025-2026'));
  });

  it('say what the releases laid side by side say: no count of 1 to k - 1 is open', () => {
    const report = audit(solver, [joined]);
    const alone = [former, next].map(({ cube }) => audit(solver, [cube]));
    expect(report.open).toEqual([]);
    expect(report.published).toBe(alone.reduce((sum, { published }) => sum + published, 0));
    expect(report.narrowest).toBe(Math.min(...alone.map(({ narrowest }) => narrowest!)));
    // What a year's list of schools and QPV tells is in the cube: without it, the audit would know less than a reader.
    expect(joined.impossible).toContainEqual({ year: '2025-2026', school: '0590000A' });
    expect(joined.impossible).toContainEqual({ year: '2023-2024', zone: '59001:QN05902M' });
  });

  it('stay hidden from a linear programme over the children of each year, in every small count', () => {
    let small = 0;
    for (const year of [2023, 2024, 2025]) {
      const cases = casesOf(year);
      const found = attack(joined, year);
      for (const [key, [lo, hi]] of found) {
        const [zone, school, level, theme] = key.split(' ') as [string, string, string, string];
        const truth = cases.filter(
          (one) =>
            [`${one.commune}:${one.qpv ?? 'hors'}`, one.commune, one.qpv ?? 'hors', 'ALL'].includes(zone) &&
            [one.uai, 'ALL'].includes(school) &&
            [one.level, 'ALL'].includes(level) &&
            [one.theme, 'ALL'].includes(theme)
        ).length;
        if (truth < 1 || truth >= K) continue;
        small++;
        expect([key, lo <= 1 + 1e-6, hi >= K - 1 - 1e-6]).toEqual([key, true, true]);
      }
    }
    expect(small).toBeGreaterThan(30);
  });
});

describe('a year that two releases hold', () => {
  it('is that of the later one', () => {
    const [former, next] = [release(2023, 2024), release(2024, 2025)];
    const joined = joinYears([former, next]);
    expect(joined.years).toEqual(['2023-2024', '2024-2025', '2025-2026']);
    expect(shownIn(joined, '2023-2024')).toEqual(shownIn(former.cube, '2023-2024'));
    expect(shownIn(joined, '2024-2025')).toEqual(shownIn(next.cube, '2024-2025'));
  });

  it('is compared with a new case file count by count', () => {
    const { cube } = release(2023, 2024);
    const cases = [...casesOf(2023), ...casesOf(2024), ...casesOf(2025)];
    expect(changedCounts(cube, cases)).toEqual([]);
    const total = { year: '2024-2025', names: ['ALL', 'ALL', 'ALL', 'ALL'], published: 90, found: 89 };
    expect(
      changedCounts(
        cube,
        cases.filter(({ case_id }) => case_id !== '2024-3')
      )
    ).toContainEqual(total);
    expect(changedCounts(cube, casesOf(2025))).toEqual([]);
  });
});

it('years that were released at two thresholds are told under the lowest: none is said safer than it is', () => {
  const [low, high] = [release(2023), release(2024)];
  const raised = { ...high, cube: { ...high.cube, k: 11 } };
  expect(joinYears([low, raised]).k).toBe(K);
  expect(joinYears([raised, low]).k).toBe(K);
});

it('releases of two forms are refused, with their names', () => {
  const rounded = { ...release(2025).cube, rounding: 5 };
  const attempt = () =>
    joinYears([release(2023, 2024), { cube: rounded, years: ['2025-2026'], file: 'new' }]);
  expect(attempt).toThrow(UnusableInput);
  expect(attempt).toThrow(/years-not-joined/);
});

describe('a case file beside former releases', () => {
  const years = (cases: readonly Case[]) => [...new Set(cases.map(({ school_year }) => school_year))].sort();
  const correction = () => casesOf(2024).slice(1);

  it('gives its new years; a published year stays as it was published, other counts or not', () => {
    const { cube } = release(2023, 2024);
    const cases = [...casesOf(2023), ...correction(), ...casesOf(2025)];
    const beside = besideFormer([cube], cases, false);
    expect(years(beside.cases)).toEqual(['2025-2026']);
    expect(beside).toMatchObject({ kept: ['2023-2024', '2024-2025'], replaced: [] });
    expect(new Set(beside.changed.map(({ year }) => year))).toEqual(new Set(['2024-2025']));
  });

  it('replaces the years that it contradicts when the reader says so, and no other', () => {
    const { cube } = release(2023, 2024);
    const beside = besideFormer([cube], [...casesOf(2023), ...correction()], true);
    expect(years(beside.cases)).toEqual(['2024-2025']);
    expect(beside).toMatchObject({ kept: ['2023-2024'], replaced: ['2024-2025'] });
  });
});

it('former years are kept under a higher threshold by hiding more, until nothing can be found again', () => {
  const { cube } = release(2023, 2024);
  expect(audit(solver, [cube], { k: 11 }).open.length).toBeGreaterThan(0);
  const raised = raiseThreshold(solver, cube, { k: 11, families: 3 });
  expect(audit(solver, [raised.cube], { k: 11 }).open).toEqual([]);
  expect(raised.hidden).toBeGreaterThan(0);
  expect(raised.cube.cells.every(({ value = 11 }) => value >= 11)).toBe(true);
  expect(shownIn(raised.cube, '2023-2024').get('ALL ALL ALL ALL')).toBe(90);
});
