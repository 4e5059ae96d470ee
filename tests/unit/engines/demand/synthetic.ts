// Synthetic territories whose truth is known: a shared growth, shocks by commune and in common, counts by chance, small ones hidden.
import { random } from '../../../../src/lib/algorithms/random.ts';
import type { SeriesTable } from '../../../../src/lib/engines/demand/forecast/series.ts';

export const KNOWN_YEARS = 5;
export const COMMUNES = 11;

export interface Hypothesis {
  /** Steady, slower each year, steady then none after the last known year, or drawn anew each year. */
  growth: 'steady' | 'fading' | 'stopping' | 'random';
  /** Standard deviation of the shock of a commune and year, as a share. */
  own: number;
  /** The same of the shock that all communes share. */
  shared: number;
  /** Middle of the levels of the communes: 28. */
  level?: number;
  /** Counts below are hidden, and as many again of those above: 0. */
  hidden?: number;
  communes?: number;
  /** Growth of the first years, where it is not drawn between 5 and 20 %. */
  rate?: number;
  /** Known years: 5. */
  years?: number;
}

const SHOCKS = [
  { own: 0, shared: 0 },
  { own: 0.1, shared: 0 },
  { own: 0.1, shared: 0.03 },
  { own: 0.2, shared: 0 }
];
const GROWTHS = ['steady', 'fading', 'stopping', 'random'] as const;

/** Counts of which none is hidden. */
export const HYPOTHESES: Hypothesis[] = GROWTHS.flatMap((growth) =>
  SHOCKS.map((shocks) => ({ growth, ...shocks }))
);
/** Small counts, those under a threshold hidden. */
export const HIDING: Hypothesis[] = GROWTHS.flatMap((growth) =>
  [
    { level: 16, hidden: 11 },
    { level: 9, hidden: 11 },
    { level: 5, hidden: 5 }
  ].flatMap((counts) => [
    { growth, own: 0.1, shared: 0.03, ...counts },
    { growth, own: 0, shared: 0, rate: 0, ...counts }
  ])
);
/** Growth of a fifth to a third a year on larger counts. */
export const STRONG: Hypothesis[] = GROWTHS.flatMap((growth) =>
  [0.2, 0.3].map((rate) => ({ growth, rate, own: 0.1, shared: 0, level: 60 }))
);
/** One series, or two or three, and short tables. */
export const FEW: Hypothesis[] = GROWTHS.flatMap((growth) =>
  [
    { communes: 1, years: 5, level: 60 },
    { communes: 3, years: 4 },
    { communes: 11, years: 3 }
  ].map((sizes) => ({ growth, own: 0.1, shared: 0.03, ...sizes }))
);

export const nameOf = ({ growth, own, shared, level, hidden, communes, years, rate }: Hypothesis): string =>
  [
    `${growth} growth, shocks ${own} and ${shared}`,
    rate !== undefined && `rate ${rate}`,
    level && `level ${level}`,
    hidden && `hidden under ${hidden}`,
    communes && `${communes} series`,
    years && `${years} years`
  ]
    .filter(Boolean)
    .join(', ');

/** Counts by commune and year, none hidden; `ahead` years after the known ones. */
export function syntheticTerritory(seed: number, hypothesis: Hypothesis, ahead: number): number[][] {
  const {
    growth,
    own,
    shared,
    level = 28,
    communes = COMMUNES,
    years = KNOWN_YEARS,
    rate: drawn
  } = hypothesis;
  const draw = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const poisson = (mean: number): number => {
    const least = Math.exp(-mean);
    let [count, product] = [-1, 1];
    do {
      count += 1;
      product *= draw();
    } while (product > least);
    return count;
  };
  const shock = (deviation: number) => Math.exp(deviation * normal() - deviation ** 2 / 2);
  const between = 0.05 + 0.15 * draw();
  const first = drawn ?? between;
  const levels = Array.from({ length: communes }, () => Math.min(120, level * Math.exp(0.5 * normal())));
  const counts: number[][] = levels.map(() => []);
  for (let year = 0; year < years + ahead; year += 1) {
    const rate = {
      steady: first,
      stopping: year < years ? first : 0,
      fading: 1.5 * first * 0.6 ** (year - 1),
      random: -0.15 + 0.35 * draw()
    }[growth];
    const common = year === 0 ? 1 : (1 + rate) * shock(shared);
    levels.forEach((one, commune) => {
      levels[commune] = one * common;
      counts[commune]!.push(poisson(levels[commune]! * shock(own)));
    });
  }
  return counts;
}

/** What a service would know of it: the first years, with gaps for the small counts and for as many of the others. */
export function knownTable(
  seed: number,
  { hidden = 0, years = KNOWN_YEARS }: Hypothesis,
  counts: readonly (readonly number[])[]
): SeriesTable {
  const draw = random(seed + 0.5);
  const known = counts.map((values) => values.slice(0, years));
  const small = known.flat().filter((count) => count < hidden).length;
  const others = known.flat().length - small;
  const also = Math.min(0.2, small / Math.max(1, others));
  return {
    years: Array.from({ length: years }, (_, at) => 2021 + at),
    series: known.map((values, at) => ({
      id: String(at),
      values: values.map((count) => (count < hidden || draw() < also ? null : count))
    }))
  };
}
