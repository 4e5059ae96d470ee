// The same method on the years already known: each is forecast from those before it, and compared with its count.
import { normalQuantile, rootOf, type Interval } from './distribution.ts';
import { bareForecast } from './bare-forecast.ts';
import { firstYears, type OrderedSeries } from './series.ts';

/** A count of a known year, and what the years before it would have announced. */
export interface Residual {
  /** Index of the year. */
  at: number;
  observed: number;
  announced: number;
  /** Same as the last known year. */
  same: number;
  /** Difference on the scale of roots. */
  error: number;
}

/** Years before the first that can be announced. */
const BEFORE = 2;

/** Announced and observed counts, of the series and of their total. */
export function residualsOf(table: OrderedSeries, damping: number): { own: Residual[]; total: Residual[] } {
  const own: Residual[] = [];
  const total: Residual[] = [];
  for (let at = BEFORE; at < table.starts.length; at += 1) {
    const bare = bareForecast(firstYears(table, at), damping, 1);
    const put = (into: Residual[], observed: number, announced: number, same: number) =>
      into.push({ at, observed, announced, same, error: rootOf(observed) - rootOf(announced) });
    let [observedSum, announcedSum, sameSum, whole] = [0, 0, 0, table.series.length > 0];
    table.series.forEach(({ values }, row) => {
      const observed = values[at] ?? null;
      const announced = bare.series[row]?.[0];
      const same = values.slice(0, at).findLast((value) => value !== null);
      if (observed === null || announced === undefined || same == null) {
        // A sum is compared only where the same series stand on both sides.
        if (observed !== null || announced !== undefined)
          whole &&= observed === null && announced === undefined;
        return;
      }
      put(own, observed, announced, same);
      observedSum += observed;
      announcedSum += announced;
      sameSum += same;
    });
    if (!table.total) {
      if (whole && announcedSum > 0) put(total, observedSum, announcedSum, sameSum);
      continue;
    }
    const observed = table.total[at] ?? null;
    const same = table.total.slice(0, at).findLast((value) => value !== null);
    if (observed !== null && bare.total && same != null) put(total, observed, bare.total[0]!, same);
  }
  return { own, total };
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

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param announce what the first so many years alone announce of the total of the next one; null without an interval */
export function testForecast(
  table: OrderedSeries,
  { level, damping }: { level: number; damping: number },
  announce: (length: number) => Interval | null
): BackTest {
  const { own, total } = residualsOf(table, damping);
  // Of one series alone, the total is that series.
  const rows = own.length > 0 ? own : total;
  const reach = normalQuantile((1 + level) / 2);
  const years = new Set(rows.map(({ at }) => at));
  const inside = rows.map(({ at, error }) => {
    const others = rows.filter((other) => other.at !== at).map((other) => other.error ** 2);
    return Math.abs(error) <= reach * Math.sqrt(Math.max(1, mean(others) ?? 1)) ? 1 : 0;
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
