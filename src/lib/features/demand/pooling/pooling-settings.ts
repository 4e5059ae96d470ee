// Hypotheses of the comparison that a reader sets, and their words in a link.
import type { RoadSettings } from '$lib/model/travel/travel-settings.ts';
import { POST_STEPS, type PostSteps } from '$lib/engines/demand/index.ts';
import { addressCodec, param, type AddressTable, type Kind } from '$lib/session/kit/address-codec.ts';
import { writeRoad } from '$lib/session/decision/decision-link.ts';
import { percentKind } from '$lib/session/kit/address-settings.ts';
import { partAddress } from '../shown-part.ts';

export interface PoolingSettings {
  /** Smallest part of a post that can be created: steps in a full-time post. */
  steps: PostSteps;
  /** Load of a post, more or less than today, 0 to 1. */
  spread: number;
  /** Greatest part of an action's cost that each commune alone pays again. */
  fixedShare: number;
  /** Greatest discount that the common volume obtains. */
  discount: number;
}

/** Assumptions, that the service is to validate. */
export const DEFAULT_POOLING: PoolingSettings = { steps: 10, spread: 0.1, fixedShare: 0.1, discount: 0.1 };

/** In percent. */
export const POOLING_LIMITS = {
  spread: { min: 0, max: 30, step: 1 },
  fixedShare: { min: 0, max: 50, step: 1 },
  discount: { min: 0, max: 30, step: 1 }
} as const;

const STEP_WORDS: Readonly<Record<PostSteps, string>> = { 1: 'entiers', 2: 'demis', 10: 'dixiemes' };
const steps: Kind<PostSteps> = {
  parse: (text) => POST_STEPS.find((one) => STEP_WORDS[one] === text) ?? null,
  format: (one) => STEP_WORDS[one]
};
const share = (key: keyof typeof POOLING_LIMITS, name: string) =>
  param(name, percentKind(POOLING_LIMITS[key]), DEFAULT_POOLING[key]);

export const POOLING_PARAMS: AddressTable<PoolingSettings, void> = {
  steps: param('postes-par', steps, DEFAULT_POOLING.steps),
  spread: share('spread', 'ecart'),
  fixedShare: share('fixedShare', 'part-fixe'),
  discount: share('discount', 'remise')
};
export const poolingAddress = addressCodec(POOLING_PARAMS);

/** Address of the step of a story that shows the comparison. @param road that of every page */
export function poolingStepAddress(settings: PoolingSettings, road: RoadSettings): string {
  const params = poolingAddress.write(settings);
  writeRoad(params, road);
  return partAddress('mutualisation', params);
}
