// What the link holds of the route: posts of each year, cost of a post, growth of the work, how much referents are kept. Only what differs from the default is written.
import { addressCodec, param, type Kind } from '$lib/session/kit/address-codec.ts';
import { numberWithin, words } from '$lib/session/kit/address-kinds.ts';

/** What weighs when a year is split: the road alone, or pupils who change referent as well. */
export const CONTINUITIES = ['road', 'both', 'pupils'] as const;
export type Continuity = (typeof CONTINUITIES)[number];

/** Tenths of a minute a week of road that keeping one pupil's referent is worth. */
export const STABILITY: Record<Continuity, number> = { road: 0, both: 2, pupils: 5 };

export interface RouteAddress {
  /** Full-time posts of each coming year; null follows the posts created a year. */
  posts: readonly number[] | null;
  /** Euros a year of a full-time post. */
  cost: number;
  /** Percent a year on the work of followed schools. */
  growth: number;
  continuity: Continuity;
}

export const ROUTE_YEARS = 4;
/** Assumption, to be validated by the service. */
const POST_COST = 52_000;
export const LIMITS = {
  posts: { min: 0, max: 60, step: 0.5 },
  cost: { min: 0, max: 200_000, step: 1000 },
  growth: { min: -50, max: 50, step: 0.5 }
} as const;

/** « 6,5-7-7,5-8 » */
export const yearlyPosts: Kind<readonly number[]> = {
  parse(text) {
    const posts = text.split('-').flatMap((one) => numberWithin(LIMITS.posts).parse(one, null) ?? []);
    return posts.length === ROUTE_YEARS && text.split('-').length === ROUTE_YEARS ? posts : null;
  },
  format: (posts) => posts.map((one) => String(one).replace('.', ',')).join('-')
};

export const routeAddress = addressCodec<RouteAddress>({
  posts: param('annees', yearlyPosts, null),
  cost: param('cout', numberWithin(LIMITS.cost), POST_COST),
  growth: param('charge', numberWithin(LIMITS.growth), 0),
  continuity: param('garder', words({ road: 'trajets', both: 'deux', pupils: 'eleves' }), 'both')
});
export const DEFAULT_ROUTE: RouteAddress = routeAddress.usual();

/** Posts created a year where the page is set to none: a route without a post opens no school. */
const USUAL_POSTS_A_YEAR = 0.5;

/** Posts of each coming year: those of the link, else those created a year added up. */
export const postsByYear = (
  { posts }: Pick<RouteAddress, 'posts'>,
  team: number,
  postsAYear: number
): number[] =>
  posts
    ? [...posts]
    : Array.from(
        { length: ROUTE_YEARS },
        (_, t) => team + (t + 1) * (postsAYear > 0 ? postsAYear : USUAL_POSTS_A_YEAR)
      );
