// The tables that answer travel in the page: its sentence is there before any script.
import { loadService } from '$lib/session/assignment-data';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ sources: await loadService(territoryFetch(fetch)) });
