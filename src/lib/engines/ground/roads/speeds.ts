// Speeds of roads by class, each with its source. An assumption is ours, for the service to validate.

/** Speeds in km/h by OpenStreetMap road class, outside and inside dense areas; `_link` roads take those of their class. */
type ClassSpeeds = Readonly<Record<string, readonly [rural: number, urban: number]>>;

/**
 * Source: Valhalla, "Speed values in Valhalla APIs", fitted to 9,900 car journeys of Valhalla in Porto (2015), as are `LIMIT_SHARE` and the
 * penalty and factor of the router (engines/travel/parameters.ts).
 */
export const CAR_SPEEDS: ClassSpeeds = {
  motorway: [95, 89],
  trunk: [92, 80],
  primary: [80, 68],
  secondary: [50, 50],
  tertiary: [40, 40],
  unclassified: [38, 38],
  residential: [32, 32],
  living_street: [10, 10],
  service: [25, 20]
};
/** Driven speed over the signed limit. */
export const LIMIT_SHARE = 0.95;
/** Speed of a ramp over that of its class. Source: Valhalla. */
export const RAMP_FACTOR = 0.85;
/** Speed of a roundabout over that of its class. Source: Valhalla. */
export const ROUNDABOUT_FACTOR = 0.5;
/** Assumption: 15 to 17 km/h on flat ground, less where the surface or other users slow one down. */
export const BIKE_SPEEDS: ClassSpeeds = {
  trunk: [16, 15],
  primary: [16, 15],
  secondary: [16, 15],
  tertiary: [16, 15],
  unclassified: [16, 15],
  residential: [16, 15],
  living_street: [12, 12],
  service: [14, 12],
  cycleway: [17, 16],
  track: [11, 11],
  path: [10, 10],
  road: [14, 14]
};

const FOOT = [5, 5] as const;
/** Assumption: 5 km/h on flat ground, 2 km/h on stairs. */
export const FOOT_SPEEDS: ClassSpeeds = {
  trunk: FOOT,
  primary: FOOT,
  secondary: FOOT,
  tertiary: FOOT,
  unclassified: FOOT,
  residential: FOOT,
  living_street: FOOT,
  service: FOOT,
  pedestrian: FOOT,
  footway: FOOT,
  path: FOOT,
  track: FOOT,
  cycleway: FOOT,
  bridleway: FOOT,
  corridor: FOOT,
  road: FOOT,
  steps: [2, 2]
};
