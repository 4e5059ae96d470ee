// Each figure of the page as an operation on published figures, in words: what the page and the note show under « Comment ce chiffre est calculé ».
import { decimal, duration, integer, percent, plain, signed } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { growthOf } from '$lib/engines/demand/index.ts';
import type { DemandState } from './demand-state.svelte.ts';
import { approximately, postsText, countedPosts, rangeWords, rateText, todaysPosts } from './words.ts';

export interface CalculationStep {
  name: string;
  formula: string;
}

/** How the children of the coming years, and the limit of the posts, are computed. */
export function childrenSteps(state: DemandState): CalculationStep[] {
  const { forecast, next, damping, saturation } = state;
  const steps: CalculationStep[] = [];
  const { growth } = forecast;
  if (next && growth !== null) {
    const factor = growthOf(growth, damping, 1);
    steps.push(
      {
        name: m.demand_step_growth(),
        formula: m.demand_step_growth_formula({
          years: integer(state.years.length),
          growth: percent(growth, 1)
        })
      },
      {
        name: m.demand_step_next({ year: next.year }),
        formula: m.demand_step_next_formula({
          level: integer(next.value / factor),
          growth: percent(growth, 1),
          kept: percent(damping),
          value: integer(next.value),
          about: approximately(next.value)
        })
      },
      {
        name: m.demand_step_range(),
        formula: m.demand_step_range_formula({
          range: rangeWords(next),
          dispersion: decimal(forecast.dispersion ?? 1, 1)
        })
      }
    );
  }
  const { limit, schoolsPerPost } = saturation;
  if (limit && schoolsPerPost && state.posts.fte !== null)
    steps.push({
      name: m.demand_step_limit({ posts: todaysPosts(state.posts.fte) }),
      formula: m.demand_step_limit_formula({
        posts: postsText(state.posts.fte),
        schools: rateText(schoolsPerPost.value),
        perSchool: decimal(limit.perSchool, 2),
        children: integer(limit.children)
      })
    });
  return steps;
}

/** How the queue and the posts that it calls for are computed. */
export function queueSteps(state: DemandState): CalculationStep[] {
  const { saturation, flows } = state;
  const { requests, schoolsPerPost, stable, cleared } = saturation;
  const { minutes = null, missing = 0 } = schoolsPerPost ?? {};
  const steps: CalculationStep[] = [];
  const counted = flows.filter(({ whole, requests: count }) => whole && count !== null);
  if (requests)
    steps.push({
      name: m.demand_step_requests(),
      formula: m.demand_step_requests_formula({
        sum: counted.map(({ requests: count }) => integer(count!)).join(' + '),
        years: integer(requests.years),
        value: plain(Math.round(requests.value * 10) / 10)
      })
    });
  if (schoolsPerPost)
    steps.push({
      name: m.demand_step_per_post(),
      formula:
        state.chosenSchools === null
          ? m.demand_step_per_post_formula({
              followed: integer(schoolsPerPost.followed),
              posts: postsText(schoolsPerPost.posts),
              value: rateText(schoolsPerPost.value)
            })
          : state.address.schoolsPerPost === null && minutes
            ? m.demand_step_per_post_time({
                post: duration(minutes.post),
                school: duration(minutes.school),
                value: rateText(schoolsPerPost.value)
              })
            : m.demand_step_per_post_chosen({ value: rateText(schoolsPerPost.value) })
    });
  if (schoolsPerPost && missing !== 0)
    steps.push({
      name: missing > 0 ? m.demand_step_missing() : m.demand_step_spare(),
      formula: m.demand_step_missing_formula({
        followed: integer(schoolsPerPost.followed),
        schools: rateText(schoolsPerPost.value),
        today: postsText(schoolsPerPost.posts),
        posts: m.demand_posts({
          count: Math.abs(missing),
          shown: signed(missing, (value) => postsText(value))
        })
      })
    });
  if (requests && schoolsPerPost && stable !== null)
    steps.push({
      name: m.demand_step_stable(),
      formula: m.demand_step_stable_formula({
        requests: plain(Math.round(requests.value * 10) / 10),
        schools: rateText(schoolsPerPost.value),
        posts: countedPosts(stable)
      })
    });
  const waiting = flows.at(-1)?.waiting;
  if (cleared && requests && schoolsPerPost && waiting !== undefined)
    steps.push({
      name: m.demand_step_cleared({ years: integer(cleared.years) }),
      formula: (missing === 0 ? m.demand_step_cleared_formula : m.demand_step_cleared_with_missing)({
        missing: signed(missing, (value) => postsText(value)),
        waiting: integer(waiting),
        years: integer(cleared.years),
        requests: plain(Math.round(requests.value * 10) / 10),
        schools: rateText(schoolsPerPost.value),
        posts: postsText(cleared.posts)
      })
    });
  return steps;
}
