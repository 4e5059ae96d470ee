// The first choice among the cards found.
import type { CardAim } from './cards.ts';

/** A card by the figures that decide, as they are shown. */
export interface CardToChoose {
  aim: CardAim;
  /** Minutes a week of all posts. */
  road: number;
  /** Pupils who change referent. */
  pupils: number;
}

/**
 * Without more road than today, the card of the fewest pupils who change referent, then of the least road; where every card asks for more
 * road than today, or today's is not known, the one of the least road, then of the fewest pupils. Minutes are rounded, as on the pages.
 *
 * @returns null without a card
 */
export function firstChoice<One extends CardToChoose>(
  cards: readonly One[],
  today: number | null
): One | null {
  const minutes = ({ road }: One) => Math.round(road);
  const within = cards.filter((card) => today !== null && minutes(card) <= Math.round(today));
  const [first] =
    within.length > 0
      ? within.toSorted((a, b) => a.pupils - b.pupils || minutes(a) - minutes(b))
      : cards.toSorted((a, b) => minutes(a) - minutes(b) || a.pupils - b.pupils);
  return first ?? null;
}
