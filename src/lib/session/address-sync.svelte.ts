// Keeps the address bar and a page's state in sync, both ways, without adding to the history at each filter.
import { onMount } from 'svelte';
import { afterNavigate, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { paramsNow } from './kit/address-codec';

interface Addressed {
  read(params: URLSearchParams): void;
  write(): URLSearchParams;
}

/** `replaceState` takes longer than applying a filter: it runs after the result is shown. */
const AFTER_FRAME_MS = 100;

/** The step of a story that the page was opened from is kept in the address, so that the link back survives a reload. */
function withStep(params: URLSearchParams): string {
  const step = page.url.searchParams.get('seance');
  if (step !== null) params.set('seance', step);
  return params.toString();
}

/** To be called once in a page that shows the state. */
export function addressSync(state: Addressed): void {
  let isRead = $state(false);
  const take = (params: URLSearchParams) => {
    state.read(params);
    isRead = true;
  };
  afterNavigate(() => take(page.url.searchParams));
  // A page mounted again because the language changed gets no navigation event.
  onMount(() => take(paramsNow()));
  $effect(() => {
    const query = withStep(state.write());
    if (!isRead || query === location.search.slice(1)) return;
    const timer = setTimeout(
      () => replaceState(`${location.pathname}${query ? `?${query}` : ''}${location.hash}`, page.state),
      AFTER_FRAME_MS
    );
    return () => clearTimeout(timer);
  });
}
