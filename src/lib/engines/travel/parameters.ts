// Parameters of travel times, each with its source. An assumption is ours, for the service to validate. Those of the burden are in
// tours/burden-parameters.ts.
import { PEAK_FACTOR } from '../../model/travel/travel-settings.ts';
import type { CostParameters } from './graph/adjacency.ts';
import type { RoadMode } from '../../model/travel/road-network.ts';
import type { RouterParameters } from './road/router.ts';

/** Seconds added to each link below 80 km/h: slowing down, giving way. Fitted with the speeds of roads (engines/ground/roads). */
const SEGMENT_PENALTY = 0.6;
/** Factor that brings the median time to Valhalla's. */
const CAR_CALIBRATION = 0.976;
/** km of road per km2 above which roads are urban. Source: Valhalla, density of roads, threshold 8. */
const URBAN_DENSITY = 8;

/** Metres a second between a place and the road, a stop or a school. Source: Valhalla's walking_speed, 5.1 km/h, rounded to 5. */
export const WALK_SPEED = 5 / 3.6;
/** Walked metres for one metre in a straight line, where no footway is known. Assumption: average detour in a town. */
export const WALK_DETOUR = 1.3;
/**
 * Metres a second in a straight line between the links of a schematic network, where the local streets are unknown. Assumption: 20 km/h
 * by car, 12 by bike, 5 on foot, with the detour of a town.
 */
export const LOCAL_STREET_SPEEDS: Record<RoadMode, number> = {
  car: 20 / 3.6 / WALK_DETOUR,
  bike: 12 / 3.6 / WALK_DETOUR,
  foot: WALK_SPEED / WALK_DETOUR
};

/** Options of the graph builder: a simplified shape stays within 5 m of its true line. */
export const BUILD_OPTIONS = { urbanDensity: URBAN_DENSITY, tolerance: 5 };

/** km/h under which links get the penalty. */
const SLOW_BELOW = 80;
const COSTS: Record<RoadMode, CostParameters> = {
  car: { penalty: SEGMENT_PENALTY, slowBelow: SLOW_BELOW, factor: CAR_CALIBRATION },
  bike: { penalty: SEGMENT_PENALTY, slowBelow: SLOW_BELOW, factor: 1 },
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
  { peak = PEAK_FACTOR, closed }: { peak?: number; closed?: ReadonlySet<number> } = {}
): RouterParameters {
  const costs = COSTS[mode];
  return {
    costs: { ...costs, factor: costs.factor * (mode === 'car' ? peak : 1), closed },
    snap: { within: 2000, slowest: FASTEST_WITH_ACCESS },
    walk: WALK_SPEED
  };
}

/** Adjustments of a router's times, in the stable form of `MatrixMeta.calibration`. */
export function calibrationOf({ costs }: RouterParameters): string {
  return `factor=${costs.factor.toFixed(3)};penalty=${costs.penalty}s;closed=${costs.closed?.size ?? 0}`;
}
