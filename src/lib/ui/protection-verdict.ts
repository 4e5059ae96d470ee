// The audit of a protection in words.
import { integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Protection } from '$lib/cube/protection/protection';

export interface ShownVerdict {
  safe: string;
  /** How good the choice of what is hidden is. */
  proof: string;
  /** How it was found safe, in whole sentences. */
  details: string[];
}

export function verdictOf({
  k,
  examined,
  narrowest,
  below,
  withheld,
  years
}: Pick<Protection, 'k' | 'examined' | 'narrowest' | 'below' | 'withheld' | 'years'>): ShownVerdict {
  const gaps = years.map(({ status, gap }) => (status === 'optimal' ? 0 : gap));
  const known = gaps.filter((gap) => gap !== null);
  const worst = Math.max(...known);
  return {
    safe: m.data_verdict_safe({ most: integer(k - 1) }),
    proof:
      known.length < gaps.length
        ? m.data_verdict_unknown()
        : worst === 0
          ? m.data_verdict_proven()
          : m.data_verdict_gap({ gap: percent(worst, 1) }),
    details: [
      m.data_verdict_examined({ examined: integer(examined) }),
      ...(narrowest === null ? [] : [m.data_verdict_narrowest({ narrowest: integer(narrowest) })]),
      ...(withheld.includes('visits')
        ? [m.data_withheld_both()]
        : withheld.includes('families')
          ? [m.data_withheld_families()]
          : []),
      ...(withheld.includes('schools') ? [m.data_withheld_schools()] : []),
      below === 0 ? m.data_verdict_sums() : m.data_verdict_no_sums(),
      m.data_verdict_beyond()
    ]
  };
}
