// Chart of the children followed: observed as a solid line, foreseen dashed with its range, the limit of the posts as a line.
import * as Plot from '@observablehq/plot';
import { LINE_HEIGHT, lineStyle, placeLabels, shortLabels, type EndLabel } from '../end-labels.ts';

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

const NARROW = 460;
const LABEL_ROOM = 158;
const NARROW_ROOM = 112;
/** Room of a year on the axis, pixels. */
const YEAR_WIDTH = 52;
const MARGIN = { top: 28, bottom: 28, left: 36 };

export function childrenChart(
  observed: readonly ObservedYear[],
  foreseen: readonly ForeseenYear[],
  limit: number | null,
  words: ChildrenChartWords,
  size: { width: number; height: number }
): Plot.PlotOptions {
  const narrow = size.width < NARROW;
  const known = observed.filter(({ value }) => value !== null);
  const start = known.at(-1);
  const years = [...observed, ...foreseen].map(({ year }) => year);
  const top =
    Math.max(limit ?? 0, ...known.map(({ value }) => value!), ...foreseen.map(({ high }) => high), 1) * 1.04;
  const scale = (size.height - MARGIN.top - MARGIN.bottom) / top;
  const labels = placeLabels(
    narrow ? shortLabels(words.ends) : words.ends,
    scale,
    top + MARGIN.top / 2 / scale
  );
  const from = start
    ? [{ year: start.year, value: start.value!, low: start.value!, high: start.value! }, ...foreseen]
    : foreseen;
  const right = narrow ? NARROW_ROOM : LABEL_ROOM;
  const every = Math.max(1, Math.ceil((years.length * YEAR_WIDTH) / (size.width - MARGIN.left - right)));
  return {
    ...size,
    marginLeft: MARGIN.left,
    marginRight: right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: 'point', domain: years, padding: 0.2, label: null },
    y: { domain: [0, top], label: null, ticks: 5, tickSize: 0, tickFormat: words.integer },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisX({
        ticks: years.filter((_, at) => (years.length - 1 - at) % every === 0),
        tickFormat: words.shortYear,
        tickSize: 0,
        fontSize: 11.5,
        fill: 'var(--ink-2)'
      }),
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
      Plot.text(narrow ? known.filter((_, at) => (known.length - 1 - at) % every === 0) : known, {
        x: 'year',
        y: 'value',
        dy: -13,
        text: 'text',
        fontSize: 13,
        fontWeight: 600,
        fill: 'var(--ink)'
      }),
      Plot.text(
        observed.filter(({ value }) => value === null),
        { x: 'year', y: 0, dy: -12, text: 'text', fontSize: 11.5, fill: 'var(--ink-2)' }
      ),
      ...(start && foreseen.length > 0
        ? [
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
                dy: -16,
                text: () => text,
                fontSize: 12,
                fill: 'var(--ink-2)'
              })
            )
          ]
        : []),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
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
