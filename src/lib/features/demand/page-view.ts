// Avenir in frames, pictures and stories.
import type { PageView } from '$lib/features/share/page-view-type.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { DemandState } from './demand-state.svelte.ts';
import { postsOf } from './posts-of.ts';
import { foreseenSentences } from './sentence.ts';
import { demandSnapshotFromUrl } from './snapshot/snapshot.ts';

const view: PageView = {
  snapshot: ({ dashboard, assignment }, params) => demandSnapshotFromUrl(dashboard, assignment, params),
  /** What the coming years ask for, each figure with its range; none where nothing is foreseen. */
  steps({ cube, dashboard, assignment }) {
    const sentences = foreseenSentences(new DemandState(cube, postsOf(assignment, dashboard)));
    if (sentences.length === 0) return [];
    return [{ address: '/avenir', title: m.council_story_demand(), text: sentences.join('\n') }];
  }
};
export default view;
