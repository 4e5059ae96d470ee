// Today's répartition and the programme travel in the page: its sentences are there before any script.
import { loadService } from '$lib/session/assignment-data';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => loadService(territoryFetch(fetch));
