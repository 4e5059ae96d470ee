// The page in sentences: what is foreseen, always with its range; what is not known, and why.
import { decimal, integer, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DemandState } from './demand-state.svelte.ts';
import { approximately, growthClause, postsWords } from './words.ts';

/** From here on the posts are said to be full: more often than not, the children exceed what they can follow. */
const FULL = 0.5;

function childrenSentence({ forecast, next, address }: DemandState): string {
  if (next)
    return m.demand_sentence_children({
      growth: growthClause(address.growth, forecast.growth ?? 0),
      value: approximately(next.value),
      year: next.year,
      low: approximately(next.low),
      high: approximately(next.high)
    });
  return forecast.total.why === 'protected' ? m.demand_sentence_protected() : m.demand_sentence_few_years();
}

function postsSentence({ aboveLimit, posts, saturation, flows }: DemandState): string[] {
  const waiting = flows.at(-1)?.waiting ?? 0;
  if (aboveLimit === null || posts.fte === null || saturation.limit === null) return [];
  if (aboveLimit < FULL || waiting === 0) return [];
  const { fte } = posts;
  return [
    m.demand_sentence_full({ count: fte, shown: Number.isInteger(fte) ? numberWord(fte) : decimal(fte, 1) })
  ];
}

function queueSentence(demand: DemandState): string {
  const { saturation, address } = demand;
  const [unknown] = saturation.unknown;
  if (unknown === 'requests') return m.demand_sentence_no_requests();
  if (unknown === 'waiting') return m.demand_sentence_no_waiting();
  if (unknown === 'posts') return m.demand_sentence_no_posts();
  const line = saturation.staffing.find(({ kind }) => kind === 'chosen')!;
  const last = line.points.at(-1)!;
  const year = demand.yearAhead(last.ahead);
  const staffing =
    address.postsAYear === 0
      ? m.demand_with_none()
      : address.postsAYear < 0
        ? m.demand_with_fewer({ shown: postsWords(address.postsAYear) })
        : m.demand_with_posts({ count: address.postsAYear, shown: postsWords(address.postsAYear) });
  const waiting = Math.round(last.waiting);
  if (waiting === 0)
    return m.demand_sentence_queue_none({
      staffing,
      year,
      low: integer(last.low),
      high: integer(last.high)
    });
  return m.demand_sentence_queue({
    staffing,
    count: waiting,
    shown: integer(waiting),
    year,
    low: integer(last.low),
    high: integer(last.high)
  });
}

/** What is foreseen alone, for those who read no cause of what is not; empty where nothing is. */
export const foreseenSentences = (demand: DemandState): string[] => [
  ...(demand.next ? [childrenSentence(demand)] : []),
  ...postsSentence(demand),
  ...(demand.saturation.unknown.length === 0 ? [queueSentence(demand)] : [])
];

/** Marked with `<b>` and, for what awaits a decision, `<attente>`. */
export const demandSentences = (demand: DemandState): string[] => [
  childrenSentence(demand),
  ...postsSentence(demand),
  queueSentence(demand)
];
