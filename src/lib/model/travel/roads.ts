// Roads as a page shows them: stretches between two junctions, whole roads, what is closed, and a route told road by road.
import type { RoadName } from './road-network.ts';

/** [lon, lat] in degrees, rounded to the graph's unit. */
export type LonLat = readonly [lon: number, lat: number];

/** A link of a graph, told by a point on it: the number of a link does not survive a new version of the graph. */
export interface Stretch extends RoadName {
  /** In the middle of the stretch: identifies it in every graph that has a road there. */
  at: LonLat;
  /** Its two junctions. */
  ends: readonly [LonLat, LonLat];
  /** Roads that cross it at its ends, in the same order; null where they have no name, or where the network is schematic. */
  between: readonly [RoadName | null, RoadName | null];
  metres: number;
  /** Where a one-way stretch leads; null for one open both ways. */
  toward: CompassPoint | null;
  /** Degrees. */
  line: [lon: number, lat: number][];
}

export type CompassPoint = 'north' | 'east' | 'south' | 'west';

/** Every stretch of one number, or of one name and near each other. */
export interface NamedRoad extends RoadName {
  /** The number or the name that its stretches share. */
  key: string;
  /** In the middle of its longest stretch: tells it from other roads of the same name. */
  at: LonLat;
  /** Length of the road, its two carriageways counted once. */
  metres: number;
  /** Number of stretches. */
  stretches: number;
}

/** What is closed: the stretch at a point, or the whole road of that number or name there. */
export interface Closure {
  at: LonLat;
  road?: string;
}

/** Stretches of a road; `road` is null where they are one stretch alone. */
export interface RoadStretches<One extends Stretch = Stretch> {
  road: NamedRoad | null;
  stretches: One[];
}

export interface UsedStretch extends Stretch {
  /** Times a week that it is used, there or back. */
  uses: number;
}

/** The used stretches of a road, most used first. */
export interface UsedRoad extends RoadStretches<UsedStretch> {
  /** Times a week that some of the road is used, there or back. */
  uses: number;
}

export interface Journey {
  seconds: number;
  metres: number;
}

/** A leg of a route; `name` is null where the leg bears several under one number. */
export interface Leg extends RoadName, Journey {
  ends: readonly [LonLat, LonLat];
}

export interface Itinerary {
  legs: Leg[];
  /** Between the places and the road, at both ends. */
  walk: Journey;
}
