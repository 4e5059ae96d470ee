// Sessions, diaries and posts come as files of their own: they weigh more than the page.
import { loadPosts } from '$lib/session/assignment-data';
import { setEmbedPolicy } from '$lib/first-visit/embedded-files';
import { loadSessions } from '$lib/figures/actions.svelte';
import { loadMeetings } from '$lib/figures/calendar/load-meetings';
import { MEETINGS_PATH } from '$lib/model/meetings/meetings-file.ts';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load, route }) => {
  setEmbedPolicy(MEETINGS_PATH, 'omitted', route.id);
  const fetch = territoryFetch(load);
  const [sessions, meetings, posts] = await Promise.all([
    loadSessions(fetch),
    loadMeetings(fetch),
    loadPosts(fetch)
  ]);
  return { sessions, meetings, posts };
};
