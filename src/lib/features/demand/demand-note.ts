// The page as a Word note: its sentences, its tables, the operations behind the figures, what is assumed, with the texts of the page.
import { recognisedRows } from '$lib/session/uncounted.ts';
import { noteTable } from '$lib/export/columns';
import type { Note, NotePicture, NoteSection } from '$lib/export/note';
import { colon } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import { exportFoot, noteOf, saveNote } from '$lib/ui/export/notes';
import { openingsSentence, sharesWords, supposedWords, toAskWords } from '$lib/figures/openings-words';
import { capitalised, euros } from '$lib/i18n/numbers';
import { childrenSteps, type CalculationStep } from './calculations';
import { communesTable, costsNote, meansNote } from './demand-files';
import type { DemandState } from './demand-state.svelte';
import { childrenHypotheses, lastTest, openingsHypotheses } from './hypotheses';
import type { LoadShares } from '$lib/figures/plan-loads';
import { supposedCost, type Means } from '$lib/figures/posts-request';
import { meansYears } from './means-years';
import { queueNote } from './queue/waiting-csv';
import { queueRows } from './queue/waiting-rows';
import { childrenSentence, chartsWords } from './sentence';

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

/** What the posts asked cost until the last is created; null where none is asked, or a cost is not known. */
function costs({ view, chosen }: Means): NoteSection | null {
  if (!chosen?.asked || chosen.cost === null) return null;
  const last = chosen.years.findIndex(({ created }) => created >= chosen.asked);
  const years = last < 0 ? chosen.years : chosen.years.slice(0, last + 1);
  const added = years.map(({ cost }) => cost!).filter((cost) => cost > 0);
  const total = added.reduce((sum, cost) => sum + cost, 0);
  return {
    heading: m.means_costs(),
    paragraphs: [
      m.means_costs_sum({
        ...{ from: years[0]!.year, to: years.at(-1)!.year, total: euros(total) },
        sum: added.length > 1 ? `${added.map((cost) => euros(cost)).join(' + ')} = ` : '',
        supposed: supposedWords(total, supposedCost(view.cost)),
        then: euros(years.at(-1)!.cost!)
      })
    ],
    table: costsNote(years, total)
  };
}

/** @param day of the note, as written @param picture of the children and of the queue, year after year */
export function demandNote(
  demand: DemandState,
  means: AskedMeans,
  day: string,
  picture: Omit<NotePicture, 'alt'> | null = null
): Note {
  const { dashboard } = demand.cube;
  const shares = sharesWords(means.loads);
  const years = meansYears(demand, means);
  const rows = queueRows(means);
  const asked = means.chosen?.asked ?? 0;
  return noteOf(dashboard, {
    title: m.waiting_title(),
    lead: meansSentences(demand, means).join(' '),
    sections: [
      rows.length > 0 ? { heading: m.waiting_list(), table: queueNote(rows, { ...means, asked }) } : null,
      costs(means),
      {
        heading: m.means_title(),
        picture: picture && { ...picture, alt: chartsWords(years) },
        table: meansNote(years),
        paragraphs: [
          toAskWords(means.view),
          shares && `${capitalised(shares.lead)}${shares.list ? `${colon()}${shares.list}` : ''}.`,
          ...operations(childrenSteps(demand))
        ].filter((text) => text !== null)
      },
      { heading: m.demand_communes(), table: noteTable(communesTable(demand)) },
      {
        heading: m.demand_hypotheses(),
        paragraphs: [...childrenHypotheses(demand), ...openingsHypotheses(means), lastTest(demand)].filter(
          (text) => text !== null
        )
      }
    ].filter((section) => section !== null),
    foot: exportFoot(dashboard, day)
  });
}

/** @returns the name of the file */
export const saveDemandNote = (...told: Parameters<typeof demandNote>): Promise<string> =>
  saveNote(m.demand_file_name(), demandNote(...told));
