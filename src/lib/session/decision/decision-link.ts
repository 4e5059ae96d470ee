// What a link holds of the decision in use: the same parameters on every page.
import type { PlaceRef } from '$lib/model/place.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import type { KeptDecision } from '$lib/storage/kept-decision.ts';

const SPLIT = 'repartition';
const POSTS = 'postes';
const COST = 'cout';
/** In place of an amount: that of the service's sheet. */
const SHEET = 'fiche';

/** Links of former versions held the code in their fragment. */
const FRAGMENT = /^#plan=([\w.-]+)$/;

/** What a link says of the decision; null where it says nothing: code of its répartition, posts asked, cost of a post. */
export function readDecisionLink({ searchParams, hash }: Pick<URL, 'searchParams' | 'hash'>) {
  const [posts, cost] = [searchParams.get(POSTS), searchParams.get(COST)];
  const numberOf = (text: string) => Number(text.replace(',', '.'));
  return {
    code: searchParams.get(SPLIT) ?? FRAGMENT.exec(hash)?.[1] ?? null,
    posts: posts === null ? null : numberOf(posts),
    cost: cost === null ? null : cost === SHEET ? ('sheet' as const) : numberOf(cost)
  };
}

/** A view of a répartition, as a step of a story holds it. @param code of the répartition */
export const withSplit = (address: string, code: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${SPLIT}=${code}`;

/** The parameters of a link, with the decision in use. @param code of the répartition; null for today's */
export function withDecision(
  params: URLSearchParams,
  code: string | null,
  { means, cost }: Pick<KeptDecision, 'means' | 'cost'>
): URLSearchParams {
  const all = new URLSearchParams(params);
  if (code !== null) all.set(SPLIT, code);
  if (means) all.set(POSTS, String(means.posts));
  if (cost !== null) all.set(COST, cost === 'sheet' ? SHEET : String(cost));
  return all;
}

/** An address without the decision: it is read once, then kept by the tab. */
export function withoutDecision(address: URL): URL {
  const rest = new URL(address);
  rest.searchParams.delete(SPLIT);
  rest.searchParams.delete(POSTS);
  rest.searchParams.delete(COST);
  if (FRAGMENT.test(rest.hash)) rest.hash = '';
  return rest;
}

/** Filters that follow the reader from page to page, and their parameters: the same on each page that has them. */
export const FILTERS = { place: 'lieu', year: 'annee' } as const;
export type FollowedFilter = keyof typeof FILTERS;

/** The parameters of a page that is opened: the filters in use follow, where its own link says nothing of them. */
export function withFilters(
  params: URLSearchParams,
  inUse: { place: PlaceRef | null; year: SchoolYear | null },
  filters: readonly FollowedFilter[]
): URLSearchParams {
  const all = new URLSearchParams(params);
  const values = { place: inUse.place?.code, year: inUse.year };
  for (const filter of filters) {
    const [name, value] = [FILTERS[filter], values[filter]];
    if (value && !all.has(name)) all.set(name, value);
  }
  return all;
}
