// Proportions of fictitious dossiers, by weight: those of the country where the annual survey on 2021 tells them (sexes, profiles 2 and 3 together). Said to
// be fictitious wherever they are shown.
import type { NeedProfile, Origin, Sex } from './case-details.ts';

export type Weighted<Value> = readonly (readonly [value: Value, weight: number])[];

export const FICTITIOUS_DETAILS: {
  sexes: Weighted<Sex>;
  origins: Weighted<Origin>;
  profiles: Weighted<NeedProfile>;
  reasons: Weighted<string>;
  exitReasons: Weighted<string>;
} = {
  sexes: [
    ['M', 582],
    ['F', 418]
  ],
  origins: [
    ['school', 62],
    ['social-services', 15],
    ['family', 12],
    ['health', 7],
    ['other', 4]
  ],
  profiles: [
    [1, 13],
    [2, 45],
    [3, 32],
    [4, 10]
  ],
  reasons: [
    ['difficultés scolaires', 34],
    ['soutien à la parentalité', 22],
    ['comportement', 16],
    ['langage', 12],
    ['santé', 9],
    ['absentéisme', 7]
  ],
  exitReasons: [
    ['objectifs atteints', 52],
    ['déménagement', 18],
    ['réorientation', 15],
    ['souhait de la famille', 15]
  ]
};
