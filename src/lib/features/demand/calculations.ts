// Each figure of the page as an operation on published figures, in words: what the page and the note show under « Comment ce chiffre est calculé ».
import { decimal, integer, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { growthOf } from '$lib/engines/demand/index.ts';
import type { DemandState } from './demand-state.svelte.ts';
import { approximately, rangeWords } from './words.ts';

export interface CalculationStep {
  name: string;
  formula: string;
}

/** How the children of the coming years are computed. */
export function childrenSteps(state: DemandState): CalculationStep[] {
  const {
    figures: { forecast, next, damping }
  } = state;
  const steps: CalculationStep[] = [];
  const { growth } = forecast;
  if (next && growth !== null) {
    const factor = growthOf(growth, damping, 1);
    steps.push(
      {
        name: m.demand_step_growth(),
        formula: m.demand_step_growth_formula({
          years: integer(state.figures.years.length),
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
  return steps;
}
