// Chart of a SQL result: bars by name, or a line over years or months.
import * as Plot from '@observablehq/plot';

export interface ResultChart {
  kind: 'bar' | 'line';
  /** Names of the plotted columns. */
  category: string;
  value: string;
  points: { category: string; value: number }[];
  /** Number of points of the result, plotted or not. */
  total: number;
}

interface ResultChartWords {
  figure: (value: number) => string;
}

const ROW = 24;
const LINE_HEIGHT = 240;
const MOST_LABEL = 34;
const LETTER = 7;

export const resultChartHeight = ({ kind, points }: ResultChart): number =>
  kind === 'line' ? LINE_HEIGHT : points.length * ROW + 40;

const shortened = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;

type Size = { width: number; height: number };

function bars({ points }: ResultChart, words: ResultChartWords, { width, height }: Size): Plot.PlotOptions {
  const most = Math.min(MOST_LABEL, Math.max(10, Math.floor((width * 0.4) / LETTER)));
  const longest = Math.min(most, Math.max(...points.map(({ category }) => category.length)));
  const margin = longest * LETTER + 12;
  return {
    width,
    height,
    marginLeft: margin,
    marginRight: 64,
    marginTop: 8,
    marginBottom: 28,
    x: { label: null, nice: true },
    y: { type: 'band', domain: points.map(({ category }) => category), padding: 0.3, label: null },
    marks: [
      Plot.axisX({ ticks: 4, tickSize: 0, fontSize: 12, fill: 'var(--ink-2)', tickFormat: words.figure }),
      Plot.gridX({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisY({
        tickSize: 0,
        fontSize: 13,
        fill: 'var(--ink)',
        textAnchor: 'start',
        dx: 6 - margin,
        tickFormat: (name: string) => shortened(name, most)
      }),
      Plot.barX(points, { y: 'category', x: 'value', fill: 'var(--ramp-4)' }),
      Plot.ruleX([0], { stroke: 'var(--ink)' }),
      Plot.text(points, {
        y: 'category',
        x: 'value',
        textAnchor: 'start',
        dx: 6,
        fontSize: 12,
        fill: 'var(--ink)',
        text: ({ value }: { value: number }) => words.figure(value)
      })
    ]
  };
}

function line({ points }: ResultChart, words: ResultChartWords, { width, height }: Size): Plot.PlotOptions {
  const names = points.map(({ category }) => category);
  const every = Math.max(1, Math.ceil(names.length / Math.max(2, Math.floor(width / 90))));
  const last = points.slice(-1);
  return {
    width,
    height,
    marginLeft: 56,
    marginRight: 56,
    marginTop: 16,
    marginBottom: 28,
    x: { type: 'point', domain: names, label: null },
    y: { label: null, nice: true, zero: true },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisY({ ticks: 5, tickSize: 0, fontSize: 12, fill: 'var(--ink-2)', tickFormat: words.figure }),
      Plot.axisX({
        tickSize: 0,
        fontSize: 12,
        fill: 'var(--ink-2)',
        ticks: names.filter((_, at) => at % every === 0)
      }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      Plot.lineY(points, { x: 'category', y: 'value', stroke: 'var(--ramp-4)', strokeWidth: 2 }),
      Plot.dot(last, { x: 'category', y: 'value', r: 4, fill: 'var(--ink)' }),
      Plot.text(last, {
        x: 'category',
        y: 'value',
        textAnchor: 'start',
        dx: 8,
        fontSize: 13,
        fill: 'var(--ink)',
        text: ({ value }: { value: number }) => words.figure(value)
      })
    ]
  };
}

export const resultPlot = (chart: ResultChart, words: ResultChartWords, size: Size): Plot.PlotOptions =>
  chart.kind === 'bar' ? bars(chart, words, size) : line(chart, words, size);
