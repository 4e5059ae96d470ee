// Keeps the address bar and the state of the page in step, both ways, without adding to the history at each filter.
import { afterNavigate, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { CoverageState } from '$lib/state/coverage.svelte';

/** Call once in a page that shows the coverage state. */
export function addressSync(coverage: CoverageState): void {
  let read = $state(false);
  afterNavigate(() => {
    coverage.read(page.url.searchParams);
    read = true;
  });
  $effect(() => {
    const query = coverage.write().toString();
    if (!read || query === location.search.slice(1)) return;
    replaceState(`${location.pathname}${query ? `?${query}` : ''}${location.hash}`, page.state);
  });
}
