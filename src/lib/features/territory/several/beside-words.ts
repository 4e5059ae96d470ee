// How a file stands beside the territory that is open, before anything is replaced: what both did, and the ways out.
import { m } from '$lib/i18n/paraglide/messages.js';
import { capitalised, numberWord } from '$lib/i18n/numbers';
import { choiceCount, type SaveHistory } from '$lib/model/documents/save-history';
import type { FileBeside, TwoFolders } from '$lib/session/territory/union.svelte.ts';
import { takenWords } from './proposal-words';
import { halfDayWords, savedBy } from './words';

const REASONS = {
  elsewhere: m.merge_no_elsewhere,
  audience: m.merge_no_audience,
  damaged: m.merge_no_damaged,
  whole: m.merge_no_whole,
  former: m.merge_no_former
};
/** Why a file is not put together with the one that is open. */
export const besideWords = (beside: Exclude<FileBeside, TwoFolders>): string => REASONS[beside]();

/**
 * What is asked before a file of the open territory takes its place: three ways, none of which writes over the other.
 *
 * @param own saves of what is open @param role function of the reader
 */
export function besideQuestion(beside: TwoFolders | 'former', own: SaveHistory | null, role: string) {
  if (beside === 'former')
    return {
      title: m.merge_older(),
      lines: [m.merge_older_line()],
      ways: [m.merge_way_back(), m.merge_way_open()]
    };
  const { plan, other } = beside;
  const last = other.history?.log.at(-1);
  const isLater = own !== null && (other.history?.saves.includes(own.saves.at(-1) ?? '') ?? false);
  const count = choiceCount(plan.proposals);
  const changes = (name: 'a' | 'b') => `${takenWords(plan, name).join(', ')}.`;
  return {
    title: isLater ? m.merge_newer() : m.merge_aside(),
    lines: [
      ...(plan.taken.b === 0
        ? []
        : last
          ? [
              m.merge_line_other({
                who: savedBy(last.by, role),
                when: halfDayWords(last.at),
                what: changes('b')
              })
            ]
          : [m.merge_line_unsigned({ what: changes('b') })]),
      ...(plan.taken.a === 0 ? [] : [m.merge_line_own({ what: changes('a') })]),
      ...(count === 0
        ? []
        : [m.merge_line_asked({ count, words: capitalised(numberWord(count, 'feminine')) })])
    ],
    ways: [m.merge_join(), m.merge_way_other(), m.merge_way_back()],
    note: m.merge_way_note()
  };
}
