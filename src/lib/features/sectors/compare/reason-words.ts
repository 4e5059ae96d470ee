// Why a school changes referent, in one sentence.
import { duration, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { SectorsState } from '../state/sectors-state.svelte';
import { deviationWords, whoIs } from '../words';
import type { LetteredMove } from './moves';

/** Nothing where no reason is known: a school without a referent, before or after, or a plan that breaks the rules. */
export function reasonSentence(sectors: SectorsState, { school, from, to }: LetteredMove): string {
  if (from === null) return m.sectors_reason_waited();
  if (to === null) return '';
  const found = sectors.cards.reasonOf(school.uai);
  if (!found) return '';
  const ends = [found.to, found.from];
  const out = ends.filter(({ isOut }) => isOut);
  const [first, second] = (out.length === 1 ? out : ends).map(({ referent, deviation }) => ({
    post: whoIs(referent),
    deviation: deviationWords(deviation, sectors.settings.tolerance)
  }));
  const band = percent(sectors.settings.tolerance);
  switch (found.reason) {
    case 'band':
      return second
        ? m.sectors_reason_band_both({
            post: first!.post,
            deviation: first!.deviation,
            other: second.post,
            otherDeviation: second.deviation,
            band
          })
        : m.sectors_reason_band({ ...first!, band });
    case 'piece':
      return m.sectors_reason_piece();
    case 'road':
      return m.sectors_reason_road({ time: duration(Math.max(1, Math.round(found.roadSaved))) });
    case 'even':
      return m.sectors_reason_even({
        post: whoIs(found.to.referent),
        deviation: deviationWords(found.to.deviation),
        other: whoIs(found.from.referent),
        otherDeviation: deviationWords(found.from.deviation)
      });
    default:
      return m.sectors_reason_whole();
  }
}
