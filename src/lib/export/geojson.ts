// Rows with a geometry as GeoJSON, in degrees WGS84.
import type { FeatureCollection } from 'geojson';
import { plainCell, type ExportTable } from './table.ts';

/** Rows without a geometry are left out. */
export function tableGeoJson({ columns, rows, geometry = [] }: ExportTable): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: rows.flatMap((row, at) => {
      const shape = geometry[at];
      if (!shape) return [];
      const properties = Object.fromEntries(
        columns.map(({ title }, column) => [title, plainCell(row[column])])
      );
      return [{ type: 'Feature' as const, geometry: shape, properties }];
    })
  };
}

export const geoJsonFile = (table: ExportTable): Blob =>
  new Blob([JSON.stringify(tableGeoJson(table))], { type: 'application/geo+json' });
