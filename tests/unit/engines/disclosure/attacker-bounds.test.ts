// What the published numbers of families tell of hidden counts, and how wide the counts of a place with one school must be.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  attackerBounds,
  tightenByFamiliesAndVisits
} from '../../../../src/lib/engines/disclosure/attack/attacker-bounds.ts';
import { audit, type PublishedCube } from '../../../../src/lib/engines/disclosure/index.ts';
import type { Tree } from '../../../../src/lib/engines/disclosure/published-cube.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

describe('the families of a place', () => {
  /** P is o and c; Q holds o under `depth` places, each with another place beside it. */
  function cubeOf(depth: number): PublishedCube {
    const beside = Array.from({ length: depth }, (_, i) => `s${i}`);
    const under = beside.reduceRight<Tree>((below, name, i) => ({ [`q${i}`]: below, [name]: {} }), { o: {} });
    const leaf = (name: string): Tree => ({ [name]: {} });
    const others = Object.assign({}, ...beside.map(leaf)) as Tree;
    return {
      k: 11,
      dimensions: [
        { name: 'zone', trees: [{ ALL: { Q: under, c: {} } }, { ALL: { P: { o: {}, c: {} }, R: others } }] }
      ],
      cells: [
        { key: ['P'], value: 12, families: 10 },
        { key: ['Q'], value: 12, families: 6 },
        ...['o', 'c', ...beside, ...beside.map((_, i) => `q${i}`)].map((name) => ({
          key: [name],
          suppressed: true as const
        }))
      ]
    };
  }

  it.each([1, 4, 5, 9])(
    'bound those of a part, and so the children beside it, %i places further down',
    (depth) => {
      const system = buildSystem([cubeOf(depth)]);
      const { lower } = tightenByFamiliesAndVisits(solver, system, attackerBounds(system));
      // Of the 10 families of P, at most the 6 of Q are in o: 4 are in c, each with a child.
      expect(lower[system.find([system.axes[0]!.find(0, 'c')!])!]).toBe(4);
    }
  );
});

describe('a count of a place with one school', () => {
  const flat = (...names: string[]): Tree => ({ ALL: Object.fromEntries(names.map((name) => [name, {}])) });
  /** The lone place has 30 children, from `50 - big - 3` to 30 of them in the first part. */
  const openAt = (k: number, big: number) => {
    const hidden = ['lone m', 'lone e', 'big m', 'big e', 'ALL e'].map((key) => ({
      key: key.split(' '),
      suppressed: true as const
    }));
    const cube: PublishedCube = {
      k,
      dimensions: [
        { name: 'zone', trees: [flat('big', 'lone')] },
        { name: 'part', trees: [flat('m', 'e')] }
      ],
      alone: [{ zone: 'lone' }],
      cells: [
        { key: ['lone', 'ALL'], value: 30 },
        { key: ['big', 'ALL'], value: big },
        { key: ['ALL', 'm'], value: 47 },
        ...hidden
      ]
    };
    return audit(solver, [cube])
      .open.filter(({ reason, names }) => reason === 'alone' && names[1] === 'm')
      .map(({ lo, hi }) => [lo, hi]);
  };

  it('has k - 1 values at the least, for a reader of all totals', () => {
    // From 27 to 30: four values.
    expect(openAt(5, 20)).toEqual([]);
    expect(openAt(6, 20)).toEqual([[27, 30]]);
    expect(openAt(5, 19)).toEqual([[28, 30]]);
  });
});
