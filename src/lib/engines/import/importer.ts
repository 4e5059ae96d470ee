// An importer: a format with its conversion of one source row to one of ours. Runs at once, or in slices.
import type { Imported } from '../../model/findings.ts';
import { UnusableInput } from '../../model/findings.ts';
import { selfCrossing } from './geometry/crossings.ts';
import { readCsv } from './readers/csv.ts';
import { readGeojson } from './readers/geojson.ts';
import { formulaFault } from './readers/formula.ts';
import { gunzip, isGzip } from './readers/gzip.ts';
import { foldHeader } from '../../model/names.ts';
import { referenceOf, toDegrees } from './geometry/reference.ts';
import type { RowRecord, RowTable } from './readers/row-table.ts';
import { Collector, missingColumn, type Cell, type Format, type RowOutcome, type Remark } from './rows.ts';
import type { SourceFile } from '../../model/source-files.ts';
import { badGeometry, MAX_VERTICES, readSurface, verticesOf, type Surface } from './geometry/surface.ts';

type FromRow<Key extends string, Row> = (
  cell: Cell<Key>,
  line: number,
  remark: Remark<Key>
) => RowOutcome<Row, Key>;
type FromArea<Key extends string, Row> = (
  cell: Cell<Key>,
  surface: Surface,
  line: number,
  remark: Remark<Key>
) => RowOutcome<Row, Key>;

/**
 * `rows` are lines of a table; `areas` are features with an outline, given in degrees WGS84. `undrawn`: the same places may come as a list
 * without outlines, which has these columns and no other than those of the format.
 */
export type Importer<Key extends string, Row> = Format<Key, Row> & {
  /** Runs once at the end, for what depends on the whole file. @param file its name */
  finish?: (imported: Imported<Row>, file: string) => void;
  /** What is left of a formula reaches the format as it is written: it drops the row itself. */
  refusesFormulas?: true;
} & (
    | { rows: FromRow<Key, Row> }
    | { areas: FromArea<Key, Row>; undrawn?: { columns: readonly Key[]; rows: FromRow<Key, Row> } }
  );

/** Rows converted between two yields. */
const SLICE_ROWS = 2_000;

/** The spellings of a column, reduced once: they are looked for in each row that may be a header. */
const foldedSpellings = new WeakMap<readonly string[], readonly string[]>();
function spellings(names: readonly string[]): readonly string[] {
  const known = foldedSpellings.get(names) ?? names.map(foldHeader);
  foldedSpellings.set(names, known);
  return known;
}

/** Positions of each of our columns in the header: every spelling present, the usual one first. */
export function columnPositions<Key extends string>(
  header: readonly string[],
  columns: Format<Key, unknown>['columns']
): Map<Key, number[]> {
  const folded = header.map(foldHeader);
  const places = new Map<Key, number[]>();
  for (const key of Object.keys(columns) as Key[]) {
    const found = spellings(columns[key])
      .map((name) => folded.indexOf(name))
      .filter((at) => at >= 0);
    if (found.length > 0) places.set(key, [...new Set(found)]);
  }
  return places;
}

/** The columns that the format needs and the file lacks: of the sets of which one must be whole, those of the one most found. */
export function lackingKeys<Key extends string>(
  { required, either = [] }: Pick<Format<Key, unknown>, 'required' | 'either'>,
  places: ReadonlyMap<Key, unknown>
): Key[] {
  const lacking = (keys: readonly Key[]) => keys.filter((key) => !places.has(key));
  const found = (keys: readonly Key[]) => keys.length - lacking(keys).length;
  if (either.some((keys) => lacking(keys).length === 0)) return lacking(required);
  const nearest = [...either].sort((a, b) => found(b) - found(a))[0] ?? [];
  return [...new Set([...lacking(required), ...lacking(nearest)])];
}

/** The first column that the format needs and the file lacks; null when it has all of them. */
export const missingKey = <Key extends string>(
  format: Pick<Format<Key, unknown>, 'required' | 'either'>,
  places: ReadonlyMap<Key, unknown>
): Key | null => lackingKeys(format, places)[0] ?? null;

/** Whether a format of places with outlines finds them in a table, or takes it as a list without: never one that tells of persons. */
export function hasOutlines<Key extends string, Row>(
  importer: Importer<Key, Row>,
  { drawn, header, personal = [], ofChildren }: Pick<RowTable, 'drawn' | 'header' | 'personal' | 'ofChildren'>
): boolean {
  if ('rows' in importer || drawn) return true;
  const { undrawn, columns } = importer;
  if (!undrawn || personal.length > 0 || ofChildren) return false;
  const places = columnPositions(header, columns);
  const known = new Set([...places.values()].flat());
  return (
    undrawn.columns.every((key) => places.has(key)) &&
    header.every((name, at) => name === '' || known.has(at))
  );
}

/** Cells of a row by our own names. What is left of a formula is no value: it is said, once a cell. */
function cellReader<Key extends string>(
  { cells }: RowRecord,
  places: ReadonlyMap<Key, readonly number[]>,
  remark: Remark<Key>,
  asWritten = false
): Cell<Key> {
  const told = new Set<number>();
  return (key) => {
    for (const at of places.get(key) ?? []) {
      const text = cells[at]?.trim();
      if (!text) continue;
      const code = asWritten ? null : formulaFault(text);
      if (code === null) return text;
      if (!told.has(at)) remark('doubtful', { code, column: key, found: text });
      told.add(at);
    }
    return '';
  };
}

function converter<Key extends string, Row>(
  table: RowTable,
  importer: Importer<Key, Row>,
  places: ReadonlyMap<Key, readonly number[]>
): (record: RowRecord, at: number, remark: Remark<Key>) => RowOutcome<Row, Key> {
  const rows = 'rows' in importer ? importer.rows : table.drawn ? undefined : importer.undrawn?.rows;
  if (rows) {
    return (record, _, remark) =>
      rows(cellReader(record, places, remark, importer.refusesFormulas), record.line, remark);
  }
  if ('rows' in importer) throw new Error('a format of rows has its conversion');
  const surfaces = table.records.map(({ geometry }) => readSurface(geometry));
  const reference = referenceOf(table.crs, surfaces, table.name);
  table.findings.push(...reference.findings);
  return (record, at, remark) => {
    const raw = surfaces[at];
    const vertices = raw ? verticesOf(raw) : 0;
    if (vertices > MAX_VERTICES) {
      const sides = { found: String(vertices), expected: String(MAX_VERTICES) };
      return { dropped: { code: 'too-many-vertices', ...sides } };
    }
    const surface = raw ? toDegrees(raw, reference.kind) : null;
    if (!surface) return { dropped: badGeometry(record.geometry) };
    const crossing = selfCrossing(surface);
    if (crossing) {
      const found = crossing.map((degrees) => degrees.toFixed(5)).join(' ; ');
      remark('doubtful', { code: 'self-crossing', found });
    }
    return importer.areas(cellReader(record, places, remark), surface, record.line, remark);
  };
}

/**
 * Converts the rows of an opened file; yields the number of rows done after each slice.
 * @throws UnusableInput `missing-column`, `no-geometry`, `unknown-projection`
 */
export function* importInSlices<Key extends string, Row>(
  table: RowTable,
  importer: Importer<Key, Row>
): Generator<number, Imported<Row>> {
  const { name: file, header } = table;
  const places = columnPositions(header, importer.columns);
  const missing = missingKey(importer, places);
  if (missing !== null) throw missingColumn(file, importer.columns[missing], header);
  if (!hasOutlines(importer, table)) {
    throw new UnusableInput({ code: 'no-geometry', severity: 'dropped', file });
  }
  const own: RowTable = { ...table, findings: [...table.findings] };
  const convert = converter(own, importer, places);
  const collector = new Collector(file, importer, own, (key) => header[places.get(key)?.[0] ?? -1]);
  for (const [at, record] of table.records.entries()) {
    collector.take(record.line, (remark) => convert(record, at, remark));
    if ((at + 1) % SLICE_ROWS === 0) yield at + 1;
  }
  importer.finish?.(collector.imported, file);
  return collector.imported;
}

/**
 * Converts a whole file at once: an opened one, or the bytes of a CSV (rows) or of a GeoJSON (areas), compressed with gzip or not.
 * @throws UnusableInput when it is of no use
 */
export function importSync<Key extends string, Row>(
  source: SourceFile | RowTable,
  importer: Importer<Key, Row>
): Imported<Row> {
  const open = 'areas' in importer ? readGeojson : readCsv;
  const unpacked = (file: SourceFile) => (isGzip(file.bytes) ? { ...file, bytes: gunzip(file) } : file);
  const work = importInSlices('bytes' in source ? open(unpacked(source)) : source, importer);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
