// Moyens in frames, pictures and stories.
import type { PageView } from '$lib/features/share/page-view-type.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { writeStoryAddress } from '$lib/pages/story.ts';
import { meansSentences } from './demand-note.ts';
import { DemandState } from './demand-state.svelte.ts';
import { demandSnapshotFromUrl } from './snapshot/snapshot.ts';

const view: PageView = {
  snapshot: ({ dashboard, assignment }, params) => demandSnapshotFromUrl(dashboard, assignment, params),
  /** What to ask for, and the children expected with their range; none where nothing is foreseen. */
  steps({ cube, means, decided }) {
    const demand = new DemandState(cube);
    if (!means.chosen && !demand.next) return [];
    const address = writeStoryAddress({ page: '/avenir', params: decided, fragment: '' });
    return [{ address, title: m.council_story_demand(), text: meansSentences(demand, means).join('\n') }];
  }
};
export default view;
