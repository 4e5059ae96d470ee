// The audit of a protection in words.
import { integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Protected } from '$lib/state/workspace.svelte';

export interface Verdict {
  safe: string;
  /** Whole sentences. */
  details: string[];
}

export function verdictOf(
  { audit, years, withheld }: Pick<Protected['report'], 'audit' | 'years' | 'withheld'>,
  k: number
): Verdict {
  const gaps = years.map(({ status, gap }) => (status === 'optimal' ? 0 : gap));
  const known = gaps.filter((gap) => gap !== null);
  const worst = Math.max(...known);
  return {
    safe: m.data_verdict_safe({ most: integer(k - 1) }),
    details: [
      m.data_verdict_examined({ examined: integer(audit.examined) }),
      ...(audit.narrowest === null
        ? []
        : [m.data_verdict_narrowest({ narrowest: integer(audit.narrowest) })]),
      known.length < gaps.length
        ? m.data_verdict_unknown()
        : worst === 0
          ? m.data_verdict_proven()
          : m.data_verdict_gap({ gap: percent(worst, 1) }),
      ...(withheld.length === 0
        ? []
        : [withheld.includes('visits') ? m.data_withheld_both() : m.data_withheld_families()])
    ]
  };
}
