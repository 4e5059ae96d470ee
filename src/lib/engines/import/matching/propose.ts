// What a service must say of a file that is not read whole: which column a header is, which of our values a word is. Each with proposals.
import type {
  UnmatchedValue,
  ProposedMatches,
  UnmatchedColumn,
  ColumnProposal,
  FormatId,
  Matches
} from '../../../model/source-files.ts';
import type { FileFormat } from '../format-list.ts';
import { formatNamed } from '../format-list.ts';
import { columnPositions, lackingKeys } from '../importer.ts';
import { mentionsPerson } from '../persons/person-values.ts';
import type { RowTable } from '../readers/row-table.ts';
import { quote } from '../rows.ts';
import { codedColumns, proposeValues } from './coded-columns.ts';
import { bestLikeness } from './likeness.ts';
import { foldValue, ignoredHeaders, matchedColumns, matchesOf, neededColumns } from './matches.ts';
import { columnNames } from '../synonyms.ts';
import { contentOf, fitOf, lookOf, valuesOf, type ColumnValues } from './value-looks.ts';

const SAMPLES = 3;
const MOST_PROPOSALS = 5;
const LEAST_LIKENESS = 0.3;
/** Likeness from which a header is asked about, of a column that the format can do without. */
const ASKED_LIKENESS = 0.7;
/** Values listed by column: with more, the column holds something else. */
const MOST_VALUES = 200;
/** Share of values that fit, under which they speak against a column. */
const POOR_FIT = 0.3;

/** Likeness of a column of a file to one of ours, by its name and by its values: 0 to 1. */
function columnLikeness(values: ColumnValues, { id, importer }: FileFormat, column: string): number {
  const name = bestLikeness(values.header, columnNames(id, column, importer.columns[column] ?? []));
  const look = lookOf(id, column);
  const fit = fitOf(values, look);
  if (fit === null) return 0.8 * name;
  if (look.strict && fit < POOR_FIT) return 0.4 * name;
  const told = look.tells * Math.max(0, (fit - POOR_FIT) / (1 - POOR_FIT));
  return name === 1 ? 1 : 1 - (1 - 0.9 * name) * (1 - 0.6 * told);
}

/** Which header each free column of ours likely is: the best pairs first, each header and column once. */
export function likelyPairs(
  columns: readonly ColumnValues[],
  format: FileFormat,
  free: readonly string[]
): Map<string, { header: string; likeness: number }> {
  const pairs = columns
    .flatMap((values) =>
      free.map((column) => ({
        header: values.header,
        column,
        likeness: columnLikeness(values, format, column)
      }))
    )
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness);
  const found = new Map<string, { header: string; likeness: number }>();
  const taken = new Set<string>();
  for (const { header, column, likeness } of pairs) {
    if (found.has(column) || taken.has(header)) continue;
    found.set(column, { header, likeness });
    taken.add(header);
  }
  return found;
}

function unmatchedValues(
  id: FormatId,
  columns: readonly ColumnValues[],
  places: ReadonlyMap<string, readonly number[]>,
  matches: Matches | undefined
): UnmatchedValue[] {
  const said = matchesOf(matches, id).values;
  return Object.entries(codedColumns(id)).flatMap(([column, coded]) => {
    const at = places.get(column)?.[0];
    if (at === undefined) return [];
    const { header, counts } = columns[at]!;
    const known = new Set(Object.keys((Object.hasOwn(said, column) && said[column]) || {}).map(foldValue));
    const groups = new Map<string, UnmatchedValue>();
    for (const [value, rows] of counts) {
      const folded = foldValue(value);
      if (known.has(folded) || coded.read(value) !== null) continue;
      const group = groups.get(folded);
      if (group) group.rows += rows;
      else if (groups.size < MOST_VALUES) {
        const proposals = proposeValues(value, coded);
        groups.set(folded, { column, header, value, rows, proposals, choices: coded.choices });
      }
    }
    return [...groups.values()].sort((a, b) => b.rows - a.rows);
  });
}

/**
 * What is left to say of a table read as a format: headers that are no column of ours, and values of coded columns that are not understood,
 * with proposals. Nothing is left when both lists are empty and `missing` is.
 */
export function proposeMatches(table: RowTable, id: FormatId, matches?: Matches): ProposedMatches {
  const format = formatNamed(id);
  const { header, records } = table;
  const said = matchesOf(matches, id);
  const mayShow = (value: string) => !mentionsPerson(value) && !table.hides?.(value);
  const places = columnPositions(header, matchedColumns(format.importer.columns, header, said));
  const free = Object.keys(format.importer.columns).filter((key) => !places.has(key));
  const missing = lackingKeys(neededColumns(format.importer, said), places);
  const columns = valuesOf(header, records);
  const read = new Set([...places.values()].flat());
  const ignored = new Set(ignoredHeaders(header, said));
  const left = columns.filter(({ header: name }, at) => name !== '' && !read.has(at) && !ignored.has(name));
  const likely = likelyPairs(left, format, free);
  const asked = new Map(
    [...likely]
      .filter(
        ([column, { likeness }]) =>
          missing.includes(column) || format.importer.usual?.includes(column) || likeness >= ASKED_LIKENESS
      )
      .map(([column, { header: name }]) => [name, column])
  );
  const unmatched = left.map((values): UnmatchedColumn => {
    const proposals = free
      .map((column) => ({ column, likeness: columnLikeness(values, format, column) }))
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      // The column that the header is asked for comes first.
      .sort((a, b) => rank(b) - rank(a))
      .slice(0, MOST_PROPOSALS);
    function rank({ column, likeness }: ColumnProposal) {
      return asked.get(values.header) === column ? 1 + likeness : likeness;
    }
    const sample = [...values.counts.keys()].filter(mayShow).slice(0, SAMPLES).map(quote);
    const { header: name, filled, counts } = values;
    const holds = contentOf(values, id);
    return { header: name, proposals, sample, filled, distinct: counts.size, asked: asked.has(name), holds };
  });
  const best = ({ asked: is, holds, proposals }: UnmatchedColumn) =>
    (is ? 2 : 0) + (holds ? 1 : 0) + (proposals[0]?.likeness ?? 0);
  unmatched.sort((a, b) => best(b) - best(a));
  return {
    format: id,
    missing,
    free,
    columns: unmatched,
    values: unmatchedValues(id, columns, places, matches).filter(({ value }) => mayShow(value))
  };
}
