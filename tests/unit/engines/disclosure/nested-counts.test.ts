// Two shown counts of which one lies within the other tell what is left between them: it is a count as any other.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  audit,
  protect,
  type CaseStructure,
  type PublishedCube
} from '../../../../src/lib/engines/disclosure/index.ts';
import { leavesBelow } from '../../../../src/lib/engines/disclosure/joined-releases.ts';
import type { CubeCell, Tree } from '../../../../src/lib/engines/disclosure/published-cube.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const K = 11;
const YEAR = '2024-2025';

/** A commune of 22 children, 12 of them outside its two neighbourhoods; another commune beside it. */
const place: CaseStructure = {
  communes: ['59601', '59602'],
  qpvs: [
    { code: 'QN059901', communes: ['59601'] },
    { code: 'QN059902', communes: ['59601'] }
  ],
  schools: []
};
const children = (count: number, commune: string, qpv: string | null, theme: Case['theme'] = null): Case[] =>
  Array.from({ length: count }, (_, i) => {
    const id = `${commune}-${qpv}-${theme}-${i}`;
    return { case_id: id, school_year: YEAR, uai: null, qpv, commune, level: null, theme, family_id: id, visits: 2 }; // prettier-ignore
  });
const outsideAndTwo = [
  ...children(12, '59601', null),
  ...children(6, '59601', 'QN059901'),
  ...children(4, '59601', 'QN059902'),
  ...children(40, '59602', null)
];

/** What is left between two shown counts of a cube, where it is of 1 to k - 1: by the names of the leaves, and nothing else. */
function smallBetween({ k, dimensions, cells }: PublishedCube): string[] {
  const below = dimensions.map(({ trees }) => leavesBelow(trees));
  const shown = cells.filter(({ value }) => value !== undefined);
  const holds = (whole: CubeCell, part: CubeCell) =>
    whole.key.every((name, d) =>
      [...below[d]!.get(part.key[d]!)!].every((leaf) => below[d]!.get(name)!.has(leaf))
    );
  return shown.flatMap((whole) =>
    shown
      .filter((part) => part !== whole && holds(whole, part))
      .map((part) => ({ part, left: whole.value! - part.value! }))
      .filter(({ left }) => left > 0 && left < k)
      .map(({ part, left }) => `${whole.key.join('/')} - ${part.key.join('/')} = ${left}`)
  );
}

const flat = (...names: string[]): Tree => ({ ALL: Object.fromEntries(names.map((name) => [name, {}])) });
const cells = (entries: Record<string, number | null>): CubeCell[] =>
  Object.entries(entries).map(([key, value]) =>
    value === null ? { key: key.split(' '), suppressed: true } : { key: key.split(' '), value }
  );
const betweenIn = (cubes: PublishedCube[]) =>
  audit(solver, cubes)
    .open.filter(({ reason }) => reason === 'between')
    .map(({ names, whole, lo, hi }) => `${whole!.join(' ')} - ${names.join(' ')}: ${lo}..${hi}`);

describe('what is published of a service', () => {
  it('lets nobody subtract a shown count from one that holds it and find 1 to 10 children', () => {
    const { cube } = protect(solver, outsideAndTwo, place, { k: K });
    expect(smallBetween(cube)).toEqual([]);
  });

  it('nor subtract three counts: each hidden count may be 11 or more, or is known to all to be zero', () => {
    const { report } = protect(solver, outsideAndTwo, place, { k: K });
    expect(report.audit).toMatchObject({ open: [], below: 0 });
    // 62 - 40 - 12 = 10 of the two neighbourhoods, without the total of their commune.
    const { cube } = protect(solver, outsideAndTwo, place, { k: K, method: 'gauss' });
    const valueAt = (zone: string) => cube.cells.find(({ key }) => key[0] === zone && key.slice(1).every((name) => name === 'ALL'))?.value; // prettier-ignore
    expect([valueAt('ALL'), valueAt('59602'), valueAt('59601:hors')]).toContain(undefined);
  });

  it('nor find 10 children of two themes by subtracting the others: one of the two may be 11', () => {
    const themes = [14, 14, 6, 4];
    const names = ['sante', 'culture-sport', 'parentalite', 'estime-de-soi'] as const;
    const ofOne = { ...place, communes: ['59602'], qpvs: [] };
    const { cube, report } = protect(
      solver,
      names.flatMap((theme, i) => children(themes[i]!, '59602', null, theme)),
      ofOne,
      { k: K }
    );
    expect(report.audit).toMatchObject({ open: [], below: 0 });
    const shown = cube.cells.filter(({ key, value }) => value === 14 && key[0] === 'ALL' && key[1] === 'ALL');
    expect(shown.length).toBeLessThan(2);
  });

  it('nor learn from the numbers of families that a count is below 11: they are withheld', () => {
    const of = (families: number, ...own: Case[]) =>
      own.map((one, i) => ({ ...one, family_id: `${one.commune}-${one.qpv}-${i % families}` }));
    const cases = [
      ...of(3, ...children(4, '59601', 'QN059901')),
      ...of(7, ...children(8, '59601', null)),
      ...of(5, ...children(8, '59602', 'QN059901')),
      ...of(40, ...children(40, '59602', null))
    ];
    const qpvs = [{ code: 'QN059901', communes: ['59601', '59602'] }];
    const { cube, report } = protect(solver, cases, { ...place, qpvs }, { k: K });
    // 10 families of the commune, 8 of the neighbourhood: 2 families at least outside it, and 10 children at most in it.
    expect(report).toMatchObject({ withheld: ['families'], audit: { open: [], below: 0 } });
    expect(cube.cells.filter(({ families }) => families !== undefined)).toEqual([]);
  });

  it('beside a release that gives a difference away already, hides what it can and is not refused for it', () => {
    const tree = {
      ALL: {
        '59601': { '59601:hors': {}, '59601:QN059901': {}, '59601:QN059902': {} },
        '59602': { '59602:hors': {} }
      }
    };
    const former: PublishedCube = {
      ...{ k: K, years: [YEAR], dimensions: [{ name: 'zone', trees: [tree] }] },
      cells: cells({
        ALL: 62,
        59601: 22,
        59602: 40,
        '59601:hors': 12,
        '59601:QN059901': null,
        '59601:QN059902': null
      })
    };
    expect(betweenIn([former])).toHaveLength(1);
    const { report } = protect(solver, outsideAndTwo, place, { k: K, former: [former] });
    expect(report.audit.open).toEqual([]);
  });
});

describe('an audit', () => {
  const zone = { name: 'zone', trees: [{ ALL: { A: { a1: {}, a2: {}, a3: {} }, B: {} } }] };
  it('finds what two shown counts leave between them, though each hidden part may be zero', () => {
    const cube = {
      k: K,
      dimensions: [zone],
      cells: cells({ ALL: 62, A: 22, B: 40, a1: 12, a2: null, a3: null })
    };
    expect(betweenIn([cube])).toEqual(['A - a1: 10..10']);
  });

  it('finds it along levels and themes at once', () => {
    const cube: PublishedCube = {
      k: K,
      dimensions: [
        { name: 'level', trees: [flat('m', 'e')] },
        { name: 'theme', trees: [flat('s', 'p')] }
      ],
      cells: cells({
        'ALL ALL': 32,
        'm ALL': null,
        'ALL s': null,
        'm s': 22,
        'm p': null,
        'e s': null,
        'e p': null
      })
    };
    expect(betweenIn([cube])).toEqual(['ALL ALL - m s: 10..10']);
  });

  it('finds it between a count of one release and a count of another', () => {
    const one = { k: K, dimensions: [zone], cells: cells({ A: 22, a1: null, a2: null, a3: null }) };
    const other = { k: K, dimensions: [zone], cells: cells({ A: null, a1: 12, a2: null, a3: null }) };
    expect([...betweenIn([one]), ...betweenIn([other])]).toEqual([]);
    expect(betweenIn([one, other])).toEqual(['A - a1: 10..10']);
  });
});
