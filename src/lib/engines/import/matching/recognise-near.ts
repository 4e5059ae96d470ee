// The formats that a table is near, when its headers are exactly those of none.
import type { FileFormat } from '../format-list.ts';
import type { FormatId, Matches } from '../../../model/source-files.ts';
import { columnPositions, lackingKeys } from '../importer.ts';
import { possibleFormats } from '../personal/possible-formats.ts';
import type { RowTable } from '../readers/row-table.ts';
import { matchedColumns, matchesOf, neededColumns } from './matches.ts';
import { likelyPairs } from './propose.ts';
import { valuesOf, type ColumnValues } from './value-looks.ts';

export interface NearFormat {
  format: FormatId;
  /** 0 to 1: how much of the columns that the format needs are given, or likely. */
  score: number;
  /** Our columns that it needs and no header gives. */
  missing: string[];
}

const SAMPLE_ROWS = 200;
const LEAST_SCORE = 0.4;
/** Share of the score that the columns it can do without make. */
const OPTIONAL_SHARE = 0.25;

/** Of a format one needed column of which no header is like. */
const LACKING_SHARE = 0.7;
/** Share of the best score under which a format is not proposed beside it. */
const BESIDE_BEST = 0.6;

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function scored(
  format: FileFormat,
  columns: readonly ColumnValues[],
  header: readonly string[],
  matches: Matches | undefined
): NearFormat {
  const { id, importer } = format;
  const said = matchesOf(matches, id);
  const asked = neededColumns(importer, said);
  const places = columnPositions(header, matchedColumns(importer.columns, header, said));
  const read = new Set([...places.values()].flat());
  const keys = Object.keys(importer.columns);
  const likely = likelyPairs(
    columns.filter((_, at) => !read.has(at)),
    format,
    keys.filter((key) => !places.has(key))
  );
  const given = (key: string) => (places.has(key) ? 1 : (likely.get(key)?.likeness ?? 0));
  const choices = asked.either.map((set) => ({ set, share: mean(set.map(given)) }));
  const either = choices.sort((a, b) => b.share - a.share)[0]?.set ?? [];
  const needed = [...new Set([...asked.required, ...(importer.usual ?? either)])];
  const others = keys.filter((key) => !needed.includes(key));
  const found = others.filter((key) => given(key) > 0).length;
  // A file that holds much else is of another kind.
  const explained = mean(
    columns.map((_, at) => (read.has(at) ? 1 : 0)).concat([...likely.values()].map(() => 1))
  );
  const optional = others.length === 0 ? explained : Math.min(1, (2 * found) / others.length);
  const likeness =
    (1 - OPTIONAL_SHARE) * mean(needed.map(given)) + OPTIONAL_SHARE * mean([optional, explained]);
  const lacks = needed.some((key) => given(key) === 0);
  const score = lacks ? LACKING_SHARE * likeness : likeness;
  return { format: id, score, missing: lackingKeys(asked, places) };
}

/**
 * The formats that a table may be, the likeliest first; none when its columns are like those of no format. A format that needs outlines is
 * proposed for outlines alone.
 */
export function recogniseNear(table: RowTable, matches?: Matches): NearFormat[] {
  const columns = valuesOf(table.header, table.records.slice(0, SAMPLE_ROWS));
  const all = possibleFormats(table)
    .filter(({ importer }) => !('areas' in importer) || table.drawn)
    .map((format) => scored(format, columns, table.header, matches));
  // What it lacks is asked on screen.
  if (table.ofChildren) return all;
  const least = Math.max(LEAST_SCORE, BESIDE_BEST * Math.max(...all.map(({ score }) => score)));
  return all.filter(({ score }) => score >= least).sort((a, b) => b.score - a.score);
}
