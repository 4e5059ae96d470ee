// Reads the parsed JSON of SERIES.json: what cannot be used is refused with every cause at once, what is doubtful is told and left out.
import * as v from 'valibot';
import type { Finding } from '../../../model/findings.ts';
import { DocumentFindings, fields, shown } from '../../../model/documents/read-document.ts';
import { LEVEL, MOST_YEARS } from './forecast.ts';
import { startOf, type SeriesTable, type YearCount } from './series.ts';

/** Farthest from one year to the last: a table of that length is a mistake of a digit. */
const LONGEST_SPAN = 100;

/** A count beyond, or a nonzero one below, is a mistake of unit: nothing honest is computed from it. */
const MOST = 1e9;
const LEAST = 1e-3;
const isCount = (value: number) => value === 0 || Math.abs(value) >= LEAST;

const Values = v.array(
  v.nullable(v.pipe(v.number('≥ 0'), v.minValue(-MOST), v.maxValue(MOST), v.check(isCount, `≥ ${LEAST}`)))
);
const File = fields({
  years: v.array(v.union([v.string(), v.number()])),
  series: v.array(fields({ id: v.pipe(v.string(), v.nonEmpty('"…"')), values: Values })),
  total: v.optional(fields({ values: Values })),
  horizon: v.optional(v.pipe(v.number('≥ 1'), v.integer(), v.minValue(1)), 1),
  level: v.optional(v.pipe(v.number('≥ 0.5'), v.minValue(0.5), v.maxValue(0.99)), LEVEL)
});

export interface ReadSeries {
  table: SeriesTable;
  horizon: number;
  level: number;
  findings: Finding[];
}

/** @throws {UnusableInput} with the first cause; `findings` holds them all */
export function readSeries(document: unknown, file?: string): ReadSeries {
  const read = new DocumentFindings(file);
  const { years, series, total, horizon, level } = read.readOrRefuse(File, document, {
    other: 'forecast-value'
  });

  const starts = years.map(startOf);
  starts.forEach((start, at) => {
    if (Number.isNaN(start))
      read.wrong('forecast-value', `years[${at}]`, shown(years[at]), '2025, "2025-2026"');
    else if (starts.indexOf(start) < at) read.wrong('forecast-twice', `years[${at}]`, String(years[at]));
  });
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  if (last - first > LONGEST_SPAN)
    read.wrong('forecast-value', 'years', `${first}, ${last}`, `≤ ${LONGEST_SPAN}`);
  const rows = [
    ...series.map(({ id, values }, at) => ({ name: `series[${at}] ${id}`, id, values })),
    ...(total ? [{ name: 'total', id: null, values: total.values }] : [])
  ];
  rows.forEach(({ name, id, values }, at) => {
    if (values.length !== years.length)
      read.wrong('forecast-length', name, String(values.length), String(years.length));
    if (id !== null && series.findIndex((one) => one.id === id) < at) read.wrong('forecast-twice', name, id);
  });
  read.refuse();

  /** A negative count is a fault of entry: unknown, never zero. */
  const counts = (values: readonly YearCount[], name: string) =>
    values.map((value, at) => {
      if (value === null || value >= 0) return value;
      read.doubt('forecast-negative', `${name}, ${years[at]}`, String(value));
      return null;
    });
  if (starts.some((start, at) => at > 0 && start < starts[at - 1]!))
    read.doubt('forecast-disorder', 'years', years.join(', '));
  for (let start = first; start < last; start += 1)
    if (!starts.includes(start)) read.doubt('forecast-gap', 'years', String(start), 'note');
  if (horizon > MOST_YEARS) read.doubt('forecast-horizon', 'horizon', String(horizon));
  const table: SeriesTable = {
    years,
    series: series.map(({ id, values }, at) => ({ id, values: counts(values, `series[${at}] ${id}`) })),
    ...(total && { total: counts(total.values, 'total') })
  };
  return { table, horizon: Math.min(MOST_YEARS, horizon), level, findings: read.findings };
}
