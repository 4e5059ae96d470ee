// The two charts of the page as a scene of lines, for pictures, frames and stories.
import { shortYear } from '$lib/i18n/dates.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Scene } from '$lib/map/scene.ts';
import type { DemandState } from '../demand-state.svelte.ts';
import type { EndLabel } from '../charts/end-labels.ts';
import { childrenEnds } from '../charts/children-ends.ts';
import { queueLines } from '../charts/queue-words.ts';
import { roundedCount } from '../words.ts';

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

function childrenChart(demand: DemandState): ChartScene[] {
  const next = (demand.forecast.total.next ?? []).map(({ year, value, low, high }) => ({
    year,
    value: roundedCount(value),
    low: roundedCount(low),
    high: roundedCount(high)
  }));
  const known = demand.children.flatMap((value, at) => (value === null ? [] : [[at, value] as const]));
  const start = known.at(-1);
  if (next.length === 0 || !start) return [];
  const first = demand.years.length;
  const limit = demand.saturation.limit?.children ?? null;
  const ahead = next.map(({ value }, at) => [first + at, value] as const);
  return [
    {
      title: m.demand_children(),
      steps: [...demand.years, ...next.map(({ year }) => year)].map(shortYear),
      top: Math.max(limit ?? 0, ...known.map(([, value]) => value), ...next.map(({ high }) => high)) * 1.05,
      lines: [
        { points: [start, ...ahead], stroke: 'var(--ramp-5)', dashed: true, marks: 'ring' },
        { points: known, stroke: 'var(--ink)', dashed: false, marks: 'disc' }
      ],
      band: [
        [start[0], start[1], start[1]],
        ...next.map(({ low, high }, at) => [first + at, low, high] as const)
      ],
      fill: 'var(--ramp-2)',
      limit,
      ends: childrenEnds(demand)
    }
  ];
}

function queueChart(demand: DemandState): ChartScene[] {
  const lines = queueLines(demand);
  const [first] = lines;
  if (!first) return [];
  const ranged = lines.find(({ kind }) => kind === 'chosen') ?? first;
  const highest = [
    ...lines.flatMap(({ points }) => points.map(({ waiting }) => waiting)),
    ...ranged.points.map(({ high }) => high)
  ];
  return [
    {
      title: m.demand_queue(),
      steps: first.points.map(({ ahead }) => shortYear(demand.yearAhead(ahead))),
      top: Math.max(1, ...highest) * 1.05,
      lines: lines.map(({ kind, points, label }) => ({
        points: points.map(({ ahead, waiting }) => [ahead, waiting] as const),
        stroke: label.fill,
        dashed: kind === 'stable',
        marks: kind === 'stable' ? 'ring' : 'disc'
      })),
      band: ranged.points.map(({ ahead, low, high }) => [ahead, low, high] as const),
      fill: ranged.kind === 'chosen' ? 'var(--ramp-2)' : 'var(--accent-soft)',
      limit: null,
      ends: lines.map(({ label }) => label)
    }
  ];
}

/** Nothing of the map: the charts stand alone. */
export const demandScene = (demand: DemandState): DemandScene => ({
  kind: 'communes',
  areas: [],
  points: [],
  charts: [...childrenChart(demand), ...queueChart(demand)]
});

/** Whole steps of the value axis, about five. */
export function valueTicks(top: number): number[] {
  const rough = top / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step);
}

export const axisText = (value: number): string => integer(value);
