// What a plan is worth, in a sentence that can be repeated: on the page, on paper, in a note.
import { integer, numberWord, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { richParts, type RichPart } from '$lib/i18n/rich';
import type { SectorsState } from './state/sectors-state.svelte';
import { weekly } from './words';

export function sentenceParts({ figures, changes }: SectorsState): RichPart[] {
  const schools = changes.filter(({ kind }) => kind === 'unit').length;
  const teams = changes.length - schools;
  return [
    m.sectors_sentence({
      posts: numberWord(figures.referents.length),
      schools: integer(figures.referents.reduce((sum, one) => sum + one.schools, 0)),
      deviation: percent(figures.spread.maxDeviation),
      travel: weekly(figures.travel).replaceAll('\u202f', '\u2009')
    }),
    schools === 0 && teams === 0
      ? m.sectors_sentence_today()
      : schools === 0
        ? ''
        : m.sectors_sentence_changed({ count: schools, schools, pupils: integer(figures.pupilsMoved) }),
    teams === 0 ? '' : m.sectors_sentence_teams({ count: teams })
  ].flatMap((sentence) => [...richParts(sentence), { tag: null, text: ' ' }]);
}
