// Features that can be asked for by box: a line of a thousand streets gives the few that are there.
import type { Position } from 'geojson';
import type { GroundBox } from '../extract.ts';
import type { GroundFeature } from '../layers.ts';

type Part = Position[] | Position[][];

interface Boxed {
  feature: GroundFeature;
  /** Of a MultiLineString or a MultiPolygon: the box of each part, four numbers each. */
  boxes: Float64Array;
}

function boxOf(part: Position[], into: Float64Array, at: number): void {
  into.set([Infinity, Infinity, -Infinity, -Infinity], at);
  for (const [x, y] of part) {
    into[at] = Math.min(into[at]!, x!);
    into[at + 1] = Math.min(into[at + 1]!, y!);
    into[at + 2] = Math.max(into[at + 2]!, x!);
    into[at + 3] = Math.max(into[at + 3]!, y!);
  }
}

function partsOf({ geometry }: GroundFeature): readonly Part[] {
  if (geometry.type === 'Point') return [[geometry.coordinates]];
  if (geometry.type === 'LineString' || geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.coordinates;
}

function boxed(feature: GroundFeature): Boxed {
  const parts = partsOf(feature);
  const boxes = new Float64Array(4 * parts.length);
  parts.forEach((part, at) => {
    // Of a surface, the outer ring.
    const line = typeof part[0]?.[0] === 'number' ? part : (part[0] ?? []);
    boxOf(line as Position[], boxes, 4 * at);
  });
  return { feature, boxes };
}

export class BoxedFeatures {
  readonly #all: readonly Boxed[];

  constructor(features: readonly GroundFeature[]) {
    this.#all = features.map(boxed);
  }

  /** What a zoom draws in a box, each feature with the parts that are there. */
  within([west, south, east, north]: GroundBox, zoom: number): GroundFeature[] {
    return this.#all.flatMap(({ feature, boxes }): GroundFeature[] => {
      if (feature.minZoom > zoom) return [];
      const isThere = (at: number) =>
        boxes[4 * at]! <= east &&
        boxes[4 * at + 1]! <= north &&
        boxes[4 * at + 2]! >= west &&
        boxes[4 * at + 3]! >= south;
      const { geometry } = feature;
      if (geometry.type !== 'MultiLineString' && geometry.type !== 'MultiPolygon')
        return isThere(0) ? [feature] : [];
      const coordinates = (geometry.coordinates as Part[]).filter((_, at) => isThere(at));
      return coordinates.length === 0
        ? []
        : [{ ...feature, geometry: { ...geometry, coordinates } as GroundFeature['geometry'] }];
    });
  }
}
