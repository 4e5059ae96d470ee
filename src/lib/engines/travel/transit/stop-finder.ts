// Stops around a position.
import Flatbush from 'flatbush';
import { METRES_PER_UNIT, UNIT, greatCircleMetres } from '../graph/road-graph.ts';
import type { Position } from '../graph/road-graph.ts';

export class StopFinder {
  readonly #stops: readonly Position[];
  readonly #index: Flatbush;

  constructor(stops: readonly Position[]) {
    this.#stops = stops;
    this.#index = new Flatbush(stops.length);
    for (const { lon, lat } of stops) this.#index.add(lon, lat, lon, lat);
    this.#index.finish();
  }

  /** Stops at most `metres` away as the crow flies, in order of number. */
  within(place: Position, metres: number): number[] {
    // A hair more than the circle: the exact distance decides.
    const lat = ((metres * 1.001) / METRES_PER_UNIT) * UNIT;
    const lon = lat / Math.max(0.01, Math.cos((place.lat * Math.PI) / 180));
    return this.#index
      .search(place.lon - lon, place.lat - lat, place.lon + lon, place.lat + lat)
      .filter((stop) => greatCircleMetres(place, this.#stops[stop]!) <= metres)
      .sort((a, b) => a - b);
  }
}
