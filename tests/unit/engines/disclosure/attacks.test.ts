// Attacks that anyone with the published files could try, each against a table made to fall to it.
import { beforeAll, describe, expect, it } from 'vitest';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { audit } from '../../../../src/lib/engines/disclosure/attack/audit.ts';
import {
  readCube,
  type PublishedCube,
  type CubeCell,
  type Dimension,
  type Tree
} from '../../../../src/lib/engines/disclosure/published-cube.ts';
import { primarySuppressions, protectionTargets } from '../../../../src/lib/engines/disclosure/rules.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import { protect } from '../../../../src/lib/engines/disclosure/publish/protect.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { twoWay } from '../../../fixtures/disclosure/tables.ts';
import { syntheticCases, syntheticTerritory } from '../../../fixtures/synthetic/cases.ts';

const territory = syntheticTerritory(5, 6, 20);
let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const flat = (...names: string[]): Tree => ({ ALL: Object.fromEntries(names.map((name) => [name, {}])) });
const cells = (entries: Record<string, number | null>): CubeCell[] =>
  Object.entries(entries).map(([key, value]) =>
    value === null ? { key: key.split(' '), suppressed: true } : { key: key.split(' '), value }
  );
const opened = (cubes: PublishedCube[], options = {}) =>
  audit(solver, cubes, options).open.map(({ names, lo, hi }) => `${names.join(' ')} ${lo}..${hi}`);

describe('linked tables', () => {
  const byLevel: PublishedCube = {
    k: 5,
    dimensions: [
      { name: 'zone', trees: [flat('A', 'B')] },
      { name: 'sex', trees: [flat('f', 'm')] }
    ],
    cells: cells({
      'ALL ALL': 60,
      'A ALL': null,
      'B ALL': null,
      'A f': null,
      'A m': null,
      'B f': null,
      'B m': null
    })
  };
  const byAge: PublishedCube = {
    k: 5,
    dimensions: [
      { name: 'zone', trees: [flat('A', 'B')] },
      { name: 'age', trees: [flat('x', 'y')] }
    ],
    cells: cells({ 'A ALL': null, 'B ALL': null, 'A x': 2000, 'B x': 20, 'B y': 36 })
  };
  it('are safe apart and open together', () => {
    const first = { ...byLevel, cells: cells({ 'ALL ALL': 60, 'A ALL': null, 'B ALL': null }) };
    const second = { ...byAge, cells: cells({ 'A ALL': null, 'B ALL': null, 'B x': 20, 'B y': 36 }) };
    expect(opened([first])).toEqual([]);
    expect(opened([second])).toEqual([]);
    expect(opened([first, second])).toContain('A ALL ALL 4..4');
  });

  it('that contradict one another are refused, with the place', () => {
    const other = { ...byLevel, cells: cells({ 'ALL ALL': 61 }) };
    expect(() => audit(solver, [byLevel, other])).toThrow(UnusableInput);
  });
});

describe('two geographies over the same leaves', () => {
  const zone: Dimension = {
    name: 'zone',
    trees: [
      { ALL: { a: { 'a:q': {}, 'a:hors': {} }, b: { 'b:q': {}, 'b:hors': {} } } },
      { ALL: { q: { 'a:q': {}, 'b:q': {} }, hors: { 'a:hors': {}, 'b:hors': {} } } }
    ]
  };
  it('betray a piece that neither shows: QPV against communes', () => {
    const cube: PublishedCube = {
      k: 5,
      dimensions: [zone],
      cells: cells({ ALL: 110, a: 60, q: 40, 'a:hors': 57 })
    };
    expect(opened([cube])).toEqual(['a:q 3..3']);
  });

  it('and residence against school stand in one system', () => {
    // Everyone of school s lives in a: the school's count and the commune's total give the rest of the commune.
    const cube: PublishedCube = {
      k: 5,
      dimensions: [zone, { name: 'school', trees: [flat('s', 't')] }],
      impossible: [
        { zone: 'b', school: 's' },
        { zone: 'a', school: 't' }
      ],
      cells: cells({
        'ALL ALL': 60,
        'ALL s': 33,
        'a:hors ALL': 30,
        'a ALL': null,
        'b ALL': null,
        'ALL t': null
      })
    };
    expect(opened([cube])).toContain('a:q s 3..3');
    const free = { ...cube, impossible: [] };
    expect(opened([free])).toEqual([]);
  });
});

describe('two releases', () => {
  it('of one table, each hiding what the other shows', () => {
    const values = [
      [3, 8, 20],
      [9, 12, 20],
      [30, 30, 30]
    ];
    const first = twoWay(values, ['r1 c1', 'r1 c2', 'r2 c1', 'r2 c2'], 5);
    const second = twoWay(values, ['r1 c1', 'r1 c3', 'r2 c1', 'r2 c3'], 5);
    expect(opened([first])).toEqual([]);
    expect(opened([second])).toEqual([]);
    expect(opened([first, second])).toEqual(['r1 c1 3..3']);
  });

  it('with one more year stay safe together, the former being kept', () => {
    const last = syntheticCases(3, 200, 2024, territory);
    const former = protect(solver, last, territory, { method: 'gauss' }).cube;
    const again = protect(solver, last, territory, { method: 'gauss', former: [former] });
    expect(audit(solver, [former, again.cube]).open).toEqual([]);
  });

  it('of which the former gave a count away: it is named', () => {
    const few = syntheticTerritory(3, 3, 6);
    const cases = syntheticCases(4, 12, 2025, few);
    const weak = protect(solver, cases, few, { method: 'gauss', k: 2 }).cube;
    try {
      protect(solver, cases, few, { method: 'gauss', former: [weak] });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UnusableInput);
      expect((error as UnusableInput).finding).toMatchObject({
        code: 'protection-impossible',
        column: expect.stringMatching(/.+/)
      });
    }
  });
});

describe('full cells', () => {
  const levels = { name: 'level', trees: [flat('maternelle', 'elementaire', 'college')] };
  it('tell of a whole group, shown or reckoned', () => {
    const shown: PublishedCube = {
      k: 5,
      dimensions: [levels],
      cells: cells({ ALL: 40, maternelle: 38, elementaire: null, college: null })
    };
    expect(audit(solver, [shown]).open.map(({ reason }) => reason)).toContain('full');
    const hidden: PublishedCube = {
      k: 5,
      dimensions: [levels],
      cells: cells({ ALL: 40, maternelle: null, elementaire: null, college: null })
    };
    expect(opened([hidden])).toEqual([]);
  });

  it.each([
    [5, 5, true],
    [40, 40, true],
    [40, 36, true],
    [40, 35, false]
  ])('of %i children, %i of them in one level: told is %s', (all, part, told) => {
    const cube: PublishedCube = {
      k: 5,
      dimensions: [levels],
      cells: cells({ ALL: all, maternelle: part, elementaire: null, college: null })
    };
    expect(audit(solver, [cube]).open.some(({ reason }) => reason === 'full')).toBe(told);
  });

  it.each([
    [5, 5, true],
    [5, 4, false],
    [9, 5, true],
    [10, 5, false]
  ])('of %i children, %i of them in one level: hidden as such is %s', (all, part, hidden) => {
    const system = buildSystem([
      {
        k: 5,
        dimensions: [levels],
        cells: cells({ ALL: null, maternelle: null, elementaire: null, college: null })
      }
    ]);
    const truth = new Float64Array(system.size);
    const at = (name: string) => system.find([system.axes[0]!.find(0, name)!])!;
    truth[at('ALL')] = all;
    truth[at('maternelle')] = part;
    truth[at('elementaire')] = all - part;
    const isFull = protectionTargets(system, truth, 5).some(
      ({ reason, form }) => reason === 'full' && form.minus === at('maternelle')
    );
    expect(isFull).toBe(hidden || part === 4);
    expect(primarySuppressions(system, truth, 5)[at('maternelle')]).toBe(hidden || part < 5 ? 1 : 0);
  });

  it('are hidden where the whole is just k children, all of one level', () => {
    const [first] = syntheticCases(1, 1);
    const cases = Array.from({ length: 30 }, (_, i) => ({
      ...first!,
      case_id: `C${i}`,
      family_id: `F${i}`,
      commune: i < 5 ? '59601' : '59602',
      qpv: null,
      level: i < 5 ? ('maternelle' as const) : (['maternelle', 'elementaire'] as const)[i % 2]!,
      theme: 'sante' as const
    }));
    const schools = [{ uai: first!.uai!, kind: 'primaire' as const }];
    const { cube } = protect(solver, cases, { communes: [], qpvs: [], schools }, { k: 5 });
    const of = (...key: string[]) => cube.cells.find((cell) => cell.key.join() === key.join())?.value;
    expect(of('59601', 'ALL', 'ALL', 'ALL')).toBe(5);
    expect(of('59601', 'ALL', 'maternelle', 'ALL')).toBeUndefined();
    expect(of('59602', 'ALL', 'maternelle', 'ALL')).toBeUndefined();
  });

  it('along geography do not', () => {
    const cube: PublishedCube = {
      k: 5,
      dimensions: [{ name: 'zone', trees: [flat('a', 'b')] }],
      cells: cells({ ALL: 40, a: 40, b: null })
    };
    expect(opened([cube])).toEqual([]);
  });
});

describe('a reader who knows more', () => {
  it('that no hidden cell is empty', () => {
    const cube: PublishedCube = {
      k: 5,
      dimensions: [{ name: 'zone', trees: [flat('a', 'b', 'c')] }],
      cells: cells({ ALL: 25, a: 20, b: null, c: null })
    };
    expect(opened([cube])).toEqual([]);
    const cornered = { ...cube, cells: cells({ ALL: 22, a: 17, b: null, c: null }) };
    expect(opened([cornered])).toEqual([]);
    expect(
      opened([{ ...cube, cells: cells({ ALL: 24, a: 20, b: null, c: null }) }], { knowZeros: true })
    ).toEqual(['b 1..3', 'c 1..3', 'a 4..4']);
  });

  it('that visits are made to somebody', () => {
    // v has 60 visits, of which y allows 30 to d: b has 30 at least, and so has f. Neither is empty, so c is not all of x.
    const zone: Dimension = {
      name: 'zone',
      trees: [
        { ALL: { x: { b: {}, c: {}, f: {} }, y: { d: {}, e: {}, g: {} } } },
        { ALL: { v: { b: {}, d: {} }, w: { c: {}, e: {} }, u: { f: {}, g: {} } } }
      ]
    };
    const counts = { x: [7, 100], y: [40, 30], v: [15, 60], w: [16, 10], u: [16, 60] };
    const withVisits = Object.entries(counts).map(([name, [value, visits]]) => ({
      key: [name],
      value: value!,
      visits: visits!
    }));
    const hidden = cells({ b: null, c: null, d: null, e: null, f: null, g: null });
    const cube: PublishedCube = { k: 7, dimensions: [zone], cells: [...withVisits, ...hidden] };
    expect(opened([cube])).toEqual(['c 0..5']);
    const without = withVisits.map(({ key, value }) => ({ key, value }));
    expect(opened([{ ...cube, cells: [...without, ...hidden] }])).toEqual([]);
  });
});

describe('a published cube', () => {
  it('whose totals do not add up is refused', () => {
    const cube: PublishedCube = {
      k: 5,
      dimensions: [{ name: 'zone', trees: [flat('a', 'b')] }],
      cells: cells({ ALL: 40, a: 20, b: 19 })
    };
    expect(() => audit(solver, [cube])).toThrow(/totals-do-not-add-up/);
  });

  it.each([
    ['no object', 3],
    ['no root', { k: 5, dimensions: [{ name: 'z', trees: [{ a: {} }] }], cells: [] }],
    [
      'a value and suppressed',
      {
        k: 5,
        dimensions: [{ name: 'z', trees: [{ ALL: {} }] }],
        cells: [{ key: ['ALL'], value: 3, suppressed: true }]
      }
    ],
    [
      'visits beside suppressed',
      {
        k: 5,
        dimensions: [{ name: 'z', trees: [{ ALL: {} }] }],
        cells: [{ key: ['ALL'], suppressed: true, visits: 3 }]
      }
    ],
    [
      'a fraction',
      { k: 5, dimensions: [{ name: 'z', trees: [{ ALL: {} }] }], cells: [{ key: ['ALL'], value: 3.5 }] }
    ]
  ])('with %s is refused', (_, document) => {
    expect(() => readCube(document, 'cube.json')).toThrow(UnusableInput);
  });
});
