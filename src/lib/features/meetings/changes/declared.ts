// Absences declared on the page, as they are listed: those of a diary are one line.
import { capitalised, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Away } from '$lib/model/meetings/meetings-file.ts';
import { whoWords } from '$lib/figures/calendar/conflict-words.ts';
import type { MeetingsState } from '../meetings-state.svelte.ts';
import { dayWords } from '$lib/figures/calendar/day-words.ts';
import { awayWords } from './away-words.ts';

export interface DeclaredLine {
  words: string;
  absences: readonly Away[];
}

/** In the order in which they were declared. */
export function declaredLines(state: MeetingsState, absences: readonly Away[]): DeclaredLine[] {
  const groups = new Map<string, Away[]>();
  absences.forEach((away, index) => {
    const key = away.readOn === undefined ? String(index) : `${away.readOn} ${away.who}`;
    groups.set(key, [...(groups.get(key) ?? []), away]);
  });
  return [...groups.values()].map((own) => {
    const [first] = own;
    const words =
      first!.readOn === undefined
        ? awayWords(state, first!)
        : m.meetings_declared_diary({
            who: capitalised(whoWords(state, first!.who)),
            date: dayWords(first!.readOn),
            count: own.length,
            shown: integer(own.length)
          });
    return { words, absences: own };
  });
}
