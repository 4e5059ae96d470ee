// The same method on the years already known: each is forecast from those before it, and compared with its count.
import { mean } from '../../../algorithms/statistics.ts';
import { rootOf, type Interval } from './distribution.ts';
import { bareForecast, sumOf, type Track } from './bare-forecast.ts';
import { firstYears, type OrderedSeries, type YearCount } from './series.ts';
import { ownNoise, pointOf, type Residual } from './spread.ts';

/** Years before the first that can be announced. */
const BEFORE = 2;

export interface Residuals {
  own: Residual[];
  /** Of the total, in the years in which the same series stand on both sides. */
  total: Residual[];
  /** Of the total of what is known on both sides, however few: what all series have in common shows in it. */
  common: Residual[];
}

/** Announced and observed counts, of the series and of their total. */
export function residualsOf(table: OrderedSeries, damping: number): Residuals {
  const found: Residuals = { own: [], total: [], common: [] };
  const put = (into: Residual[], at: number, observed: number, track: Track, same: number) => {
    const announced = track.values[0]!;
    const error = rootOf(observed) - rootOf(announced);
    into.push({ at, observed, announced, same, error, noise: track.noise, track });
  };
  const lastBefore = (values: readonly YearCount[], at: number) =>
    values.slice(0, at).findLast((value) => value !== null) ?? 0;
  for (let at = BEFORE; at < table.starts.length; at += 1) {
    const bare = bareForecast(firstYears(table, at), damping, 1);
    const rows = table.series.flatMap(({ values }, row) => {
      const [observed, track] = [values[at] ?? null, bare.series[row] ?? null];
      return observed === null && !track ? [] : [{ observed, track, same: lastBefore(values, at) }];
    });
    const known = rows.flatMap(({ observed, track, same }) =>
      observed === null || !track ? [] : [{ observed, track, same }]
    );
    for (const { observed, track, same } of known) put(found.own, at, observed, track, same);
    if (table.total) {
      const observed = table.total[at] ?? null;
      if (observed === null || !bare.total) continue;
      for (const into of [found.total, found.common])
        put(into, at, observed, bare.total, lastBefore(table.total, at));
    } else if (known.some(({ track }) => track.values[0]! > 0)) {
      const sum = sumOf(known.map(({ track }) => track));
      const [observed, same] = [
        known.reduce((all, one) => all + one.observed, 0),
        known.reduce((all, one) => all + one.same, 0)
      ];
      put(found.common, at, observed, sum, same);
      if (known.length === rows.length) put(found.total, at, observed, sum, same);
    }
  }
  return found;
}

/** A year of the total that the method would have announced the year before. */
export interface TestedYear {
  year: string;
  observed: number;
  announced: number;
  /** Interval announced then; null when too few years came before to give one. */
  low: number | null;
  high: number | null;
  same: number;
}

export interface BackTest {
  /** Mean absolute error by series and year; null when nothing can be tested. */
  mae: number | null;
  /** The same, had one said « same as last year ». */
  sameAsLastYear: number | null;
  /** Share of the counts inside their interval, its dispersion measured on the other years; null with one year to test. */
  coverage: number | null;
  /** Counts compared. */
  points: number;
  /** The total, year by year. */
  total: TestedYear[];
}

/** @param announce what the first so many years alone announce of the total of the next one; null without an interval */
export function testForecast(
  table: OrderedSeries,
  { level, damping }: { level: number; damping: number },
  announce: (length: number) => Interval | null
): BackTest {
  const { own, total } = residualsOf(table, damping);
  // Of one series alone, the total is that series.
  const rows = own.length > 0 ? own : total;
  const years = new Set(rows.map(({ at }) => at));
  const inside = rows.map(({ at, observed, track }) => {
    const others = rows.filter((other) => other.at !== at);
    const { low, high } = pointOf(track, 1, ownNoise(track, 1, others), level);
    return low <= observed && observed <= high ? 1 : 0;
  });
  return {
    mae: mean(rows.map(({ observed, announced }) => Math.abs(observed - announced))),
    sameAsLastYear: mean(rows.map(({ observed, same }) => Math.abs(observed - same))),
    coverage: years.size < 2 ? null : mean(inside),
    points: rows.length,
    total: total.map(({ at, observed, announced, same }) => {
      const { low = null, high = null } = announce(at) ?? {};
      return { year: table.label(table.starts[at]!), observed, announced, low, high, same };
    })
  };
}
