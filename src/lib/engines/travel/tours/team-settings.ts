// Settings of the travel page with their limits, and the burden parameters that they stand for.
import {
  CO2_PER_KM,
  MILEAGE_RATES,
  OUTINGS_PER_WEEK,
  VISIT_MINUTES,
  burdenParameters,
  type BurdenParameters,
  type FiscalPower
} from './burden-parameters.ts';
import type { TravelMode } from '../graph/road-graph.ts';
import { PARKING_MINUTES, PEAK_FACTOR } from '../parameters.ts';

/** Visits a week for 100 pupils of the schools followed: a published rate, never a count of cases. Assumption. */
const VISITS_PER_100_PUPILS = 0.8;
/** Minutes of a support team's meeting. Assumption. */
const MEETING_MINUTES = 120;

export const TRAVEL_MODES: readonly TravelMode[] = ['car', 'transit', 'bike', 'foot'];
export const FISCAL_POWERS: readonly FiscalPower[] = ['cv5', 'cv7', 'cv8'];

export interface TeamSettings {
  mode: TravelMode;
  /** A week, for 100 pupils. */
  visits: number;
  visitMinutes: number;
  meetingMinutes: number;
  outings: number;
  /** By car only. */
  parkingMinutes: number;
  /** Multiplies driving times. */
  peak: number;
  power: FiscalPower;
  /** kg a km; null: the figure of the mode. */
  co2: number | null;
}

export const DEFAULT_SETTINGS: Readonly<TeamSettings> = {
  mode: 'car',
  visits: VISITS_PER_100_PUPILS,
  visitMinutes: VISIT_MINUTES,
  meetingMinutes: MEETING_MINUTES,
  outings: OUTINGS_PER_WEEK,
  parkingMinutes: PARKING_MINUTES,
  peak: PEAK_FACTOR,
  power: 'cv5',
  co2: null
};

export type NumberSetting = Exclude<keyof TeamSettings, 'mode' | 'power'>;

/** Limits and step of each numeric setting. */
export const SETTING_LIMITS: Readonly<Record<NumberSetting, { min: number; max: number; step: number }>> = {
  visits: { min: 0, max: 5, step: 0.1 },
  visitMinutes: { min: 0, max: 240, step: 5 },
  meetingMinutes: { min: 0, max: 480, step: 15 },
  outings: { min: 1, max: 10, step: 1 },
  parkingMinutes: { min: 0, max: 15, step: 1 },
  peak: { min: 1, max: 2, step: 0.1 },
  co2: { min: 0, max: 1, step: 0.0001 }
};

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
  const { mode, visitMinutes, parkingMinutes, outings, power } = settings;
  return burdenParameters(mode, {
    visitMinutes,
    outings,
    parkingMinutes: mode === 'car' ? parkingMinutes : 0,
    rates: MILEAGE_RATES[power],
    co2: co2Of(settings)
  });
}
