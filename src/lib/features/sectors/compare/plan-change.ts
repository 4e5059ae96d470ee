// What the plan on screen changes of today's: the figures of the page, of its sentence and of its prints, rounded once.
import { integer, percent } from '$lib/i18n/numbers';
import { postName } from '$lib/i18n/place-names';
import type { Balance } from '$lib/model/assignment/balance.ts';
import { planChanges, type PlanChanges } from '../state/plan-figures';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import { roadTime } from '../words';

/** A figure of today's plan and of the plan on screen. */
export interface BeforeAfter<Value> {
  before: Value;
  after: Value;
}

export interface PlanChange extends PlanChanges {
  deviation: BeforeAfter<string>;
  /** Post that misses its target most today, when there is one alone. */
  farthest: string | null;
  /** Hours on the road of the team, a week. */
  road: BeforeAfter<string>;
  /** Minutes a week that the plan adds to it, of the figures as they are shown. */
  added: number;
  /** Whether both roads are sampled tours, not the solver's estimate. */
  isSampled: boolean;
  schools: number;
  allPupils: number;
}

/** The post that misses its target most, when there is one alone. */
function farthestPost({ referents, spread }: Balance): string | null {
  const { maxDeviation } = spread;
  const farthest = referents.filter(({ deviation }) => Math.abs(deviation ?? 0) === maxDeviation);
  return farthest.length === 1 && maxDeviation > 0 ? postName(farthest[0]!.id) : null;
}

export function planChange(sectors: LoadsInUse): PlanChange {
  const { plan, today, figures, todayFigures, schools, roads } = sectors;
  const before = sectors.roadsOf(today);
  const isSampled = roads !== null && before !== null;
  return {
    ...planChanges(sectors, plan),
    deviation: {
      before: percent(todayFigures.spread.maxDeviation),
      after: percent(figures.spread.maxDeviation)
    },
    farthest: farthestPost(todayFigures),
    road: {
      before: roadTime({ roads: before }, todayFigures.travel),
      after: roadTime({ roads }, figures.travel)
    },
    added: Math.round(figures.travel) - Math.round(todayFigures.travel),
    isSampled,
    schools: schools.length,
    allPupils: schools.reduce((sum, { pupils }) => sum + pupils, 0)
  };
}

/** A share of a whole, and the count itself: « 17 % »; nothing of nothing. */
export const shareOf = (part: number, whole: number): string =>
  whole > 0 ? percent(part / whole) : integer(0);
