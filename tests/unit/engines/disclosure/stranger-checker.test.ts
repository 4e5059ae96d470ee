// Anyone can write the checker from its page: one written from docs/certificat-protection.md alone gives the same verdict as ours.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateOf } from '../../../../scripts/safe/certificate.ts';
import {
  checkProtection,
  type ProtectionCertificate
} from '../../../../src/lib/engines/disclosure/attack/check-protection.ts';
import {
  protect,
  type CaseStructure,
  type PublishedCube
} from '../../../../src/lib/engines/disclosure/index.ts';
import { suppressCells } from '../../../../src/lib/engines/disclosure/suppress/suppress-cells.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import {
  bytesOf,
  FORGED,
  forged,
  HOLLOW,
  LINKED,
  signed,
  SOUND,
  UNUSUAL
} from '../../../fixtures/disclosure/hollow-cubes.ts';
import { cubeOf, problemFrom, randomCube } from '../../../fixtures/disclosure/random-cubes.ts';
import { strangerCheck } from '../../../fixtures/disclosure/stranger-checker.mjs';
import { draws } from '../../../draws.ts';

const RUNS = draws();

interface Pair {
  what: string;
  cube: PublishedCube;
  certificate: ProtectionCertificate;
}

/** Children of two years in three communes, two QPV and three schools, one a commune, the last without the level `elementaire`. */
const places: CaseStructure = {
  communes: ['59601', '59602', '59603'],
  qpvs: [
    { code: 'QN059901', communes: ['59601'] },
    { code: 'QN059902', communes: ['59601', '59602'] }
  ],
  schools: [
    { uai: '0599001A', commune: '59601', kind: 'primaire' },
    { uai: '0599002B', commune: '59602', kind: 'primaire' },
    { uai: '0599003C', commune: '59603', kind: 'maternelle' }
  ]
};
const homes = [
  ['59601', 'QN059901'],
  ['59601', 'QN059902'],
  ['59601', null],
  ['59602', 'QN059902'],
  ['59602', null],
  ['59603', null]
] as const;
const casesOf = (count: number, years: number): Case[] =>
  Array.from({ length: count }, (_, i) => {
    const [commune, qpv] = homes[(i * i + (i >> 2)) % homes.length]!;
    const school = (i * 5 + (i >> 3)) % 3;
    return {
      case_id: `C${i}`,
      school_year: i % years === 0 ? '2024-2025' : '2023-2024',
      uai: places.schools[school]!.uai,
      qpv,
      commune,
      level: school === 2 || i % 4 === 0 ? 'maternelle' : 'elementaire',
      theme: i % 3 === 0 ? 'sante' : 'parentalite',
      family_id: `F${i >> 1}`,
      visits: 3 + (i % 9)
    };
  });

/** Cubes as they are published, each with the certificate that ours accepts. */
async function provenPairs(solver: LinearSolver): Promise<Pair[]> {
  const cubes: [string, PublishedCube][] = [
    ...[70, 160].map((count): [string, PublishedCube] => [
      `${count} children of one year`,
      protect(solver, casesOf(count, 1), places, { method: 'gauss', k: 5 }).cube
    ]),
    ['150 children of two years', protect(solver, casesOf(150, 2), places, { method: 'gauss', k: 5 }).cube]
  ];
  for (let seed = 1; seed <= 16; seed++) {
    const drawn = randomCube(seed);
    const problem = problemFrom(drawn);
    const { pattern } = suppressCells(solver, problem, { method: 'gauss', seconds: 60 });
    const trees = Math.max(...drawn.dimensions.map((dimension) => dimension.trees.length));
    cubes.push([`random cube ${seed}, ${trees} hierarchies`, cubeOf(drawn, problem, pattern)]);
  }
  const pairs: Pair[] = [];
  for (const [what, cube] of cubes) {
    const { file } = await certificateOf(solver, cube, JSON.stringify(cube));
    if (file !== null) pairs.push({ what, cube, certificate: JSON.parse(file) as ProtectionCertificate });
  }
  return pairs;
}

/** Both verdicts; the reason of each. */
async function both(cube: unknown, certificate: unknown) {
  const [cubeBytes, certificateBytes] = [bytesOf(cube), bytesOf(certificate)];
  const { accepted, reason } = await checkProtection(cubeBytes, certificateBytes);
  const stranger = await strangerCheck(cubeBytes, certificateBytes);
  return { ours: accepted, theirs: stranger.accepted, reasons: `${reason} | ${stranger.reason}` };
}

let pairs: Pair[];
beforeAll(async () => {
  pairs = await provenPairs(await bootHighs());
});

describe('a checker written from the page alone', () => {
  it('imports nothing', () => {
    const code = readFileSync('tests/fixtures/disclosure/stranger-checker.mjs', 'utf8');
    expect(code).not.toMatch(/\bimport\b[^s]|\brequire\b/);
  });

  it('accepts every certificate that ours accepts: linked hierarchies, impossible patterns, lone schools, families and visits', async () => {
    const some = (test: (cube: PublishedCube) => boolean) => pairs.filter(({ cube }) => test(cube)).length;
    expect(pairs.length).toBeGreaterThanOrEqual(12);
    expect(some(({ dimensions }) => dimensions.some(({ trees }) => trees.length > 1))).toBeGreaterThan(3);
    expect(some(({ impossible = [] }) => impossible.length > 0)).toBeGreaterThan(0);
    expect(some(({ alone = [] }) => alone.length > 0)).toBeGreaterThan(0);
    expect(some(({ cells }) => cells.some(({ visits, families }) => visits && families))).toBeGreaterThan(0);
    for (const { what, cube, certificate } of pairs)
      expect([what, await both(cube, certificate)]).toEqual([what, { ours: true, theirs: true, reasons: 'null | null' }]); // prettier-ignore
    for (const [cube, tables] of SOUND)
      expect(await both(cube, forged(cube, tables))).toMatchObject({ ours: true, theirs: true });
  });

  it('accepts certificates of seldom forms, as ours does', async () => {
    for (const [cube, by] of UNUSUAL)
      expect(await both(cube, by)).toMatchObject({ ours: true, theirs: true });
  });

  it('refuses every hollow cube that ours refuses', async () => {
    for (const [what, cube, tables] of HOLLOW)
      expect([what, await both(cube, forged(cube, tables))]).toMatchObject([what, { ours: false, theirs: false }]); // prettier-ignore
    for (const [what, cube, by] of FORGED)
      expect([what, await both(cube, by)]).toMatchObject([what, { ours: false, theirs: false }]);
    const linked = await Promise.all(LINKED.map(({ cube, certificate }) => both(cube, certificate)));
    expect(linked.map(({ ours, theirs }) => [ours, theirs])).toEqual([[true, true], [false, false], [false, false]]); // prettier-ignore
  });

  it('gives the same verdict on certificates and cubes changed at random, whoever signs them', async () => {
    let refused = 0;
    const change = fc.record({
      pair: fc.nat(),
      what: fc.nat(11),
      pick: fc.nat(),
      by: fc.integer({ min: 1, max: 12 }),
      isSigned: fc.integer({ min: 0, max: 9 }).map((draw) => draw > 0)
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ pair, what, pick, by, isSigned }) => {
        const { cube, certificate } = structuredClone(pairs[pair % pairs.length]!);
        falsify(cube, certificate, what, pick, by);
        const given = isSigned ? signed(certificate, cube) : certificate;
        const { ours, theirs, reasons } = await both(cube, given);
        expect([theirs, reasons]).toEqual([ours, reasons]);
        refused += ours ? 0 : 1;
      }),
      { numRuns: RUNS, seed: 7 }
    );
    expect(refused).toBeGreaterThan(RUNS / 2);
  });
});

/** One change of those that a forger, or an accident, may make. */
function falsify(
  cube: PublishedCube,
  certificate: ProtectionCertificate,
  what: number,
  pick: number,
  by: number
): void {
  const { cells } = cube;
  const { tables, witnesses } = certificate;
  const table = tables[pick % tables.length]!;
  const row = table.rows[pick % Math.max(1, table.rows.length)];
  const cell = cells[pick % cells.length]!;
  const shown = cells.filter(({ value }) => value !== undefined);
  const published = shown[pick % Math.max(1, shown.length)];
  const witness = witnesses[pick % Math.max(1, witnesses.length)];
  const changes: (() => void)[] = [
    () => row && (row[row.length - 1]! += by),
    () => row && (row[pick % (row.length - 1)]! += by),
    () => table.rows.splice(pick % Math.max(1, table.rows.length), 1),
    () => published && (published.value! += by),
    () => witness && (witness[1] = pick % tables.length),
    () => witnesses.splice(pick % Math.max(1, witnesses.length), 1),
    () => (certificate.k = cube.k = cube.k + by - 6),
    () => cells.splice(cells.indexOf(cell), 1),
    () => {
      delete published?.value;
      if (published) published.suppressed = true;
    },
    () => {
      delete cell.suppressed;
      cell.value = by;
    },
    () => {
      const { name, trees } = cube.dimensions[pick % cube.dimensions.length]!;
      const leaves = Object.keys(trees[0]!.ALL!);
      cube.impossible = [...(cube.impossible ?? []), { [name]: leaves[by % leaves.length]! }];
    },
    () => {
      const { trees } = cube.dimensions[pick % cube.dimensions.length]!;
      const root = trees[by % trees.length]!.ALL!;
      delete root[Object.keys(root)[0]!];
    }
  ];
  changes[what]!();
}
