// The posts and today's assignment travel in the page: its figures are there before any script.
import { loadAssignment } from '$lib/features/share/assignment-data';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
  assignment: await loadAssignment(territoryFetch(fetch))
});
