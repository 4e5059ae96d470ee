// A story for a council: a few views of the site, each with a title and a text, told in order.

export interface StoryStep {
  /** A view of the site: its path and its query, `/evolution?de=2021-2022`. */
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
/** Characters. */
export const TITLE_LIMIT = 120;
export const TEXT_LIMIT = 1200;

/** Pages that a step may show. */
export const STORY_PAGES = [
  '/',
  '/ecoles',
  '/evolution',
  '/programme',
  '/secteurs',
  '/deplacements'
] as const;
export type StoryPage = (typeof STORY_PAGES)[number];

export interface StoryAddress {
  page: StoryPage;
  params: URLSearchParams;
}

const HERE = 'http://site.invalid';

/**
 * The page and the filters of an address, whole (`https://…/maillage/evolution?de=…`) or from the site's root.
 *
 * @param base where the site stands on its host, `` or `/maillage`
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
  const page = STORY_PAGES.find((known) => known === bare);
  if (!page || text.trim() === '') return null;
  url.searchParams.delete('seance');
  return { page, params: url.searchParams };
}

export function writeStoryAddress({ page, params }: StoryAddress): string {
  const query = params.toString();
  return `${page}${query ? `?${query}` : ''}`;
}

/** Without control characters, those of lines apart, and no longer than `limit`. */
export const tidyText = (text: string, limit: number): string =>
  [...text]
    .map((letter) => (letter < ' ' && letter !== '\n' ? ' ' : letter))
    .join('')
    .trim()
    .slice(0, limit);
