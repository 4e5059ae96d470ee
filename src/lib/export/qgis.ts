// A map as a QGIS project (.qgs, XML of QGIS 3) beside its GeoJSON, in one archive: the classes, colours and names of the page.
import type { Feature, FeatureCollection, Position } from 'geojson';
import { strToU8, zipSync } from 'fflate';
import { tableGeoJson } from './geojson.ts';
import type { ExportTable, Symbology } from './table.ts';

const VERSION = '3.22.0';
/** Property of each feature that holds the label of its class. */
const CLASS = 'classe';
const WGS84 =
  '<spatialrefsys><proj4>+proj=longlat +datum=WGS84 +no_defs</proj4><srsid>3452</srsid><srid>4326</srid>' +
  '<authid>EPSG:4326</authid><description>WGS 84</description><projectionacronym>longlat</projectionacronym>' +
  '<ellipsoidacronym>EPSG:7030</ellipsoidacronym><geographicflag>true</geographicflag></spatialrefsys>';
const NO_COLOR = [242, 242, 240] as const;
const OUTLINE = '90,96,102,255';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// Characters that XML 1.0 forbids are left out.
const CONTROL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const xml = (text: string) => text.replace(CONTROL, '').replace(/[&<>"]/g, (one) => ESCAPES[one]!);

/** `rgb(46, 124, 153)` as `46,124,153,255`; what is no such colour is drawn without any. */
function rgba(color: string): string {
  const parts = color.match(/\d+(\.\d+)?/g)?.slice(0, 3) ?? [];
  return [...(parts.length === 3 ? parts.map((part) => Math.round(Number(part))) : NO_COLOR), 255].join(',');
}

type Shape = 'Point' | 'Polygon' | 'Line';
function shapeOf({ features }: FeatureCollection): Shape {
  const type = features[0]?.geometry.type ?? 'Polygon';
  return type.includes('Point') ? 'Point' : type.includes('Line') ? 'Line' : 'Polygon';
}

function positionsOf({ geometry }: Feature): Position[] {
  const found: Position[] = [];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') found.push(value as Position);
    else value.forEach(walk);
  };
  if ('coordinates' in geometry) walk(geometry.coordinates);
  return found;
}

function extentOf({ features }: FeatureCollection): string {
  const [west, south, east, north] = features
    .flatMap(positionsOf)
    .reduce(
      ([w, s, e, n], [lon = 0, lat = 0]) => [
        Math.min(w!, lon),
        Math.min(s!, lat),
        Math.max(e!, lon),
        Math.max(n!, lat)
      ],
      [Infinity, Infinity, -Infinity, -Infinity]
    );
  if (!Number.isFinite(west)) return '';
  return `<extent><xmin>${west}</xmin><ymin>${south}</ymin><xmax>${east}</xmax><ymax>${north}</ymax></extent>`;
}

const LAYERS: Record<Shape, { type: string; layer: string; props: (color: string) => [string, string][] }> = {
  Polygon: {
    type: 'fill',
    layer: 'SimpleFill',
    props: (color) => [
      ['color', color],
      ['style', 'solid'],
      ['outline_color', OUTLINE],
      ['outline_style', 'solid'],
      ['outline_width', '0.26'],
      ['outline_width_unit', 'MM']
    ]
  },
  Point: {
    type: 'marker',
    layer: 'SimpleMarker',
    props: (color) => [
      ['color', color],
      ['name', 'circle'],
      ['outline_color', '255,255,255,255'],
      ['outline_width', '0.2'],
      ['size', '2.6'],
      ['size_unit', 'MM']
    ]
  },
  Line: {
    type: 'line',
    layer: 'SimpleLine',
    props: (color) => [
      ['line_color', color],
      ['line_width', '0.5'],
      ['line_width_unit', 'MM']
    ]
  }
};

function symbol(shape: Shape, name: number, color: string): string {
  const { type, layer, props } = LAYERS[shape];
  const inside = props(color).map(([key, value]) => `<prop k="${key}" v="${value}"/>`);
  return (
    `<symbol type="${type}" name="${name}" alpha="1" clip_to_extent="1" force_rhr="0">` +
    `<layer class="${layer}" enabled="1" locked="0" pass="0">${inside.join('')}</layer></symbol>`
  );
}

/** One category a class of the legend; the last one, « without », for the rows that the page does not colour. */
function renderer(shape: Shape, { classes, without }: Symbology): string {
  const shown = [...classes, { label: without, color: `rgb(${NO_COLOR.join(',')})` }];
  const categories = shown.map(
    ({ label }, at) =>
      `<category symbol="${at}" value="${xml(label)}" label="${xml(label)}" type="string" render="true"/>`
  );
  const symbols = shown.map(({ color }, at) => symbol(shape, at, rgba(color)));
  return (
    `<renderer-v2 type="categorizedSymbol" attr="${CLASS}" symbollevels="0" enableorderby="0" forceraster="0">` +
    `<categories>${categories.join('')}</categories><symbols>${symbols.join('')}</symbols></renderer-v2>`
  );
}

const labeling = (column: string): string =>
  `<labeling type="simple"><settings><text-style fieldName="${xml(column)}" isExpression="0" ` +
  // A font that every QGIS has; without a weight it would be the thinnest.
  'fontFamily="Open Sans" namedStyle="Regular" fontWeight="50" fontSize="9" fontSizeUnit="Point" textColor="23,33,43,255"><text-buffer bufferDraw="1" bufferSize="0.8" ' +
  'bufferSizeUnits="MM" bufferColor="255,255,255,255"/></text-style></settings></labeling>';

/** The text of the project that opens `source`, which stands in the same folder. */
export function qgisProject(table: ExportTable, symbology: Symbology, source: string): string {
  const shapes = tableGeoJson(table);
  const shape = shapeOf(shapes);
  const [id, title] = [xml(`${table.name}_layer`), xml(table.title)];
  const path = xml(`./${source}`);
  return [
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>",
    `<qgis projectname="${title}" version="${VERSION}">`,
    `<title>${title}</title>`,
    `<projectCrs>${WGS84}</projectCrs>`,
    '<layer-tree-group>',
    `<layer-tree-layer id="${id}" name="${xml(symbology.title)}" providerKey="ogr" checked="Qt::Checked" expanded="1" source="${path}"/>`,
    '</layer-tree-group>',
    `<mapcanvas name="theMapCanvas"><units>degrees</units>${extentOf(shapes)}<destinationsrs>${WGS84}</destinationsrs></mapcanvas>`,
    '<projectlayers>',
    `<maplayer type="vector" geometry="${shape}" labelsEnabled="1">`,
    `<id>${id}</id><datasource>${path}</datasource><layername>${xml(symbology.title)}</layername>`,
    `<srs>${WGS84}</srs><provider encoding="UTF-8">ogr</provider>`,
    renderer(shape, symbology),
    labeling(symbology.label),
    '</maplayer>',
    '</projectlayers>',
    // Without ProjectionsEnabled the system of the project is not read.
    '<properties><SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys>',
    '<Paths><Absolute type="bool">false</Absolute></Paths></properties>',
    '</qgis>'
  ].join('\n');
}

/** The rows with the label of their class, as the project reads them. */
function classedGeoJson(table: ExportTable, { classes, rows, without }: Symbology): FeatureCollection {
  return tableGeoJson({
    ...table,
    columns: [...table.columns, { title: CLASS, type: 'text' }],
    rows: table.rows.map((row, at) => [...row, classes[rows[at] ?? -1]?.label ?? without])
  });
}

/** One colour for all rows, named by the second column, where the page has no map of them. */
const plain = ({ title, columns }: ExportTable): Symbology => ({
  title,
  classes: [],
  rows: [],
  without: title,
  label: (columns[1] ?? columns[0])?.title ?? ''
});

/** Archive of two files to unpack in one folder: the GeoJSON, and the QGIS project that opens it. */
export function qgisArchive(table: ExportTable): Blob {
  const symbology = table.symbology ?? plain(table);
  const source = `${table.name}.geojson`;
  const bytes = zipSync({
    [source]: strToU8(JSON.stringify(classedGeoJson(table, symbology))),
    [`${table.name}.qgs`]: strToU8(qgisProject(table, symbology, source))
  });
  return new Blob([bytes.slice()], { type: 'application/zip' });
}
