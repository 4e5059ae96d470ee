// The plan as a Word note, with the texts of the page.
import { noteRows, noteTable } from '$lib/export/columns';
import { semicolon } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import { noteOf, saveNote, serviceLine } from '$lib/ui/export/notes';
import { annexRules } from '../annex/annex-words';
import { assignmentTable, loadsTable, planFileName } from './sectors-files';
import { changeColumns } from './sectors-rows';
import { printedSource } from '../source-words';
import { sentenceParts } from '../sectors-sentence';

export async function saveSectorsNote(sectors: LoadsInUse): Promise<void> {
  await sectors.sampleTours();
  const { dashboard, plan, today } = sectors;
  const moves = sectors.schools.filter(({ uai }) => plan.referents[uai] !== today.referents[uai]);
  const note = noteOf(dashboard, {
    title: m.sectors_annex_title({ territory: dashboard.territory.name }),
    subtitle: `${serviceLine(dashboard)}. ${m.note_draft()}`,
    lead: sentenceParts(sectors, { onPaper: true })
      .map(({ text }) => text)
      .join('')
      .trim(),
    sections: [
      { heading: m.note_plan_loads(), table: noteTable(loadsTable(sectors)) },
      ...(moves.length > 0
        ? [{ heading: m.note_plan_moves(), table: noteRows(moves, changeColumns(sectors)) }]
        : []),
      { heading: m.note_plan_title(), table: noteTable(assignmentTable(sectors)) }
    ],
    sources: [
      `${m.sectors_team_note()} ${annexRules(sectors).join(semicolon())}.`,
      printedSource(sectors),
      m.sectors_map_note(),
      m.sectors_annex_licence()
    ]
  });
  await saveNote(planFileName(sectors), note);
}
