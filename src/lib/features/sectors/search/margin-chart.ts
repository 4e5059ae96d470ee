// Chart of the price of a margin: share of years with an overloaded post against estimated travel, a point for each tolerance.
import * as Plot from '@observablehq/plot';

export interface MarginMark {
  /** Travel, minutes a week. */
  travel: number;
  share: number;
  low: number;
  high: number;
  /** Written beside the point. */
  label: string;
  isOnScreen: boolean;
}

interface MarginWords {
  road: string;
  bad: string;
  weekly: (minutes: number) => string;
  percent: (share: number) => string;
}

export function marginChart(
  marks: readonly MarginMark[],
  words: MarginWords,
  size: { width: number; height: number }
): Plot.PlotOptions {
  const curve = marks.filter(({ isOnScreen }) => !isOnScreen).sort((a, b) => a.travel - b.travel);
  const screen = marks.filter(({ isOnScreen }) => isOnScreen);
  return {
    ...size,
    marginLeft: 48,
    marginBottom: 40,
    marginTop: 28,
    marginRight: 56,
    x: {
      label: words.road,
      tickFormat: (minutes: number) => words.weekly(minutes),
      nice: true,
      ticks: 3,
      tickSize: 0
    },
    y: {
      label: words.bad,
      tickFormat: (share: number) => words.percent(share),
      domain: [0, Math.max(0.1, ...marks.map(({ high }) => high))],
      nice: true,
      ticks: 4,
      tickSize: 0
    },
    marks: [
      Plot.gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 4 }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      Plot.line(curve, { x: 'travel', y: 'share', stroke: 'var(--ink-3)', strokeWidth: 1.5 }),
      Plot.ruleX(marks, { x: 'travel', y1: 'low', y2: 'high', stroke: 'var(--ink-3)' }),
      Plot.dot(curve, {
        x: 'travel',
        y: 'share',
        r: 5,
        fill: 'var(--paper)',
        stroke: 'var(--ink)',
        strokeWidth: 2
      }),
      Plot.dot(screen, {
        x: 'travel',
        y: 'share',
        r: 7,
        symbol: 'times',
        stroke: 'var(--accent)',
        strokeWidth: 3
      }),
      Plot.text(marks, {
        x: 'travel',
        y: 'share',
        text: 'label',
        dx: 9,
        dy: -9,
        textAnchor: 'start',
        fill: 'var(--ink)',
        stroke: 'var(--paper)',
        strokeWidth: 4
      })
    ]
  };
}
