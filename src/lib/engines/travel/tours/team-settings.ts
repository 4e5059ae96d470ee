// Settings of the travel page with their limits, and the burden parameters that they stand for.
import {
  CO2_PER_KM,
  MILEAGE_RATES,
  burdenParameters,
  type BurdenParameters,
  type FiscalPower
} from './burden-parameters.ts';
import {
  DEFAULT_WORKLOAD,
  OUTINGS_PER_WEEK,
  PARKING_MINUTES,
  WORKLOAD_SETTINGS,
  type WorkloadParameters
} from '../../../model/workload.ts';
import type { TravelMode } from '../graph/road-graph.ts';
import { PEAK_FACTOR } from '../parameters.ts';

export const TRAVEL_MODES: readonly TravelMode[] = ['car', 'transit', 'bike', 'foot'];
export const FISCAL_POWERS: readonly FiscalPower[] = ['cv5', 'cv7', 'cv8'];

/** The workload's parameters, and those of the road. */
export interface TeamSettings extends WorkloadParameters {
  mode: TravelMode;
  outings: number;
  /** By car only. */
  parkingMinutes: number;
  /** Multiplies driving times. */
  peak: number;
  power: FiscalPower;
  /** kg a km; null: the figure of the mode. */
  co2: number | null;
}

// Both are made by a call marked as pure: spreads at the top level would keep them in every bundle that touches the front door.
const defaults = (): TeamSettings => ({
  ...DEFAULT_WORKLOAD,
  mode: 'car',
  outings: OUTINGS_PER_WEEK,
  parkingMinutes: PARKING_MINUTES,
  peak: PEAK_FACTOR,
  power: 'cv5',
  co2: null
});
export const DEFAULT_SETTINGS: Readonly<TeamSettings> = /* @__PURE__ */ defaults();

export type NumberSetting = Exclude<keyof TeamSettings, 'mode' | 'power'>;

interface Limits {
  min: number;
  max: number;
  step: number;
}
const limits = (): Record<NumberSetting, Limits> => ({
  ...WORKLOAD_SETTINGS,
  outings: { min: 1, max: 10, step: 1 },
  parkingMinutes: { min: 0, max: 15, step: 1 },
  peak: { min: 1, max: 2, step: 0.1 },
  co2: { min: 0, max: 1, step: 0.0001 }
});
/** Limits and step of each numeric setting. */
export const SETTING_LIMITS: Readonly<Record<NumberSetting, Limits>> = /* @__PURE__ */ limits();

/** The nearest valid value of a setting. */
export function withinLimits(setting: NumberSetting, value: number): number {
  const { min, max, step } = SETTING_LIMITS[setting];
  const stepped = Math.round(Math.min(max, Math.max(min, value)) / step) * step;
  return Number(stepped.toFixed(4));
}

/** kg of CO2 equivalent a km under some settings. */
export const co2Of = ({ co2, mode }: Pick<TeamSettings, 'co2' | 'mode'>): number => co2 ?? CO2_PER_KM[mode];

/** Burden parameters that settings stand for. */
export function burdenParametersOf(settings: TeamSettings): BurdenParameters {
  const { mode, visitMinutes, parkingMinutes, outings, power, weeks } = settings;
  return burdenParameters(mode, {
    visitMinutes,
    outings,
    weeksPerYear: weeks,
    parkingMinutes: mode === 'car' ? parkingMinutes : 0,
    rates: MILEAGE_RATES[power],
    co2: co2Of(settings)
  });
}
