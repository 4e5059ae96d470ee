// Releases whose lists of schools or zones differ, read together: the same intervals as with a variable for each leaf, and quickly.
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../../../src/lib/engines/disclosure/attack/audit.ts';
import { attackerBounds } from '../../../../src/lib/engines/disclosure/attack/attacker-bounds.ts';
import { AttackerModel } from '../../../../src/lib/engines/disclosure/attack/attacker-model.ts';
import {
  exactInterval,
  initialInterval
} from '../../../../src/lib/engines/disclosure/attack/feasibility-intervals.ts';
import { blocksOfYears, joinReleases } from '../../../../src/lib/engines/disclosure/joined-releases.ts';
import type { CubeCell, PublishedCube } from '../../../../src/lib/engines/disclosure/published-cube.ts';
import {
  leavesOf,
  recommendedFrame,
  schoolYearsOf
} from '../../../../src/lib/engines/disclosure/publish/recommended-cube.ts';
import { countCells } from '../../../../src/lib/engines/disclosure/attack/true-counts.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';
import { syntheticCases, territory } from '../../../fixtures/synthetic/cases.ts';
import { protectionTarget } from '../../../../src/lib/engines/disclosure/rules.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { LeafModel, randomJoin } from '../../../fixtures/disclosure/random-joins.ts';
import { draws } from '../../../draws.ts';

const RUNS = draws(0.1);
/** One cell in so many is compared with the model of leaves. */
const STEP = process.env.SOAK ? 1 : 9;
let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

describe.each([
  ['each count of one year', false],
  ['with totals over years', true]
])('random releases of other lists, %s', (_, totals) => {
  it(
    `${RUNS} joins have the intervals and the open counts of a model of leaves`,
    () => {
      for (let seed = 1; seed <= RUNS; seed++) {
        const { releases, k } = randomJoin(seed, totals);
        const files = releases.map((_, r) => `release ${r + 1}`);
        const cubes = joinReleases(releases, files);
        const leaves = new LeafModel(solver, cubes);
        const told = (name: string, lo: number, hi: number | null) => `${name} ${lo}..${hi}`;
        // The totals of two lists may have one name, so that intervals are part of what is compared.
        const open = new Set(
          audit(solver, releases, { files, explained: 0 })
            .open.filter(({ reason }) => reason === 'small')
            .map(({ names, lo, hi }) => told(names.join(' / '), lo, hi))
        );
        for (const block of blocksOfYears(cubes, files)) {
          const system = buildSystem(block.cubes, block.files);
          const attack = new AttackerModel(solver, system, attackerBounds(system));
          for (let cell = seed % STEP; cell < system.size; cell += STEP) {
            const name = system.names(cell).join(' / ');
            const [lo, hi] = leaves.intervalOf(system, cell);
            const target = protectionTarget({ plus: cell }, 'small', 1, k - 1);
            const { floor, least, ceiling, most } = exactInterval(attack, initialInterval(attack, target));
            expect([floor, least, ceiling, most], `seed ${seed}, ${name}`).toEqual([lo, lo, hi, hi]);
            const isOpen = hi > 0 && hi < k && !(lo <= 1 && hi >= k - 1);
            expect(open.has(told(name, lo, hi)), `seed ${seed}, ${name}`).toBe(isOpen);
          }
          attack.dispose();
        }
      }
    },
    RUNS * 20_000
  );
});

describe('a school more than the year before', () => {
  const [last, now] = [syntheticCases(6, 400, 2023), syntheticCases(7, 400, 2024)];
  /** Shows what is not small: enough to join. */
  const release = (cases: readonly Case[], schools: number): PublishedCube => {
    const known = territory.schools.slice(0, schools);
    const own = cases.filter(({ uai }) => known.some((school) => school.uai === uai));
    const frame = recommendedFrame(own, { ...territory, schools: known });
    const hidden = frame.cells.map(({ key }): CubeCell => ({ key, suppressed: true }));
    const system = buildSystem([{ k: 11, ...frame, cells: hidden }]);
    const truth = countCells(system, own, leavesOf);
    const cells = frame.cells.map(({ key }): CubeCell => {
      const value = truth[system.find(key.map((name, d) => system.axes[d]!.find(0, name)!))!]!;
      return value < 11 ? { key, suppressed: true } : { key, value };
    });
    return { k: 11, years: schoolYearsOf(own), ...frame, cells };
  };
  const sizesOf = (releases: PublishedCube[]) => {
    const files = releases.map((_, r) => `release ${r + 1}`);
    const blocks = blocksOfYears(joinReleases(releases, files), files);
    return blocks.map(({ cubes }) => buildSystem(cubes).size);
  };
  const [before, after] = [release(last, 40), release(now, 41)];

  it('leaves each year as quick to audit as alone', () => {
    expect(sizesOf([before, after])).toEqual([...sizesOf([before]), ...sizesOf([after])]);
  });

  it('does not multiply the counts of a year that is published again with it', () => {
    const [alone] = sizesOf([before]);
    const [again, other] = sizesOf([before, release(last, 41), after]);
    expect(again).toBeLessThan(4 * alone!);
    expect([other]).toEqual(sizesOf([after]));
  });

  it('published again with one child of the new school alone, gives that child away', () => {
    const zones = (school: Record<string, number>, total: number): PublishedCube => ({
      k: 5,
      years: ['2024-2025'],
      dimensions: [
        { name: 'zone', trees: [{ ALL: { a: {}, b: {} } }] },
        {
          name: 'school',
          trees: [{ ALL: Object.fromEntries(Object.keys(school).map((name) => [name, {}])) }]
        }
      ],
      cells: [
        ...Object.entries(school).map(([name, value]) => ({ key: ['ALL', name], value })),
        { key: ['a', 'ALL'], value: total }
      ].filter(({ value }) => value >= 5)
    });
    const first = zones({ s1: 20, s2: 30 }, 24);
    const second = zones({ s1: 20, s2: 30, s3: 1 }, 25);
    expect(audit(solver, [first]).open).toEqual([]);
    expect(audit(solver, [second]).open).toEqual([]);
    expect(audit(solver, [first, second]).open).toMatchObject([{ names: ['a', 's3'], lo: 1, hi: 1 }]);
  });
});
