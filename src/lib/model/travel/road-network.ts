// Roads of one mode, as a source of roads hands them to the builder of road graphs. Degrees, WGS84; speeds in km/h, lengths in metres.

export type RoadMode = 'car' | 'bike' | 'foot';

export interface GraphMeta {
  mode: RoadMode;
  /** Where the roads come from, for the credit line. */
  source: string;
  /** Date of the data, `YYYY-MM-DD`, or empty when unknown. */
  dataDate: string;
  /** Straight lines between towns, for the demonstration. */
  schematic: boolean;
}

export interface RoadWay {
  /** Indices into the network's points, in the order that the way is drawn in. */
  points: ArrayLike<number>;
  /** km/h outside and inside dense areas. */
  rural: number;
  urban: number;
  /** Can be travelled in the order of `points` only. */
  oneway: boolean;
  /** In a tunnel or on a bridge: no place is reached from it. */
  offGround?: boolean;
  /** Length in metres, when the drawing is not to scale; measured along `points` otherwise. */
  metres?: number;
  /** As on the street sign ("Rue de Lille"), and number ("D 935"); absent where there is none. */
  name?: string;
  ref?: string;
}

/** Ways meet where they share a point. */
export interface RoadNetwork {
  meta: GraphMeta;
  lon: Float64Array;
  lat: Float64Array;
  ways: RoadWay[];
  /** Turns that the signs forbid. */
  turns?: NetworkTurn[];
}

/** From the end of one way to another way that meets it there: the only turn allowed, or a forbidden one. */
export interface NetworkTurn {
  /** Indices of ways. */
  from: number;
  to: number;
  /** Point where they meet. */
  via: number;
  only: boolean;
}

/** As on the street sign ("Rue de Lille"), and number ("D 935"); null where a road has none. */
export interface RoadName {
  name: string | null;
  ref: string | null;
}
