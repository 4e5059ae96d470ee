// What a service said of its own headers and words: which column of ours a header is, which word of ours a value is, what is ignored.
import type { FormatMatches, Matches, FormatId } from '../../../model/source-files.ts';
import * as v from 'valibot';
import { FORMATS } from '../format-list.ts';
import type { Importer } from '../importer.ts';
import { foldHeader, foldPlace } from '../../../model/names.ts';
import type { Cell, Remark } from '../rows.ts';

const MOST_LETTERS = 500;
const text = v.pipe(v.string(), v.maxLength(MOST_LETTERS));

const FormatMatchesSchema = v.object({
  /** Our column -> the headers that stand for it, in one file or another. */
  columns: v.optional(v.record(text, v.array(text)), {}),
  /** Headers that are left out. */
  ignored: v.optional(v.array(text), []),
  /** Our column -> the file's value -> ours; null: ignored. */
  values: v.optional(v.record(text, v.record(text, v.nullable(text))), {})
});

/** The matches of a configuration (key `matches`), by format; formats and columns that do not exist here have no effect. */
export const MatchesSchema = v.pipe(v.record(text, FormatMatchesSchema), v.transform(knownMatches));

const NONE: FormatMatches = { columns: {}, ignored: [], values: {} };

/** What was said of a format; nothing when nothing was. */
export const matchesOf = (matches: Matches | undefined, id: FormatId): FormatMatches =>
  (matches && Object.hasOwn(matches, id) && matches[id]) || NONE;

/** What the only commune of a territory says of the lists of its service: the rows of which need neither commune nor level. */
const OF_ONE_COMMUNE = (commune: string): Partial<Record<FormatId, Record<string, string>>> => ({
  'followed-schools': { commune },
  staff: { commune },
  teams: { commune },
  partners: { commune },
  actions: { communes: commune, level: 'communal' }
});

/** Matches with what the territory gives by itself. @param communes INSEE codes of its communes of intervention, where they are known */
export function matchesIn(communes: readonly string[] | null | undefined, matches: Matches = {}): Matches {
  const [commune] = communes ?? [];
  if (commune === undefined || communes!.length > 1) return matches;
  const given = Object.entries(OF_ONE_COMMUNE(commune)) as [FormatId, Record<string, string>][];
  return {
    ...matches,
    ...Object.fromEntries(given.map(([id, values]) => [id, { ...matchesOf(matches, id), given: values }]))
  };
}

/** The columns that a file must give: those of the format, but what the territory gives by itself. */
export function neededColumns<Key extends string>(
  { required, either }: Pick<Importer<Key, unknown>, 'required' | 'either'>,
  { given = {} }: FormatMatches
): { required: readonly Key[]; either: readonly (readonly Key[])[] } {
  const asked = (keys: readonly Key[]) => keys.filter((key) => !Object.hasOwn(given, key));
  return { required: asked(required), either: (either ?? []).map(asked) };
}

/** Those of a parsed configuration whose format exists. */
function knownMatches(parsed: Readonly<Record<string, FormatMatches>>): Matches {
  const ids: readonly string[] = FORMATS.map(({ id }) => id);
  return Object.fromEntries(Object.entries(parsed).filter(([id]) => ids.includes(id)));
}

const sameHeader = (a: string, b: string) =>
  a === b || (foldHeader(a) !== '' && foldHeader(a) === foldHeader(b));
const without = (headers: readonly string[], header: string) =>
  headers.filter((one) => !sameHeader(one, header));

function changed(matches: Matches, id: FormatId, change: (before: FormatMatches) => FormatMatches): Matches {
  return { ...matches, [id]: change(matchesOf(matches, id)) };
}

const columnsWithout = ({ columns }: FormatMatches, header: string) =>
  Object.fromEntries(
    Object.entries(columns)
      .map(([key, headers]) => [key, without(headers, header)] as const)
      .filter(([, headers]) => headers.length > 0)
  );

/** The header stands for our column from now on, and for no other (null: it is left out; undefined: nothing is said of it any more). */
export const matchColumn = (
  matches: Matches,
  id: FormatId,
  header: string,
  column: string | null | undefined
): Matches =>
  changed(matches, id, (before) => {
    const columns = columnsWithout(before, header);
    if (column != null) columns[column] = [header, ...(columns[column] ?? [])];
    const ignored = without(before.ignored, header);
    return { ...before, columns, ignored: column === null ? [...ignored, header] : ignored };
  });

/** The value of a column is ours (null: ignored; undefined: nothing is said of it any more). */
export const matchValue = (
  matches: Matches,
  id: FormatId,
  column: string,
  value: string,
  ours: string | null | undefined
): Matches =>
  changed(matches, id, (before) => {
    const kept = Object.entries(before.values[column] ?? {}).filter(
      ([one]) => foldValue(one) !== foldValue(value)
    );
    const said = ours === undefined ? kept : [...kept, [value, ours] as const];
    return { ...before, values: { ...before.values, [column]: Object.fromEntries(said) } };
  });

/** A value to compare: case, accents and punctuation apart, unless it is made of punctuation. */
export const foldValue = (value: string): string => foldPlace(value) || value.trim();

/** The columns of a format as a header and the matches give them: a header that was matched stands for its column alone. */
export function matchedColumns<Key extends string>(
  columns: Readonly<Record<Key, readonly string[]>>,
  header: readonly string[],
  { columns: said, ignored }: FormatMatches
): Readonly<Record<Key, readonly string[]>> {
  if (Object.keys(said).length === 0 && ignored.length === 0) return columns;
  const present = (headers: readonly string[]) =>
    header.filter((name) => headers.some((one) => sameHeader(one, name)));
  const keys = Object.keys(columns) as Key[];
  const mine = new Map(keys.map((key) => [key, Object.hasOwn(said, key) ? present(said[key]!) : []]));
  const taken = new Set([...ignored, ...[...mine.values()].flat()].map(foldHeader));
  return Object.fromEntries(
    keys.map((key) => {
      const matched = mine.get(key)!;
      return [
        key,
        matched.length > 0 ? matched : columns[key].filter((name) => !taken.has(foldHeader(name)))
      ];
    })
  ) as unknown as Record<Key, readonly string[]>;
}

/** Headers of a table that the matches leave out. */
export const ignoredHeaders = (header: readonly string[], { ignored }: FormatMatches): string[] =>
  header.filter((name) => name !== '' && ignored.some((one) => sameHeader(one, name)));

/** The importer of a list whose empty cells are what the territory gives. */
function withGiven<Key extends string, Row>(
  importer: Importer<Key, Row>,
  matches: FormatMatches
): Importer<Key, Row> {
  const needed = neededColumns(importer, matches);
  if (!('rows' in importer)) return { ...importer, ...needed };
  const { rows } = importer;
  return {
    ...importer,
    ...needed,
    rows: (cell, line, remark) => rows((key) => cell(key) || (matches.given?.[key] ?? ''), line, remark)
  };
}

/**
 * The importer that reads a file as the matches say. Each value read as another is noted (`understood`). One that is ignored drops its row
 * where the column is required (`ignored-row`), and is unknown elsewhere (`ignored-value`).
 */
export function matchedImporter<Key extends string, Row>(
  importer: Importer<Key, Row>,
  header: readonly string[],
  matches: FormatMatches
): Importer<Key, Row> {
  const { given } = matches;
  if (given) return matchedImporter(withGiven(importer, matches), header, { ...matches, given: undefined });
  const columns = matchedColumns(importer.columns, header, matches);
  const values = new Map(
    (Object.keys(importer.columns) as Key[])
      .filter((key) => Object.hasOwn(matches.values, key))
      .map((key) => [
        key,
        new Map(Object.entries(matches.values[key]!).map(([value, ours]) => [foldValue(value), ours]))
      ])
  );
  if (values.size === 0) return { ...importer, columns };
  const ourValue = (key: Key, found: string) =>
    found === '' ? undefined : values.get(key)?.get(foldValue(found));
  const translated =
    (cell: Cell<Key>, remark: Remark<Key>): Cell<Key> =>
    (column) => {
      const found = cell(column);
      const ours = ourValue(column, found);
      if (ours === undefined || ours === found) return found;
      if (ours === null) remark('note', { code: 'ignored-value', column, found });
      else remark('note', { code: 'understood', column, found, expected: ours });
      return ours ?? '';
    };
  const ignoredRow = (cell: Cell<Key>) => {
    const column = importer.required.find((key) => ourValue(key, cell(key)) === null);
    return column === undefined ? null : { dropped: { code: 'ignored-row', column, found: cell(column) } };
  };
  if ('rows' in importer) {
    const { rows } = importer;
    return {
      ...importer,
      columns,
      rows: (cell, line, remark) => ignoredRow(cell) ?? rows(translated(cell, remark), line, remark)
    };
  }
  const { areas } = importer;
  return {
    ...importer,
    columns,
    areas: (cell, surface, line, remark) =>
      ignoredRow(cell) ?? areas(translated(cell, remark), surface, line, remark)
  };
}
