// Hypotheses of the comparison that a reader sets, and their words in a link.
import { POST_STEPS, type PostSteps } from '$lib/engines/demand/index.ts';

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
export const DEFAULT_POOLING: PoolingSettings = { steps: 2, spread: 0.1, fixedShare: 0.1, discount: 0.1 };

/** In percent. */
export const POOLING_LIMITS: Readonly<
  Record<Exclude<keyof PoolingSettings, 'steps'>, { min: number; max: number; step: number }>
> = {
  spread: { min: 0, max: 30, step: 1 },
  fixedShare: { min: 0, max: 50, step: 1 },
  discount: { min: 0, max: 30, step: 1 }
};

const STEP_WORDS: Readonly<Record<PostSteps, string>> = { 1: 'entiers', 2: 'demis', 10: 'dixiemes' };
const SHARE_WORDS = { spread: 'ecart', fixedShare: 'part-fixe', discount: 'remise' } as const;

/** @param params of a link; what it does not say, or says out of bounds, is as usual */
export function readPoolingSettings(params: URLSearchParams): PoolingSettings {
  const settings = { ...DEFAULT_POOLING };
  settings.steps =
    POST_STEPS.find((steps) => STEP_WORDS[steps] === params.get('postes-par')) ?? settings.steps;
  for (const key of ['spread', 'fixedShare', 'discount'] as const) {
    const text = params.get(SHARE_WORDS[key]);
    const { min, max } = POOLING_LIMITS[key];
    const value = text !== null && /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) settings[key] = value / 100;
  }
  return settings;
}

/** Adds to a link what is not as usual. */
export function writePoolingSettings(params: URLSearchParams, settings: PoolingSettings): void {
  if (settings.steps !== DEFAULT_POOLING.steps) params.set('postes-par', STEP_WORDS[settings.steps]);
  for (const key of ['spread', 'fixedShare', 'discount'] as const) {
    const shown = Math.round(100 * settings[key]);
    if (shown !== Math.round(100 * DEFAULT_POOLING[key])) params.set(SHARE_WORDS[key], String(shown));
  }
}

/** What a story shows of the page Avenir. */
export const POOLING_STEP = 'mutualisation';

/** Address of the step of a story that shows the comparison. */
export function poolingStepAddress(settings: PoolingSettings): string {
  const params = new URLSearchParams({ montre: POOLING_STEP });
  writePoolingSettings(params, settings);
  return `/avenir?${params}`;
}
