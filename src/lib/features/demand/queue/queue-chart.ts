// Chart of the schools that wait, by staffing level: each line is named at its end, the chosen one has its range.
import * as Plot from '@observablehq/plot';
import type { QueuePoint } from '$lib/engines/demand/index.ts';
import { LINE_HEIGHT, lineStyle, placeLabels, shortLabels, type EndLabel } from '../end-labels.ts';

export interface QueueLine {
  kind: 'none' | 'stable' | 'cleared' | 'chosen';
  points: readonly QueuePoint[];
  label: EndLabel;
}

export interface QueueChartWords {
  integer: (value: number) => string;
  /** Label of a year so far ahead. */
  year: (ahead: number) => string;
}

const NARROW = 460;
const LABEL_ROOM = 176;
const MARGIN = { top: 20, bottom: 28, left: 34 };
const STROKES: Record<QueueLine['kind'], Plot.LineYOptions> = {
  none: { stroke: 'var(--accent)', strokeWidth: 2.2 },
  stable: { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '5 4' },
  cleared: { stroke: 'var(--ink)', strokeWidth: 2.2 },
  chosen: { stroke: 'var(--ramp-5)', strokeWidth: 2.6 }
};

export function queueChart(
  lines: readonly QueueLine[],
  words: QueueChartWords,
  size: { width: number; height: number }
): Plot.PlotOptions {
  const narrow = size.width < NARROW;
  const ranged = lines.find(({ kind }) => kind === 'chosen') ?? lines.find(({ kind }) => kind === 'none');
  const all = lines.flatMap(({ points }) => points.map(({ waiting }) => waiting));
  const top = Math.max(...all, ...(ranged?.points.map(({ high }) => high) ?? []), 1) * 1.04;
  const scale = (size.height - MARGIN.top - MARGIN.bottom) / top;
  const labels = placeLabels(
    narrow ? shortLabels(lines.map(({ label }) => label)) : lines.map(({ label }) => label),
    scale,
    top + MARGIN.top / 2 / scale
  );
  const first = lines[0]?.points[0];
  const steps = lines[0]?.points.map(({ ahead }) => ahead) ?? [];
  return {
    ...size,
    marginLeft: MARGIN.left,
    marginRight: narrow ? 122 : LABEL_ROOM,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: 'point', domain: steps, padding: 0.15, label: null },
    y: { domain: [0, top], label: null, ticks: 4, tickSize: 0, tickFormat: words.integer },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisX({
        ticks: steps.filter((ahead) => !narrow || ahead % 2 === 0),
        tickFormat: words.year,
        tickSize: 0,
        fontSize: 11.5,
        fill: 'var(--ink-2)'
      }),
      ...(ranged
        ? [
            Plot.areaY(ranged.points, {
              x: 'ahead',
              y1: 'low',
              y2: 'high',
              fill: ranged.kind === 'none' ? 'var(--accent-soft)' : 'var(--ramp-2)',
              fillOpacity: 0.75
            })
          ]
        : []),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      ...lines.flatMap(({ kind, points }) => [
        Plot.lineY(points, { x: 'ahead', y: 'waiting', ...STROKES[kind] }),
        Plot.dot(points, {
          x: 'ahead',
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
            Plot.dot([first], { x: 'ahead', y: 'waiting', symbol: 'diamond', r: 5, fill: 'var(--accent)' }),
            Plot.text([first], {
              x: 'ahead',
              y: 'waiting',
              dy: -14,
              text: ({ waiting }: QueuePoint) => words.integer(waiting),
              fontSize: 13,
              fontWeight: 600,
              fill: 'var(--accent)'
            })
          ]
        : []),
      ...labels.flatMap((label) =>
        label.lines.map((line, at) =>
          Plot.text([label], {
            frameAnchor: 'right',
            textAnchor: 'start',
            dx: 12,
            y: 'at',
            dy: (at - (label.lines.length - 1) / 2) * LINE_HEIGHT,
            text: () => line,
            fontSize: narrow ? 12 : 13,
            ...lineStyle(label, at)
          })
        )
      )
    ]
  };
}
