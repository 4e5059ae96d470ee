// Évolution in frames, pictures and stories.
import { changesBetween } from '$lib/cube/changes.ts';
import type { PageView } from '$lib/features/share/page-view-type.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { changeText } from '$lib/features/share/verdicts/change-text.ts';
import { changesSnapshotFromUrl } from './snapshot.ts';

const view: PageView = {
  snapshot: ({ dashboard }, params) => changesSnapshotFromUrl(dashboard, params),
  steps({ cube }) {
    const { years } = cube.dashboard;
    const [from, to] = [years[0], years.at(-1)];
    if (!from || !to || from === to) return [];
    const changes = changesBetween(cube, from, to);
    const text = changeText(changes, (code) => cube.nameOf(code))
      .slice(0, 3)
      .join('\n');
    const address = years.length === 2 ? '/evolution' : `/evolution?de=${from}`;
    return [{ address, title: m.council_story_change({ from, to }), text }];
  }
};
export default view;
