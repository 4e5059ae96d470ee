// What the list of communes finds: in how many all schools are followed, and where the fewest are.
import { listWords } from '$lib/i18n/lists.ts';
import { numberWord, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

export interface PlaceCounts {
  name: string;
  schools: number;
  followed: number;
  waiting: number;
}

/** Communes named when several have the lowest share; beyond, none is. */
const NAMED = 3;

const feminine = (count: number) => numberWord(count, 'feminine');
const share = ({ followed, schools }: PlaceCounts) => followed / schools;

function leastWords(communes: readonly PlaceCounts[]): string {
  const lowest = Math.min(...communes.map(share));
  const least = communes.filter((one) => share(one) === lowest);
  const [first] = least;
  if (!first || least.length > NAMED) return '';
  const waits = least.reduce((sum, { waiting }) => sum + waiting, 0);
  const waiting = waits === 0 ? '' : m.portrait_found_waiting({ count: waits, words: feminine(waits) });
  if (least.length > 1)
    return m.portrait_found_least_many({
      places: listWords(least.map(({ name }) => name)),
      share: percent(lowest),
      waiting
    });
  return m.portrait_found_least({
    count: first.followed,
    place: first.name,
    followed: first.followed === 0 ? m.change_text_none() : feminine(first.followed),
    schools: feminine(first.schools),
    waiting
  });
}

/**
 * « Dans cinq communes sur onze, toutes les écoles sont suivies. La moins suivie est Saint-Saulve, avec une école sur quatre ; trois
 * attendent. »; null where there is nothing to compare: fewer than two communes with a school. Marked with `<b>` and `<attente>`.
 */
export function foundWords(communes: readonly PlaceCounts[]): string | null {
  const known = communes.filter(({ schools }) => schools > 0);
  if (known.length < 2) return null;
  const full = known.filter((one) => one.followed === one.schools).length;
  const all = feminine(known.length);
  if (full === known.length) return m.portrait_found_all({ communes: all });
  const opening =
    full === 0
      ? m.portrait_found_none()
      : m.portrait_found_full({ count: full, words: feminine(full), communes: all });
  return [opening, leastWords(known)].filter((part) => part !== '').join(' ');
}
