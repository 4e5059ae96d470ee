// Words of the three cards: what each looks for, and its figures beside today's.
import { duration, integer, percent, signed } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { MOST_ROAD, type CardAim } from '$lib/engines/cards';
import type { ShownFigures } from '../state/cards-search.svelte';

const NAMES: Record<CardAim, () => string> = {
  road: m.sectors_card_road,
  even: m.sectors_card_even,
  fewest: m.sectors_card_fewest
};
export const cardName = (aim: CardAim): string => NAMES[aim]();

const HINTS: Record<CardAim, () => string> = {
  road: m.sectors_card_road_hint,
  even: m.sectors_card_even_hint,
  fewest: m.sectors_card_fewest_hint
};
export const cardHint = (aim: CardAim): string => HINTS[aim]();

const FOUND: Record<CardAim, (inputs: { share: string }) => string> = {
  road: m.sectors_card_road_found,
  even: m.sectors_card_even_found,
  fewest: m.sectors_card_fewest_found
};
/** What a card is the best found at: nothing more is claimed of it. */
export const cardFound = (aim: CardAim): string => FOUND[aim]({ share: percent(MOST_ROAD - 1) });

export interface FigureWords {
  label: string;
  value: string;
  more: string;
}

function roadWords({ before, after }: NonNullable<ShownFigures['road']>): Omit<FigureWords, 'label'> {
  const added = Math.round(after) - Math.round(before);
  return {
    value: duration(Math.round(after)),
    more: added === 0 ? m.sectors_card_road_same() : signed(added, duration)
  };
}

/** The four figures of a card, rounded as everywhere on the page. */
export function cardFigureWords({
  deviation,
  road,
  schools,
  pupils,
  allPupils
}: ShownFigures): FigureWords[] {
  const unknown = { value: '–', more: m.sectors_card_road_unknown() };
  return [
    {
      label: m.sectors_card_deviation(),
      ...(deviation
        ? {
            value: percent(deviation.after),
            more: m.sectors_card_deviation_today({ deviation: percent(deviation.before) })
          }
        : unknown)
    },
    { label: m.sectors_card_road_week(), ...(road ? roadWords(road) : unknown) },
    {
      label: m.sectors_card_schools({ count: schools }),
      value: integer(schools),
      more: m.sectors_card_schools_change({ count: schools })
    },
    {
      label: m.sectors_card_pupils({ count: pupils }),
      value: integer(pupils),
      more:
        allPupils > 0
          ? m.sectors_card_pupils_share({ share: percent(pupils / allPupils) })
          : m.sectors_card_schools_change({ count: pupils })
    }
  ];
}
