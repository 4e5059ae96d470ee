// Attente et moyens in frames, pictures and stories: the queue on its map; `montre` of the address asks for the years, the places of new posts
// or the shared service instead.
import type { PageView, StoryFacts } from '$lib/features/share/page-view-type.ts';
import { openingsSentence } from '$lib/figures/openings-words.ts';
import { splitPhrase } from '$lib/session/decision/split-words.ts';
import { sumWords } from '$lib/i18n/known-sums.ts';
import { capitalised, integer, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune, theSchool } from '$lib/i18n/terms.ts';
import { waitLength } from '$lib/i18n/waits.ts';
import { isUnknown, knownSum } from '$lib/model/known-sum.ts';
import { writeStoryAddress, type StoryStep } from '$lib/pages/story.ts';
import { meansSentences } from './demand-note.ts';
import { DemandState } from './demand-state.svelte.ts';
import { waitingSnapshotFromUrl } from './queue/snapshot.ts';
import { foreseenSentence, lastForeseen } from './sentence.ts';
import { partAddress, shownPart } from './shown-part.ts';
import { demandSnapshotFromUrl } from './snapshot/snapshot.ts';

/** Who waits, what to ask for, the first of the list; the figures are those of the page. */
function queueSteps({
  assignment,
  decided,
  means: { view: found, chosen, withSplit }
}: StoryFacts): StoryStep[] {
  const [first] = found.queue;
  if (!first) return [];
  const count = found.queue.length;
  const pupils = knownSum(found.queue.map(({ school }) => school.pupils));
  const waits = found.queue.flatMap(({ months }) => months ?? []);
  const counted = { count, pupils: sumWords(pupils, integer) };
  const ids = new Set(found.queue.map(({ school }) => school.uai));
  const text = [
    ...(isUnknown(pupils)
      ? []
      : [
          waits.length === 0
            ? m.council_story_waiting_undated(counted)
            : m.council_story_waiting_text({ ...counted, months: waitLength(Math.max(...waits)) })
        ]),
    ...(chosen
      ? [
          openingsSentence(
            chosen,
            { ids, where: null },
            found.answer?.posts ?? null,
            found.cost,
            withSplit ?? (assignment ? splitPhrase(null) : '')
          )
        ]
      : []),
    m.council_story_waiting_first({
      school: theSchool(first.school.name),
      place: inCommune(first.commune)
    })
  ].join('\n');
  const words = capitalised(numberWord(count, 'feminine'));
  const address = writeStoryAddress({ page: '/ecoles', params: decided, fragment: '' });
  return [{ address, title: m.council_story_waiting({ count, Words: words }), text }];
}

/** The children expected with their range, in one sentence; what to ask for where none are foreseen; none where nothing is. */
function yearsSteps({ cube, means, decided }: StoryFacts): StoryStep[] {
  const demand = new DemandState(cube);
  if (!means.chosen && !demand.figures.next) return [];
  const address = partAddress('annees', new URLSearchParams(decided));
  const last = lastForeseen(demand, means);
  const text = last ? foreseenSentence(last) : meansSentences(demand, means).join('\n');
  return [{ address, title: m.council_story_demand(), text }];
}

const view: PageView = {
  snapshot: ({ dashboard, assignment }, params) =>
    shownPart(params) === null
      ? waitingSnapshotFromUrl(dashboard, params)
      : demandSnapshotFromUrl(dashboard, assignment, params),
  steps: (facts) => [...queueSteps(facts), ...yearsSteps(facts)]
};
export default view;
