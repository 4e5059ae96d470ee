// What the link holds of the places of new posts: how much referents are kept. Posts asked and their cost are the decision's.
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { words } from '$lib/session/kit/address-kinds.ts';

/** What weighs when a year is shared out: the road alone, or pupils who change referent as well. */
export const CONTINUITIES = ['road', 'both', 'pupils'] as const;
export type Continuity = (typeof CONTINUITIES)[number];

/** Tenths of a minute a week of road that keeping one pupil's referent is worth. */
export const STABILITY: Record<Continuity, number> = { road: 0, both: 2, pupils: 5 };

export interface RouteAddress {
  continuity: Continuity;
}

export const routeAddress = addressCodec<RouteAddress>({
  continuity: param('garder', words({ road: 'trajets', both: 'deux', pupils: 'eleves' }), 'both')
});
export const DEFAULT_ROUTE: RouteAddress = routeAddress.usual();

/** Posts of each year in a link of before, « 6,5-7-7,5-8 »: those of the last one, beyond today's, are what it asks. */
export function formerPosts(params: URLSearchParams, team: number): number | null {
  const last = params.get('annees')?.split('-').at(-1)?.replace(',', '.') ?? '';
  const posts = last === '' ? Number.NaN : Number(last);
  return Number.isFinite(posts) ? Math.max(0, Math.round(2 * (posts - team)) / 2) : null;
}
