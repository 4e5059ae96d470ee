// What the page says of the children, always with its range; what is not known, and why.
import { semicolon } from '$lib/i18n/locale.ts';
import { postsText } from '$lib/figures/openings-words.ts';
import { integer, plain } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { ForecastPoint } from '$lib/engines/demand/index.ts';
import type { DemandState } from './demand-state.svelte.ts';
import type { Means } from '$lib/figures/posts-request.ts';
import type { MeansYear } from './means-years.ts';
import { approximately, countText, rangeWords, roundedCount } from './words.ts';

/** The year that the sentences speak of: that of the last opening, or the last that is foreseen; null where nothing is. */
export function lastForeseen(demand: DemandState, { chosen }: Pick<Means, 'chosen'>): ForecastPoint | null {
  const { next } = demand.figures.forecast.total;
  return next?.find(({ year }) => year === chosen?.by) ?? next?.at(-1) ?? null;
}

/** « En 2028-2029, le service accompagnerait environ 455 enfants, entre 340 et 585, huit années sur dix. » */
export const foreseenSentence = ({ value, year, low, high }: ForecastPoint): string =>
  m.demand_sentence_children({
    ...{ value: approximately(value), year },
    ...{ low: approximately(low), high: approximately(high) }
  });

/**
 * The children of one year, in sentences: what is foreseen with its range, and how many the posts of that year would follow as those of
 * today do; empty where nothing is foreseen.
 *
 * @param means the posts asked; the year is that of their last opening, or the last that is foreseen
 */
export function childrenSentence(demand: DemandState, means: Means): string {
  const last = lastForeseen(demand, means);
  if (!last) return '';
  return [
    foreseenSentence(last),
    roomSentence(
      demand,
      means,
      demand.figures.forecast.total.next!.filter(({ year }) => year <= last.year)
    )
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * Children that the posts of the last year would follow, as many each as today, and the places that would lack, year by year; empty where
 * posts or children of today are not known.
 */
function roomSentence(
  { figures: { children, inProgress } }: DemandState,
  { view, chosen }: Means,
  foreseen: readonly { year: string; value: number; low: number }[]
): string {
  const today = inProgress === null ? children.at(-1) : null;
  if (!chosen || !view.hasPosts || !view.fte || today == null) return '';
  const fte = view.fte;
  // What follows is counted from the figures that are shown, so that a reader finds the same.
  const mean = Math.round((10 * today) / fte) / 10;
  const years = foreseen.map(({ year, value, low }) => {
    // Before the first opening, the posts of today.
    const posts = chosen.years.find((one) => one.year === year)?.posts ?? fte;
    const room = roundedCount(mean * posts);
    return { year, posts, room, lack: roundedCount(value) - room, isWithin: room >= roundedCount(low) };
  });
  const last = years.at(-1);
  if (!last) return '';
  const told = m.demand_sentence_room({
    count: last.posts,
    mean: plain(mean),
    posts: postsText(last.posts),
    room: integer(last.room)
  });
  const lacking = years.filter(({ lack }) => lack > 0);
  if (lacking.length === 0) return told;
  const parts = lacking.map(({ lack, year }, at) =>
    at === 0
      ? m.demand_lack_first({ count: lack, lack: integer(lack), year })
      : m.demand_lack_then({ lack: integer(lack), year })
  );
  const within = lacking.every(({ isWithin }) => isWithin) ? 'in' : 'out';
  return `${told} ${m.demand_sentence_lack({ parts: parts.join(', '), within })}`;
}

/** Why no child is foreseen; null where some are. */
export const whyNoForecast = ({ figures: { forecast } }: DemandState): string | null =>
  forecast.total.next
    ? null
    : forecast.total.why === 'protected'
      ? m.demand_sentence_protected()
      : m.demand_sentence_few_years();

/** The chart of the children in words, year after year. */
export const childrenWords = (years: readonly MeansYear[]): string =>
  m.demand_children_describe({
    observed: years
      .flatMap(({ year, children }) => (children ? [`${year} ${countText(children)}`] : []))
      .join(', '),
    foreseen: years
      .flatMap(({ year, forecast }) =>
        forecast ? [`${year} ${approximately(forecast.value)}, ${rangeWords(forecast)}`] : []
      )
      .join(semicolon())
  });

/** Both charts of the page in words: the children, then the schools that wait. */
export const chartsWords = (years: readonly MeansYear[]): string =>
  `${childrenWords(years)} ${m.demand_waiting_describe({
    years: years
      .flatMap(({ year, waiting }) => (waiting === null ? [] : [`${year} ${integer(waiting)}`]))
      .join(', ')
  })}`;
