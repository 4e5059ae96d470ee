// A reader who assumes how many visits a child gets: what the published visits then tell of the hidden counts. Nothing.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  protect,
  type CaseStructure,
  type PublishedCube
} from '../../../../src/lib/engines/disclosure/index.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import { sparseRows, type LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { WholeCase as Case } from '../../../../src/lib/model/pathway.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

const [LEAST, MOST] = [3, 16];
const places: CaseStructure = {
  communes: ['59601', '59602', '59603'],
  qpvs: [
    { code: 'QN059901', communes: ['59601'] },
    { code: 'QN059902', communes: ['59601', '59602'] }
  ],
  schools: ['0599001A', '0599002B', '0599003C'].map((uai) => ({ uai, kind: 'primaire' as const }))
};
const homes = [
  ['59601', 'QN059901'],
  ['59601', 'QN059902'],
  ['59601', null],
  ['59602', 'QN059902'],
  ['59602', null],
  ['59603', null]
] as const;
const cases = Array.from({ length: 90 }, (_, i): Case => {
  const [commune, qpv] = homes[(i * i + (i >> 2)) % homes.length]!;
  return {
    case_id: `C${i}`,
    school_year: '2024-2025',
    uai: places.schools[(i * 5 + (i >> 3)) % 3]!.uai,
    qpv,
    commune,
    level: i % 4 === 0 ? 'maternelle' : 'elementaire',
    theme: i % 3 === 0 ? 'sante' : 'parentalite',
    family_id: `F${i}`,
    visits: LEAST + ((i * 11 + (i >> 1)) % (MOST - LEAST + 1))
  };
});

let solver: LinearSolver;
let cube: PublishedCube;
beforeAll(async () => {
  solver = await bootHighs();
  cube = protect(solver, cases, places, { method: 'gauss', k: 5 }).cube;
});

/** Least and greatest children of each hidden count, over all tables of children and visits that agree with what is published. */
function reckoned(published: PublishedCube, assumed: boolean): Map<string, string> {
  const system = buildSystem([published]);
  const n = system.size;
  const lower = new Float64Array(2 * n);
  const upper = new Float64Array(2 * n).fill(Infinity);
  system.listed.forEach((cell, i) => {
    if (cell?.value !== undefined) lower[i] = upper[i] = cell.value;
    if (cell?.visits !== undefined) lower[n + i] = upper[n + i] = cell.visits;
    if (system.impossible[i] === 1) upper[i] = upper[n + i] = 0;
  });
  const rows: [number, number][][] = system.definitions.flatMap(({ parent, children }) =>
    [0, n].map((of): [number, number][] => [
      [of + parent, 1],
      ...children.map((child): [number, number] => [of + child, -1])
    ])
  );
  const rowUpper = rows.map(() => 0);
  const rowLower = rows.map(() => 0);
  if (assumed) {
    for (let i = 0; i < n; i++) {
      rows.push(
        [
          [n + i, 1],
          [i, -LEAST]
        ],
        [
          [i, MOST],
          [n + i, -1]
        ]
      );
      rowLower.push(0, 0);
      rowUpper.push(Infinity, Infinity);
    }
  }
  const model = solver.open({
    sense: 'max',
    cost: new Float64Array(2 * n),
    lower,
    upper,
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    rows: sparseRows(rows)
  });
  const found = new Map<string, string>();
  system.listed.forEach((cell, i) => {
    if (!cell?.suppressed) return;
    const ends = (['min', 'max'] as const).map((sense) => {
      model.setSense(sense);
      model.setCost(i, 1);
      const { objective, status } = model.solve();
      model.setCost(i, 0);
      expect(status).toBe('optimal');
      return Math.round((objective ?? NaN) * 1000) / 1000 + 0;
    });
    found.set(cell.key.join(' / '), ends.join('..'));
  });
  model.dispose();
  return found;
}

describe('an attacker who assumes 3 to 16 visits a child', () => {
  it('learns nothing of a hidden count', () => {
    const plain = reckoned(cube, false);
    expect(plain.size).toBeGreaterThan(40);
    expect(reckoned(cube, true)).toEqual(plain);
  });

  it('would have, had the visits of every shown count been published', () => {
    const of = ([zone, school, level, theme]: string[]) =>
      cases.filter(
        (one) =>
          ['ALL', one.commune, one.qpv, `${one.commune}:${one.qpv ?? 'hors'}`].includes(zone!) &&
          ['ALL', one.uai].includes(school!) &&
          ['ALL', one.level].includes(level!) &&
          ['ALL', one.theme].includes(theme!)
      );
    const cells = cube.cells.map((cell) =>
      cell.value === undefined
        ? cell
        : { ...cell, visits: of(cell.key).reduce((sum, { visits }) => sum + visits, 0) }
    );
    expect(cells.map(({ key, value }) => (value === undefined ? 0 : of(key).length))).toEqual(
      cube.cells.map(({ value = 0 }) => value)
    );
    const told = { ...cube, cells };
    expect(reckoned(told, true)).not.toEqual(reckoned(told, false));
  });

  it('still reads the visits of the whole and of the communes', () => {
    const withVisits = cube.cells.filter(({ visits }) => visits !== undefined);
    const total = cases.reduce((sum, { visits }) => sum + visits, 0);
    expect(withVisits[0]).toMatchObject({ key: ['ALL', 'ALL', 'ALL', 'ALL'], visits: total });
    expect(withVisits.length).toBeGreaterThan(1);
  });
});
