// The figures of the protection travel in the page; a territory that publishes no count of children has none.
import { base } from '$app/paths';
import { textPart } from '$lib/features/info/text-part';
import { readProtection } from '$lib/cube/protection/protection';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const response = await fetch(`${base}/tables/protection.json`);
  return {
    protection: response.ok ? readProtection(await response.json()) : null,
    page: await textPart(() => import('$lib/features/info/MethodPage.svelte'))
  };
};
