// Parameters of the travel burden of a referent (hours, euros, CO2), each with its source. Assumptions are for the service to
// validate.
import { DEFAULT_WORKLOAD, OUTINGS_PER_WEEK, PARKING_MINUTES } from '../../../model/workload.ts';
import type { TravelMode } from '../graph/road-graph.ts';

/** Euros per km up to 2,000 km, from 2,001 to 10,000 km, and beyond, in a calendar year. */
type MileageRates = readonly [first: number, second: number, third: number];
/** `cv5`: 5 CV or less; `cv7`: 6 and 7 CV; `cv8`: 8 CV or more. */
export type FiscalPower = 'cv5' | 'cv7' | 'cv8';

/** Source: arrêté du 3 juillet 2006 (indemnités kilométriques), as amended on 14 March 2022. */
export const MILEAGE_RATES: Readonly<Record<FiscalPower, MileageRates>> = {
  cv5: [0.32, 0.4, 0.23],
  cv7: [0.41, 0.51, 0.3],
  cv8: [0.45, 0.55, 0.32]
};
/** Upper limits of the first two brackets, km a calendar year. */
const BRACKETS = [2000, 10_000] as const;

/** kg of CO2 equivalent a km. Source: ADEME, impact of transport, manufacture included; transit is a bus, the bicycle is electric. */
export const CO2_PER_KM: Readonly<Record<TravelMode, number>> = {
  car: 0.2176,
  transit: 0.1224,
  bike: 0.0109,
  foot: 0
};

/** Weeks drawn at random for the distribution of a burden. */
export const SAMPLED_WEEKS = 50;

/** Parameters of the burden of one referent. */
export interface BurdenParameters {
  mode: TravelMode;
  visitMinutes: number;
  /** Minutes lost at each stop, by car. */
  parkingMinutes: number;
  outings: number;
  weeksPerYear: number;
  rates: MileageRates;
  /** kg a km. */
  co2: number;
  /** Weeks drawn at random. */
  weeks: number;
  seed: number;
}

/** Usual parameters of a mode, with some changes. */
export function burdenParameters(
  mode: TravelMode,
  changes: Partial<BurdenParameters> = {}
): BurdenParameters {
  return {
    mode,
    visitMinutes: DEFAULT_WORKLOAD.visitMinutes,
    parkingMinutes: mode === 'car' ? PARKING_MINUTES : 0,
    outings: OUTINGS_PER_WEEK,
    weeksPerYear: DEFAULT_WORKLOAD.weeks,
    rates: MILEAGE_RATES.cv5,
    co2: CO2_PER_KM[mode],
    weeks: SAMPLED_WEEKS,
    seed: 1,
    ...changes
  };
}

/** Mileage allowance in euros for a year's km, each bracket at its own rate. */
export function mileageEuros(km: number, rates: MileageRates): number {
  const [low, high] = BRACKETS;
  const first = Math.min(km, low);
  const second = Math.min(Math.max(km - low, 0), high - low);
  const third = Math.max(km - high, 0);
  return first * rates[0] + second * rates[1] + third * rates[2];
}
