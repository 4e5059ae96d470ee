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
/** Limits of the schools of a post, and of the years in which the queue is to be cleared. */
export const SCHOOLS_PER_POST = { least: 1, most: 40 };
export const YEARS_TO_CLEAR = [1, 2, 3, 4] as const;

export interface DemandAddress {
  growth: Growth;
  postsAYear: number;
  /** null: as many as today. */
  schoolsPerPost: number | null;
  years: number;
  /** Hypotheses of the comparison with each commune alone. */
  pooling: PoolingSettings;
}

export const DEFAULT_DEMAND: DemandAddress = {
  growth: 'slowing',
  postsAYear: 0,
  schoolsPerPost: null,
  years: 3,
  pooling: DEFAULT_POOLING
};

const GROWTH_WORDS: Record<Growth, string> = { slowing: 'ralentie', steady: 'constante', none: 'nulle' };

/** A number of the address, written with a point or a comma; NaN when it is none. */
const numberOf = (text: string | null): number =>
  text === null || text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));

export function readDemandAddress(params: URLSearchParams): DemandAddress {
  const [posts, schools, years] = ['postes', 'ecoles', 'ans'].map((word) => numberOf(params.get(word)));
  const { least, most } = SCHOOLS_PER_POST;
  return {
    growth: GROWTHS.find((one) => GROWTH_WORDS[one] === params.get('hausse')) ?? DEFAULT_DEMAND.growth,
    postsAYear: POSTS_A_YEAR.find((one) => one === posts) ?? DEFAULT_DEMAND.postsAYear,
    schoolsPerPost: schools! >= least && schools! <= most ? schools! : null,
    years: YEARS_TO_CLEAR.find((one) => one === years) ?? DEFAULT_DEMAND.years,
    pooling: readPoolingSettings(params)
  };
}

export function writeDemandAddress({
  growth,
  postsAYear,
  schoolsPerPost,
  years,
  pooling
}: DemandAddress): URLSearchParams {
  const params = new URLSearchParams();
  if (growth !== DEFAULT_DEMAND.growth) params.set('hausse', GROWTH_WORDS[growth]);
  if (postsAYear !== DEFAULT_DEMAND.postsAYear) params.set('postes', String(postsAYear));
  if (schoolsPerPost !== null) params.set('ecoles', String(schoolsPerPost));
  if (years !== DEFAULT_DEMAND.years) params.set('ans', String(years));
  writePoolingSettings(params, pooling);
  return params;
}
