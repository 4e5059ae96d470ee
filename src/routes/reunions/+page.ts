// The diaries come as a file of their own: they weigh more than the page.
import { loadMeetings } from '$lib/figures/calendar/load-meetings';
import { setEmbedPolicy } from '$lib/first-visit/embedded-files';
import { MEETINGS_PATH } from '$lib/model/meetings/meetings-file.ts';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, route }) => {
  setEmbedPolicy(MEETINGS_PATH, 'omitted', route.id);
  return loadMeetings(territoryFetch(fetch));
};
