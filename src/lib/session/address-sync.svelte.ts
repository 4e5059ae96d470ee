// Keeps the address bar and a page's state in sync, both ways, without adding to the history at each filter.
import { onMount } from 'svelte';
import { afterNavigate, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { paramsNow } from './address-params';

interface Addressed {
  read(params: URLSearchParams): void;
  write(): URLSearchParams;
}

/** `replaceState` takes longer than answering a filter: it waits until the answer is shown. */
const AFTER_FRAME_MS = 100;

/** The step of a story that a page was opened from stays in its address: after a reload, the way back is still shown. */
function withStep(params: URLSearchParams): string {
  const step = page.url.searchParams.get('seance');
  if (step !== null) params.set('seance', step);
  return params.toString();
}

/** Call once in a page that shows the state. */
export function addressSync(state: Addressed): void {
  let isRead = $state(false);
  const take = (params: URLSearchParams) => {
    state.read(params);
    isRead = true;
  };
  afterNavigate(() => take(page.url.searchParams));
  // A page mounted again because the language changed is not navigated to.
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
