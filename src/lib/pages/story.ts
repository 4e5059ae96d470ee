// A council story: views of the site in order, each with a title and a text.
import { FORMER_ADDRESSES, pageAt, queryNow } from './register.ts';
import { STORY_PAGES, type StoryPage } from './views.ts';

export interface StoryStep {
  /** A view of the site: its path and its query, `/page?lieu=59606`; the plan in the fragment where the page holds one. */
  address: string;
  title: string;
  text: string;
}

export interface Story {
  title: string;
  steps: StoryStep[];
}

export const FEWEST_STEPS = 5;
export const MOST_STEPS = 8;
/** Maximum lengths, characters. */
export const TITLE_LIMIT = 120;
export const TEXT_LIMIT = 1200;

interface StoryAddress {
  page: StoryPage;
  params: URLSearchParams;
  /** `#plan=…` where the page holds one; empty elsewhere. */
  fragment: string;
}

const HERE = 'http://site.invalid';
/** A plan as in the fragment of the sectors page: territory, one character a school, one character a post. */
const PLAN = /^#plan=[\w.-]{1,8000}$/;

/**
 * Page and filters of an address, of a former version too, absolute (`https://…/maillage/?moment=evolution&de=…`) or relative to the site's root.
 *
 * @param base path of the site on its host, `` or `/maillage`
 * @returns null for a page that a story cannot show
 */
export function readStoryAddress(text: string, base = ''): StoryAddress | null {
  let url: URL;
  try {
    url = new URL(text.trim(), HERE);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const path = base !== '' && url.pathname.startsWith(base) ? url.pathname.slice(base.length) : url.pathname;
  const bare = path.replace(/(\/index)?\.html$/, '').replace(/\/$/, '') || '/';
  const former = FORMER_ADDRESSES[bare];
  const page = STORY_PAGES.find((known) => known === (former?.to ?? bare));
  if (!page || text.trim() === '') return null;
  const params = former ? queryNow(url.searchParams, former) : url.searchParams;
  params.delete('seance');
  const fragment = pageAt(page)?.planInFragment && PLAN.test(url.hash) ? url.hash : '';
  return { page, params, fragment };
}

export function writeStoryAddress({ page, params, fragment }: StoryAddress): string {
  const query = params.toString();
  return `${page}${query ? `?${query}` : ''}${fragment}`;
}

/** Address of a step's live page, with a parameter for the way back to the step. */
export function liveAddress(address: string, step: number): string {
  const [view = '', fragment] = address.split('#');
  return `${view}${view.includes('?') ? '&' : '?'}seance=${step}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** Without control characters other than line breaks, cut to `limit`. */
export const tidyText = (text: string, limit: number): string =>
  [...text]
    .map((letter) => (letter < ' ' && letter !== '\n' ? ' ' : letter))
    .join('')
    .trim()
    .slice(0, limit);
