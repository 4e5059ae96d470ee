// The points as a Word note: each with its reason, what waits for nothing, the decision in use.
import type { Note } from '$lib/export/note';
import { saveFile } from '$lib/export/save-file';
import { day, fullDay } from '$lib/i18n/dates';
import { locale } from '$lib/i18n/locale';
import { capitalised } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { richParts } from '$lib/i18n/rich';
import { pageOf } from '$lib/pages/register';
import { today as dayOfToday } from '$lib/session/today';
import { sourceLines } from '$lib/session/source-lines';
import type { TodayState } from './today-state.svelte';
import { calmSentence, leadSentence, verdictWords, actWords } from '$lib/figures/verdict-words';

const bare = (message: string) =>
  richParts(message)
    .map(({ text }) => text)
    .join('');

function todayNote(state: TodayState): Note {
  const { today, names, cube } = state;
  const { territory, fingerprint } = cube.dashboard;
  const all = [...today.first, ...today.others];
  return {
    title: m.today_title(),
    subtitle: `${territory.service} · ${territory.name} · ${capitalised(fullDay(state.day ?? dayOfToday()))}`,
    lead: leadSentence(all[0], all.length),
    sections: [
      ...all.map((verdict) => {
        const { title, why, page } = verdictWords(verdict, names);
        return {
          heading: title,
          paragraphs: [why, `${m.today_open({ page: pageOf(page).label() })}. ${actWords(verdict)}`]
        };
      }),
      { heading: m.today_calm(), paragraphs: today.calm.map((calm) => bare(calmSentence(calm))) },
      {
        heading: m.today_decision(),
        table: {
          columns: [{ label: m.today_decision() }, { label: '' }],
          rows: state.lines.map(({ label, value }) => [label, value])
        }
      }
    ].filter((section) => !('paragraphs' in section) || section.paragraphs.length > 0),
    sources: sourceLines(cube.dashboard),
    foot: m.catalogue_export_made({
      territory: territory.name,
      date: day(new Date()),
      fingerprint: fingerprint.slice(0, 10)
    }),
    language: locale() === 'fr' ? 'fr-FR' : 'en-GB'
  };
}

/** @returns the name of the file */
export async function saveTodayNote(state: TodayState): Promise<string> {
  const { writeNote } = await import('$lib/export/note-docx');
  const name = `aujourdhui-${state.day ?? dayOfToday()}.docx`;
  saveFile(name, await writeNote(todayNote(state)));
  return name;
}
