// En attente in frames, pictures and stories.
import { latestYear } from '$lib/cube/dashboard.ts';
import { unfiltered } from '$lib/cube/filter.ts';
import { DEFAULT_WEIGHTS, waitingSchools } from '$lib/cube/waiting.ts';
import type { PageView } from '$lib/features/share/page-view-type.ts';
import { sumWords } from '$lib/i18n/known-sums.ts';
import { capitalised, integer, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune, theSchool } from '$lib/i18n/terms.ts';
import { isUnknown, knownSum } from '$lib/model/known-sum.ts';
import { timeWaited } from './criteria.ts';
import { waitingSnapshotFromUrl } from './snapshot.ts';

const view: PageView = {
  snapshot: ({ dashboard }, params) => waitingSnapshotFromUrl(dashboard, params),
  steps({ cube }) {
    const list = waitingSchools(cube, unfiltered(latestYear(cube.dashboard)), DEFAULT_WEIGHTS);
    const [first] = list;
    if (!first) return [];
    const count = list.length;
    const pupils = knownSum(list.map(({ school }) => school.pupils));
    const waits = list.flatMap(({ months }) => months ?? []);
    const counted = { count, pupils: sumWords(pupils, integer) };
    const text = [
      ...(isUnknown(pupils)
        ? []
        : [
            waits.length === 0
              ? m.council_story_waiting_undated(counted)
              : m.council_story_waiting_text({ ...counted, months: timeWaited(Math.max(...waits)) })
          ]),
      m.council_story_waiting_first({
        school: theSchool(first.school.name),
        place: inCommune(first.commune)
      })
    ].join('\n');
    const words = capitalised(numberWord(count, 'feminine'));
    return [{ address: '/ecoles', title: m.council_story_waiting({ count, Words: words }), text }];
  }
};
export default view;
