// The points as a Word note: each with its reason, what waits for nothing, the decision in use.
import { noteRows, textColumn } from '$lib/export/columns';
import type { Note } from '$lib/export/note';
import { fullDay } from '$lib/i18n/dates';
import { capitalised } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { richParts } from '$lib/i18n/rich';
import { pageOf } from '$lib/pages/register';
import { today as dayOfToday } from '$lib/session/today';
import { noteOf, saveNote, serviceLine } from '$lib/ui/export/notes';
import type { TodayState } from './today-state.svelte';
import { calmSentence, leadSentence, verdictWords, actWords } from '$lib/figures/verdict-words';

const bare = (message: string) =>
  richParts(message)
    .map(({ text }) => text)
    .join('');

function todayNote(state: TodayState): Note {
  const { today, names, cube } = state;
  const all = [...today.first, ...today.others];
  return noteOf(cube.dashboard, {
    title: m.today_title(),
    subtitle: `${serviceLine(cube.dashboard)} · ${capitalised(fullDay(state.day ?? dayOfToday()))}`,
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
        table: noteRows(state.lines, [
          textColumn(m.today_decision(), ({ label }) => label),
          textColumn('', ({ value }) => value)
        ])
      }
    ].filter((section) => !('paragraphs' in section) || section.paragraphs.length > 0)
  });
}

/** @returns the name of the file */
export const saveTodayNote = (state: TodayState): Promise<string> =>
  saveNote(`aujourdhui-${state.day ?? dayOfToday()}`, todayNote(state));
