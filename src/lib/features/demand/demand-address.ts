// The address of the page: hypotheses chosen by the reader. Only what differs from the default is written.
import { addressCodec, group, param, type AddressTable, type Kind } from '$lib/session/kit/address-codec.ts';
import { numberWithin, words } from '$lib/session/kit/address-kinds.ts';
import { POOLING_PARAMS, type PoolingSettings } from './pooling/pooling-settings.ts';

/** What becomes of the growth in the number of children. */
export const GROWTHS = ['slowing', 'steady', 'none'] as const;
export type Growth = (typeof GROWTHS)[number];

/** Full-time posts created each year; -1: one that is not replaced. */
export const POSTS_A_YEAR = [-1, 0, 0.5, 1, 1.5, 2] as const;
/** Limits of the schools of a post, and of the minutes a week that a school asks. */
export const SCHOOLS_PER_POST = { min: 1, max: 40 };
export const MINUTES_PER_SCHOOL = { min: 5, max: 2400 };
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

const GROWTH_WORDS: Record<Growth, string> = { slowing: 'ralentie', steady: 'constante', none: 'nulle' };

const oneNumberOf = (values: readonly number[]): Kind<number> =>
  numberWithin({ min: -Infinity, max: Infinity }, (value) => (values.includes(value) ? value : null));

const CAPACITY: AddressTable<CapacityChoice, void> = {
  schoolsPerPost: param('ecoles', numberWithin(SCHOOLS_PER_POST), null),
  minutesPerSchool: param('temps', numberWithin(MINUTES_PER_SCHOOL), null)
};
export const capacityParams = group(CAPACITY);

export const demandAddress = addressCodec<DemandAddress>(
  {
    growth: param('hausse', words(GROWTH_WORDS), 'slowing'),
    postsAYear: param('postes', oneNumberOf(POSTS_A_YEAR), 0),
    ...CAPACITY,
    years: param('ans', oneNumberOf(YEARS_TO_CLEAR), 3),
    pooling: group(POOLING_PARAMS)
  },
  // Schools a post; else minutes a school.
  (address) => (address.schoolsPerPost === null ? address : { ...address, minutesPerSchool: null })
);

export const DEFAULT_DEMAND: DemandAddress = demandAddress.usual();
