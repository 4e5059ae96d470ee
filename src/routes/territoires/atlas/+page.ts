// The whole atlas in one page: the same data as one portrait.
import { loadPortraits } from '$lib/features/portraits/portrait-data';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => loadPortraits(fetch);
