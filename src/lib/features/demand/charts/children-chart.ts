// Chart of the children followed: observed as a solid line, foreseen dashed with its range, the limit of the posts as a line.
import * as Plot from '@observablehq/plot';
import type { MilestoneAt } from '$lib/ui/charts/milestone-marks.ts';
import { framedChart } from './chart-frame.ts';
import type { EndLabel } from './end-labels.ts';

export interface ObservedYear {
  year: string;
  /** null: protected or unknown; the line has a gap. */
  value: number | null;
  /** « 380 », « protégé », « inconnu ». */
  text: string;
}

export interface ForeseenYear {
  year: string;
  value: number;
  low: number;
  high: number;
}

export interface ChildrenChartWords {
  integer: (value: number) => string;
  shortYear: (year: string) => string;
  observed: string;
  foreseen: string;
  /** Labels at the right, from the values of the last year. */
  ends: readonly EndLabel[];
}

/** Where what is foreseen begins, and the name of both periods. */
const periodMarks = (start: ObservedYear, words: ChildrenChartWords, above: number): Plot.Markish[] => [
  Plot.ruleX([start.year], { stroke: 'var(--rule-2)', strokeDasharray: '2 3' }),
  ...(
    [
      ['end', -6, words.observed],
      ['start', 6, words.foreseen]
    ] as const
  ).map(([textAnchor, dx, text]) =>
    Plot.text([start], {
      x: 'year',
      frameAnchor: 'top',
      textAnchor,
      dx,
      dy: -above,
      text: () => text,
      fontSize: 12,
      fill: 'var(--ink-2)'
    })
  )
];

export function childrenForecastChart(
  observed: readonly ObservedYear[],
  foreseen: readonly ForeseenYear[],
  limit: number | null,
  words: ChildrenChartWords,
  size: { width: number; height: number },
  milestones: readonly MilestoneAt[] = []
): Plot.PlotOptions {
  const known = observed.filter(({ value }) => value !== null);
  const start = known.at(-1);
  const from = start
    ? [{ year: start.year, value: start.value!, low: start.value!, high: start.value! }, ...foreseen]
    : foreseen;
  const frame = {
    years: [...observed, ...foreseen].map(({ year }) => year),
    yearWords: words.shortYear,
    valueWords: words.integer,
    highest: Math.max(limit ?? 0, ...known.map(({ value }) => value!), ...foreseen.map(({ high }) => high)),
    ends: words.ends,
    labelRoom: { wide: 158, narrow: 112 },
    milestones,
    size,
    headRoom: 8
  };
  return framedChart(frame, ({ narrow, isNamed, above }) => [
    Plot.areaY(from, { x: 'year', y1: 'low', y2: 'high', fill: 'var(--ramp-2)', fillOpacity: 0.75 }),
    ...(limit === null
      ? []
      : [Plot.ruleY([limit], { stroke: 'var(--accent)', strokeWidth: 1.6, strokeDasharray: '6 4' })]),
    Plot.lineY(observed, { x: 'year', y: 'value', stroke: 'var(--ink)', strokeWidth: 2.2 }),
    Plot.lineY(from, {
      x: 'year',
      y: 'value',
      stroke: 'var(--ramp-5)',
      strokeWidth: 2.2,
      strokeDasharray: '5 4'
    }),
    Plot.dot(known, { x: 'year', y: 'value', r: 4, fill: 'var(--ink)' }),
    Plot.dot(foreseen, {
      x: 'year',
      y: 'value',
      r: 4.5,
      fill: 'var(--surface)',
      stroke: 'var(--ramp-5)',
      strokeWidth: 2
    }),
    Plot.text(narrow ? known.filter(({ year }) => isNamed(year)) : known, {
      x: 'year',
      y: 'value',
      dy: -13,
      text: 'text',
      fontSize: 13,
      fontWeight: 600,
      fill: 'var(--ink)',
      stroke: 'var(--paper)',
      strokeWidth: 4
    }),
    Plot.text(
      observed.filter(({ value }) => value === null),
      { x: 'year', y: 0, dy: -12, text: 'text', fontSize: 11.5, fill: 'var(--ink-2)' }
    ),
    ...(start && foreseen.length > 0 ? periodMarks(start, words, above) : [])
  ]);
}
