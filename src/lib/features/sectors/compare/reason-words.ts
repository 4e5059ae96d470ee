// Why a school changes referent, in one sentence; schools that are one move are told once, at the first of them.
import type { MoveReason, PostWithout } from '$lib/engines/cards';
import { duration, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { isOutOfBand } from '$lib/model/assignment/fair-load';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import type { CardsSearch } from '../state/cards-search.svelte.ts';
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
function goesWords(sectors: LoadsInUse, end: PostWithout): string {
  const { tolerance } = sectors.settings;
  const today = sectors.todayFigures.referents.find(({ id }) => id === end.referent)?.deviation ?? 0;
  return m.sectors_reason_goes({
    way: wayOf(today, end, tolerance),
    post: whoIs(end.referent),
    deviation: deviationWords(end.deviation, tolerance)
  });
}

/** How a move is told: a school alone, several the same way, two posts that exchange some, or three round which some go. */
type Way = 'alone' | 'along' | 'swap' | 'circle';

/** What would be without it. */
function withoutWords(sectors: LoadsInUse, found: MoveReason, way: Way): string {
  const { reason, from, to, third, roadSaved, group } = found;
  const posts = [to, from, ...(third ? [third] : [])];
  const time = duration(Math.max(1, Math.round(roadSaved)));
  const without =
    way === 'swap' || way === 'circle'
      ? m.sectors_reason_without_swap()
      : m.sectors_reason_without({ count: Math.max(1, group.length) });
  const endsWords = (ends: readonly PostWithout[]) =>
    ends
      .map((end) => goesWords(sectors, end))
      .reduce((first, second) => m.sectors_reason_and({ first, second }));
  switch (reason) {
    case 'band':
      return m.sectors_reason_band({
        without,
        ends: endsWords(posts.filter(({ isOut }) => isOut)),
        band: percent(sectors.settings.tolerance)
      });
    case 'piece':
      return m.sectors_reason_piece({ without });
    case 'even':
      return m.sectors_reason_even({ without, ends: endsWords(posts) });
    case 'road':
      return {
        alone: m.sectors_reason_road,
        along: m.sectors_reason_along_road,
        swap: m.sectors_reason_swap_road,
        circle: m.sectors_reason_swap_road
      }[way]({ time });
    case 'whole':
      return {
        alone: m.sectors_reason_whole,
        along: m.sectors_reason_along_whole,
        swap: m.sectors_reason_swap_whole,
        circle: m.sectors_reason_swap_whole
      }[way]();
  }
}

/**
 * Nothing where no reason is known: a school without a referent, before or after, or a plan that breaks the rules.
 *
 * @param moves all those of the plan, in order
 */
export function reasonSentence(
  sectors: LoadsInUse & { cards: Pick<CardsSearch, 'reasonOf'> },
  { school, from, to, letter }: LetteredMove,
  moves: readonly LetteredMove[]
): string {
  if (from === null) return m.sectors_reason_waited();
  if (to === null) return '';
  const found = sectors.cards.reasonOf(school.uai);
  if (!found) return '';
  if (found.group.length === 0) return withoutWords(sectors, found, 'alone');
  const between = (a: string, b: string) => moves.filter((move) => move.from === a && move.to === b);
  const third = found.third?.referent ?? null;
  const [gives, takes] = [between(from, to), between(to, from)];
  const round = third === null ? [] : [gives, between(to, third), between(third, from)];
  const told = third === null ? [...gives, ...takes] : round.flat();
  const tellsApart = ({ school: { uai } }: LetteredMove) =>
    (sectors.cards.reasonOf(uai)?.group.length ?? 0) > 0;
  const first = moves.find((move) => told.includes(move) && tellsApart(move));
  const isExchange = takes.length > 0 || third !== null;
  if (first && first.letter !== letter)
    return isExchange
      ? m.sectors_reason_swap_same({ letter: first.letter })
      : m.sectors_reason_along_same({ letter: first.letter });
  const lettersOf = (some: readonly LetteredMove[]) => some.map((move) => move.letter).join(', ');
  const said = { from: whoIs(from), to: whoIs(to) };
  if (third !== null) {
    const [there, on, back] = round.map(lettersOf) as [string, string, string];
    return m.sectors_reason_circle({
      ...said,
      ...{ there, on, back },
      third: whoIs(third),
      reason: withoutWords(sectors, found, 'circle')
    });
  }
  return takes.length > 0
    ? m.sectors_reason_swap({
        ...said,
        gives: lettersOf(gives),
        takes: lettersOf(takes),
        reason: withoutWords(sectors, found, 'swap')
      })
    : m.sectors_reason_along({
        ...said,
        schools: lettersOf(gives),
        reason: withoutWords(sectors, found, 'along')
      });
}
