// The address of the page: hypotheses chosen by the reader. Only what differs from the default is written.
import {
  DEFAULT_POOLING,
  readPoolingSettings,
  writePoolingSettings,
  type PoolingSettings
} from './pooling/pooling-settings.ts';

/** What becomes of the growth in the number of children. */
export const GROWTHS = ['slowing', 'steady', 'none'] as const;
export type Growth = (typeof GROWTHS)[number];

/** Full-time posts created each year; -1: one that is not replaced. */
export const POSTS_A_YEAR = [-1, 0, 0.5, 1, 1.5, 2] as const;
/** Limits of the schools of a post, and of the minutes a week that a school asks. */
export const SCHOOLS_PER_POST = { least: 1, most: 40 };
export const MINUTES_PER_SCHOOL = { least: 5, most: 2400 };
/** Years in which the queue is to be cleared. */
export const YEARS_TO_CLEAR = [1, 2, 3, 4] as const;

/** What a post can follow, said by one of its two faces at most; both null: as today. */
export interface CapacityChoice {
  schoolsPerPost: number | null;
  /** Minutes a week that a school asks of its referent, travel apart. */
  minutesPerSchool: number | null;
}

export const AS_TODAY: CapacityChoice = { schoolsPerPost: null, minutesPerSchool: null };

export interface DemandAddress extends CapacityChoice {
  growth: Growth;
  postsAYear: number;
  years: number;
  /** Hypotheses of the comparison with each commune alone. */
  pooling: PoolingSettings;
}

export const DEFAULT_DEMAND: DemandAddress = {
  growth: 'slowing',
  postsAYear: 0,
  ...AS_TODAY,
  years: 3,
  pooling: DEFAULT_POOLING
};

const GROWTH_WORDS: Record<Growth, string> = { slowing: 'ralentie', steady: 'constante', none: 'nulle' };

/** A number of the address, written with a point or a comma; NaN when it is none. */
const numberOf = (text: string | null): number =>
  text === null || text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));

const within = (value: number, { least, most }: { least: number; most: number }): number | null =>
  value >= least && value <= most ? value : null;

/** Schools a post; else minutes a school. */
function readCapacity(params: URLSearchParams): CapacityChoice {
  const schoolsPerPost = within(numberOf(params.get('ecoles')), SCHOOLS_PER_POST);
  const minutes = within(numberOf(params.get('temps')), MINUTES_PER_SCHOOL);
  return { schoolsPerPost, minutesPerSchool: schoolsPerPost === null ? minutes : null };
}

export function writeCapacity(params: URLSearchParams, choice: CapacityChoice): void {
  if (choice.schoolsPerPost !== null) params.set('ecoles', String(choice.schoolsPerPost));
  else if (choice.minutesPerSchool !== null) params.set('temps', String(choice.minutesPerSchool));
}

export function readDemandAddress(params: URLSearchParams): DemandAddress {
  const [posts, years] = ['postes', 'ans'].map((word) => numberOf(params.get(word)));
  return {
    growth: GROWTHS.find((one) => GROWTH_WORDS[one] === params.get('hausse')) ?? DEFAULT_DEMAND.growth,
    postsAYear: POSTS_A_YEAR.find((one) => one === posts) ?? DEFAULT_DEMAND.postsAYear,
    ...readCapacity(params),
    years: YEARS_TO_CLEAR.find((one) => one === years) ?? DEFAULT_DEMAND.years,
    pooling: readPoolingSettings(params)
  };
}

export function writeDemandAddress(address: DemandAddress): URLSearchParams {
  const { growth, postsAYear, years, pooling } = address;
  const params = new URLSearchParams();
  if (growth !== DEFAULT_DEMAND.growth) params.set('hausse', GROWTH_WORDS[growth]);
  if (postsAYear !== DEFAULT_DEMAND.postsAYear) params.set('postes', String(postsAYear));
  writeCapacity(params, address);
  if (years !== DEFAULT_DEMAND.years) params.set('ans', String(years));
  writePoolingSettings(params, pooling);
  return params;
}
