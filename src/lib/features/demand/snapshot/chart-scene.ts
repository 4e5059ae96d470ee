// The two charts of the page as a scene of lines, for pictures, frames and stories.
import { shortYear } from '$lib/i18n/dates.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Scene } from '$lib/map/scene.ts';
import type { DemandState } from '../demand-state.svelte.ts';
import type { Means } from '$lib/figures/posts-request.ts';
import { meansYears, type MeansYear } from '../means-years.ts';
import { roundedCount } from '../words.ts';
import type { EndLabel } from './end-labels.ts';

export interface ChartLine {
  /** Step on the axis and value. */
  points: readonly (readonly [number, number])[];
  stroke: string;
  dashed: boolean;
  /** Discs at its points: full, or rings. */
  marks: 'disc' | 'ring' | 'none';
}

export interface ChartScene {
  title: string;
  /** Labels of the steps of the axis. */
  steps: readonly string[];
  top: number;
  lines: readonly ChartLine[];
  /** Range: step, low, high. */
  band: readonly (readonly [number, number, number])[];
  fill: string;
  limit: number | null;
  ends: readonly EndLabel[];
}

export interface DemandScene extends Scene {
  charts: readonly ChartScene[];
}

/** Labels at the end of the children: the range and the value; empty without a forecast. */
function childrenEnds({ figures: { forecast } }: DemandState): EndLabel[] {
  const last = forecast.total.next?.at(-1);
  if (!last) return [];
  const [low, value, high] = [last.low, last.value, last.high].map(roundedCount) as [number, number, number];
  const quiet = 'var(--ink-2)';
  return [
    { value: high, lines: [m.demand_end_high({ value: integer(high) })], fill: quiet },
    { value, lines: [m.demand_end_value({ value: integer(value) })], fill: 'var(--ink)', strong: true },
    { value: low, lines: [m.demand_end_low({ value: integer(low) })], fill: quiet }
  ];
}

function childrenChart(demand: DemandState): ChartScene[] {
  const next = (demand.figures.forecast.total.next ?? []).map(({ year, value, low, high }) => ({
    year,
    value: roundedCount(value),
    low: roundedCount(low),
    high: roundedCount(high)
  }));
  const known = demand.figures.children.flatMap((value, at) =>
    value === null ? [] : [[at, value] as const]
  );
  const start = known.at(-1);
  if (next.length === 0 || !start) return [];
  const first = demand.figures.years.length;
  const ahead = next.map(({ value }, at) => [first + at, value] as const);
  return [
    {
      title: m.demand_children(),
      steps: [...demand.figures.years, ...next.map(({ year }) => year)].map(shortYear),
      top: Math.max(...known.map(([, value]) => value), ...next.map(({ high }) => high)) * 1.05,
      lines: [
        { points: [start, ...ahead], stroke: 'var(--ramp-5)', dashed: true, marks: 'ring' },
        { points: known, stroke: 'var(--ink)', dashed: false, marks: 'disc' }
      ],
      band: [
        [start[0], start[1], start[1]],
        ...next.map(({ low, high }, at) => [first + at, low, high] as const)
      ],
      fill: 'var(--ramp-2)',
      limit: null,
      ends: childrenEnds(demand)
    }
  ];
}

/** Schools that wait, each year of the page, for the posts asked. */
function waitingChart(years: readonly MeansYear[]): ChartScene[] {
  const points = years.flatMap(({ waiting }, at) => (waiting === null ? [] : [[at, waiting] as const]));
  const known = points.filter(([at]) => !years[at]!.isExpected);
  const start = known.at(-1);
  const last = points.at(-1);
  if (!start || !last || points.length === known.length) return [];
  return [
    {
      title: m.means_row_waiting(),
      steps: years.map(({ year }) => shortYear(year)),
      top: Math.max(1, ...points.map(([, value]) => value)) * 1.15,
      lines: [
        {
          points: [start, ...points.filter(([at]) => years[at]!.isExpected)],
          stroke: 'var(--accent)',
          dashed: true,
          marks: 'ring'
        },
        { points: known, stroke: 'var(--accent)', dashed: false, marks: 'disc' }
      ],
      band: [],
      fill: 'var(--accent-soft)',
      limit: null,
      ends: [
        {
          value: last[1],
          lines: [last[1] === 0 ? m.openings_none() : integer(last[1])],
          fill: 'var(--accent)',
          strong: true
        }
      ]
    }
  ];
}

/** Nothing of the map: the charts stand alone. */
export const demandScene = (demand: DemandState, means: Means): DemandScene => ({
  kind: 'communes',
  areas: [],
  points: [],
  charts: [...childrenChart(demand), ...waitingChart(meansYears(demand, means))]
});

/** Whole steps of the value axis, about five. */
export function valueTicks(top: number): number[] {
  const rough = top / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step);
}

export const axisText = (value: number): string => integer(value);
