// Figures on which scenarios are compared: how each is formatted, and its difference from today's.
import { decimal, euros, integer, percent, signed } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Plan } from '$lib/model/plan';
import type { PlanFigures } from '../state/plan-figures';
import type { TourWeek } from '$lib/figures/roads.svelte';
import { weekly } from '../words';

/** The reference plan, and its name. */
export interface ReferencePlan {
  plan: Plan;
  name: string;
}

interface ComparedPlan {
  figures: PlanFigures;
  /** Null until the tours are computed. */
  week: TourWeek | null;
}

interface ComparedRow {
  key: string;
  label: () => string;
  /** Rounded as displayed, so that differences add up on screen; null when unknown. */
  of: (column: ComparedPlan) => number | null;
  write: (value: number) => string;
  /** Absent when the figure is itself a difference. */
  change?: (difference: number) => string;
  /** Shown even when it is zero in all plans. */
  always: boolean;
}

/** A difference that rounds to zero is displayed as none. */
const changed = (write: (value: number) => string) => (difference: number) =>
  write(Math.abs(difference)) === write(0) ? '=' : signed(difference, write);
const row = (
  key: string,
  label: () => string,
  write: (value: number) => string,
  of: ComparedRow['of'],
  digits = 0
): ComparedRow => ({
  key,
  label,
  write,
  of: (column) => to(digits, of(column)),
  change: changed(write),
  always: true
});

const to = (digits: number, value: number | null | undefined) =>
  value === null || value === undefined ? null : Number(value.toFixed(digits));
const km = (value: number) => `${integer(value)}\u00a0km`;
const kilograms = (value: number) => `${decimal(value, 1)}\u00a0kg`;

export const COMPARED: readonly ComparedRow[] = [
  {
    ...row(
      'deviation',
      m.sectors_scenario_row_deviation,
      percent,
      ({ figures }) => figures.balance.spread.maxDeviation,
      2
    ),
    change: (difference) =>
      changed((value) => m.sectors_scenario_points({ value: integer(value) }))(difference * 100)
  },
  row('work', m.sectors_scenario_row_work, weekly, ({ figures }) => figures.work),
  row('travel', m.sectors_scenario_row_travel, weekly, ({ figures }) =>
    figures.isSampled ? figures.balance.travel : null
  ),
  row('km', m.sectors_scenario_row_km, km, ({ week }) => week && week.km),
  row('euros', m.sectors_scenario_row_euros, euros, ({ week }) => week && week.euros),
  row('co2', m.sectors_scenario_row_co2, kilograms, ({ week }) => week && week.co2, 1),
  row('worst', m.sectors_scenario_row_worst, weekly, ({ figures }) => figures.balance.worst?.minutes ?? null),
  {
    key: 'unassigned',
    label: m.sectors_scenario_row_unassigned,
    write: integer,
    always: false,
    of: ({ figures }) => figures.balance.unassigned.length
  },
  {
    key: 'pupils',
    label: m.sectors_scenario_row_pupils,
    write: integer,
    always: true,
    of: ({ figures }) => figures.changes.pupils
  },
  {
    key: 'coordinators',
    label: m.sectors_scenario_row_coordinators,
    write: integer,
    always: false,
    of: ({ figures }) => figures.changes.teams
  },
  {
    key: 'schools',
    label: m.sectors_scenario_row_schools,
    write: integer,
    always: true,
    of: ({ figures }) => figures.changes.moved.length
  }
];
