// A certificate of protection is accepted for what is safe, and refused after any change that would make it say more than it shows.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateOf } from '../../../../scripts/safe/certificate.ts';
import {
  checkProtection,
  type ProtectionCertificate
} from '../../../../src/lib/engines/disclosure/attack/check-protection.ts';
import type { PublishedCube } from '../../../../src/lib/engines/disclosure/index.ts';
import { certificateReason } from '../../../../src/lib/i18n/certificate-words.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
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
import { draws } from '../../../draws.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const RUNS = draws();
const verdict = (cube: unknown, certificate: unknown) => checkProtection(bytesOf(cube), bytesOf(certificate));

// Two communes of two neighbourhoods each, by level: two small counts stand beside two others in every sum.
const cube: PublishedCube = {
  k: 11,
  years: ['2024-2025'],
  dimensions: [
    { name: 'zone', trees: [{ ALL: { A: { a1: {}, a2: {} }, B: { b1: {}, b2: {} } } }] },
    { name: 'level', trees: [{ ALL: { maternelle: {}, elementaire: {} } }] }
  ],
  impossible: [{ zone: 'b2', level: 'maternelle' }],
  cells: [
    { key: ['ALL', 'ALL'], value: 120 },
    { key: ['A', 'ALL'], value: 70 },
    { key: ['B', 'ALL'], value: 50 },
    { key: ['ALL', 'maternelle'], value: 60 },
    { key: ['ALL', 'elementaire'], value: 60 },
    { key: ['A', 'maternelle'], suppressed: true },
    { key: ['A', 'elementaire'], suppressed: true },
    { key: ['B', 'maternelle'], suppressed: true },
    { key: ['B', 'elementaire'], suppressed: true },
    { key: ['a1', 'ALL'], suppressed: true },
    { key: ['a2', 'ALL'], suppressed: true },
    { key: ['b1', 'ALL'], suppressed: true },
    { key: ['b2', 'ALL'], suppressed: true },
    { key: ['b2', 'maternelle'], suppressed: true }
  ]
};
const text = JSON.stringify(cube);
let certificate: ProtectionCertificate;
beforeAll(async () => {
  const { file } = await certificateOf(solver, cube, text);
  certificate = JSON.parse(file!) as ProtectionCertificate;
});

describe('a certificate of protection', () => {
  it('is accepted for a cube that hides its counts well, and tells which hidden ones anyone knows to be empty', async () => {
    expect(await verdict(text, certificate)).toEqual({
      accepted: true,
      claim: { k: 11, large: 8, empty: 1, differences: expect.any(Number) as number },
      leaves: certificate.tables.length,
      reason: null
    });
  });

  it('claims nothing of the counts that are shown', async () => {
    for (const value of [40, 0]) {
      const shown = { k: 11, dimensions: [{ name: 'zone', trees: [{ ALL: { a: {} } }] }], cells: [{ key: ['a'], value }] }; // prettier-ignore
      const { claim } = await verdict(shown, forged(shown, [value > 0 ? [[0, value]] : []], [['a']]));
      expect(claim).toEqual({ k: 11, large: 0, empty: 0, differences: 0 });
    }
  });

  it('is not made for a cube that betrays a small count', async () => {
    const open = { ...cube, cells: cube.cells.map((cell) => (cell.key.join() === 'a1,ALL' ? { key: cell.key, value: 66 } : cell)) }; // prettier-ignore
    expect(await certificateOf(solver, open, JSON.stringify(open))).toEqual({
      file: null,
      reason: 'small-count-given'
    });
  });

  it('is not made for a hidden count that stays small whatever it is', async () => {
    const narrow = {
      k: 11,
      dimensions: [{ name: 'zone', trees: [{ ALL: { a: {}, b: {}, c: {} } }] }],
      cells: [
        { key: ['ALL'], value: 27 },
        { key: ['a'], value: 20 },
        { key: ['b'], suppressed: true as const },
        { key: ['c'], suppressed: true as const }
      ]
    };
    expect(await certificateOf(solver, narrow, JSON.stringify(narrow))).toEqual({
      file: null,
      reason: 'stays-small'
    });
  });

  it('is made from what is published alone: the same for all true counts that publish the same', async () => {
    const { file } = await certificateOf(solver, JSON.parse(text) as PublishedCube, text);
    expect(JSON.parse(file!)).toEqual(certificate);
  });

  it('is not made for a rounded cube, which hides nothing', async () => {
    const rounded = { ...cube, rounding: 5 };
    expect((await certificateOf(solver, rounded, JSON.stringify(rounded))).reason).toBe('rounded-cube');
  });
});

describe('a falsified certificate of protection', () => {
  it('is refused with its reason: another cube, another version, cut short, changed, beyond 2^53', async () => {
    const reasonOf = async (given: unknown, of: unknown = text) => (await verdict(of, given)).reason;
    expect(await reasonOf(certificate, `${text}\n`)).toBe('other-cube');
    expect(await reasonOf({ ...certificate, version: 1 })).toBe('other-version');
    expect(await reasonOf(JSON.stringify(certificate).slice(0, -9))).toBe('unreadable-certificate');
    expect(await reasonOf(text, JSON.stringify(certificate))).toBe('unreadable-certificate');
    expect(await reasonOf({ ...certificate, k: 5 })).toBe('altered-certificate');
    const large = structuredClone(certificate);
    large.tables[0]!.rows[0]![2] = 2 ** 53;
    expect(await reasonOf(signed(large, text))).toBe('beyond-2^53');
    expect(await reasonOf(signed({ ...certificate, k: 5 }, text))).toBe('other-threshold');
    expect(await reasonOf(signed({ ...certificate, witnesses: certificate.witnesses.slice(1) }, text))).toBe(
      'hidden-count-left-out'
    );
  });

  it('is never accepted once a table, a witness or the cube was changed so that it shows no more what it says', async () => {
    let refused = 0;
    const change = fc.record({ what: fc.nat(4), pick: fc.nat(), by: fc.integer({ min: -20, max: 20 }) });
    await fc.assert(
      fc.asyncProperty(change, async ({ what, pick, by }) => {
        fc.pre(by !== 0);
        const forged = structuredClone(certificate);
        const of = structuredClone(cube);
        const table = forged.tables[pick % forged.tables.length]!;
        const shown = of.cells.filter(({ value }) => value !== undefined);
        if (what === 0) table.rows[pick % table.rows.length]![2]! += by;
        if (what === 1) table.rows.splice(pick % table.rows.length, 1);
        if (what === 2) table.rows.push([3, 0, Math.abs(by)]);
        if (what === 3) shown[pick % shown.length]!.value! += Math.abs(by);
        if (what === 4) {
          const witness = forged.witnesses[pick % forged.witnesses.length]!;
          // Another table, where the count may be small.
          witness[1] = (witness[1] + 1) % forged.tables.length;
        }
        const { accepted } = await verdict(of, signed(forged, of));
        if (what < 4) expect(accepted).toBe(false);
        else if (accepted) {
          // The other table shows it as well.
          return;
        }
        refused++;
      }),
      { numRuns: RUNS, seed: 5 }
    );
    expect(refused).toBeGreaterThan(RUNS / 2);
  });

  it('is refused for a small count that the totals betray, whatever tables are given', async () => {
    const open = structuredClone(cube);
    open.cells.push({ key: ['a1', 'maternelle'], suppressed: true });
    open.cells.find(({ key }) => key.join() === 'A,maternelle')!.value = 20;
    delete open.cells.find(({ key }) => key.join() === 'A,maternelle')!.suppressed;
    open.cells.push({ key: ['a2', 'maternelle'], value: 13 });
    const { file, reason } = await certificateOf(solver, open, JSON.stringify(open));
    expect([file, reason]).toEqual([null, 'small-count-given']);
  });

  it.each([[null], [[]], [{}], [{ version: 1 }], [{ version: 1, tables: [], witnesses: [] }]])(
    'is refused when it is %j',
    async (given) => {
      expect(await verdict(text, given)).toMatchObject({ accepted: false });
    }
  );
});

describe('a cube that protects nothing has no certificate', () => {
  const reasonOf = async (given: unknown, by: unknown) => (await verdict(given, by)).reason;

  it('when a hierarchy lacks a leaf of another: read together, they give a 3 exactly', async () => {
    const [sound, lacking, other] = LINKED.map(({ cube: given, certificate: by }) => reasonOf(given, by));
    expect(await sound).toBeNull();
    expect(await lacking).toBe('trees-differ');
    expect(await other).toBe('trees-differ');
  });

  it('but a cube whose counts are all large, or well hidden, is accepted', async () => {
    for (const [given, tables] of SOUND) expect(await reasonOf(given, forged(given, tables))).toBeNull();
    for (const [given, by] of UNUSUAL) expect(await reasonOf(given, by)).toBeNull();
  });

  it.each(HOLLOW)('when it has %s', async (_, given, tables, reason) => {
    expect(await reasonOf(given, forged(given, tables))).toBe(reason);
    expect(certificateReason(reason)).not.toBe(reason);
  });

  it.each(FORGED)('nor has a cube whose tables are of %s', async (_, given, by, reason) => {
    expect(await reasonOf(given, by)).toBe(reason);
  });
});
