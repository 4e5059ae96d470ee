// One page a place, made beforehand for every place of the built data; a code that does not exist is a 404 that says so.
import { error } from '@sveltejs/kit';
import { portraitPlace, portraitPlaces } from '$lib/cube/portrait-places';
import { loadPortraits } from '$lib/features/portraits/portrait-data';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load, params, parent }) => {
  const fetch = territoryFetch(load);
  const { dashboard } = await parent();
  const place = portraitPlace(portraitPlaces(dashboard), params.code);
  if (place === null) error(404, { message: 'unknown place' });
  return { place, ...(await loadPortraits(fetch)) };
};
