// Places as GeoJSON: whole rows to download, a few properties for the map.
import { AROUND_FILE } from '../../../model/territory-files.ts';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { FilledTable } from './table-rows.ts';
import type { TerritoryRows } from '../rows.ts';

type Properties = Record<string, unknown>;

/** Beside the outlines of the map: those of the communes around the territory. */

function collection(features: Feature<Geometry, Properties>[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function place(properties: Properties, geometry: Geometry, id?: number): Feature<Geometry, Properties> {
  return { type: 'Feature', ...(id === undefined ? {} : { id }), properties, geometry };
}

/** Properties of a row: its columns but the geometry; lists and objects as they are, not as text. */
function propertiesOf({ columns }: FilledTable, row: number): Properties {
  const written = columns.filter(({ column }) => column.type !== 'wkb');
  return Object.fromEntries(
    written.map(({ column, cells }) => {
      const value = cells[row] ?? null;
      const structured = (column.type === 'list' || column.type === 'json') && typeof value === 'string';
      return [column.name, structured ? JSON.parse(value) : value];
    })
  );
}

/** Files to download, by table: communes, QPV, and the schools that some source places. */
export function downloadPlaces(
  rows: TerritoryRows,
  tableNamed: (name: string) => FilledTable
): Record<'communes' | 'qpvs' | 'schools', FeatureCollection> {
  const communes = tableNamed('communes');
  const qpvs = tableNamed('qpvs');
  const schools = tableNamed('schools');
  return {
    communes: collection(rows.communes.map(({ outline }, at) => place(propertiesOf(communes, at), outline))),
    qpvs: collection(
      rows.qpvs.flatMap(({ perimeter }, at) => (perimeter ? place(propertiesOf(qpvs, at), perimeter) : []))
    ),
    schools: collection(
      rows.schools.flatMap(({ lon, lat }, at) => {
        if (lon === null || lat === null) return [];
        return [place(propertiesOf(schools, at), { type: 'Point', coordinates: [lon, lat] })];
      })
    )
  };
}

/** Files of the map: `id` is the index of the row, so that a colour is set by number. The communes name what lies around them. */
export function mapPlaces(rows: TerritoryRows): Record<'communes' | 'qpvs', FeatureCollection> {
  const communes = collection(
    rows.communes.map(({ code, name, intervention, cite_educative, geometry_quality, outline }, at) =>
      place({ code, name, intervention, cite_educative, geometry_quality }, outline, at)
    )
  );
  return {
    communes: rows.around ? Object.assign(communes, { around: AROUND_FILE }) : communes,
    qpvs: collection(
      rows.qpvs.flatMap(({ code, name, geometry_quality, perimeter }, at) =>
        perimeter ? place({ code, name, geometry_quality }, perimeter, at) : []
      )
    )
  };
}
