// The diaries, and the posts whose load is shown, come as files of their own: they weigh more than the page.
import { loadMeetings } from '$lib/figures/calendar/load-meetings';
import { loadAssignment } from '$lib/session/assignment-data';
import { setEmbedPolicy } from '$lib/first-visit/embedded-files';
import { MEETINGS_PATH } from '$lib/model/meetings/meetings-file.ts';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load, route }) => {
  setEmbedPolicy(MEETINGS_PATH, 'omitted', route.id);
  const fetch = territoryFetch(load);
  const [meetings, assignment] = await Promise.all([loadMeetings(fetch), loadAssignment(fetch)]);
  return { ...meetings, assignment };
};
