// « Que demander ? »: what each number of posts gives, and the fewest that open all the schools that wait.
import type { SchoolYear } from '../../../model/school-year.ts';
import { capacityOf, HORIZON, POST_STEP, SLACK, type OpeningsFacts } from './facts.ts';
import { openingsOf, type Openings } from './openings.ts';

/** Farther, a number of posts is no answer for one service. */
const MOST_POSTS = 60;

/** A stop of the slider. */
export interface OpeningStop extends Openings {
  /** Schools that it opens and no lower stop does; what opens no more is never proposed. */
  gain: number;
  isProposed: boolean;
}

/** The answer to « que demander ? ». */
export interface OpeningAnswer {
  /** Schools that wait, of those asked about. */
  schools: number;
  /** Full-time posts: the fewest that open as many of them as any number does. */
  posts: number;
  opened: number;
  /** Of these, those that posts of today follow, under their share: at the first rentrée, whatever is asked. */
  byToday: number;
  /** Schools that no number of posts opens within the horizon. */
  left: readonly string[];
  /** Years of the first and of the last of these openings; null when none opens. */
  from: SchoolYear | null;
  by: SchoolYear | null;
  /** Euros a year; null where a post's cost is not known. */
  cost: number | null;
}

/** Posts beyond which nothing changes: at the first rentrée, each school could have posts of its own. */
function mostPosts({ queue }: OpeningsFacts, capacity: number): number {
  const alone = queue.reduce(
    (sum, { work }) => sum + Math.max(1, Math.ceil(work / capacity / POST_STEP - SLACK)) * POST_STEP,
    POST_STEP
  );
  return Math.min(MOST_POSTS, alone * HORIZON);
}

/**
 * The stops of the slider from none on, each with its calendar: until all schools open or no more can, and one more, which is not proposed,
 * to show that it brings nothing. Empty where nothing tells what a post can follow.
 */
export function openingStops(facts: OpeningsFacts): OpeningStop[] {
  const capacity = capacityOf(facts);
  if (capacity === null || facts.queue.length === 0) return [];
  const most = mostPosts(facts, capacity);
  const stops: OpeningStop[] = [];
  let best = 0;
  for (let asked = 0; asked <= most; asked += POST_STEP) {
    const found = openingsOf(facts, asked)!;
    const gain = Math.max(0, found.opened - best);
    stops.push({ ...found, gain, isProposed: asked === 0 || gain > 0 });
    if (best === facts.queue.length) break;
    best = Math.max(best, found.opened);
  }
  const last = stops.findLastIndex(({ isProposed }) => isProposed);
  return stops.slice(0, last + 2);
}

/**
 * What to ask for, for all the schools that wait or some of them (those of a commune): the queue and its order stay those of the territory.
 *
 * @returns null where nobody waits, or nothing tells what a post can follow
 */
export function openingAnswer(stops: readonly OpeningStop[], of?: ReadonlySet<string>): OpeningAnswer | null {
  const asked = (stop: OpeningStop) => stop.lines.filter(({ id }) => of?.has(id) ?? true);
  const proposed = stops.filter(({ isProposed }) => isProposed);
  const [first] = proposed;
  if (!first || asked(first).length === 0) return null;
  const openIn = (stop: OpeningStop) => asked(stop).filter(({ opens }) => opens !== null);
  const most = Math.max(...proposed.map((stop) => openIn(stop).length));
  const stop = proposed.find((one) => openIn(one).length === most)!;
  const open = openIn(stop);
  const years = open.map(({ opens }) => opens!).sort();
  return {
    schools: asked(stop).length,
    posts: stop.asked,
    opened: open.length,
    byToday: open.filter(({ follower }) => follower?.kind === 'today').length,
    left: asked(stop).flatMap(({ id, opens }) => (opens === null ? [id] : [])),
    from: years[0] ?? null,
    by: years.at(-1) ?? null,
    cost: stop.cost
  };
}
