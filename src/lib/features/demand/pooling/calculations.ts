// Each figure of the comparison as operations in words, and what it takes for granted.
import { roadInUse } from '$lib/figures/road-words.ts';
import { decimal, duration, integer, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { ASSUMED_CHILDREN_PER_100 } from '$lib/model/workload.ts';
import type { Compared } from '$lib/engines/demand/index.ts';
import type { CalculationStep } from '../calculations.ts';
import { CHILDREN_SHARES } from './pooling-request.ts';
import type { PoolingFigure, PoolingView } from './pooling-view.ts';
import { centralText, figureValue, gainText, postCount, rangeText, roundingName } from './pooling-words.ts';

/** Both sides and their difference: the last steps of every figure. */
function sides(
  figure: PoolingFigure,
  { alone, pooled, gain }: Compared,
  how: [string, string]
): CalculationStep[] {
  return [
    { name: m.pooling_alone(), formula: `${how[0]} = ${rangeText(figure, alone)}` },
    { name: m.pooling_together(), formula: `${how[1]} = ${rangeText(figure, pooled)}` },
    {
      name: m.pooling_difference(),
      formula: m.pooling_difference_formula({
        alone: figureValue(figure, alone.central),
        pooled: figureValue(figure, pooled.central),
        central: centralText(figure, gain),
        gain: gainText(figure, gain)
      })
    }
  ];
}

export function poolingSteps(
  figure: PoolingFigure,
  compared: Compared,
  view: PoolingView
): CalculationStep[] {
  const { settings, fte, schools, workload, gain } = view;
  const communes = integer(gain.communes.length);
  const rounding = roundingName(settings.steps);
  switch (figure) {
    case 'posts':
      return [
        {
          name: m.pooling_step_load(),
          formula: m.pooling_step_load_formula({
            load: duration(workload),
            posts: postCount(fte ?? 0),
            each: duration(workload / (fte ?? 1))
          })
        },
        ...sides(figure, compared, [
          m.pooling_step_posts_alone({ communes, rounding }),
          m.pooling_step_posts_together({ rounding })
        ])
      ];
    case 'schools':
      return [
        {
          name: m.demand_step_per_post(),
          formula: m.demand_step_per_post_formula({
            followed: integer(schools),
            posts: postCount(fte ?? 0),
            value: decimal(schools / (fte ?? 1), 1)
          })
        },
        ...sides(figure, compared, [
          m.pooling_step_schools_alone({ posts: postCount(fte ?? 0) }),
          m.pooling_step_schools_together()
        ])
      ];
    case 'road':
      return sides(figure, compared, [m.pooling_step_road_alone(), m.pooling_step_road_together()]);
    case 'meetings':
      return sides(figure, compared, [
        m.pooling_step_meetings_alone({ count: gain.shared.length, shown: integer(gain.shared.length) }),
        m.pooling_step_meetings_together()
      ]);
    case 'purchases':
      return sides(figure, compared, [m.pooling_step_purchases_alone(), m.pooling_step_purchases_together()]);
  }
}

/** Children that the work counts, and the range around them. */
function childrenHypothesis(published: number | null): string {
  const [count, least, most] = CHILDREN_SHARES.map((share) =>
    integer(share * (published ?? ASSUMED_CHILDREN_PER_100))
  ) as [string, string, string];
  return published === null
    ? m.pooling_hypothesis_children({ children: count, least, most })
    : m.pooling_hypothesis_published({ count, least, most });
}

export function poolingHypotheses(
  figure: PoolingFigure,
  { settings, road, gain, children }: PoolingView
): string[] {
  const spread = m.pooling_hypothesis_spread({ share: percent(settings.spread) });
  switch (figure) {
    case 'posts':
      return [
        spread,
        childrenHypothesis(children),
        m.pooling_hypothesis_same_load(),
        m.pooling_hypothesis_no_heads()
      ];
    case 'schools':
      return [spread, m.pooling_hypothesis_best(), m.pooling_hypothesis_same_schools()];
    case 'road':
      return [
        m.pooling_hypothesis_road(),
        roadInUse(road),
        m.pooling_hypothesis_trips(),
        childrenHypothesis(children)
      ];
    case 'meetings':
      return [
        gain.shared.length === 0 ? m.pooling_hypothesis_no_shared() : m.pooling_hypothesis_shared(),
        m.pooling_hypothesis_partners()
      ];
    case 'purchases':
      return [
        m.pooling_hypothesis_fixed({ share: percent(settings.fixedShare) }),
        m.pooling_hypothesis_discount({ share: percent(settings.discount) }),
        m.pooling_hypothesis_purchases()
      ];
  }
}

/** All of them, each once: the foot of a note. */
export const allHypotheses = (view: PoolingView, figures: readonly PoolingFigure[]): string[] => [
  ...new Set(figures.flatMap((figure) => poolingHypotheses(figure, view)))
];
