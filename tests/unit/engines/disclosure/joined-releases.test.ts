// Releases laid side by side lose no link and no pattern: what one says of a year or of a list bounds what another hides.
import { beforeAll, describe, expect, it } from 'vitest';
import { attackerBounds } from '../../../../src/lib/engines/disclosure/attack/attacker-bounds.ts';
import { AttackerModel } from '../../../../src/lib/engines/disclosure/attack/attacker-model.ts';
import {
  exactInterval,
  initialInterval
} from '../../../../src/lib/engines/disclosure/attack/feasibility-intervals.ts';
import { blocksOfYears, joinReleases } from '../../../../src/lib/engines/disclosure/joined-releases.ts';
import type { CubeCell, PublishedCube, Tree } from '../../../../src/lib/engines/disclosure/published-cube.ts';
import { protectionTarget } from '../../../../src/lib/engines/disclosure/rules.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

const [LAST, NOW] = ['2023-2024', '2024-2025'] as const;
const flat = (...names: string[]): Tree => ({ ALL: Object.fromEntries(names.map((name) => [name, {}])) });
const release = (
  dimensions: Record<string, string[]>,
  cells: Record<string, number | null>,
  more: Partial<PublishedCube> = {}
): PublishedCube => ({
  k: 5,
  dimensions: Object.entries(dimensions).map(([name, leaves]) => ({ name, trees: [flat(...leaves)] })),
  cells: Object.entries(cells).map(([key, value]): CubeCell =>
    value === null ? { key: key.split(' '), suppressed: true } : { key: key.split(' '), value }
  ),
  ...more
});
const blocksOf = (...cubes: PublishedCube[]) => {
  const files = cubes.map((_, r) => `${r + 1}.json`);
  return blocksOfYears(joinReleases(cubes, files), files);
};

describe('the years of releases', () => {
  const both = { year: [LAST, NOW], zone: ['a', 'b'] };
  const cells = { [`${LAST} a`]: 20, [`${NOW} a`]: null, [`${NOW} ALL`]: 23 };

  it('are audited apart where no count spans them, each with the patterns that hold then', () => {
    const blocks = blocksOf(
      release(both, cells, {
        impossible: [{ zone: 'b' }, { year: LAST, zone: 'a' }, { year: 'ALL', zone: 'a' }],
        alone: [
          { year: LAST, zone: 'a' },
          { year: NOW, zone: 'b' }
        ]
      })
    );
    expect(blocks.map(({ cubes: [cube] }) => [cube!.cells.length, cube!.impossible, cube!.alone])).toEqual([
      [1, [{ zone: 'b' }, { year: LAST, zone: 'a' }, { year: LAST, zone: 'a' }], [{ year: LAST, zone: 'a' }]],
      [2, [{ zone: 'b' }, { year: NOW, zone: 'a' }], [{ year: NOW, zone: 'b' }]]
    ]);
  });

  it('are audited together where a count spans them, or a pattern is of a year that no tree has', () => {
    expect(blocksOf(release(both, cells))).toHaveLength(2);
    expect(blocksOf(release(both, { ...cells, 'ALL a': 40 }))).toHaveLength(1);
    const elsewhere = [{ year: '2022-2023', zone: 'a' }];
    expect(blocksOf(release(both, cells, { impossible: elsewhere }))).toHaveLength(1);
    expect(blocksOf(release(both, cells, { alone: elsewhere }))).toHaveLength(1);
  });

  it('are those of the release for its patterns: what is impossible or alone in one year is not in another', () => {
    const own = { impossible: [{ zone: 'b' }], alone: [{ zone: 'a' }] };
    const [last, now] = joinReleases(
      [
        release({ zone: ['a', 'b'] }, { a: 20 }, { years: [LAST], ...own }),
        release({ zone: ['a', 'b'] }, { a: 9 }, { years: [NOW] })
      ],
      ['last.json', 'now.json']
    );
    expect(last).toMatchObject({
      impossible: [{ year: LAST, zone: 'b' }],
      alone: [{ year: LAST, zone: 'a' }]
    });
    expect([now!.impossible, now!.alone]).toEqual([undefined, undefined]);
  });

  it('are refused where a release tells two of them and no dimension tells which count is of which', () => {
    const cubes = [
      release({ zone: ['a'] }, { a: 20 }, { years: [LAST, NOW] }),
      release({ zone: ['a'] }, { a: 9 }, { years: [NOW] })
    ];
    let refusal: unknown;
    try {
      joinReleases(cubes, ['both.json', 'now.json']);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(UnusableInput);
    expect((refusal as UnusableInput).finding).toMatchObject({
      code: 'cube-year-unknown',
      file: 'both.json'
    });
  });
});

describe('lists of schools that differ', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await bootHighs();
  });
  /** Ends of the count at these names, as nested in the last release. */
  const interval = (cubes: PublishedCube[], names: Record<string, string>) => {
    const [block] = blocksOf(...cubes);
    const system = buildSystem(block!.cubes, block!.files);
    const at = system.find(
      system.axes.map((axis) =>
        names[axis.name] ? axis.find(cubes.length - 1, names[axis.name]!)! : axis.root
      )
    )!;
    const attack = new AttackerModel(solver, system, attackerBounds(system));
    const { floor, least, most, ceiling } = exactInterval(
      attack,
      initialInterval(attack, protectionTarget({ plus: at }, 'small', 1, 4))
    );
    attack.dispose();
    return [floor, least, most, ceiling];
  };

  it('cross every count of a school with the totals that hold it: all of one list live in one zone', () => {
    const shape = { zone: ['a', 'b'], level: ['l1', 'l2'] };
    const first = release(
      { ...shape, school: ['s1', 's2'] },
      { 'a ALL s1': 10, 'a ALL s2': 10, 'b ALL s1': 0, 'b ALL s2': 0, 'ALL l1 ALL': 10, 'ALL l2 ALL': 10 }
    );
    const second = release(
      { ...shape, school: ['s1', 's2', 's3'] },
      { 'a l1 ALL': null, 'a ALL ALL': 20, 'b ALL ALL': 20, 'ALL l1 ALL': 20, 'ALL l2 ALL': 20 }
    );
    expect(interval([second], { zone: 'a', level: 'l1' })).toEqual([0, 0, 20, 20]);
    expect(interval([first, second], { zone: 'a', level: 'l1' })).toEqual([10, 10, 10, 10]);
  });

  it('share the schools that two of them name: what these show bounds what both totals count', () => {
    const level = ['l1', 'l2'];
    const lists = [['s1', 's2', 's3', 's4'], ['s3', 's4', 's5', 's6']] as const; // prettier-ignore
    const [first, second] = lists.map((school) =>
      release(
        { school: [...school], level },
        Object.fromEntries([
          ['ALL l1', 10],
          ...school.map((name) => [`${name} ALL`, name === 's3' || name === 's4' ? 0 : 20] as const)
        ])
      )
    );
    const school = [...new Set(lists.flat()), 's7', 's8'];
    const whole = release({ school, level }, { 'ALL l1': null, 's7 ALL': 0, 's8 ALL': 0 });
    expect(interval([first!, second!, whole], { level: 'l1' })).toEqual([20, 20, 20, 20]);
  });
});
