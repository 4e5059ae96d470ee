// Every figure that a travel time, a cost or an emission rests on, with its source. Hypotheses are named as such.

/** Where a figure comes from; `hypothesis`: ours, to be validated by the service. */
export interface Sourced<Value> {
  value: Value;
  source: string;
  hypothesis: boolean;
}

const sourced = <Value>(value: Value, source: string): Sourced<Value> => ({
  value,
  source,
  hypothesis: false
});
const supposed = <Value>(value: Value, source: string): Sourced<Value> => ({
  value,
  source,
  hypothesis: true
});

/** Speeds in km/h where no limit is known: [rural, urban]. */
export type ClassSpeeds = Record<string, readonly [rural: number, urban: number]>;

const VALHALLA =
  'Valhalla, default speeds by road class and density (documentation "Speed values in Valhalla APIs")';

export const CAR_SPEEDS = sourced<ClassSpeeds>(
  {
    motorway: [105, 89],
    trunk: [90, 73],
    primary: [75, 57],
    secondary: [60, 49],
    tertiary: [50, 40],
    unclassified: [40, 35],
    residential: [35, 30],
    living_street: [10, 10],
    service: [25, 20]
  },
  VALHALLA
);

export const RAMP_FACTOR = sourced(0.85, VALHALLA);
export const ROUNDABOUT_FACTOR = sourced(0.5, VALHALLA);
export const LIMIT_SHARE = sourced(1, VALHALLA);

export const BIKE_SPEEDS = supposed<ClassSpeeds>(
  {
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
  },
  'hypothesis: 15 to 17 km/h on a road without gradient, less where the surface or other users slow down'
);

export const FOOT_SPEEDS = supposed<ClassSpeeds>(
  Object.fromEntries(
    [
      'trunk',
      'primary',
      'secondary',
      'tertiary',
      'unclassified',
      'residential',
      'living_street',
      'service',
      'pedestrian',
      'footway',
      'path',
      'track',
      'cycleway',
      'bridleway',
      'steps',
      'corridor',
      'road'
    ].map((kind) => [kind, kind === 'steps' ? ([2, 2] as const) : ([5, 5] as const)])
  ),
  'hypothesis: 5 km/h on the level, 2 km/h on steps'
);
