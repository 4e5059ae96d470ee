// What the figures take for granted, and how the method did on the years known, in sentences.
import type { SchoolsPerPost } from '$lib/engines/demand/index.ts';
import { decimal, duration, integer, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DemandState } from './demand-state.svelte.ts';
import { approximately, growthHypothesis, countedPosts, rateText } from './words.ts';

export function childrenHypotheses({ address, years, saturation }: DemandState): string[] {
  return [
    growthHypothesis(address.growth),
    m.demand_hypothesis_shared(),
    m.demand_hypothesis_published(),
    m.demand_hypothesis_years({ years: integer(years.length) }),
    ...(saturation.limit ? [m.demand_hypothesis_limit()] : [])
  ];
}

export function queueHypotheses({ saturation }: DemandState): string[] {
  return [
    ...(saturation.requests
      ? [m.demand_hypothesis_requests({ years: integer(saturation.requests.years) })]
      : []),
    ...capacityHypotheses(saturation.schoolsPerPost),
    m.demand_hypothesis_posts(),
    m.demand_hypothesis_range()
  ];
}

/** What a post follows, why, and what follows from it for the schools of today. */
export function capacityHypotheses(capacity: SchoolsPerPost | null): string[] {
  if (!capacity) return [];
  const { value, today, minutes, missing, followed } = capacity;
  const spare = today === null ? 0 : capacity.posts * (value - today);
  return [
    m.demand_hypothesis_schools({ schools: rateText(value) }),
    ...(minutes
      ? [
          value === today
            ? m.demand_hypothesis_time({ school: duration(minutes.school), post: duration(minutes.post) })
            : m.demand_hypothesis_time_chosen({
                today: duration(minutes.schoolToday),
                school: duration(minutes.school),
                post: duration(minutes.post)
              })
        ]
      : []),
    ...(missing > 0
      ? [m.demand_hypothesis_missing({ posts: countedPosts(missing), followed: integer(followed) })]
      : []),
    ...(missing < 0 ? [m.demand_hypothesis_spare({ schools: rateText(spare) })] : [])
  ];
}

/** « L’an dernier, la même méthode aurait annoncé… »; null where no year can be tried. */
export function lastTest({ forecast }: DemandState): string | null {
  const tested = forecast.backtest.total.at(-1);
  if (!tested) return null;
  const { year, announced, observed, low, high } = tested;
  const said = { year, announced: approximately(announced), observed: integer(observed) };
  return low === null || high === null
    ? m.demand_test_last_bare(said)
    : m.demand_test_last({ ...said, low: approximately(low), high: approximately(high) });
}

/** Errors of the method on the years known, beside those of « same as last year ». */
export function testSentences({ forecast }: DemandState): string[] {
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
