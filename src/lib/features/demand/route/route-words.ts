// Words of the route: posts, places, years, what is proven.
import type { RouteYearPlan } from '$lib/engines/route/index.ts';
import { postNumber } from '$lib/i18n/place-names.ts';
import { duration, integer, numberWord, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName, postName } from '$lib/i18n/place-names.ts';
import { inCommune } from '$lib/i18n/terms.ts';
import type { RouteColumn, RouteState } from './route-state.svelte.ts';

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

/** Where the new posts are based; nothing before a plan is known. */
export const placesSentence = (route: RouteState): string => baseSentence(route) ?? m.route_bases_none();

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

const isProven = ({ status }: RouteYearPlan) => status === 'optimal';

/** What is proven of the years on screen, and what is not. */
export function proofWords(route: RouteState): string[] {
  const { plans, coupled, settled } = route;
  if (!plans) return [];
  const proven = plans.slice(0, settled).filter(isProven).length;
  const years =
    proven === plans.length
      ? m.route_proof_all()
      : m.route_proof_some({ count: proven, proven: integer(proven), all: integer(plans.length) });
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
