// Every figure that a travel time rests on, with its source. Hypotheses are named as such. Costs: burden-parameters.ts.
import type { CostParameters } from './graph/adjacency.ts';
import type { RoadMode } from './graph/road-graph.ts';
import type { RouterParameters } from './road/router.ts';

/** A figure and where it comes from; `hypothesis`: ours, to be validated by the service. */
export interface Sourced<Value> {
  value: Value;
  source: string;
  hypothesis: boolean;
}

export const sourced = <Value>(value: Value, source: string): Sourced<Value> => ({
  value,
  source,
  hypothesis: false
});
export const supposed = <Value>(value: Value, source: string): Sourced<Value> => ({
  value,
  source,
  hypothesis: true
});

/** Speeds in km/h by kind of road, outside and inside dense areas; `_link` roads take those of their class. */
export type ClassSpeeds = Readonly<Record<string, readonly [rural: number, urban: number]>>;

const VALHALLA = 'Valhalla, « Speed values in Valhalla APIs »';
const FITTED = `${VALHALLA}, ajustées sur 9 900 trajets en voiture de Valhalla à Porto (2015)`;

export const CAR_SPEEDS = sourced<ClassSpeeds>(
  {
    motorway: [95, 89],
    trunk: [92, 80],
    primary: [80, 68],
    secondary: [50, 50],
    tertiary: [40, 40],
    unclassified: [38, 38],
    residential: [32, 32],
    living_street: [10, 10],
    service: [25, 20]
  },
  FITTED
);
/** Share of a signed limit that is driven. */
export const LIMIT_SHARE = sourced(0.95, FITTED);
export const RAMP_FACTOR = sourced(0.85, VALHALLA);
export const ROUNDABOUT_FACTOR = sourced(0.5, VALHALLA);
/** Seconds for each stretch between two junctions below 80 km/h: slowing down, giving way. */
export const SEGMENT_PENALTY = sourced(0.6, FITTED);
/** The scalar that brings the median time to Valhalla's. */
export const CAR_CALIBRATION = sourced(0.976, FITTED);
/** km of road per km2 above which roads are urban. */
export const URBAN_DENSITY = sourced(8, `${VALHALLA} : densité de routes, seuil 8`);

/** Multiplies driving times at the hours of the school run; 1.3 is the option offered. */
export const PEAK_FACTOR = supposed(1, 'hypothèse : circulation fluide ; 1,3 aux heures de pointe');
/** Minutes to park and leave the car, at each stop. */
export const PARKING_MINUTES = supposed(2, 'hypothèse à valider par le service');
/** Metres a second between a place and the road, a stop or a school. */
export const WALK_SPEED = sourced(5 / 3.6, 'Valhalla, walking_speed par défaut : 5,1 km/h, arrondi à 5');
/** Walked metres for one metre as the crow flies, where no footway is known. */
export const WALK_DETOUR = supposed(1.3, 'hypothèse : détour moyen à pied en ville');

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
  'hypothèse : 15 à 17 km/h à plat, moins où le sol ou les autres usagers ralentissent'
);

const FOOT = [5, 5] as const;
export const FOOT_SPEEDS = supposed<ClassSpeeds>(
  {
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
  },
  'hypothèse : 5 km/h à plat, 2 km/h dans un escalier'
);

/** Options of the graph builder: a drawn road stays within 5 m of its true line. */
export const BUILD_OPTIONS = { urbanDensity: URBAN_DENSITY.value, tolerance: 5 };

const SLOW_BELOW = 80;
const COSTS: Record<RoadMode, CostParameters> = {
  car: { penalty: SEGMENT_PENALTY.value, slowBelow: SLOW_BELOW, factor: CAR_CALIBRATION.value },
  bike: { penalty: SEGMENT_PENALTY.value, slowBelow: SLOW_BELOW, factor: 1 },
  foot: { penalty: 0, slowBelow: SLOW_BELOW, factor: 1 }
};

/** Roads faster than this have no door: a place there is snapped elsewhere. km/h. */
const FASTEST_WITH_DOORS = 85;

/** What a router needs for a mode. `peak` multiplies driving times; `closed` lists links that cannot be used. */
export function routerParameters(
  mode: RoadMode,
  { peak = PEAK_FACTOR.value, closed }: { peak?: number; closed?: ReadonlySet<number> } = {}
): RouterParameters {
  const costs = COSTS[mode];
  return {
    costs: { ...costs, factor: costs.factor * (mode === 'car' ? peak : 1), closed },
    snap: { within: 2000, slowest: FASTEST_WITH_DOORS },
    walk: WALK_SPEED.value
  };
}

/** How times were adjusted, in a stable form for the meta of a matrix. */
export function calibrationOf({ costs }: RouterParameters): string {
  return `factor=${costs.factor.toFixed(3)};penalty=${costs.penalty}s;closed=${costs.closed?.size ?? 0}`;
}
