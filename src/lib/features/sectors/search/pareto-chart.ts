// Pareto chart of an assignment: travel against largest deviation; disc area for pupils who change; a cross for the plan on screen.
import * as Plot from '@observablehq/plot';

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
  const travels = [...points, now].map(({ travel }) => travel);
  const hours = (minutes: number, round: (value: number) => number) => round(minutes / 60) * 60;
  const ticks = (low: number, high: number) =>
    Array.from({ length: (high - low) / 60 + 1 }, (_, at) => low + at * 60);
  const wholeHours = ticks(
    hours(Math.min(...travels), Math.floor),
    hours(Math.max(...travels) + 1, Math.ceil)
  );
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
      domain: [wholeHours[0]!, wholeHours.at(-1)!],
      ticks: wholeHours,
      tickSize: 0
    },
    r: { range: [3, 14], domain: [0, Math.max(1, ...points.map(({ pupilsMoved }) => pupilsMoved))] },
    marks: [
      Plot.gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: wholeHours }),
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
