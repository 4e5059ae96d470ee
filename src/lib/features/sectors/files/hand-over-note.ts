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
  schoolRows,
  takenRows,
  tellWords,
  untakenWords
} from '../situations/hand-over-words';
import { sectorsSource } from '../source-words';
import type { SectorsState } from '../state/sectors-state.svelte';

export function handOverNote(sectors: SectorsState, found: HandOver): Note {
  const { territory } = sectors.dashboard;
  const right = { align: 'right' } as const;
  return {
    title: m.sectors_handover(),
    subtitle: `${absenceTitle(found)}. ${territory.service} · ${territory.name}`,
    lead: absenceWords(found).join(' '),
    sections: [
      {
        heading: m.sectors_handover_takes(),
        table: {
          columns: [
            { label: m.sectors_col_post(), width: 2 },
            { label: m.sectors_sheet_base(), width: 2 },
            { label: m.sectors_col_schools(), ...right },
            { label: m.sectors_loads_pupils(), ...right },
            { label: m.sectors_loads_added(), width: 1.5, ...right },
            { label: m.sectors_loads_road(), width: 1.5, ...right }
          ],
          rows: takenRows(sectors, found).map((row) => [
            ...[row.post, row.base, row.schools, row.pupils, row.work, row.road]
          ])
        }
      },
      {
        heading: m.sectors_handover_schools(),
        paragraphs: [untakenWords(sectors, found), calendarWords(found)].filter(Boolean),
        table: {
          columns: [
            { label: m.sectors_col_school(), width: 3 },
            { label: m.sectors_col_commune(), width: 2 },
            { label: m.sectors_handover_to(), width: 1.5 },
            { label: m.sectors_handover_team(), width: 3 },
            { label: m.sectors_handover_meetings(), width: 2 },
            { label: m.sectors_handover_correspondent(), width: 1.5 }
          ],
          rows: schoolRows(sectors, found).map((row) => [
            ...[row.school, row.commune, row.to, row.team, row.meetings, row.correspondent]
          ])
        }
      },
      {
        heading: m.sectors_handover_tell(),
        paragraphs: found.tellings.map((telling) => tellWords(sectors, found, telling))
      }
    ],
    sources: [
      `${m.decision_of({ split: splitName(sectors.decision.split) })}. ${m.sectors_absence_road()}`,
      sectorsSource(sectors)
    ],
    foot: annexFoot(sectors),
    language: localeTag() === 'fr-FR' ? 'fr-FR' : 'en-GB'
  };
}

export async function saveHandOverNote(sectors: SectorsState): Promise<void> {
  const [{ writeNote }] = await Promise.all([import('$lib/export/note-docx'), sectors.absence.sampleRoads()]);
  const { handOver } = sectors.absence;
  if (!handOver) return;
  const name = `${m.sectors_handover_file()}-${slugOf(handOver.absent)}-${handOver.from}.docx`;
  saveFile(name, await writeNote(handOverNote(sectors, handOver)));
}
