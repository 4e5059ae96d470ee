// The whole atlas in one page: the same data as one portrait.
import { loadPortraits } from '$lib/features/portraits/portrait-data';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => loadPortraits(territoryFetch(fetch));
