// The page as a Word note: its sentences, its tables, the operations behind the figures, what is assumed, with the texts of the page.
import { recognisedRows } from '$lib/session/uncounted.ts';
import { noteTable } from '$lib/export/columns';
import type { Note } from '$lib/export/note';
import { colon } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import { exportFoot, noteOf, saveNote } from '$lib/ui/export/notes';
import { openingsSentence, sharesWords, toAskWords } from '$lib/figures/openings-words';
import { capitalised } from '$lib/i18n/numbers';
import { childrenSteps, type CalculationStep } from './calculations';
import { communesTable, meansTable } from './demand-files';
import type { DemandState } from './demand-state.svelte';
import { childrenHypotheses, lastTest, openingsHypotheses, testSentences } from './hypotheses';
import type { LoadShares } from '$lib/figures/plan-loads';
import type { Means } from '$lib/figures/posts-request';
import { meansYears } from './means-years';
import { childrenSentence } from './sentence';

/** The posts asked, and the loads that they are asked after. */
type AskedMeans = Means & { loads: LoadShares | null };

const operations = (steps: readonly CalculationStep[]) =>
  steps.map(({ name, formula }) => `${name} : ${formula}`);

/** The sentences of the page. */
export function meansSentences(demand: DemandState, means: Means): string[] {
  const { view, chosen, withSplit } = means;
  const ids = new Set(view.queue.map(({ school }) => school.uai));
  const none = view.followed !== null && ids.size === 0;
  return [
    ...(none ? [m.coverage_sentence_none_waiting({ rows: recognisedRows() })] : []),
    ...(chosen
      ? [openingsSentence(chosen, { ids, where: null }, view.answer?.posts ?? null, view.cost, withSplit)]
      : []),
    childrenSentence(demand, means)
  ].filter((text) => text !== '');
}

/** @param day of the note, as written */
export function demandNote(demand: DemandState, means: AskedMeans, day: string): Note {
  const { dashboard } = demand.cube;
  const shares = sharesWords(means.loads);
  return noteOf(dashboard, {
    title: m.demand_title(),
    lead: meansSentences(demand, means).join(' '),
    sections: [
      {
        heading: m.means_title(),
        table: noteTable(meansTable(demand, meansYears(demand, means))),
        paragraphs: [
          toAskWords(means.view),
          shares && `${capitalised(shares.lead)}${shares.list ? `${colon()}${shares.list}` : ''}.`,
          ...operations(childrenSteps(demand))
        ].filter((text) => text !== null)
      },
      { heading: m.demand_communes(), table: noteTable(communesTable(demand)) },
      {
        heading: m.demand_hypotheses(),
        paragraphs: [...childrenHypotheses(demand), ...openingsHypotheses(means)]
      },
      {
        heading: m.demand_test(),
        paragraphs: [lastTest(demand), ...testSentences(demand)].filter((text) => text !== null)
      }
    ],
    foot: exportFoot(dashboard, day)
  });
}

/** @returns the name of the file */
export const saveDemandNote = (demand: DemandState, means: AskedMeans, day: string): Promise<string> =>
  saveNote(m.demand_file_name(), demandNote(demand, means, day));
