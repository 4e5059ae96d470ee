// The hand-over of an absence as a Word note, with the texts of its sheet.
import type { HandOver } from '$lib/engines/situations';
import { noteRows } from '$lib/export/columns';
import type { Note } from '$lib/export/note';
import { m } from '$lib/i18n/paraglide/messages.js';
import { splitName } from '$lib/session/decision/split-words.ts';
import { slugOf } from '$lib/model/unaccented.ts';
import {
  absenceTitle,
  absenceWords,
  calendarWords,
  handedColumns,
  handedRows,
  takenColumns,
  takenRows,
  tellWords,
  untakenWords
} from '../situations/hand-over-words';
import { printedSource } from '../source-words';
import { noteOf, saveNote, serviceLine } from '$lib/ui/export/notes';
import type { AwayLoads } from '../state/absence.svelte';

export function handOverNote(sectors: AwayLoads, found: HandOver): Note {
  return noteOf(sectors.dashboard, {
    title: m.sectors_handover(),
    subtitle: `${absenceTitle(found)}. ${serviceLine(sectors.dashboard)}`,
    lead: absenceWords(found).join(' '),
    sections: [
      {
        heading: m.sectors_handover_takes(),
        table: noteRows(takenRows(sectors, found), takenColumns())
      },
      {
        heading: m.sectors_handover_schools(),
        paragraphs: [untakenWords(sectors, found), calendarWords(found)].filter(Boolean),
        table: noteRows(handedRows(sectors, found), handedColumns())
      },
      {
        heading: m.sectors_handover_tell(),
        paragraphs: found.tellings.map((telling) => tellWords(sectors, found, telling))
      }
    ],
    sources: [
      `${m.decision_of({ split: splitName(sectors.decision.split) })}. ${m.sectors_absence_road()}`,
      printedSource(sectors)
    ]
  });
}

export async function saveHandOverNote(sectors: AwayLoads): Promise<void> {
  await sectors.absence.whole();
  const { handOver } = sectors.absence;
  if (!handOver) return;
  const name = `${m.sectors_handover_file()}-${slugOf(handOver.absent)}-${handOver.from}`;
  await saveNote(name, handOverNote(sectors, handOver));
}
