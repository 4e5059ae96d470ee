import { textPart } from '$lib/features/info/text-part';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => ({
  page: await textPart(() => import('$lib/features/info/SiteMapPage.svelte'))
});
