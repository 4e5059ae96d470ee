// Settings of the travel of a team, with their limits and sources. Assumptions are for the service to validate.
import {
  DEFAULT_WORKLOAD,
  OUTINGS_PER_WEEK,
  PARKING_MINUTES,
  WORKLOAD_SETTINGS,
  type WorkloadParameters
} from '../workload.ts';
import type { RoadMode } from './road-network.ts';
import type { TravelMode } from './travel-times.ts';

/** Euros per km up to 2,000 km, from 2,001 to 10,000 km, and beyond, in a calendar year. */
export type MileageRates = readonly [first: number, second: number, third: number];
/** `cv5`: 5 CV or less; `cv7`: 6 and 7 CV; `cv8`: 8 CV or more. */
export type FiscalPower = 'cv5' | 'cv7' | 'cv8';

/** Source: arrêté du 3 juillet 2006 (indemnités kilométriques), as amended on 14 March 2022. */
export const MILEAGE_RATES: Readonly<Record<FiscalPower, MileageRates>> = {
  cv5: [0.32, 0.4, 0.23],
  cv7: [0.41, 0.51, 0.3],
  cv8: [0.45, 0.55, 0.32]
};
/** kg of CO2 equivalent a km. Source: ADEME, impact of transport, manufacture included; transit is a bus, the bicycle is electric. */
export const CO2_PER_KM: Readonly<Record<TravelMode, number>> = {
  car: 0.2176,
  transit: 0.1224,
  bike: 0.0109,
  foot: 0
};

/** Metres travelled for one metre in a straight line. Assumption: average detour of streets and roads. */
export const STRAIGHT_LINE_DETOUR = 1.3;
/** km/h from door to door, parking apart. Assumption: average speed in an urban area, stops included. */
export const STRAIGHT_LINE_SPEEDS: Readonly<Record<RoadMode, number>> = { car: 30, bike: 14, foot: 4.5 };

/** Weeks drawn at random for the distribution of a burden. */
export const SAMPLED_WEEKS = 50;

/** Multiplies driving times at the hours of the school run. Assumption: free flow; 1.3 is the option offered. */
export const PEAK_FACTOR = 1;

export const TRAVEL_MODES: readonly TravelMode[] = ['car', 'transit', 'bike', 'foot'];
export const FISCAL_POWERS: readonly FiscalPower[] = ['cv5', 'cv7', 'cv8'];

/** The workload's parameters, and those of the road. */
export interface TeamSettings extends WorkloadParameters {
  mode: TravelMode;
  outings: number;
  /** To park and reach the door, at each visit; by car only. */
  parkingMinutes: number;
  /** Metres within which families live around each school; null: its own part of its commune. */
  homeMetres: number | null;
  /** Multiplies driving times. */
  peak: number;
  power: FiscalPower;
  /** kg a km; null: the figure of the mode. */
  co2: number | null;
}

/** What the service says of its road, the same on every page: outings a week, parking at each visit, peak hour, where families live. */
export type RoadSettings = Pick<TeamSettings, 'outings' | 'parkingMinutes' | 'peak' | 'homeMetres'>;

export const USUAL_ROAD: Readonly<RoadSettings> = {
  outings: OUTINGS_PER_WEEK,
  parkingMinutes: PARKING_MINUTES,
  peak: PEAK_FACTOR,
  homeMetres: null
};
export const ROAD_SETTINGS = [
  'outings',
  'parkingMinutes',
  'peak',
  'homeMetres'
] as const satisfies (keyof RoadSettings)[];

export const sameRoad = (one: RoadSettings, other: RoadSettings): boolean =>
  ROAD_SETTINGS.every((setting) => one[setting] === other[setting]);
export const isUsualRoad = (road: RoadSettings): boolean => sameRoad(road, USUAL_ROAD);

/** Minutes one way at the hours of the school run, to a tenth as the file tells them. */
export const atPeak = (minutes: number | null, { peak }: RoadSettings): number | null =>
  minutes === null || peak === 1 ? minutes : Math.round(10 * minutes * peak) / 10;

// Both are made by a call marked as pure: spreads at the top level would keep them in every bundle that touches the front door.
const defaults = (): TeamSettings => ({
  ...DEFAULT_WORKLOAD,
  mode: 'car',
  ...USUAL_ROAD,
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
  homeMetres: { min: 0, max: 3000, step: 50 },
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

/** The same settings by another mode, with that mode's own CO2. */
export const settingsBy = (settings: TeamSettings, mode: TravelMode): TeamSettings =>
  mode === settings.mode ? settings : { ...settings, mode, co2: null };
