// From an extract of OpenStreetMap to the layers of a street map.
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import {
  positionFinder,
  type Extract,
  type ExtractRelation,
  type ExtractWay,
  type Tags
} from '../extract.ts';
import { GROUND_LAYERS, type GroundFeature, type GroundLayers } from '../layers.ts';
import { seaOf } from './coast.ts';
import { joinForward, joinLines, joinRings } from './join-lines.ts';
import { linesOf, pointFeature, surfaceOf, type LayerEntry } from './kinds.ts';
import { middle, ringPolygons, ringKm2 } from './rings.ts';

type Line = ArrayLike<number>;

export const noLayers = (): GroundLayers =>
  Object.fromEntries(GROUND_LAYERS.map((layer) => [layer, [] as GroundFeature[]])) as GroundLayers;

class LayerMaker {
  readonly layers = noLayers();
  readonly #extract: Extract;
  readonly #at: (id: number) => Position | null;
  /** Lines of the same kind and name, by both. */
  readonly #alike = new Map<string, { entry: LayerEntry; lines: Line[] }>();
  readonly #coasts: Line[] = [];

  constructor(extract: Extract) {
    this.#extract = extract;
    this.#at = positionFinder(extract);
  }

  make(): GroundLayers {
    for (const way of this.#extract.ways) this.#addWay(way);
    for (const relation of this.#extract.relations) this.#addRelation(relation);
    for (const [at, tags] of this.#extract.pointTags) {
      const position = [this.#extract.lon[at]! / 1e7, this.#extract.lat[at]! / 1e7];
      this.#addPoint(pointFeature(tags), position);
    }
    for (const { entry, lines } of this.#alike.values()) {
      const coordinates = joinLines(lines).map((line) => this.#positions(line));
      this.#add(entry, { type: 'MultiLineString', coordinates });
    }
    const coasts = joinForward(this.#coasts).map((line) => this.#positions(line));
    const sea = seaOf(coasts, this.#extract.box);
    const whole: LayerEntry = { layer: 'water_polygons', properties: { kind: 'water' }, minZoom: 0 };
    if (sea.length > 0) this.#add(whole, { type: 'MultiPolygon', coordinates: sea });
    return this.layers;
  }

  #add({ layer, properties, minZoom }: LayerEntry, geometry: GroundFeature['geometry']): void {
    this.layers[layer].push({ type: 'Feature', properties, geometry, minZoom });
  }

  #addPoint(entry: LayerEntry | null, coordinates: Position): void {
    if (entry) this.#add(entry, { type: 'Point', coordinates });
  }

  #positions(line: Line): Position[] {
    return Array.from(line, this.#at).filter((position) => position !== null);
  }

  /** The stretches of a way whose points are all known. */
  #stretches({ refs }: ExtractWay): Line[] {
    const stretches: Line[] = [];
    let from = 0;
    for (let at = 0; at <= refs.length; at++) {
      if (at < refs.length && this.#at(refs[at]!)) continue;
      if (at - from > 1) stretches.push(refs.subarray(from, at));
      from = at + 1;
    }
    return stretches;
  }

  #addWay(way: ExtractWay): void {
    const { tags } = way;
    if (way.area && tags['highway'] === undefined) {
      const ring = this.#positions(way.refs);
      if (ring.length > 3) this.#addSurface(tags, [[ring]]);
      return;
    }
    if (tags['natural'] === 'coastline') this.#coasts.push(...this.#stretches(way));
    for (const entry of linesOf(tags)) {
      const key = `${entry.layer} ${entry.minZoom} ${JSON.stringify(entry.properties)}`;
      const alike = this.#alike.get(key);
      if (alike) alike.lines.push(...this.#stretches(way));
      else this.#alike.set(key, { entry, lines: this.#stretches(way) });
    }
  }

  #addRelation({ tags, outer, inner }: ExtractRelation): void {
    const rings = (members: readonly number[]) =>
      joinRings(members.flatMap((id) => this.#extract.memberWays.get(id)?.refs ?? []))
        .map((ring) => this.#positions(ring))
        .filter(({ length }) => length > 3);
    const polygons = ringPolygons(rings(outer), rings(inner));
    if (polygons.length > 0) this.#addSurface(tags, polygons);
  }

  #addSurface(tags: ExtractWay['tags'], polygons: Position[][][]): void {
    const outer = polygons.map(([ring]) => ring!);
    const km2 = outer.reduce((sum, ring) => sum + ringKm2(ring), 0);
    const surface = surfaceOf(tags, km2);
    if (surface) this.#add(surface, { type: 'MultiPolygon', coordinates: polygons });
    else if (tags['amenity'] === 'townhall') this.#addPoint(pointFeature(tags), middle(outer[0]!));
  }
}

/**
 * The street map of an extract: streets, water, green and built-up land, names. Lines of the same kind and name are joined end to end,
 * surfaces that do not close are left out, coasts are closed along the extract's box.
 */
export const groundLayers = (extract: Extract): GroundLayers => new LayerMaker(extract).make();

/**
 * Adds a shape to the layers that draw what its tags say; nothing for tags that no layer draws.
 * @param tags words of OpenStreetMap
 */
export function addShape(
  layers: GroundLayers,
  tags: Tags,
  shape: LineString | MultiLineString | Polygon | MultiPolygon
): void {
  const isArea = shape.type === 'Polygon' || shape.type === 'MultiPolygon';
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : isArea ? shape.coordinates : [];
  const km2 = polygons.reduce((sum, [outer]) => sum + (outer?.[0] ? ringKm2(outer) : 0), 0);
  for (const entry of isArea ? [surfaceOf(tags, km2)] : linesOf(tags)) {
    if (!entry) continue;
    const { layer, properties, minZoom } = entry;
    layers[layer].push({ type: 'Feature', properties, geometry: shape, minZoom });
  }
}

/** Every line of a feature, whatever its type; none of a surface or a point. */
export function linesIn({ geometry }: GroundFeature): MultiLineString['coordinates'] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}
