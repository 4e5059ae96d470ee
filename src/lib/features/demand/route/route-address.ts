// What the link holds of the route: posts of each year, cost of a post, growth of the work, how much referents are kept. Only what differs from the default is written.

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

export const DEFAULT_ROUTE: RouteAddress = { posts: null, cost: POST_COST, growth: 0, continuity: 'both' };

const WORDS: Record<Continuity, string> = { road: 'trajets', both: 'deux', pupils: 'eleves' };

const within = (text: string | null, { min, max }: { min: number; max: number }): number | null => {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return value >= min && value <= max ? value : null;
};

/** « 6,5-7-7,5-8 » */
const postsText = (posts: readonly number[]): string =>
  posts.map((one) => String(one).replace('.', ',')).join('-');

export function readRouteAddress(params: URLSearchParams): RouteAddress {
  const posts =
    params
      .get('annees')
      ?.split('-')
      .map((one) => within(one, LIMITS.posts)) ?? [];
  const whole = posts.filter((one) => one !== null);
  return {
    posts: whole.length === ROUTE_YEARS && posts.length === ROUTE_YEARS ? whole : null,
    cost: within(params.get('cout'), LIMITS.cost) ?? DEFAULT_ROUTE.cost,
    growth: within(params.get('charge'), LIMITS.growth) ?? DEFAULT_ROUTE.growth,
    continuity: CONTINUITIES.find((one) => WORDS[one] === params.get('garder')) ?? DEFAULT_ROUTE.continuity
  };
}

export function writeRouteAddress({ posts, cost, growth, continuity }: RouteAddress): URLSearchParams {
  const params = new URLSearchParams();
  if (posts) params.set('annees', postsText(posts));
  if (cost !== DEFAULT_ROUTE.cost) params.set('cout', String(cost));
  if (growth !== DEFAULT_ROUTE.growth) params.set('charge', String(growth));
  if (continuity !== DEFAULT_ROUTE.continuity) params.set('garder', WORDS[continuity]);
  return params;
}

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
