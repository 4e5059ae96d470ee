// A zipped shapefile: .shp and .dbf; .prj names the coordinate reference system, .cpg the encoding.
import { UnusableInput } from '../../../model/findings.ts';
import { unpack } from './archive.ts';
import { featuresToTable } from './geojson.ts';
import type { RowTable } from './row-table.ts';
import type { SourceFile } from '../../../model/source-files.ts';

const stem = (name: string) => name.replace(/\.[^.]*$/, '');

/** The encoding without a .cpg: dBASE's default in Western Europe, and a choice of QGIS in France. */
const FALLBACK = 'windows-1252';

/**
 * Reads the first layer of a zip; coordinates are not converted.
 * @throws UnusableInput `truncated-archive`, `damaged-shapefile`, `no-row`
 */
export async function readShapefile(source: SourceFile, names: readonly string[]): Promise<RowTable> {
  const file = source.name;
  const layers = names.filter((name) => /\.shp$/i.test(name)).sort();
  const [layer = ''] = layers;
  const parts = names.filter((name) => stem(name) === stem(layer) && /\.(?:shp|dbf|prj|cpg)$/i.test(name));
  const files = unpack(source, parts);
  const part = (ending: string) => files[parts.find((name) => name.toLowerCase().endsWith(ending)) ?? ''];
  const [shp, dbf] = [part('.shp'), part('.dbf')];
  const refused = (cause?: unknown) =>
    new UnusableInput({ code: 'damaged-shapefile', severity: 'dropped', file }, { cause });
  if (!shp || !dbf) throw refused();
  const { parseShp, parseDbf } = await import('shpjs');
  let features: unknown[];
  try {
    const encoding = part('.cpg') ?? new TextEncoder().encode(FALLBACK);
    const geometries = parseShp(shp.slice());
    const rows = parseDbf(dbf.slice(), encoding.slice());
    const count = Math.max(geometries.length, rows.length);
    features = Array.from({ length: count }, (_, at) => ({ properties: rows[at], geometry: geometries[at] }));
  } catch (cause) {
    throw refused(cause);
  }
  if (features.length === 0) throw new UnusableInput({ code: 'no-row', severity: 'dropped', file });
  const prj = part('.prj');
  const crs = prj ? new TextDecoder().decode(prj) : '';
  const table = featuresToTable(features, { name: file, container: 'shapefile', findings: [], crs });
  if (layers.length > 1) {
    const found = layers.slice(1).join(', ');
    table.findings.push({ code: 'other-layers', severity: 'note', file, found, expected: layer });
  }
  return table;
}
