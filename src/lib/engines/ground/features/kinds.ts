// What a street map draws of OpenStreetMap, by tags: the kinds of Shortbread 1.0, and the smallest zoom of each.
import type { Tags } from '../extract.ts';
import type { GroundLayer, GroundProperties } from '../layers.ts';

/** Where a thing is drawn, and from which zoom. */
export interface LayerEntry {
  layer: GroundLayer;
  properties: GroundProperties;
  minZoom: number;
}

/** The last zoom that is cut: closer views enlarge it. */
const LAST_ZOOM = 14;

const STREET_ZOOMS: Readonly<Record<string, number>> = {
  motorway: 6,
  trunk: 6,
  primary: 8,
  secondary: 10,
  tertiary: 11,
  unclassified: 12,
  residential: 12,
  living_street: 12,
  pedestrian: 13,
  busway: 13,
  service: 14,
  track: 14,
  footway: 14,
  path: 14,
  cycleway: 14,
  steps: 14
};
const RAIL_ZOOMS: Readonly<Record<string, number>> = {
  rail: 8,
  light_rail: 11,
  tram: 11,
  subway: 11,
  narrow_gauge: 11
};
const WATERWAY_ZOOMS: Readonly<Record<string, number>> = { river: 8, canal: 10, stream: 13 };
const PLACE_ZOOMS: Readonly<Record<string, number>> = {
  city: 6,
  town: 8,
  village: 10,
  suburb: 11,
  hamlet: 13,
  quarter: 13,
  neighbourhood: 13
};
const LANDUSE = ['residential', 'industrial', 'commercial', 'retail', 'cemetery', 'village_green', 'recreation_ground']; // prettier-ignore
const LEISURE = ['park', 'garden', 'golf_course'];
/** Gardens of houses are not a landmark. */
const LEAST_PARK_KM2 = 0.004;
const GREEN = new Set([...LEISURE, 'village_green', 'recreation_ground']);
const LEAST_NAMED_WATER_KM2 = 0.05;
/** A road drawn from here has its number from two zooms closer, its name from {@link NAMES}. */
const NUMBERED = 10;
const NAMES = 13;

/** The smallest zoom at which a surface is more than a speck. */
const surfaceZoom = (km2: number): number =>
  6 + [20, 4, 4, 1, 0.25, 0.06, 0.015, 0.004].filter((least) => km2 <= least).length;

const isSet = (value: string | undefined): boolean => value !== undefined && value !== 'no';

/** The number of a road among several. */
const firstRef = (ref: string | undefined): string | undefined => ref?.split(';')[0]?.trim() || undefined;

function flags(tags: Tags): Pick<GroundProperties, 'tunnel' | 'bridge'> {
  return {
    ...(isSet(tags['tunnel']) && { tunnel: true }),
    ...(isSet(tags['bridge']) && { bridge: true })
  };
}

function street(tags: Tags, highway: string): LayerEntry[] {
  const link = highway.endsWith('_link');
  const kind = link ? highway.slice(0, -5) : highway;
  const zoom = STREET_ZOOMS[kind];
  if (zoom === undefined || tags['area'] === 'yes') return [];
  if (tags['service'] === 'parking_aisle' || tags['service'] === 'driveway') return [];
  const line: LayerEntry = {
    layer: 'streets',
    properties: { kind, ...(link && { link }), ...flags(tags) },
    minZoom: link ? Math.max(zoom + 3, 11) : zoom
  };
  const [name, ref] = [tags['name'], firstRef(tags['ref'])];
  if (link || !(name || ref)) return [line];
  const numbered = ref && zoom <= NUMBERED;
  const minZoom = numbered ? Math.max(8, zoom + 1) : Math.min(LAST_ZOOM, Math.max(NAMES, zoom + 1));
  const properties = { kind, ...(name && { name }), ...(ref && { ref }) };
  return [line, { layer: 'street_labels', properties, minZoom }];
}

function railway(tags: Tags, kind: string): LayerEntry[] {
  const zoom = RAIL_ZOOMS[kind];
  if (zoom === undefined) return [];
  const minZoom = tags['service'] === undefined ? zoom : LAST_ZOOM;
  return [{ layer: 'streets', properties: { kind, rail: true, ...flags(tags) }, minZoom }];
}

function waterway(tags: Tags, kind: string): LayerEntry[] {
  const minZoom = WATERWAY_ZOOMS[kind];
  if (minZoom === undefined || isSet(tags['tunnel'])) return [];
  const named = tags['name'] && kind !== 'stream';
  return [{ layer: 'water_lines', properties: { kind, ...(named && { name: tags['name'] }) }, minZoom }];
}

/** What is drawn of a line; several layers for a street that has a name. */
export function linesOf(tags: Tags): LayerEntry[] {
  const { highway, railway: rail, waterway: water } = tags;
  if (highway !== undefined) return street(tags, highway);
  if (rail !== undefined) return railway(tags, rail);
  return water === undefined ? [] : waterway(tags, water);
}

function landKind({ natural, landuse, leisure }: Tags): string | null {
  if (natural === 'wood' || landuse === 'forest') return 'forest';
  if (leisure !== undefined && LEISURE.includes(leisure)) return leisure;
  if (landuse === 'education') return 'residential';
  return landuse !== undefined && LANDUSE.includes(landuse) ? landuse : null;
}

const isWater = ({ natural, waterway: way, landuse }: Tags): boolean =>
  natural === 'water' ||
  way === 'riverbank' ||
  way === 'dock' ||
  landuse === 'reservoir' ||
  landuse === 'basin';

/** What is drawn of a surface, by its size in km². */
export function surfaceOf(tags: Tags, km2: number): LayerEntry | null {
  const minZoom = surfaceZoom(km2);
  if (isWater(tags)) {
    const named = tags['name'] && km2 > LEAST_NAMED_WATER_KM2;
    const properties = { kind: 'water', ...(named && { name: tags['name'] }) };
    return { layer: 'water_polygons', properties, minZoom };
  }
  const kind = landKind(tags);
  if (kind === null || (GREEN.has(kind) && km2 < LEAST_PARK_KM2)) return null;
  return { layer: 'land', properties: { kind }, minZoom };
}

/** What is drawn of a point: places, town halls, stations. */
export function pointFeature(tags: Tags): LayerEntry | null {
  const { place, name } = tags;
  const minZoom = place === undefined ? undefined : PLACE_ZOOMS[place];
  if (place !== undefined && minZoom !== undefined && name) {
    const population = Number(/^\d+/.exec((tags['population'] ?? '').replaceAll(/[\s.,]/g, ''))?.[0] ?? 0);
    const properties = { kind: place, name, ...(population > 0 && { population }) };
    return { layer: 'place_labels', properties, minZoom };
  }
  if (tags['amenity'] === 'townhall')
    return { layer: 'pois', properties: { kind: 'townhall', ...(name && { name }) }, minZoom: 13 };
  const station = tags['railway'] === 'station' || tags['railway'] === 'halt';
  return station && name ? { layer: 'pois', properties: { kind: 'station', name }, minZoom: 13 } : null;
}
