// An importer: a format, and the way from one of its rows to one of ours. Run at once, or a slice at a time.
import type { Imported } from '../../model/findings.ts';
import { UnusableInput } from '../../model/findings.ts';
import { crossingOf } from './readers/crossings.ts';
import { readCsv } from './readers/csv.ts';
import { readGeojson } from './readers/geojson.ts';
import { foldHeader } from './formats/names.ts';
import { referenceOf, toDegrees } from './readers/reference.ts';
import type { RowRecord, RowTable } from './readers/row-table.ts';
import { Collector, missingColumn, type Cell, type Format, type Outcome, type Remark } from './rows.ts';
import type { SourceFile } from './readers/source-file.ts';
import { badGeometry, MOST_VERTICES, readSurface, verticesOf, type Surface } from './readers/surface.ts';

type FromRow<Key extends string, Row> = (
  cell: Cell<Key>,
  line: number,
  remark: Remark<Key>
) => Outcome<Row, Key>;
type FromArea<Key extends string, Row> = (
  cell: Cell<Key>,
  surface: Surface,
  line: number,
  remark: Remark<Key>
) => Outcome<Row, Key>;

/** `rows` are lines of a table; `areas` are features with an outline, given in degrees WGS84. */
export type Importer<Key extends string, Row> = Format<Key, Row> & {
  /** What only the whole file tells. */
  finish?: (imported: Imported<Row>) => void;
} & ({ rows: FromRow<Key, Row> } | { areas: FromArea<Key, Row> });

/** Rows converted between two looks at the clock. */
const SLICE = 2_000;

/** Where each column of ours stands in the file: every spelling that it has, the usual one first. */
export function placesOf<Key extends string>(
  header: readonly string[],
  columns: Format<Key, unknown>['columns']
): Map<Key, number[]> {
  const folded = header.map(foldHeader);
  const places = new Map<Key, number[]>();
  for (const key of Object.keys(columns) as Key[]) {
    const found = columns[key].map((name) => folded.indexOf(foldHeader(name))).filter((at) => at >= 0);
    if (found.length > 0) places.set(key, [...new Set(found)]);
  }
  return places;
}

const cellOf =
  <Key extends string>({ cells }: RowRecord, places: ReadonlyMap<Key, readonly number[]>): Cell<Key> =>
  (key) => {
    for (const at of places.get(key) ?? []) {
      const text = cells[at]?.trim();
      if (text) return text;
    }
    return '';
  };

function converter<Key extends string, Row>(
  table: RowTable,
  importer: Importer<Key, Row>,
  places: ReadonlyMap<Key, readonly number[]>
): (record: RowRecord, at: number, remark: Remark<Key>) => Outcome<Row, Key> {
  if ('rows' in importer) {
    return (record, _, remark) => importer.rows(cellOf(record, places), record.line, remark);
  }
  const surfaces = table.records.map(({ geometry }) => readSurface(geometry));
  const reference = referenceOf(table.crs, surfaces, table.name);
  table.findings.push(...reference.findings);
  return (record, at, remark) => {
    const raw = surfaces[at];
    const vertices = raw ? verticesOf(raw) : 0;
    if (vertices > MOST_VERTICES) {
      const sides = { found: String(vertices), expected: String(MOST_VERTICES) };
      return { dropped: { code: 'too-many-vertices', ...sides } };
    }
    const surface = raw ? toDegrees(raw, reference.kind) : null;
    if (!surface) return { dropped: badGeometry(record.geometry) };
    const crossing = crossingOf(surface);
    if (crossing) {
      const found = crossing.map((degrees) => degrees.toFixed(5)).join(' ; ');
      remark('doubtful', { code: 'self-crossing', found });
    }
    return importer.areas(cellOf(record, places), surface, record.line, remark);
  };
}

/**
 * Converts the rows of an opened file; yields the number done after each slice.
 * @throws UnusableInput missing-column, no-geometry, unknown-projection
 */
export function* importing<Key extends string, Row>(
  table: RowTable,
  importer: Importer<Key, Row>
): Generator<number, Imported<Row>> {
  const { name: file, header } = table;
  const places = placesOf(header, importer.columns);
  for (const key of importer.required) {
    if (!places.has(key)) throw missingColumn(file, importer.columns[key], header);
  }
  if ('areas' in importer && !table.drawn) {
    throw new UnusableInput({ code: 'no-geometry', severity: 'dropped', file });
  }
  const own: RowTable = { ...table, findings: [...table.findings] };
  const convert = converter(own, importer, places);
  const collector = new Collector(file, importer, own, (key) => header[places.get(key)?.[0] ?? -1]);
  for (const [at, record] of table.records.entries()) {
    collector.take(record.line, (remark) => convert(record, at, remark));
    if ((at + 1) % SLICE === 0) yield at + 1;
  }
  importer.finish?.(collector.imported);
  return collector.imported;
}

/** All at once, from an opened file, or from a CSV file (rows) or a GeoJSON file (areas). */
export function importNow<Key extends string, Row>(
  source: SourceFile | RowTable,
  importer: Importer<Key, Row>
): Imported<Row> {
  const open = 'areas' in importer ? readGeojson : readCsv;
  const work = importing('bytes' in source ? open(source) : source, importer);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
