// What an adapter (OpenStreetMap, the schematic network) hands to the graph builder.
import type { GraphMeta } from './road-graph.ts';

export interface RoadWay {
  /** Indices into the network's points, in drawing order. */
  points: ArrayLike<number>;
  /** km/h outside and inside dense areas. */
  rural: number;
  urban: number;
  /** Travelled in drawing order only. */
  oneway: boolean;
  /** Metres, when the drawing is not to scale; the drawn length otherwise. */
  metres?: number;
}

/** Ways meet where they share a point. Degrees WGS84. */
export interface RoadNetwork {
  meta: GraphMeta;
  lon: Float64Array;
  lat: Float64Array;
  ways: RoadWay[];
}
