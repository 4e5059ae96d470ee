// What a head of service says of the plan on screen before a council: how far it is from the best, who checked it, how few pupils can change.
import { integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { road } from '../words';

export interface ReadyFacts {
  /** The answer of the search says that no plan keeps the rules. */
  infeasible: boolean;
  /** The plan on screen keeps the rules: one that does not is compared with none. */
  keepsRules: boolean;
  /** Estimated road of the plan on screen and the least that any plan can have, tenths of a minute a week; null where nothing bounds it. */
  objective: number;
  bound: number | null;
  /** A program apart has checked that bound. */
  isChecked: boolean;
  /** Pupils who change with the plan on screen, and the fewest who can; null where it was not sought or not established. */
  pupils: number;
  fewest: number | null;
}

/** Less than a tenth of a minute is no gain. */
const SLACK = 0.5;

/** The sentences, in their order; empty where nothing is established. */
export function readyText(facts: ReadyFacts): string {
  const { infeasible, keepsRules, objective, bound, isChecked, pupils, fewest } = facts;
  const checked = isChecked ? m.sectors_ready_twice() : m.sectors_ready_once();
  if (infeasible) return `${m.sectors_ready_infeasible()} ${checked}`;
  if (bound === null) return '';
  const gain = objective - bound;
  const best = !keepsRules
    ? m.sectors_ready_outside({ time: road(bound) })
    : gain <= SLACK
      ? m.sectors_ready_best({ time: road(objective) })
      : m.sectors_ready_gain({ time: road(gain), share: percent(gain / Math.max(1, objective), 1) });
  const changes =
    fewest === null || fewest === 0
      ? []
      : [
          m.sectors_ready_fewest({ count: fewest, fewest: integer(fewest) }),
          keepsRules && pupils > 0 ? m.sectors_ready_changed({ pupils: integer(pupils) }) : ''
        ];
  return [best, checked, ...changes].filter((sentence) => sentence !== '').join(' ');
}
