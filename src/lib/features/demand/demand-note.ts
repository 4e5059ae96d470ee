// The page as a Word note: its sentences, its tables, the operations behind the figures, what is assumed, with the texts of the page.
import type { Note, NoteTable } from '$lib/export/note';
import { saveFile } from '$lib/export/save-file';
import { plainCell, type ExportTable } from '$lib/export/table';
import { locale } from '$lib/i18n/locale';
import { plain } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { sourceLines } from '$lib/session/source-lines';
import { childrenSteps, queueSteps, type CalculationStep } from './calculations';
import { childrenTable, communesTable, queueTable } from './demand-files';
import type { DemandState } from './demand-state.svelte';
import { childrenHypotheses, lastTest, queueHypotheses, testSentences } from './hypotheses';
import { queueNotes } from './charts/queue-words';
import { demandSentences } from './sentence';

/** The table of a file, without the columns of codes. */
function noteTable({ columns, rows }: ExportTable): NoteTable {
  const shown = columns.map((column, at) => ({ ...column, at })).filter(({ title }) => title !== 'code');
  const text = (value: string | number | null) =>
    value === null ? '–' : typeof value === 'number' ? plain(value) : value;
  return {
    columns: shown.map(({ title, type }) => ({ label: title, align: type === 'number' ? 'right' : 'left' })),
    rows: rows.map((row) => shown.map(({ at }) => text(plainCell(row[at]))))
  };
}

const operations = (steps: readonly CalculationStep[]) =>
  steps.map(({ name, formula }) => `${name} : ${formula}`);

/** @param day of the note, as written */
export function demandNote(demand: DemandState, day: string): Note {
  const { territory, fingerprint } = demand.cube.dashboard;
  return {
    title: m.demand_title(),
    subtitle: `${territory.service} · ${territory.name}`,
    lead: demandSentences(demand).join(' '),
    sections: [
      {
        heading: m.demand_children(),
        table: noteTable(childrenTable(demand)),
        paragraphs: operations(childrenSteps(demand))
      },
      {
        heading: m.demand_queue(),
        table: noteTable(queueTable(demand)),
        paragraphs: [...queueNotes(demand), ...operations(queueSteps(demand))]
      },
      { heading: m.demand_communes(), table: noteTable(communesTable(demand)) },
      {
        heading: m.demand_hypotheses(),
        paragraphs: [...childrenHypotheses(demand), ...queueHypotheses(demand)]
      },
      {
        heading: m.demand_test(),
        paragraphs: [lastTest(demand), ...testSentences(demand)].filter((text) => text !== null)
      }
    ],
    sources: sourceLines(demand.cube.dashboard),
    foot: m.catalogue_export_made({
      territory: territory.name,
      date: day,
      fingerprint: fingerprint.slice(0, 10)
    }),
    language: locale() === 'fr' ? 'fr-FR' : 'en-GB'
  };
}

/** @returns the name of the file */
export async function saveDemandNote(demand: DemandState, day: string): Promise<string> {
  const { writeNote } = await import('$lib/export/note-docx');
  const name = `${m.demand_file_name()}.docx`;
  saveFile(name, await writeNote(demandNote(demand, day)));
  return name;
}
