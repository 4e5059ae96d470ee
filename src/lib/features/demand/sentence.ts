// What the page says of the children, always with its range; what is not known, and why.
import { postsText } from '$lib/features/share/openings/openings-words.ts';
import { integer, plain } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DemandState } from './demand-state.svelte.ts';
import type { Means } from './means-years.ts';
import { approximately, roundedCount } from './words.ts';

/**
 * The children of one year, in sentences: what is foreseen with its range, and how many the posts of that year would follow as those of
 * today do; empty where nothing is foreseen.
 *
 * @param means the posts asked; the year is that of their last opening, or the last that is foreseen
 */
export function childrenSentence(demand: DemandState, means: Means): string {
  const { next } = demand.forecast.total;
  const last = next?.find(({ year }) => year === means.chosen?.by) ?? next?.at(-1);
  if (!last) return '';
  return [
    m.demand_sentence_children({
      value: approximately(last.value),
      year: last.year,
      low: approximately(last.low),
      high: approximately(last.high)
    }),
    roomSentence(demand, means, last)
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Children that the posts of a year would follow, as many each as today, and the places that would lack; empty where posts or children of today are not known. */
function roomSentence(
  { children, inProgress }: DemandState,
  { view, chosen }: Means,
  { year, value, low }: { year: string; value: number; low: number }
): string {
  const posts = chosen?.years.find((one) => one.year === year)?.posts;
  const today = inProgress === null ? children.at(-1) : null;
  if (posts === undefined || !view.hasPosts || !view.fte || today == null) return '';
  // What follows is counted from the figures that are shown, so that a reader finds the same.
  const mean = Math.round((10 * today) / view.fte) / 10;
  const room = roundedCount(mean * posts);
  const lack = roundedCount(value) - room;
  const told = m.demand_sentence_room({
    count: posts,
    mean: plain(mean),
    posts: postsText(posts),
    room: integer(room)
  });
  if (lack <= 0) return told;
  const within = room >= roundedCount(low) ? 'in' : 'out';
  return `${told} ${m.demand_sentence_lack({ count: lack, lack: integer(lack), within })}`;
}

/** Why no child is foreseen; null where some are. */
export const whyNoForecast = ({ forecast }: DemandState): string | null =>
  forecast.total.next
    ? null
    : forecast.total.why === 'protected'
      ? m.demand_sentence_protected()
      : m.demand_sentence_few_years();
