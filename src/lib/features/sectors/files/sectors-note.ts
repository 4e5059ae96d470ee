// The plan as a Word note, with the texts of the page.
import { duration, integer } from '$lib/i18n/numbers';
import { semicolon } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import { saveFile } from '$lib/export/save-file';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import { annexFoot, annexRules } from '../annex/annex-words';
import { planFileName } from './sectors-files';
import { printedSource } from '../source-words';
import { sentenceParts } from '../sectors-sentence';
import { postName } from '$lib/i18n/place-names';
import { childrenOfPost, deviationWords, nameOf, postRoad, whoIs } from '../words';

export async function saveSectorsNote(sectors: LoadsInUse): Promise<void> {
  const [{ planNote }, { writeNote }] = await Promise.all([
    import('$lib/export/plan-note'),
    import('$lib/export/note-docx'),
    sectors.sampleTours()
  ]);
  const { dashboard, figures, plan, today } = sectors;
  const { territory } = dashboard;
  const note = planNote({
    name: m.sectors_annex_title({ territory: territory.name }),
    service: `${territory.service} · ${territory.name}`,
    sentence: sentenceParts(sectors, { onPaper: true })
      .map(({ text }) => text)
      .join('')
      .trim(),
    loads: figures.referents.map(({ id, schools, travel, deviation }) => ({
      post: postName(id),
      base: nameOf(sectors, sectors.post(id)?.base ?? ''),
      schools: String(schools),
      children: integer(childrenOfPost(sectors, id)),
      road: postRoad(sectors, travel),
      gap: deviationWords(deviation, sectors.settings.tolerance)
    })),
    schools: sectors.schools.map(({ uai, name, commune }) => {
      const minutes = sectors.minutesOf(uai);
      return {
        school: name,
        commune: nameOf(sectors, commune),
        post: whoIs(plan.referents[uai]),
        minutes: minutes === null ? '–' : duration(Math.round(minutes))
      };
    }),
    moves: sectors.schools
      .filter(({ uai }) => plan.referents[uai] !== today.referents[uai])
      .map(({ uai, name }) => ({
        school: name,
        from: whoIs(today.referents[uai]),
        to: whoIs(plan.referents[uai])
      })),
    sources: [
      `${m.sectors_team_note()} ${annexRules(sectors).join(semicolon())}.`,
      printedSource(sectors),
      m.sectors_map_note(),
      m.sectors_annex_licence()
    ],
    foot: annexFoot(sectors)
  });
  saveFile(`${planFileName(sectors)}.docx`, await writeNote(note));
}
