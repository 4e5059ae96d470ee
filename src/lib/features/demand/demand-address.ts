// The address of the page: growth of the number of children, and the hypotheses of pooling. Only what differs from the default is written; posts asked
// and what one costs are the decision's, which every page shares.
import { addressCodec, group, param } from '$lib/session/kit/address-codec.ts';
import { words } from '$lib/session/kit/address-kinds.ts';
import { POOLING_PARAMS, type PoolingSettings } from './pooling/pooling-settings.ts';

/** What becomes of the growth in the number of children. */
export const GROWTHS = ['slowing', 'steady', 'none'] as const;
export type Growth = (typeof GROWTHS)[number];

export interface DemandAddress {
  growth: Growth;
  /** Hypotheses of the comparison with each commune alone. */
  pooling: PoolingSettings;
}

const GROWTH_WORDS: Record<Growth, string> = { slowing: 'ralentie', steady: 'constante', none: 'nulle' };

export const demandAddress = addressCodec<DemandAddress>({
  growth: param('hausse', words(GROWTH_WORDS), 'slowing'),
  pooling: group(POOLING_PARAMS)
});

export const DEFAULT_DEMAND: DemandAddress = demandAddress.usual();
