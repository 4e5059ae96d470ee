// Keeps the address bar and a page's state in sync, both ways: a settled choice is one entry of the history, so that Back undoes it. Place and year follow
// from page to page.
import { onMount, untrack } from 'svelte';
import { afterNavigate, pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { decision } from './decision/decision.svelte.ts';
import { isSaid, type FollowedFilter } from './decision/decision-link.ts';
import { paramsNow } from './kit/address-codec';
import { withTerritory } from './territory-link.ts';

interface Addressed {
  read(params: URLSearchParams): void;
  write(): URLSearchParams;
}

/** Writing the address takes longer than applying a filter: it runs after the result is shown. */
const AFTER_FRAME_MS = 100;
/** Changes closer than this are one choice: a slider that is dragged, a word that is typed. */
const SETTLED_MS = 1000;
const TOUCHES = ['pointerdown', 'keydown', 'input'] as const;

/**
 * The step of a story that the page was opened from is kept in the address, so that the link back survives a reload; so is the territory that was
 * opened by its name.
 */
function withStep(params: URLSearchParams): string {
  const step = page.url.searchParams.get('seance');
  if (step !== null) params.set('seance', step);
  return withTerritory(params).toString();
}

/**
 * To be called once in a page that shows the state.
 * @param filters of the page among those that follow the reader
 */
export function addressSync(state: Addressed, filters: readonly FollowedFilter[] = []): void {
  const inUse = decision();
  const { pathname } = page.url;
  let isRead = $state(false);
  /** The query of the state that was read; null once the reader has changed it. */
  let asRead: string | null = null;
  /** The reader has touched the page since: what changes of itself is no choice. */
  let touched = false;
  /** When a choice was last written. */
  let written = 0;
  /** The query of the address that was last read or written. */
  let seen = '';
  const write = () => untrack(() => state.write());
  const take = (params: URLSearchParams) => {
    seen = location.search;
    state.read(params);
    asRead = withStep(write());
    touched = false;
    written = 0;
    isRead = true;
  };
  // The address bar is newer than the router's page: what it says is what Back, Forward and a reload bring.
  const takeAsIs = () => {
    take(paramsNow());
    inUse.chooseFilters(write(), filters);
  };
  // The router looks for a link's fragment again once the page is there: the same event, with nothing new to read.
  const onpopstate = () => {
    if (location.pathname === pathname && location.search !== seen) takeAsIs();
  };
  const ontouch = () => (touched = true);
  afterNavigate(({ type }) => {
    if (type === 'enter' || type === 'popstate') return takeAsIs();
    const said = paramsNow();
    take(inUse.followed(said, filters));
    inUse.chooseFilters(
      write(),
      filters.filter((filter) => isSaid(said, filter))
    );
  });
  onMount(() => {
    // A page mounted again because the language changed gets no navigation event.
    take(paramsNow());
    addEventListener('popstate', onpopstate);
    for (const type of TOUCHES) addEventListener(type, ontouch, { capture: true });
    return () => {
      removeEventListener('popstate', onpopstate);
      for (const type of TOUCHES) removeEventListener(type, ontouch, { capture: true });
    };
  });
  $effect(() => {
    const params = state.write();
    if (!isRead) return;
    const query = withStep(params);
    if (query !== asRead) {
      asRead = null;
      untrack(() => inUse.chooseFilters(params, filters));
    }
    if (query === location.search.slice(1)) return;
    const timer = setTimeout(() => {
      const address = `${location.pathname}${query ? `?${query}` : ''}${location.hash}`;
      const now = Date.now();
      const isChoice = asRead === null && touched && now - written >= SETTLED_MS;
      if (isChoice) pushState(address, page.state);
      else replaceState(address, page.state);
      seen = location.search;
      if (asRead === null) written = now;
    }, AFTER_FRAME_MS);
    return () => clearTimeout(timer);
  });
}
