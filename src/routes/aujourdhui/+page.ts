// Today's répartition and the programme travel in the page: its sentences are there before any script.
import { base } from '$app/paths';
import { parseProgramme } from '$lib/cube/programme';
import { loadPosts } from '$lib/features/share/assignment-data';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const [posts, programme] = await Promise.all([loadPosts(fetch), fetch(`${base}/tables/programme.json`)]);
  if (!programme.ok) throw new Error(`programme.json: ${programme.status}`);
  return { posts, programme: parseProgramme(await programme.text()) };
};
