// Couverture in frames, pictures and stories.
import { changesBetween } from '$lib/cube/changes.ts';
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { latestYear } from '$lib/cube/dashboard.ts';
import { unfiltered } from '$lib/cube/filter.ts';
import { sentenceFacts } from '$lib/cube/figures.ts';
import type { PageView } from '$lib/features/share/page-view-type.ts';
import { changeText } from './changes/change-text.ts';
import { capitalised, integer, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { StoryStep } from '$lib/pages/story.ts';
import { coverageSnapshotFromUrl } from './snapshot.ts';

/** What changed since the first year; none where one year alone is known. */
function changesStep(cube: CoverageCube): StoryStep[] {
  const { years } = cube.dashboard;
  const [from, to] = [years[0], years.at(-1)];
  if (!from || !to || from === to) return [];
  const text = changeText(changesBetween(cube, from, to), (code) => cube.nameOf(code)).slice(0, 3);
  const address = `/?moment=evolution${years.length === 2 ? '' : `&de=${from}`}`;
  return [{ address, title: m.council_story_change({ from, to }), text: text.join('\n') }];
}

const view: PageView = {
  snapshot: ({ dashboard }, params) => coverageSnapshotFromUrl(dashboard, params),
  steps({ cube }) {
    const filter = unfiltered(latestYear(cube.dashboard));
    const { followed, schools, waiting, children } = sentenceFacts(cube, filter);
    const childrenText =
      children.value === null
        ? children.status === 'suppressed'
          ? m.council_story_coverage_protected()
          : ''
        : m.council_story_coverage_children({ children: integer(children.value) });
    const text = cube.followUpKnown
      ? m.council_story_coverage_text({
          count: followed,
          followed: integer(followed),
          schools: integer(schools),
          year: filter.year
        })
      : m.coverage_sentence_unknown({ total: integer(schools) });
    const waitingText =
      waiting === 0
        ? ''
        : m.council_story_coverage_waiting({
            count: waiting,
            Words: capitalised(numberWord(waiting, 'feminine'))
          });
    const now = {
      address: '/',
      title: m.council_story_coverage(),
      text: [text, waitingText, childrenText].filter(Boolean).join(' ')
    };
    return [now, ...changesStep(cube)];
  },
  fillers({ dashboard }) {
    const count = dashboard.qpvs.length;
    // The first step shows the schools; a territory of one commune has no other map to show.
    const isOne = dashboard.communes.filter(({ intervention }) => intervention).length < 2;
    const schools = isOne
      ? { address: '/', title: m.council_story_schools(), text: m.council_story_schools_text() }
      : {
          address: '/?vue=communes',
          title: m.council_story_communes(),
          text: m.council_story_communes_text()
        };
    if (count === 0) return [schools];
    const quarters = m.council_story_quarters_text({ count });
    return [{ address: '/?vue=quartiers', title: m.council_story_quarters(), text: quarters }, schools];
  }
};
export default view;
