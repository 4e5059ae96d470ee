// GeoPackage (OGC 12-128): the features of a layer as rows with their geometry.
import { UnusableInput } from '../../../model/findings.ts';
import { fromWkb } from '../../../algorithms/wkb.ts';
import { findHeader } from '../header-row.ts';
import { sheetOfName } from '../sheet-name.ts';
import type { Matches, SourceFile } from '../../../model/source-files.ts';
import { featuresToTable } from './geojson.ts';
import { rowCellText, type RowTable } from './row-table.ts';
import { tableOfSheets } from './sheets.ts';
import { namedRows, type SqlCell, type SqliteFile } from './sqlite.ts';

/** Bytes of the envelope of a geometry, by the number of its header. */
const ENVELOPES = [0, 32, 48, 48, 64];
const HEAD = 8;

/** The geometry of a blob: a header, then WKB; null for an empty or unknown one. */
function geometryOf(blob: SqlCell): unknown {
  if (!(blob instanceof Uint8Array) || blob.length <= HEAD) return null;
  // « GP »
  if (blob[0] !== 0x47 || blob[1] !== 0x50) return null;
  const envelope = ENVELOPES[(blob[3]! >> 1) & 7];
  return envelope === undefined ? null : fromWkb(blob.subarray(HEAD + envelope));
}

interface Layer {
  name: string;
  /** Column of the geometry; null for a table without any. */
  geometry: string | null;
  crs: string;
}

function layersOf(file: SqliteFile): Layer[] {
  const list = (table: string) => namedRows(file.read(table));
  const systems = new Map(
    list('gpkg_spatial_ref_sys').map((row) => [
      row.srs_id,
      `${String(row.organization)}:${String(row.organization_coordsys_id)}`
    ])
  );
  const columns = new Map(list('gpkg_geometry_columns').map((row) => [row.table_name, row]));
  return list('gpkg_contents').flatMap(({ table_name: table, data_type: type }): Layer[] => {
    const name = String(table);
    const drawn = columns.get(table);
    if (type === 'features' && drawn)
      return [{ name, geometry: String(drawn.column_name), crs: systems.get(drawn.srs_id) ?? '' }];
    return type === 'attributes' ? [{ name, geometry: null, crs: '' }] : [];
  });
}

/** The layer that the name of the file asks for (« carte.gpkg#quartiers »), else the one with the most columns that a format knows. */
function chosenLayer(
  file: string,
  layers: readonly Layer[],
  headers: ReadonlyMap<string, string[]>,
  matches?: Matches
) {
  const asked = sheetOfName(file)?.sheet;
  if (asked !== undefined) {
    const found = layers.find(({ name }) => name === asked);
    if (found) return found;
    const names = layers.map(({ name }) => name).join(', ');
    throw new UnusableInput({
      code: 'missing-sheet',
      severity: 'dropped',
      file,
      found: names,
      expected: asked
    });
  }
  const score = ({ name }: Layer) => findHeader([headers.get(name) ?? []], matches)?.score ?? 0;
  return [...layers].sort((a, b) => score(b) - score(a))[0]!;
}

/** @throws UnusableInput `no-row`, `missing-sheet`, `damaged-database` */
export function readGeopackage(source: SourceFile, file: SqliteFile, matches?: Matches): RowTable {
  const { name } = source;
  const all = layersOf(file);
  const drawn = all.filter(({ geometry }) => geometry !== null);
  const layers = drawn.length > 0 ? drawn : all;
  if (layers.length === 0) throw new UnusableInput({ code: 'no-row', severity: 'dropped', file: name });
  const tables = new Map(layers.map((layer) => [layer.name, file.read(layer.name)]));
  if (drawn.length === 0) {
    const sheets = layers.map((layer) => {
      const { columns, rows } = tables.get(layer.name)!;
      return { sheet: layer.name, rows: [columns, ...rows.map((cells) => cells.map(rowCellText))] };
    });
    return tableOfSheets(name, sheets, matches);
  }
  const headers = new Map([...tables].map(([layer, { columns }]) => [layer, columns]));
  const layer = chosenLayer(name, layers, headers, matches);
  const features = namedRows(tables.get(layer.name)!).map(
    ({ [layer.geometry!]: blob = null, ...properties }) => ({
      properties,
      geometry: geometryOf(blob)
    })
  );
  if (features.length === 0) throw new UnusableInput({ code: 'no-row', severity: 'dropped', file: name });
  const table = featuresToTable(features, { name, container: 'geopackage', findings: [], crs: layer.crs });
  const others = layers.filter((one) => one !== layer && tables.get(one.name)!.rows.length > 0);
  if (others.length > 0 && sheetOfName(name) === null) {
    const found = others.map((one) => one.name).join(', ');
    table.findings.push({ code: 'other-layers', severity: 'note', file: name, found, expected: layer.name });
  }
  return table;
}
