// This build beside a former one: both are visited in turn, and the ratio of their medians is given with its interval.
import { measured, quantile, type Comparison, type Measurement, type Target } from './measurement.ts';
import { mulberry32 } from '../src/lib/algorithms/random.ts';

/** The same thing for this build and for the former one, null where none is given. */
export interface Builds<Item> {
  current: Item;
  former: Item | null;
}

/** Does the same for each build that there is. */
export async function onEach<Item, Result>(
  { current, former }: Builds<Item>,
  work: (item: Item) => Promise<Result>
): Promise<Builds<Result>> {
  return { current: await work(current), former: former === null ? null : await work(former) };
}

/** A measurement may be worse than the former build's by so much. */
export const WORST_RATIO = 1.03;

const RESAMPLINGS = 2000;

/**
 * Runs `visit` a number of times on each build. The build that goes first changes each time, so that a machine that slows down weighs
 * on both alike: samples of the same index are a pair.
 * @param warmUp rounds before the first that counts; they have negative numbers
 */
export async function inTurn<Site, Sample>(
  { current, former }: Builds<Site>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
  visit: (site: Site, round: number) => Promise<Sample>
): Promise<Builds<Sample[]>> {
  const samples = { current: [] as Sample[], former: [] as Sample[] };
  const visitOne = async (name: keyof typeof samples, site: Site, round: number) => {
    const sample = await visit(site, round);
    if (round >= 0) samples[name].push(sample);
  };
  for (let round = -warmUp; round < rounds; round += 1) {
    const formerFirst = round % 2 !== 0;
    if (former !== null && formerFirst) await visitOne('former', former, round);
    await visitOne('current', current, round);
    if (former !== null && !formerFirst) await visitOne('former', former, round);
  }
  return { current: samples.current, former: former === null ? null : samples.former };
}

/**
 * Ratio of medians, and its interval at 90 % from resampled pairs (bootstrap by percentiles; always the same draws).
 * @param pairs this build's value and the former's
 */
export function comparePairs(pairs: readonly (readonly [number, number])[]): Comparison {
  const ratioOf = (some: readonly (readonly [number, number])[]) => {
    const medianOf = (side: 0 | 1) =>
      quantile(
        some.map((pair) => pair[side]),
        0.5
      );
    const [current, former] = [medianOf(0), medianOf(1)];
    // Two sizes of zero are the same size.
    return current === former ? 1 : current / former;
  };
  const random = mulberry32(pairs.length);
  const draw = () => pairs.map(() => pairs[Math.floor(random() * pairs.length)]!);
  const ratios = Array.from({ length: RESAMPLINGS }, () => ratioOf(draw()));
  return {
    median: quantile(
      pairs.map(([, former]) => former),
      0.5
    ),
    ratio: ratioOf(pairs),
    low: quantile(ratios, 0.05),
    high: quantile(ratios, 0.95)
  };
}

/**
 * A measurement over the samples of this build, compared with the former's where there is one.
 * @param figure its value in a sample; null where the sample does not tell it
 */
export function measuredInTurn<Sample>(
  name: string,
  unit: string,
  { current, former }: Builds<readonly Sample[]>,
  figure: (sample: Sample) => number | null,
  target: Target | null = null
): Measurement {
  const values = current.map(figure);
  const one = measured(
    name,
    unit,
    values.filter((value) => value !== null),
    target
  );
  if (former === null) return one;
  const others = former.map(figure);
  const pairs = values.flatMap((value, at): [number, number][] => {
    const other = others[at] ?? null;
    return value === null || other === null ? [] : [[value, other]];
  });
  return pairs.length === 0 ? one : { ...one, former: comparePairs(pairs) };
}

/** `worse` only where the whole interval is beyond the limit: a ratio beyond it by less than the noise is `uncertain`. */
export function judge({ ratio, low }: Comparison): 'same' | 'uncertain' | 'worse' {
  if (ratio <= WORST_RATIO) return 'same';
  return low > WORST_RATIO ? 'worse' : 'uncertain';
}
