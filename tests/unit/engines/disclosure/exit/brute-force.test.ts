// On tables small enough to try everything, the gate refuses what trying every table refuses, and nothing else.
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../../src/lib/algorithms/random.ts';
import { exitGate } from '../../../../../src/lib/engines/disclosure/index.ts';
import type { PublishedCube } from '../../../../../src/lib/engines/disclosure/published-cube.ts';
import { releasedBy } from '../../../../../src/lib/engines/disclosure/exit/known-intervals.ts';
import type {
  ExitFigure,
  ReleasedFigure,
  FigureForm
} from '../../../../../src/lib/model/report/exit-figure.ts';
import { bootHighs } from '../../../../../src/lib/solver/highs.ts';
import { draws } from '../../../../draws.ts';

const COUNT = draws();
const YEAR = '2025-2026';
const K = 3;
const AXES = { zone: ['north', 'south'], 'child.sex': ['F', 'M'], 'child.age': ['2-5', '6-10', '11-16'] };
const NAMES = Object.keys(AXES) as (keyof typeof AXES)[];
const LEAVES = AXES.zone.flatMap((zone) =>
  AXES['child.sex'].flatMap((sex) => AXES['child.age'].map((age) => [zone, sex, age]))
);
const solver = await bootHighs();

type Key = readonly string[];
/** Leaves of each count, by its key; parts that are told together are joined by a sign. */
const leavesAt = new Map<string, number[]>();
function leavesOf(key: Key): number[] {
  const at = key.join();
  const known = leavesAt.get(at);
  if (known) return known;
  const found = LEAVES.flatMap((leaf, i) =>
    key.every((name, d) => name === 'ALL' || name.split('+').includes(leaf[d]!)) ? [i] : []
  );
  leavesAt.set(at, found);
  return found;
}
const countAt = (table: readonly number[], key: Key) => {
  let sum = 0;
  for (const leaf of leavesOf(key)) sum += table[leaf]!;
  return sum;
};

const byTotal = new Map<number, number[][]>();
function everyTable(total: number): number[][] {
  const known = byTotal.get(total);
  if (known) return known;
  const grow = (left: number, places: number): number[][] =>
    places === 1
      ? [[left]]
      : Array.from({ length: left + 1 }, (_, n) =>
          grow(left - n, places - 1).map((rest) => [n, ...rest])
        ).flat();
  const all = grow(total, LEAVES.length);
  byTotal.set(total, all);
  return all;
}

interface Trial {
  cube: PublishedCube;
  former: ReleasedFigure[];
  figures: ExitFigure[];
}

function trialOf(seed: number): { trial: Trial; truth: number[] } {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const total = K + Math.floor(random() * 3);
  const truth = pick(everyTable(total));
  const hidden = random() < 0.5;
  const cells = ['ALL', 'north', 'south'].map((zone) =>
    zone !== 'ALL' && hidden
      ? { key: [zone], suppressed: true as const }
      : { key: [zone], value: countAt(truth, [zone, 'ALL', 'ALL']) }
  );
  const cube: PublishedCube = {
    k: K,
    years: [YEAR],
    dimensions: [{ name: 'zone', trees: [{ ALL: { north: {}, south: {} } }] }],
    cells
  };
  const figureOf = (i: number): ExitFigure => {
    const crossed = pick([
      ['zone'],
      ['child.sex'],
      ['child.age'],
      ['zone', 'child.sex'],
      ['child.age']
    ] as const);
    const key = NAMES.map((name) =>
      (crossed as readonly string[]).includes(name) ? pick(AXES[name]) : 'ALL'
    );
    const within = Object.fromEntries(
      NAMES.flatMap((name, d) => (key[d] === 'ALL' ? [] : [[name, [key[d]!]]]))
    );
    const value = countAt(truth, key);
    const ways: FigureForm[] = [
      { as: 'count' },
      { as: 'count' },
      { as: 'share', of: { counts: { year: YEAR, within: {} }, value: total }, step: 25 },
      value < K ? { as: 'below', limit: K } : { as: 'rounded', to: 5 }
    ];
    return { id: `f${i}`, counts: { year: YEAR, within }, value, form: pick(ways) };
  };
  const figures = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i) => figureOf(i));
  const former = random() < 0.4 ? releasedBy({ ...figureOf(9), form: { as: 'count' } }) : [];
  return { trial: { cube, former, figures }, truth };
}

const keyOf = ({ counts }: ReleasedFigure): string[] =>
  NAMES.map((name) => counts.within[name]?.[0] ?? 'ALL');

/** The tables that a reader of these figures cannot exclude. */
function possible(trial: Trial, heard: readonly ReleasedFigure[], total: number): number[][] {
  const told = heard.map((one) => ({ key: keyOf(one), ...one }));
  const shown = trial.cube.cells.flatMap(({ key, value }) =>
    value === undefined ? [] : [{ key: [key[0]!, 'ALL', 'ALL'], least: value, most: value }]
  );
  return everyTable(total).filter((table) =>
    [...shown, ...told].every(({ key, least, most }) => {
      const n = countAt(table, key);
      return n >= least && n <= most;
    })
  );
}

type Ends = readonly [least: number, most: number];
interface OpenCount {
  of: (table: readonly number[]) => number;
  ends: Ends;
}
const isOpen = ([least, most]: Ends) => most > 0 && most < K && !(least <= 1 && most >= K - 1);

/** The open counts and their ends, by the rules as they are written, over every possible table. */
function openByTrial(
  trial: Trial,
  heard: readonly ReleasedFigure[],
  total: number,
  crossings: Key[]
): Map<string, OpenCount> {
  const tables = possible(trial, heard, total);
  const ends = (of: (table: readonly number[]) => number): Ends => {
    const all = tables.map(of);
    return [Math.min(...all), Math.max(...all)];
  };
  const known = (key: Key): number | null => {
    const told = [
      ...trial.cube.cells.map(({ key: [zone], value }) => ({
        key: [zone!, 'ALL', 'ALL'],
        least: value ?? 0,
        most: value ?? Infinity
      })),
      ...heard.map((one) => ({ ...one, key: keyOf(one) }))
    ].filter((one) => one.key.join() === key.join());
    const [least, most] = [
      Math.max(0, ...told.map((one) => one.least)),
      Math.min(Infinity, ...told.map((one) => one.most))
    ];
    return least === most ? least : null;
  };
  // Parts that no figure names are one part: nothing tells them apart.
  const named = [...trial.former, ...trial.figures].flatMap(({ counts }) =>
    Object.values(counts.within).flat()
  );
  const partsOf = (name: (typeof NAMES)[number]): string[] => {
    const own = AXES[name].filter((part) => name === 'zone' || named.includes(part));
    const others = AXES[name].filter((part) => !own.includes(part));
    return others.length > 0 ? [...own, others.join('+')] : own;
  };
  const cells = new Map(
    crossings.flatMap((crossing) =>
      NAMES.reduce<string[][]>(
        (all, name) =>
          all.flatMap((key) =>
            (crossing.includes(name) ? ['ALL', ...partsOf(name)] : ['ALL']).map((part) => [...key, part])
          ),
        [[]]
      ).map((key) => [key.join(), key] as const)
    )
  );
  const open = new Map<string, OpenCount>();
  const ofCell = new Map([...cells].map(([at, key]) => [at, ends((table) => countAt(table, key))] as const));
  for (const [at, key] of cells) {
    if (isOpen(ofCell.get(at)!))
      open.set(`small ${at}`, { of: (table) => countAt(table, key), ends: ofCell.get(at)! });
    NAMES.forEach((name, d) => {
      if (key[d] === 'ALL') {
        // Counts that are each below the threshold may be told together.
        const hidden = partsOf(name)
          .map((part) => key.with(d, part))
          .filter((part) => {
            const [least, most] = ofCell.get(part.join()) ?? [0, 0];
            return most > 0 && most < K && least < most;
          });
        for (const some of subsets(hidden).filter(({ length }) => length > 1)) {
          const of = (table: readonly number[]) => some.reduce((n, part) => n + countAt(table, part), 0);
          const sum = ends(of);
          if (isOpen(sum)) open.set(`sum ${some.join(' + ')}`, { of, ends: sum });
        }
        return;
      }
      if (name === 'zone') return;
      const whole = key.with(d, 'ALL');
      if (known(key) === 0) return;
      const all = known(whole);
      const [fewest] = ends((table) => countAt(table, whole));
      const of = (table: readonly number[]) => countAt(table, whole) - countAt(table, key);
      const left = ends(of);
      const isFull = all !== null ? all >= K : fewest >= K && left[1] === 0;
      if (isFull && left[1] < K && !(left[1] >= K - 1 && left[0] <= 1))
        open.set(`full ${at} of ${whole.join()}`, { of, ends: left });
    });
  }
  return open;
}

/** The counts that are open now and were not, or of which more is told; the ends of any count before are asked for. */
const changedEnds = (
  before: ReadonlyMap<string, OpenCount>,
  now: ReadonlyMap<string, OpenCount>,
  endsBefore: (of: OpenCount['of']) => Ends
): string[] => [
  ...[...before.keys()].filter((name) => !now.has(name)),
  ...[...now].flatMap(([name, { of, ends }]) => (endsBefore(of).join() === ends.join() ? [] : [name]))
];

const subsets = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: 2 ** list.length }, (_, code) => list.filter((_one, i) => (code >> i) & 1));

describe(`${COUNT} random sets of figures`, () => {
  it(
    'lose what trying every table would withhold, and no more',
    () => {
      const seen = { passes: 0, refused: 0, instead: 0 };
      for (let seed = 1; seed <= COUNT; seed++) {
        const { trial, truth } = trialOf(seed);
        const total = truth.reduce((a, b) => a + b, 0);
        const variables = (['child.sex', 'child.age'] as const).map((name) => ({ name, parts: AXES[name] }));
        const report = exitGate(solver, {
          cubes: [trial.cube],
          former: trial.former,
          figures: trial.figures,
          variables,
          k: K
        });
        const crossings = [
          ['zone'],
          ...[...trial.former, ...trial.figures].map(({ counts }) => Object.keys(counts.within))
        ];
        const before = openByTrial(trial, trial.former, total, crossings);
        const tables = possible(trial, trial.former, total);
        const endsBefore = (of: OpenCount['of']): Ends => {
          const all = tables.map(of);
          return [Math.min(...all), Math.max(...all)];
        };
        const opens = (some: readonly ReleasedFigure[]) =>
          changedEnds(before, openByTrial(trial, [...trial.former, ...some], total, crossings), endsBefore);
        const where = `seed ${seed}: ${JSON.stringify({ ...trial, truth })}`;
        const passing = report.verdicts.flatMap((one) => (one.status === 'passes' ? one.released : []));
        const refused = report.verdicts.filter(({ status }) => status === 'refused');
        expect(opens(passing), where).toEqual([]);
        const asAsked = trial.figures.map(releasedBy);
        const larger = subsets(asAsked).filter((some) => some.length > asAsked.length - refused.length);
        for (const some of larger) expect(opens(some.flat()), where).not.toEqual([]);
        const all = report.verdicts.flatMap((one) => (one.status === 'contradicts' ? [] : one.released));
        expect(opens(all), where).toEqual([]);
        expect(
          report.verdicts.some(({ status }) => status === 'contradicts'),
          where
        ).toBe(false);
        seen.passes += report.verdicts.length - refused.length;
        seen.refused += refused.length;
        seen.instead += refused.filter((one) => one.status === 'refused' && one.instead).length;
      }
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(COUNT / 10);
    },
    COUNT * 5000
  );
});
