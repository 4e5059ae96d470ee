// Schools as GeoJSON for the live map. Which of them show, and which fade, are feature states and are not in it.
import type { Feature, FeatureCollection, Point } from 'geojson';
import { SCHOOL_STATUSES } from '$lib/model/school.ts';
import type { PointStatus, ScenePoint } from '../scene.ts';
import { symbolRadius } from '../geometry/symbols.ts';

export type SymbolId = number | string;
type SymbolFeature = Feature<Point, { code: SymbolId; status: PointStatus; radius: number }>;
export type SchoolFeatures = FeatureCollection<Point, SymbolFeature['properties']>;

const STATUSES: readonly PointStatus[] = [...SCHOOL_STATUSES, 'team'];

/**
 * A school under one of its statuses, by number where its code has one (the letter only checks it): the map finds its
 * features by number several times faster.
 */
export function symbolId({ ref, status }: Pick<ScenePoint, 'ref' | 'status'>): SymbolId {
  if (!/^\d{7}[A-Z]$/i.test(ref.code)) return `${ref.code}:${status}`;
  return Number(ref.code.slice(0, -1)) * STATUSES.length + STATUSES.indexOf(status);
}

/** Two scenes whose schools stand at the same places under the same symbols, whatever fades. */
function sameSymbols(a: readonly ScenePoint[], b: readonly ScenePoint[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at]!;
      return (
        one.ref.code === other.ref.code &&
        one.status === other.status &&
        one.size === other.size &&
        one.lon === other.lon &&
        one.lat === other.lat
      );
    })
  );
}

function symbols(points: readonly ScenePoint[]): Map<SymbolId, SymbolFeature> {
  const largest = points.reduce((most, { size }) => Math.max(most, size ?? 0), 0);
  return new Map(
    points.map((point) => {
      const code = symbolId(point);
      const properties = { code, status: point.status, radius: symbolRadius(point, largest) };
      const geometry = { type: 'Point' as const, coordinates: [point.lon, point.lat] };
      return [code, { type: 'Feature', geometry, properties }];
    })
  );
}

const clash = (a: SymbolFeature, b: SymbolFeature) =>
  a.properties.radius !== b.properties.radius ||
  String(a.geometry.coordinates) !== String(b.geometry.coordinates);

/**
 * The symbols that a live map holds. What a filter takes off stays, hidden by its state, and comes back without the map
 * cutting its schools into tiles anew and drawing twice.
 */
export class SymbolStock {
  #last: readonly ScenePoint[] = [];
  #held = new Map<SymbolId, SymbolFeature>();
  #features: SchoolFeatures = { type: 'FeatureCollection', features: [] };

  /** All that the map needs to show `points`: the same object as before where it has that already. */
  hold(points: readonly ScenePoint[]): SchoolFeatures {
    if (sameSymbols(this.#last, points)) return this.#features;
    this.#last = points;
    const wanted = symbols(points);
    const changed = [...wanted].filter(([id, symbol]) => {
      const held = this.#held.get(id);
      return !held || clash(held, symbol);
    });
    if (changed.length === 0) return this.#features;
    const clashes = changed.some(([id]) => this.#held.has(id));
    this.#held = clashes ? wanted : new Map([...this.#held, ...changed]);
    this.#features = { type: 'FeatureCollection', features: [...this.#held.values()] };
    return this.#features;
  }
}
