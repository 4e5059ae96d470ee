// Why a school changes referent, in one sentence; an exchange between two posts is told once, at its first school.
import type { MoveReason, PostWithout } from '$lib/engines/cards';
import { duration, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { isOutOfBand } from '$lib/model/assignment/fair-load';
import type { SectorsState } from '../state/sectors-state.svelte';
import { deviationWords, whoIs } from '../words';
import type { LetteredMove } from './moves';

/** Where a post would go from what it is today and from what it is with the plan: nowhere where the two disagree. */
function wayOf(today: number, { deviation, deviationNow }: PostWithout, tolerance: number) {
  const staysOut =
    isOutOfBand(today, tolerance) &&
    isOutOfBand(deviation, tolerance) &&
    today * deviation > 0 &&
    Math.abs(deviation) <= Math.abs(today);
  if (staysOut || deviationWords(deviation, tolerance) === deviationWords(today, tolerance)) return 'stays';
  if (deviation < today && deviation < deviationNow) return 'falls';
  return deviation > today && deviation > deviationNow ? 'rises' : 'is';
}

/** « Référent 3 tomberait à −10,4 % » */
function goesWords(sectors: SectorsState, end: PostWithout): string {
  const { tolerance } = sectors.settings;
  const today = sectors.todayFigures.referents.find(({ id }) => id === end.referent)?.deviation ?? 0;
  return m.sectors_reason_goes({
    way: wayOf(today, end, tolerance),
    post: whoIs(end.referent),
    deviation: deviationWords(end.deviation, tolerance)
  });
}

/** What would be without a move, or an exchange. */
function withoutWords(sectors: SectorsState, { reason, from, to, roadSaved, swap }: MoveReason): string {
  const isSwap = swap.length > 0;
  const without = isSwap ? m.sectors_reason_without_swap() : m.sectors_reason_without();
  const time = duration(Math.max(1, Math.round(roadSaved)));
  const endsWords = (ends: readonly PostWithout[]) =>
    ends
      .map((end) => goesWords(sectors, end))
      .reduce((first, second) => m.sectors_reason_and({ first, second }));
  switch (reason) {
    case 'band':
      return m.sectors_reason_band({
        without,
        ends: endsWords([to, from].filter(({ isOut }) => isOut)),
        band: percent(sectors.settings.tolerance)
      });
    case 'piece':
      return m.sectors_reason_piece({ without });
    case 'road':
      return isSwap ? m.sectors_reason_swap_road({ time }) : m.sectors_reason_road({ time });
    case 'even':
      return m.sectors_reason_even({ without, ends: endsWords([to, from]) });
    case 'whole':
      return isSwap ? m.sectors_reason_swap_whole() : m.sectors_reason_whole();
  }
}

/**
 * Nothing where no reason is known: a school without a referent, before or after, or a plan that breaks the rules.
 *
 * @param moves all those of the plan, in order
 */
export function reasonSentence(
  sectors: SectorsState,
  { school, from, to, letter }: LetteredMove,
  moves: readonly LetteredMove[]
): string {
  if (from === null) return m.sectors_reason_waited();
  if (to === null) return '';
  const found = sectors.cards.reasonOf(school.uai);
  if (!found) return '';
  const reason = withoutWords(sectors, found);
  if (found.swap.length === 0) return reason;
  const lettersOf = (a: string, b: string) =>
    moves.filter((move) => move.from === a && move.to === b).map((move) => move.letter);
  const [gives, takes] = [lettersOf(from, to), lettersOf(to, from)];
  const [first] = moves.filter((move) => [...gives, ...takes].includes(move.letter));
  if (first && first.letter !== letter) return m.sectors_reason_swap_same({ letter: first.letter });
  return m.sectors_reason_swap({
    gives: gives.join(', '),
    takes: takes.join(', '),
    from: whoIs(from),
    to: whoIs(to),
    reason
  });
}
