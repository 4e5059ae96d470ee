// What a link holds of the decision in use: the same parameters on every page.
import { numberIn } from '$lib/session/kit/address-kinds.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import {
  isUsualRoad,
  ROAD_SETTINGS,
  USUAL_ROAD,
  withinLimits,
  type RoadSettings
} from '$lib/model/travel/travel-settings.ts';
import type { KeptDecision } from '$lib/storage/kept-decision.ts';

const SPLIT = 'repartition';
const POSTS = 'postes';
const COST = 'cout';
/** The road's settings, as the address of Déplacements has them. */
export const ROAD_WORDS: Readonly<Record<keyof RoadSettings, string>> = {
  outings: 'sorties',
  parkingMinutes: 'stationnement',
  peak: 'pointe',
  homeMetres: 'rayon'
};
const ROAD_PAGE = /\/deplacements\/?$/;
/** In place of an amount: that of the service's sheet. */
const SHEET = 'fiche';

/** Links of former versions held the code in their fragment. */
const FRAGMENT = /^#plan=([\w.-]+)$/;

/** What a link says of the decision; null where it says nothing: code of its répartition, posts asked, cost of a post, road. */
export function readDecisionLink({ searchParams, hash }: Pick<URL, 'searchParams' | 'hash'>) {
  const [posts, cost] = [searchParams.get(POSTS), searchParams.get(COST)];
  const numberOf = (text: string) => Number(text.replace(',', '.'));
  return {
    code: searchParams.get(SPLIT) ?? FRAGMENT.exec(hash)?.[1] ?? null,
    posts: posts === null ? null : numberOf(posts),
    cost: cost === null ? null : cost === SHEET ? ('sheet' as const) : numberOf(cost),
    road: isSaid(searchParams, 'road') ? roadOf(searchParams) : null
  };
}

/** A view of a répartition, as a step of a story holds it. @param code of the répartition */
export const withSplit = (address: string, code: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${SPLIT}=${code}`;

/** The parameters of a link, with the decision in use. @param code of the répartition; null for today's */
export function withDecision(
  params: URLSearchParams,
  code: string | null,
  { means, cost, road }: Pick<KeptDecision, 'means' | 'cost' | 'road'>
): URLSearchParams {
  const all = new URLSearchParams(params);
  if (code !== null) all.set(SPLIT, code);
  if (means) all.set(POSTS, String(means.posts));
  if (cost !== null) all.set(COST, cost === 'sheet' ? SHEET : String(cost));
  writeRoad(all, road);
  return all;
}

/** An address without the decision: it is read once, then kept by the tab. The road stays in that of its own page. */
export function withoutDecision(address: URL): URL {
  const rest = new URL(address);
  rest.searchParams.delete(SPLIT);
  rest.searchParams.delete(POSTS);
  rest.searchParams.delete(COST);
  if (!ROAD_PAGE.test(rest.pathname))
    for (const name of Object.values(ROAD_WORDS)) rest.searchParams.delete(name);
  if (FRAGMENT.test(rest.hash)) rest.hash = '';
  return rest;
}

/** Filters that follow the reader from page to page, and their parameters: the same on each page that has them. */
export const FILTERS = { place: 'lieu', year: 'annee' } as const;
/** `road` is followed by all its parameters. */
export type FollowedFilter = keyof typeof FILTERS | 'road';

/** Whether an address says something of a filter. */
export const isSaid = (params: URLSearchParams, filter: FollowedFilter): boolean =>
  filter === 'road'
    ? Object.values(ROAD_WORDS).some((name) => params.has(name))
    : params.has(FILTERS[filter]);

/** The road of an address, the usual one where it says nothing. */
export function roadOf(params: URLSearchParams): RoadSettings {
  const read = <Key extends keyof RoadSettings>(setting: Key): number | RoadSettings[Key] => {
    const value = numberIn(params.get(ROAD_WORDS[setting]) ?? '');
    return Number.isFinite(value) ? withinLimits(setting, value) : USUAL_ROAD[setting];
  };
  return {
    outings: read('outings'),
    parkingMinutes: read('parkingMinutes'),
    peak: read('peak'),
    homeMetres: read('homeMetres')
  };
}

/** Puts a road that is not the usual one in an address. */
export function writeRoad(params: URLSearchParams, road: RoadSettings | null): void {
  if (road === null || isUsualRoad(road)) return;
  for (const setting of ROAD_SETTINGS)
    if (road[setting] !== USUAL_ROAD[setting]) params.set(ROAD_WORDS[setting], String(road[setting]));
}

/** The parameters of a page that is opened: the filters in use follow, where its own link says nothing of them. */
export function withFilters(
  params: URLSearchParams,
  inUse: { place: PlaceRef | null; year: SchoolYear | null; road: RoadSettings },
  filters: readonly FollowedFilter[]
): URLSearchParams {
  const all = new URLSearchParams(params);
  const values = { place: inUse.place?.code, year: inUse.year };
  for (const filter of filters) {
    if (isSaid(params, filter)) continue;
    if (filter === 'road') writeRoad(all, inUse.road);
    else if (values[filter]) all.set(FILTERS[filter], values[filter]);
  }
  return all;
}
