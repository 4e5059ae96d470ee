// The hand-over of an absence as a Word note, with the texts of its sheet.
import type { HandOver } from '$lib/engines/situations';
import type { Note } from '$lib/export/note';
import { saveFile } from '$lib/export/save-file';
import { localeTag } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import { splitName } from '$lib/session/decision/split-words.ts';
import { slugOf } from '$lib/model/unaccented.ts';
import { annexFoot } from '../annex/annex-words';
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
import { isFigure, type TableColumn } from '$lib/ui/table/table-column';
import type { AwayLoads } from '../state/absence.svelte';

/** A table of the page, as one of the note. @param widths of its columns, 1 for those not told */
const noteTable = <Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  widths: readonly number[]
) => ({
  columns: columns.map(({ label, kind }, at) => ({
    label,
    width: widths[at] ?? 1,
    ...(isFigure(kind) && { align: 'right' as const })
  })),
  rows: rows.map((row) => columns.map(({ value }) => String(value?.(row) ?? '')))
});

export function handOverNote(sectors: AwayLoads, found: HandOver): Note {
  const { territory } = sectors.dashboard;
  return {
    title: m.sectors_handover(),
    subtitle: `${absenceTitle(found)}. ${territory.service} · ${territory.name}`,
    lead: absenceWords(found).join(' '),
    sections: [
      {
        heading: m.sectors_handover_takes(),
        table: noteTable(takenColumns(), takenRows(sectors, found), [2, 2, 1.5])
      },
      {
        heading: m.sectors_handover_schools(),
        paragraphs: [untakenWords(sectors, found), calendarWords(found)].filter(Boolean),
        table: noteTable(handedColumns(), handedRows(sectors, found), [3, 2, 1.5, 3, 2, 1.5])
      },
      {
        heading: m.sectors_handover_tell(),
        paragraphs: found.tellings.map((telling) => tellWords(sectors, found, telling))
      }
    ],
    sources: [
      `${m.decision_of({ split: splitName(sectors.decision.split) })}. ${m.sectors_absence_road()}`,
      printedSource(sectors)
    ],
    foot: annexFoot(sectors),
    language: localeTag() === 'fr-FR' ? 'fr-FR' : 'en-GB'
  };
}

export async function saveHandOverNote(sectors: AwayLoads): Promise<void> {
  const [{ writeNote }] = await Promise.all([import('$lib/export/note-docx'), sectors.absence.whole()]);
  const { handOver } = sectors.absence;
  if (!handOver) return;
  const name = `${m.sectors_handover_file()}-${slugOf(handOver.absent)}-${handOver.from}.docx`;
  saveFile(name, await writeNote(handOverNote(sectors, handOver)));
}
