// What the figures take for granted, and how the method did on the years known, in sentences.
import { costWords } from '$lib/figures/openings-words.ts';
import { decimal, integer, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DemandState } from './demand-state.svelte.ts';
import type { Means } from '$lib/figures/posts-request.ts';
import { approximately, growthHypothesis } from './words.ts';

export function childrenHypotheses({ address, figures: { years } }: DemandState): string[] {
  return [
    growthHypothesis(address.growth),
    m.demand_hypothesis_shared(),
    m.demand_hypothesis_published(),
    m.demand_hypothesis_years({ years: integer(years.length) })
  ];
}

/** What the calendar of openings takes for granted. */
export const openingsHypotheses = ({ view }: Means): string[] => [
  m.means_supposed_post(),
  m.means_supposed_work(),
  m.means_supposed_open(),
  m.means_supposed_steps(),
  costWords(view.cost)
];

/** « L’an dernier, la même méthode aurait annoncé… »; null where no year can be tried. */
export function lastTest({ figures: { forecast } }: DemandState): string | null {
  const tested = forecast.backtest.total.at(-1);
  if (!tested) return null;
  const { year, announced, observed, low, high } = tested;
  const said = { year, announced: approximately(announced), observed: integer(observed) };
  return low === null || high === null
    ? m.demand_test_last_bare(said)
    : m.demand_test_last({ ...said, low: approximately(low), high: approximately(high) });
}

/** Errors of the method on the years known, beside those of « same as last year ». */
export function testSentences({ figures: { forecast } }: DemandState): string[] {
  const { mae, sameAsLastYear, coverage, points } = forecast.backtest;
  if (mae === null || sameAsLastYear === null) return [];
  return [
    m.demand_test_error({
      points: integer(points),
      mae: decimal(mae, 1),
      same: decimal(sameAsLastYear, 1)
    }),
    ...(coverage === null ? [] : [m.demand_test_coverage({ coverage: percent(coverage) })])
  ];
}
