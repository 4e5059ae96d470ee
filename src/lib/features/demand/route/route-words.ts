// Words of the route: posts, places, years, what is proven.
import type { RouteYearPlan } from '$lib/engines/route/index.ts';
import { decimal, duration, integer, numberWord, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName, postName } from '$lib/i18n/place-names.ts';
import { inCommune } from '$lib/i18n/terms.ts';
import { ROUTE_YEARS } from './route-address.ts';
import type { Estimate, RouteColumn, RouteState } from './route-state.svelte.ts';

/** « 6,5 » */
export const fteText = (posts: number): string =>
  Number.isInteger(posts) ? integer(posts) : decimal(posts, Number.isInteger(posts * 10) ? 1 : 2);

/** Number of a post, as its square bears it. */
export const postNumber = (id: string): string => /\d+$/.exec(id)?.[0] ?? '';

/** « Référent 4 », « Poste 7 » when it is a new one. */
export const openingPosts = ({ file }: RouteState, id: string): string =>
  file.posts.some((post) => post.id === id) ? postName(id) : m.route_new_post({ number: postNumber(id) });

export const roadText = ({ road, isSampled }: Pick<RouteColumn, 'road' | 'isSampled'>): string =>
  road === null ? '–' : `${isSampled ? '' : '≈\u202f'}${duration(Math.round(road))}`;

/** « onze » */
export const waitingWords = (count: number): string => numberWord(count, 'feminine');

export const titleWords = (count: number): string => m.route_title({ count, words: waitingWords(count) });

export const openingWords = ({ plan, opened, label }: RouteColumn, first: string): string =>
  label === first && plan === null
    ? m.route_today()
    : opened.length === 0
      ? m.route_opens_none()
      : m.route_opens({ count: opened.length, shown: integer(opened.length) });

/** Where each new post is, in the order of their numbers: « Bases proposées : poste 7 à Beuvrages, poste 8 à Vieux-Condé. »; null without any. */
function baseSentence(route: RouteState): string | null {
  const bases = new Map(route.columns.flatMap(({ plan }) => Object.entries(plan?.bases ?? {})));
  if (bases.size === 0) return null;
  const list = [...bases].map(([post, base]) =>
    m.route_base_at({ number: postNumber(post), place: inCommune(placeName(route.dashboard, base)) })
  );
  return m.route_bases({ count: bases.size, list: list.join(', ') });
}

/** Schools that will have asked by the last year, of which the openings hold none; null where unknown. */
const newRequestsWords = (route: RouteState, estimate: Estimate | null): string | null =>
  estimate &&
  m.route_sentence_requests({
    count: Math.round(estimate.value),
    year: route.columns.at(-1)?.label ?? '',
    value: integer(estimate.value),
    low: integer(estimate.low),
    high: integer(estimate.high)
  });

/** The openings in a few sentences: schools followed, those that will ask meanwhile, where posts are based. */
export const routeSentences = (route: RouteState, estimate: Estimate | null): string =>
  [routeSentence(route), newRequestsWords(route, estimate), baseSentence(route)]
    .filter((text) => text !== null)
    .join(' ');

/** What the map of a year shows, read aloud. */
export const mapWords = (route: RouteState, column: RouteColumn): string =>
  [
    column.label,
    openingWords(column, route.firstYear),
    m.route_still_waiting({ count: column.waiting.length, shown: integer(column.waiting.length) }),
    ...Object.entries(column.plan?.bases ?? {}).map(([post, base]) =>
      m.route_base({ post: openingPosts(route, post), place: inCommune(placeName(route.dashboard, base)) })
    )
  ].join(', ');

/** The sentence above the maps. */
function routeSentence(route: RouteState): string {
  const last = route.columns.at(-1)!;
  const all = route.route.waiting.length;
  const opened = all - last.waiting.length;
  const posts = m.route_posts({ count: last.posts, shown: fteText(last.posts) });
  if (opened === 0) return m.route_sentence_none({ posts, year: last.label });
  const count = opened;
  if (last.waiting.length === 0) {
    const done = route.columns.find(({ waiting }) => waiting.length === 0)!;
    return m.route_sentence_all({
      posts: m.route_posts({ count: done.posts, shown: fteText(done.posts) }),
      year: done.label,
      words: waitingWords(all),
      count
    });
  }
  return m.route_sentence_some({
    posts,
    year: last.label,
    count,
    opened: waitingWords(opened),
    all: waitingWords(all),
    left: waitingWords(last.waiting.length)
  });
}

const isProven = ({ status }: RouteYearPlan) => status === 'optimal';

/** What is proven of the years on screen, and what is not. */
export function proofWords(route: RouteState): string[] {
  const { plans, coupled, settled } = route;
  if (!plans) return [];
  const proven = plans.slice(0, settled).filter(isProven).length;
  const years =
    proven === ROUTE_YEARS
      ? m.route_proof_all()
      : m.route_proof_some({ count: proven, proven: integer(proven), all: integer(ROUTE_YEARS) });
  const together =
    coupled?.gap === null || coupled?.gap === undefined
      ? []
      : [
          coupled.gap < 0.0005
            ? m.route_proof_together_none()
            : m.route_proof_together({ gap: percent(Math.ceil(coupled.gap * 1000) / 1000, 1) })
        ];
  return [years, m.route_proof_choice(), ...together];
}

/** Why a year has no plan. */
export function missingPlanWords(route: RouteState): string[] {
  return route.columns.flatMap(({ label, plan, posts }) => {
    if (!plan || plan.objective !== null) return [];
    if (posts === 0) return [m.route_year_nobody({ year: label })];
    return [
      plan.status === 'unknown'
        ? m.route_year_unknown({ year: label })
        : m.route_year_infeasible({ year: label })
    ];
  });
}
