// Chart of the schools that wait, by staffing level: each line is named at its end, the chosen one has its range.
import * as Plot from '@observablehq/plot';
import type { QueuePoint } from '$lib/engines/demand/index.ts';
import type { MilestoneAt } from '$lib/ui/charts/milestone-marks.ts';
import { framedChart } from './chart-frame.ts';
import type { EndLabel } from './end-labels.ts';

export interface QueueLine {
  kind: 'none' | 'stable' | 'cleared' | 'chosen';
  points: readonly QueuePoint[];
  label: EndLabel;
}

export interface QueueChartWords {
  integer: (value: number) => string;
  shortYear: (year: string) => string;
  /** School year so far ahead. */
  year: (ahead: number) => string;
}

const STROKES: Record<QueueLine['kind'], Plot.LineYOptions> = {
  none: { stroke: 'var(--accent)', strokeWidth: 2.2 },
  stable: { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '5 4' },
  cleared: { stroke: 'var(--ink)', strokeWidth: 2.2 },
  chosen: { stroke: 'var(--ramp-5)', strokeWidth: 2.6 }
};

export function queueYearsChart(
  lines: readonly QueueLine[],
  words: QueueChartWords,
  size: { width: number; height: number },
  milestones: readonly MilestoneAt[] = []
): Plot.PlotOptions {
  const ranged = lines.find(({ kind }) => kind === 'chosen') ?? lines.find(({ kind }) => kind === 'none');
  const first = lines[0]?.points[0];
  const x = ({ ahead }: QueuePoint) => words.year(ahead);
  const frame = {
    years: lines[0]?.points.map(x) ?? [],
    yearWords: words.shortYear,
    valueWords: words.integer,
    highest: Math.max(
      ...lines.flatMap(({ points }) => points.map(({ waiting }) => waiting)),
      ...(ranged?.points.map(({ high }) => high) ?? [])
    ),
    ends: lines.map(({ label }) => label),
    labelRoom: { wide: 176, narrow: 122 },
    milestones,
    size
  };
  return framedChart(frame, () => [
    ...(ranged
      ? [
          Plot.areaY(ranged.points, {
            x,
            y1: 'low',
            y2: 'high',
            fill: ranged.kind === 'none' ? 'var(--accent-soft)' : 'var(--ramp-2)',
            fillOpacity: 0.75
          })
        ]
      : []),
    ...lines.flatMap(({ kind, points }) => [
      Plot.lineY(points, { x, y: 'waiting', ...STROKES[kind] }),
      Plot.dot(points, {
        x,
        y: 'waiting',
        symbol: kind === 'none' ? 'diamond' : 'circle',
        r: 3.8,
        fill: kind === 'stable' ? 'var(--surface)' : String(STROKES[kind].stroke),
        stroke: kind === 'stable' ? 'var(--ink)' : 'none',
        strokeWidth: 1.5
      })
    ]),
    ...(first
      ? [
          Plot.dot([first], { x, y: 'waiting', symbol: 'diamond', r: 5, fill: 'var(--accent)' }),
          Plot.text([first], {
            x,
            y: 'waiting',
            dy: -14,
            text: ({ waiting }: QueuePoint) => words.integer(waiting),
            fontSize: 13,
            fontWeight: 600,
            fill: 'var(--accent)',
            stroke: 'var(--paper)',
            strokeWidth: 4
          })
        ]
      : [])
  ]);
}
