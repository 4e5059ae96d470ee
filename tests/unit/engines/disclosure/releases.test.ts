// Releases laid side by side: another threshold, another year, another geography of the same children.
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticCases, syntheticTerritory } from '../../../fixtures/synthetic/cases.ts';
import {
  audit,
  protect,
  readCube,
  type PublishedCube
} from '../../../../src/lib/engines/disclosure/index.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { WholeCase as Case } from '../../../../src/lib/model/pathway.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

/** 5 communes, 6 QPV (three over two communes), 20 schools. */
const territory = syntheticTerritory(5, 6, 20);
let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const openOf = (cubes: PublishedCube[], options = {}) =>
  audit(solver, cubes, options).open.map(({ names, lo, hi }) => `${names.join(' ')} ${lo}..${hi}`);
const codeOf = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'nothing refused';
  } catch (error) {
    return error instanceof UnusableInput ? error.finding.code : String(error);
  }
};
const zones = (counts: Record<string, number | null>, more: Partial<PublishedCube> = {}): PublishedCube => ({
  k: 5,
  dimensions: [
    { name: 'zone', trees: [{ ALL: Object.fromEntries(Object.keys(counts).map((name) => [name, {}])) }] }
  ],
  cells: Object.entries(counts).map(([name, value]) =>
    value === null ? { key: [name], suppressed: true } : { key: [name], value }
  ),
  ...more
});
const withTotal = (cube: PublishedCube, value: number): PublishedCube => ({
  ...cube,
  cells: [...cube.cells, { key: ['ALL'], value }]
});

describe('two thresholds', () => {
  const cases = syntheticCases(5, 150, 2025, territory);
  let former: PublishedCube;
  beforeAll(() => {
    former = protect(solver, cases, territory, { method: 'gauss', k: 11 }).cube;
  });

  it('a release at 5 after one at 11 is audited at 5: the threshold of what is published now', () => {
    const { cube, report } = protect(solver, cases, territory, { method: 'gauss', k: 5, former: [former] });
    expect(report.audit).toMatchObject({ k: 5, open: [] });
    expect(cube.cells.some(({ value = 0 }) => value >= 5 && value < 11)).toBe(true);
  });

  it('a release at 11 after one at 11 stays audited at 11', () => {
    const { report } = protect(solver, cases, territory, { method: 'gauss', k: 11, former: [former] });
    expect(report.audit.k).toBe(11);
  });

  it('a release at 11 after one at 5 is audited at 11', () => {
    const { report } = protect(solver, cases, territory, {
      method: 'gauss',
      k: 11,
      former: [{ ...former, k: 5 }]
    });
    expect(report.audit).toMatchObject({ k: 11, open: [] });
  });

  it('without a threshold told, the smaller one of the files rules', () => {
    const shown = withTotal(zones({ a: 7, b: 9 }), 16);
    const public_ = withTotal(zones({ a: null, b: null }, { k: 11 }), 16);
    expect(audit(solver, [shown, public_])).toMatchObject({ k: 5, open: [] });
    expect(openOf([shown, public_], { k: 11 })).toContain('a 7..7');
  });
});

describe('two years', () => {
  const [last, now] = [2023, 2024].map((year, at) => syntheticCases(6 + at, 120, year, territory)) as [
    Case[],
    Case[]
  ];
  let former: PublishedCube;
  let report: ReturnType<typeof protect>;
  beforeAll(() => {
    former = protect(solver, last, territory, { method: 'gauss' }).cube;
    report = protect(solver, now, territory, { method: 'gauss', former: [former] });
  });

  it('each of its own release are named at its top', () => {
    expect([former.years, report.cube.years]).toEqual([['2023-2024'], ['2024-2025']]);
    const both = protect(solver, [...last, ...now], territory, { method: 'gauss' }).cube;
    expect(both.years).toEqual(['2023-2024', '2024-2025']);
    expect(readCube(JSON.parse(JSON.stringify(both)), 'cube.json').years).toEqual(both.years);
  });

  it('are audited together, each count under its own year', () => {
    const joint = audit(solver, [former, report.cube]);
    expect(joint.open).toEqual([]);
    expect(joint.dimensions).toContain('year');
    expect(joint.published).toBe(
      [former, report.cube].flatMap(({ cells }) => cells.filter(({ value }) => value !== undefined)).length
    );
    expect(report.report.audit.hidden).toBe(joint.hidden);
  });

  it('an open count of the former release is found, with its year', () => {
    const first = withTotal(zones({ a: 20, b: null }, { years: ['2023-2024'] }), 23);
    const second = withTotal(zones({ a: 30, b: 12 }, { years: ['2024-2025'] }), 42);
    expect(openOf([second])).toEqual([]);
    expect(openOf([second, first])).toEqual(['2023-2024 b 3..3']);
  });

  it('a cube of several years meets one of a single year, whose patterns stay its own', () => {
    const several: PublishedCube = {
      k: 5,
      dimensions: [
        { name: 'year', trees: [{ ALL: { '2022-2023': {}, '2023-2024': {} } }] },
        { name: 'zone', trees: [{ ALL: { a: {}, b: {} } }] }
      ],
      cells: [
        { key: ['2022-2023', 'ALL'], value: 40 },
        { key: ['2023-2024', 'ALL'], value: 23 },
        { key: ['2023-2024', 'a'], suppressed: true },
        { key: ['2022-2023', 'b'], value: 15 }
      ]
    };
    const single = zones({ a: 20, b: null }, { years: ['2023-2024'], impossible: [{ zone: 'c' }] });
    single.dimensions[0]!.trees = [{ ALL: { a: {}, b: {}, c: {} } }];
    expect(openOf([several])).toEqual([]);
    expect(openOf([several, single])).toEqual(['2023-2024 b 3..3']);
  });

  it('an older cube without years is read, alone and beside one of the same year', () => {
    const { years, ...older } = former;
    expect(years).toHaveLength(1);
    expect(readCube(JSON.parse(JSON.stringify(older)), 'cube.json').years).toBeUndefined();
    expect(openOf([older])).toEqual([]);
    expect(openOf([older, former])).toEqual([]);
  });

  it('an older cube that names no year and is of another one is said to lack it', () => {
    const { years: _years, ...older } = former;
    expect(codeOf(() => audit(solver, [report.cube, older]))).toBe('cube-year-unknown');
    expect(codeOf(() => protect(solver, now, territory, { method: 'gauss', former: [older] }))).toBe(
      'cube-year-unknown'
    );
    const both = protect(solver, [...last, ...now], territory, { method: 'gauss' }).cube;
    expect(codeOf(() => audit(solver, [both, older]))).toBe('cube-year-unknown');
  });

  it.each([[[]], [['2023-2024', '2023-2024']], ['2023-2024'], [[2023]]])(
    'a list of years like %j is refused',
    (years) => {
      expect(codeOf(() => readCube({ ...former, years }, 'cube.json'))).toBe('cube-bad-years');
    }
  );
});

describe('QPVs of 2015 and of 2024, published for the same children', () => {
  const geography = (qpv: string, counts: [number, number | null, number | null]): PublishedCube => {
    const [whole, inside, outside] = counts;
    const cell = (name: string, value: number | null) =>
      value === null ? { key: [name], suppressed: true as const } : { key: [name], value };
    return {
      k: 5,
      years: ['2024-2025'],
      dimensions: [
        {
          name: 'zone',
          trees: [
            { ALL: { '59606': { [`59606:${qpv}`]: {}, '59606:hors': {} } } },
            { ALL: { [qpv]: { [`59606:${qpv}`]: {} }, hors: { '59606:hors': {} } } }
          ]
        }
      ],
      cells: [cell('59606', whole), cell(qpv, inside), cell('59606:hors', outside)]
    };
  };
  const nested = [['59606:hors', '59606:QN05930M']] as const;

  it('are two partitions of one commune: what is outside the one is not what is outside the other', () => {
    const before = geography('QP059079', [100, 40, 60]);
    const after = geography('QN05930M', [100, 70, 30]);
    expect(openOf([before, after])).toEqual([]);
  });

  it('attack: a perimeter that grew within the other gives the few children of the strip between', () => {
    const before = geography('QP059079', [100, 40, 60]);
    const after = geography('QN05930M', [100, 37, 63]);
    expect(openOf([before])).toEqual([]);
    expect(openOf([after])).toEqual([]);
    expect(openOf([before, after], { apart: nested })).toEqual(['59606:QP059079 & 59606:hors 3..3']);
  });

  it('attack: the same through a hidden part, which the commune and the other geography give', () => {
    const before = geography('QP059079', [100, 40, null]);
    const after = geography('QN05930M', [100, null, 63]);
    expect(openOf([before])).toEqual([]);
    expect(openOf([after])).toEqual([]);
    expect(openOf([before, after], { apart: nested })).toEqual(['59606:QP059079 & 59606:hors 3..3']);
  });

  it('attack: a commune shown by one release only bounds the parts of the other', () => {
    const before = geography('QP059079', [43, null, null]);
    const after = { ...geography('QN05930M', [43, 40, null]), cells: [{ key: ['QN05930M'], value: 40 }] };
    expect(openOf([before])).toEqual([]);
    expect(openOf([before, after])).toContain('59606:hors 3..3');
  });

  const qpvOf = (one: Case, generation: 2015 | 2024): Case =>
    one.qpv === null || generation === 2024
      ? one
      : // Perimeters of 2015: two neighbours of 2024 are one, and a third of one of them was outside.
        {
          ...one,
          qpv: Number(one.case_id.split('-').at(-1)) % 3 === 0 ? null : `QP${one.qpv.slice(2, 6)}00`
        };
  const places = {
    ...territory,
    qpvs: [...territory.qpvs.map(({ code, communes }) => ({ code: `QP${code.slice(2, 6)}00`, communes }))]
  };

  it('a second release in the other geography is audited with the first, and holds', () => {
    const cases = syntheticCases(8, 150, 2025, territory);
    const former = protect(
      solver,
      cases.map((one) => qpvOf(one, 2015)),
      places,
      { method: 'gauss' }
    ).cube;
    const again = protect(solver, cases, territory, { method: 'gauss', former: [former] });
    const shownIn = ({ cells }: PublishedCube) => cells.filter(({ value }) => value !== undefined).length;
    expect(again.report.audit.open).toEqual([]);
    expect(again.report.audit.published).toBeGreaterThan(shownIn(again.cube));
    const total = (cube: PublishedCube) => cube.cells.find(({ key }) => key.every((one) => one === 'ALL'));
    expect(total(again.cube)?.value).toBe(150);
  });
});
