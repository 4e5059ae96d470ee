// Parameters of travel times, each with its source. Those of the burden are in tours/burden-parameters.ts.
import type { CostParameters } from './graph/adjacency.ts';
import type { RoadMode } from './graph/road-graph.ts';
import type { RouterParameters } from './road/router.ts';

/** A value and its source; `hypothesis`: an assumption of this project, for the service to validate. */
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
export const hypothesis = <Value>(value: Value, source: string): Sourced<Value> => ({
  value,
  source,
  hypothesis: true
});

/** Speeds in km/h by OpenStreetMap road class, outside and inside dense areas; `_link` roads take those of their class. */
type ClassSpeeds = Readonly<Record<string, readonly [rural: number, urban: number]>>;

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
/** Driven speed over the signed limit. */
export const LIMIT_SHARE = sourced(0.95, FITTED);
export const RAMP_FACTOR = sourced(0.85, VALHALLA);
export const ROUNDABOUT_FACTOR = sourced(0.5, VALHALLA);
/** Seconds added to each link below 80 km/h: slowing down, giving way. */
const SEGMENT_PENALTY = sourced(0.6, FITTED);
/** Factor that brings the median time to Valhalla's. */
const CAR_CALIBRATION = sourced(0.976, FITTED);
/** km of road per km2 above which roads are urban. */
const URBAN_DENSITY = sourced(8, `${VALHALLA} : densité de routes, seuil 8`);

/** Multiplies driving times at the hours of the school run; 1.3 is the option offered. */
export const PEAK_FACTOR = hypothesis(1, 'hypothèse : circulation fluide ; 1,3 aux heures de pointe');
/** Minutes to park and leave the car, at each stop. */
export const PARKING_MINUTES = hypothesis(2, 'hypothèse à valider par le service');
/** Metres a second between a place and the road, a stop or a school. */
export const WALK_SPEED = sourced(5 / 3.6, 'Valhalla, walking_speed par défaut : 5,1 km/h, arrondi à 5');
/** Walked metres for one metre in a straight line, where no footway is known. */
export const WALK_DETOUR = hypothesis(1.3, 'hypothèse : détour moyen à pied en ville');

export const BIKE_SPEEDS = hypothesis<ClassSpeeds>(
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
export const FOOT_SPEEDS = hypothesis<ClassSpeeds>(
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

/** Options of the graph builder: a simplified shape stays within 5 m of its true line. */
export const BUILD_OPTIONS = { urbanDensity: URBAN_DENSITY.value, tolerance: 5 };

/** km/h under which links get the penalty. */
const SLOW_BELOW = 80;
const COSTS: Record<RoadMode, CostParameters> = {
  car: { penalty: SEGMENT_PENALTY.value, slowBelow: SLOW_BELOW, factor: CAR_CALIBRATION.value },
  bike: { penalty: SEGMENT_PENALTY.value, slowBelow: SLOW_BELOW, factor: 1 },
  foot: { penalty: 0, slowBelow: SLOW_BELOW, factor: 1 }
};

/** km/h; faster roads give no access to buildings: places near them are snapped elsewhere. */
const FASTEST_WITH_ACCESS = 85;

/**
 * Parameters of a router for a mode.
 *
 * @param options.peak multiplies driving times
 * @param options.closed numbers of the links that cannot be used
 */
export function routerParameters(
  mode: RoadMode,
  { peak = PEAK_FACTOR.value, closed }: { peak?: number; closed?: ReadonlySet<number> } = {}
): RouterParameters {
  const costs = COSTS[mode];
  return {
    costs: { ...costs, factor: costs.factor * (mode === 'car' ? peak : 1), closed },
    snap: { within: 2000, slowest: FASTEST_WITH_ACCESS },
    walk: WALK_SPEED.value
  };
}

/** Adjustments of a router's times, in the stable form of `MatrixMeta.calibration`. */
export function calibrationOf({ costs }: RouterParameters): string {
  return `factor=${costs.factor.toFixed(3)};penalty=${costs.penalty}s;closed=${costs.closed?.size ?? 0}`;
}
