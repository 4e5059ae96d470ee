// Chart of the lengths of paths: the share that lasts longer, by months since the entry, within its band; the median is marked.
import * as Plot from '@observablehq/plot';
import type { SurvivalStep } from '$lib/algorithms/survival';

interface SurvivalWords {
  months: string;
  half: string;
  percent: (share: number) => string;
}

/** From the entry, where all go on; ended at the longest path seen. */
function stepsFrom(curve: readonly SurvivalStep[]) {
  const first = { time: 0, share: 1, low: 1, high: 1 };
  return [first, ...curve.map(({ time, share, low, high }) => ({ time, share, low, high }))];
}

export function survivalChart(
  curve: readonly SurvivalStep[],
  median: number | null,
  words: SurvivalWords,
  size: { width: number; height: number }
): Plot.PlotOptions {
  const steps = stepsFrom(curve);
  return {
    ...size,
    marginLeft: 44,
    marginBottom: 36,
    marginTop: 12,
    marginRight: 16,
    x: { label: words.months, labelAnchor: 'right', ticks: size.width < 400 ? 4 : 8, tickSize: 0 },
    y: {
      label: null,
      domain: [0, 1],
      ticks: 4,
      tickFormat: (share: number) => words.percent(share),
      tickSize: 0
    },
    marks: [
      Plot.gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 4 }),
      Plot.areaY(steps, {
        x: 'time',
        y1: 'low',
        y2: 'high',
        curve: 'step-after',
        fill: 'var(--ink)',
        fillOpacity: 0.1
      }),
      Plot.line(steps, { x: 'time', y: 'share', curve: 'step-after', stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      ...(median === null
        ? []
        : [
            Plot.ruleX([median], { y1: 0, y2: 0.5, stroke: 'var(--accent)', strokeWidth: 2 }),
            Plot.text([median], {
              x: (time: number) => time,
              y: 0.5,
              text: () => words.half,
              dx: 6,
              dy: -8,
              textAnchor: 'start',
              fill: 'var(--accent)',
              stroke: 'var(--paper)',
              strokeWidth: 4
            })
          ])
    ]
  };
}
