// The tables that answer travel in the page: its sentence is there before any script.
import { loadReportSources } from '$lib/features/share/report-sources';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
  sources: await loadReportSources(territoryFetch(fetch))
});
