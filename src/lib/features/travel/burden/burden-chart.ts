// Chart of the weekly hours of travel of each post: mean as a disc, trial as a ring, team's mean as a line.
import * as Plot from '@observablehq/plot';

interface BurdenRow {
  name: string;
  /** Hours a week. */
  mean: number;
  /** Mean under the trial; null without one. */
  tried: number | null;
}

interface BurdenWords {
  /** « 3 h » */
  hours: (value: number) => string;
  /** « moyenne 1 h 25 » */
  mean: string;
}

/** Pixels of a letter of a name, on average. */
const LETTER = 7.5;
const MARGIN = { top: 20, bottom: 24 };

/** @param mean hours, of the team */
export function burdenChart(
  rows: readonly BurdenRow[],
  mean: number,
  words: BurdenWords,
  { width, height }: { width: number; height: number }
): Plot.PlotOptions {
  const most = Math.max(mean, ...rows.map((row) => Math.max(row.mean, row.tried ?? 0)), 0.5);
  const left = Math.max(84, 16 + LETTER * Math.max(0, ...rows.map(({ name }) => name.length)));
  return {
    width,
    height,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: left,
    marginRight: 24,
    x: { domain: [0, most * 1.05], label: null },
    y: { type: 'band', domain: rows.map(({ name }) => name), padding: 0.35, label: null },
    marks: [
      Plot.axisY({ tickSize: 0, fontSize: 13, fill: 'var(--ink)', textAnchor: 'start', dx: 10 - left }),
      Plot.gridX({ ticks: 5, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisX({ ticks: 5, tickSize: 0, fontSize: 12, fill: 'var(--ink-2)', tickFormat: words.hours }),
      Plot.ruleX([0], { stroke: 'var(--ink)' }),
      Plot.ruleX([mean], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.text([mean], {
        x: (value: number) => value,
        frameAnchor: 'top',
        dy: -14,
        text: () => words.mean,
        fontSize: 12,
        fill: 'var(--ink)'
      }),
      Plot.dot(rows, { y: 'name', x: 'mean', r: 5, fill: 'var(--ink)', stroke: 'var(--paper)' }),
      Plot.dot(
        rows.filter(({ tried }) => tried !== null),
        { y: 'name', x: 'tried', r: 6, fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 2 }
      )
    ]
  };
}
