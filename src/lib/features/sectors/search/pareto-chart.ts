// Pareto chart of an assignment: travel against largest deviation; disc area for pupils who change; a cross for the plan on screen.
import * as Plot from '@observablehq/plot';
import { timeTicks } from './time-ticks.ts';

interface TradeOff {
  /** Travel, minutes a week. */
  travel: number;
  maxDeviation: number;
  pupilsMoved: number;
}

interface ParetoWords {
  road: string;
  deviation: string;
  weekly: (minutes: number) => string;
  percent: (share: number) => string;
}

export function paretoChart(
  points: readonly TradeOff[],
  now: TradeOff,
  words: ParetoWords,
  size: { width: number; height: number }
): Plot.PlotOptions {
  const hours = timeTicks([...points, now].map(({ travel }) => travel));
  return {
    ...size,
    marginLeft: 64,
    marginBottom: 40,
    marginTop: 24,
    marginRight: 16,
    x: {
      label: words.deviation,
      tickFormat: (share: number) => words.percent(share),
      nice: true,
      ticks: 5,
      tickSize: 0
    },
    y: {
      label: words.road,
      tickFormat: (minutes: number) => words.weekly(minutes),
      // Linear: an `interval` here would put every point at the whole hour below it.
      type: 'linear',
      domain: [hours[0]!, hours.at(-1)!],
      ticks: hours,
      tickSize: 0
    },
    r: { range: [3, 14], domain: [0, Math.max(1, ...points.map(({ pupilsMoved }) => pupilsMoved))] },
    marks: [
      Plot.gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: hours }),
      Plot.dot(points, {
        x: 'maxDeviation',
        y: 'travel',
        r: 'pupilsMoved',
        fill: 'var(--ramp-4)',
        fillOpacity: 0.7,
        stroke: 'var(--ink)'
      }),
      Plot.dot([now], {
        x: 'maxDeviation',
        y: 'travel',
        r: 7,
        symbol: 'times',
        stroke: 'var(--accent)',
        strokeWidth: 3
      })
    ]
  };
}
