// Summary sentence of a plan, for the page, the printed annex and the note.
import { integer, numberWord, percent } from '$lib/i18n/numbers';
import { postName } from '$lib/i18n/place-names';
import { m } from '$lib/i18n/paraglide/messages.js';
import { richParts, type RichPart } from '$lib/i18n/rich';
import type { SectorsState } from './state/sectors-state.svelte';
import { roadTime } from './words';

export function sentenceParts({ figures, changes, roads }: SectorsState): RichPart[] {
  const schools = changes.filter(({ kind }) => kind === 'unit').length;
  const teams = changes.length - schools;
  const { maxDeviation } = figures.spread;
  const farthest = figures.referents.filter(({ deviation }) => Math.abs(deviation ?? 0) === maxDeviation);
  const who = farthest.length === 1 && maxDeviation > 0 ? ` (${postName(farthest[0]!.id)})` : '';
  return [
    m.sectors_sentence({
      posts: numberWord(figures.referents.length),
      schools: integer(figures.referents.reduce((sum, one) => sum + one.schools, 0)),
      deviation: percent(maxDeviation),
      who,
      travel: roadTime({ roads }, figures.travel).replaceAll('\u202f', '\u2009')
    }),
    schools === 0 && teams === 0
      ? m.sectors_sentence_today()
      : schools === 0
        ? ''
        : m.sectors_sentence_changed({ count: schools, schools, pupils: integer(figures.pupilsMoved) }),
    teams === 0 ? '' : m.sectors_sentence_teams({ count: teams })
  ].flatMap((sentence) => [...richParts(sentence), { tag: null, text: ' ' }]);
}
