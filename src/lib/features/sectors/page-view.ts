// Secteurs in frames, pictures and stories.
import type { PageView } from '$lib/features/share/page-view-type.ts';
import { capitalised, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { planFragment } from '$lib/session/decision/sectors-address.ts';
import { sectorsSnapshotFromUrl } from './map/snapshot.ts';

const view: PageView = {
  snapshot: (sources, params, fragment) =>
    sectorsSnapshotFromUrl(sources, sources.dashboard, params, fragment),
  steps({ dashboard, assignment, plan }) {
    if (!assignment) return [];
    const { referents, coordinators } = dashboard.posts;
    const text = m.council_story_sectors_text({
      posts: capitalised(numberWord(referents)),
      coordinators: numberWord(coordinators)
    });
    const address = plan ? `/secteurs#${planFragment(assignment, plan)}` : '/secteurs';
    return [{ address, title: m.council_story_sectors(), text }];
  }
};
export default view;
