// The communes that grow most, in a sentence: only those whose count is published have a forecast.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DemandState } from './demand-state.svelte.ts';
import { approximately, roundedCount } from './words.ts';

const MOST_NAMED = 2;

/** null where no commune has a forecast. */
export function communesWords({ figures: { communes } }: DemandState): string | null {
  const growing = communes.flatMap(({ name, counts, next }) => {
    const [now, point] = [counts.at(-1)?.value ?? null, next?.[0]];
    return now === null || !point ? [] : [{ name, point, more: roundedCount(point.value) - now }];
  });
  if (growing.length === 0) return null;
  const hidden = communes.some(({ why }) => why === 'protected');
  const named = growing
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMED);
  const year = growing[0]!.point.year;
  return [
    named.length === 0
      ? m.means_communes_none({ year })
      : m.means_communes_most({
          year,
          list: named
            .map(({ name, point, more }) =>
              m.means_commune({ name, more: approximately(more), value: approximately(point.value) })
            )
            .join(', ')
        }),
    ...(hidden ? [m.means_communes_hidden()] : [])
  ].join(' ');
}
