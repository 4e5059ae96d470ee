// An absence in words: who, when; never why.
import { capitalised } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Away } from '$lib/model/meetings/meetings-file.ts';
import { whoWords } from '$lib/figures/calendar/conflict-words.ts';
import type { MeetingsState } from '../meetings-state.svelte.ts';
import { dayWords, halfWord } from '$lib/figures/calendar/day-words.ts';

/** @param away of a period, as the page declares them */
export function awayWords(state: MeetingsState, { who, from = '', to = '', half }: Away): string {
  const when =
    from === to
      ? m.meetings_on_day({ date: dayWords(from) })
      : m.meetings_from_to({ from: dayWords(from), to: dayWords(to) });
  const what = { who: capitalised(whoWords(state, who)), when };
  return half ? m.meetings_away_half({ ...what, half: halfWord(half) }) : m.meetings_away({ ...what });
}
