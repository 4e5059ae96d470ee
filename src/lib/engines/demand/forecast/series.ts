// Counts by year: one row a series (a commune), null where protected or unknown. Years are put in order, a missing year is a gap.

/** A count, or null: protected or unknown, never zero. */
export type YearCount = number | null;

export interface CountSeries {
  id: string;
  /** One count a year, in the order of the years. */
  values: readonly YearCount[];
}

export interface SeriesTable {
  /** `2025` or `2025-2026`. */
  years: readonly (string | number)[];
  series: readonly CountSeries[];
  /** Published counts of the whole, which protected series are part of. Without it, the total is the sum of the series that have a forecast. */
  total?: readonly YearCount[];
}

/** The same with every year from the first to the last, in order, and series in the order of their ids. */
export interface OrderedSeries {
  /** First calendar year of each step, one apart. */
  starts: number[];
  series: { id: string; values: YearCount[] }[];
  total: YearCount[] | null;
  label: (start: number) => string;
}

/** First calendar year of a label; NaN for a text that names none. */
export function startOf(label: string | number): number {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(String(label).trim());
  if (!match || (match[2] !== undefined && Number(match[2]) !== Number(match[1]) + 1)) return Number.NaN;
  return Number(match[1]);
}

/** @throws {Error} on a year that cannot be read, or given twice: files are read by `readSeries` first */
export function ordered({ years, series, total }: SeriesTable): OrderedSeries {
  const known = years.map(startOf);
  if (known.some(Number.isNaN) || new Set(known).size < known.length) throw new Error('years unreadable');
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const starts = Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, at) => first + at);
  const along = (values: readonly YearCount[]) =>
    starts.map((start) => (known.includes(start) ? (values[known.indexOf(start)] ?? null) : null));
  const spans = String(years[0] ?? '').includes('-');
  return {
    starts,
    series: series
      .map(({ id, values }) => ({ id, values: along(values) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    total: total ? along(total) : null,
    label: (start) => (spans ? `${start}-${start + 1}` : String(start))
  };
}

/** The same without what came after the first `length` years. */
export const firstYears = (table: OrderedSeries, length: number): OrderedSeries => ({
  ...table,
  starts: table.starts.slice(0, length),
  series: table.series.map(({ id, values }) => ({ id, values: values.slice(0, length) })),
  total: table.total?.slice(0, length) ?? null
});
