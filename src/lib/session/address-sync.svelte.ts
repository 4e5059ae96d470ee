// Keeps the address bar and the state of the page in step, both ways, without adding to the history at each filter.
import { onMount } from 'svelte';
import { afterNavigate, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { paramsNow } from './address-now';

interface Addressed {
  read(params: URLSearchParams): void;
  write(): URLSearchParams;
}

/** Writing the address holds the browser up for longer than the answer of a filter: it waits until that is shown. */
const AFTER_FRAME_MS = 100;

/** The step of a story that a page was opened from stays in its address, so that a page read again finds its way back. */
function withStep(params: URLSearchParams): string {
  const step = page.url.searchParams.get('seance');
  if (step !== null) params.set('seance', step);
  return params.toString();
}

/** Call once in a page that shows the state. */
export function addressSync(state: Addressed): void {
  let read = $state(false);
  const take = (params: URLSearchParams) => {
    state.read(params);
    read = true;
  };
  afterNavigate(() => take(page.url.searchParams));
  // A page that another language brings anew is not navigated to.
  onMount(() => take(paramsNow()));
  $effect(() => {
    const query = withStep(state.write());
    if (!read || query === location.search.slice(1)) return;
    const writing = setTimeout(
      () => replaceState(`${location.pathname}${query ? `?${query}` : ''}${location.hash}`, page.state),
      AFTER_FRAME_MS
    );
    return () => clearTimeout(writing);
  });
}
