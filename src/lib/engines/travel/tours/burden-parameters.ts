// Parameters of the travel burden of a referent (hours, euros, CO2), each with its source. Assumptions are for the service to
// validate.
import {
  type MileageRates,
  MILEAGE_RATES,
  CO2_PER_KM,
  PEAK_FACTOR,
  SAMPLED_WEEKS,
  type TeamSettings,
  co2Of
} from '../../../model/travel/travel-settings.ts';
import { DEFAULT_WORKLOAD, OUTINGS_PER_WEEK, PARKING_MINUTES } from '../../../model/workload.ts';
import type { TravelMode } from '../../../model/travel/travel-times.ts';

/** Upper limits of the first two brackets, km a calendar year. */
const BRACKETS = [2000, 10_000] as const;

/** Parameters of the burden of one referent. */
export interface BurdenParameters {
  mode: TravelMode;
  visitMinutes: number;
  /** Minutes lost at each visit, by car. */
  parkingMinutes: number;
  outings: number;
  /** Multiplies driving times among homes; those of the matrix have it already. */
  peak: number;
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
    peak: PEAK_FACTOR,
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

/** Burden parameters that settings stand for. */
export function burdenParametersOf(settings: TeamSettings): BurdenParameters {
  const { mode, visitMinutes, parkingMinutes, outings, peak, power, weeks } = settings;
  return burdenParameters(mode, {
    visitMinutes,
    outings,
    peak,
    weeksPerYear: weeks,
    parkingMinutes: mode === 'car' ? parkingMinutes : 0,
    rates: MILEAGE_RATES[power],
    co2: co2Of(settings)
  });
}
