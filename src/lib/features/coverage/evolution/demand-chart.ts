// Chart of demand and means by year: schools followed, schools that ask, and the gap between them.
import * as Plot from '@observablehq/plot';
import type { SchoolYear } from '$lib/model/school-year.ts';
import type { ChartWords } from '$lib/ui/charts/labels.ts';
import { milestoneMarks } from '$lib/ui/charts/milestone-marks.ts';
import { milestoneRoom, type MilestoneAt } from '$lib/ui/charts/milestones-at.ts';

interface DemandPoint {
  year: SchoolYear;
  followed: number;
  waiting: number;
}

interface DemandWords extends ChartWords {
  /** « 67 suivies » */
  followed: (value: number) => string;
  /** « 78 demandent » */
  asking: (value: number) => string;
  /** « 11 attendent » */
  waiting: (value: number) => string;
}

const LABEL_ROOM = 108;

/** A diamond of about 9 px for `Plot.dot`, the symbol of waiting schools on every map. */
const asking = { symbol: 'diamond', r: 4.2, fill: 'var(--accent)', stroke: 'none' } as const;

export function demandChart(
  points: readonly DemandPoint[],
  year: SchoolYear,
  words: DemandWords,
  size: { width: number; height: number },
  milestones: readonly MilestoneAt[] = []
): Plot.PlotOptions {
  const last = points.at(-1);
  const total = (point: DemandPoint) => point.followed + point.waiting;
  const between = ({ followed, waiting }: DemandPoint) => followed + waiting / 2;
  const top = Math.max(...points.map(total), 1);
  const end = { frameAnchor: 'right', textAnchor: 'start', dx: 12, fontSize: 13 } as const;
  return {
    ...size,
    marginLeft: 34,
    marginRight: LABEL_ROOM,
    marginTop: 16 + milestoneRoom(milestones),
    marginBottom: 28,
    x: { type: 'point', domain: points.map((point) => point.year), padding: 0, label: null, tickSize: 0 },
    y: { domain: [0, top * 1.05], label: null, ticks: 4, tickSize: 0, tickFormat: words.integer },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      ...milestoneMarks(milestones),
      Plot.ruleX([year], { stroke: 'var(--rule-2)', strokeDasharray: '2 3' }),
      Plot.axisX({
        tickFormat: words.shortYear,
        tickSize: 0,
        fontSize: 12,
        fill: 'var(--ink-2)',
        ticks: points.map((point) => point.year).filter((_, i) => size.width > 420 || i % 2 === 0)
      }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      Plot.areaY(points, { x: 'year', y1: 'followed', y2: total, fill: 'var(--accent-soft)' }),
      Plot.lineY(points, {
        x: 'year',
        y: total,
        stroke: 'var(--accent)',
        strokeWidth: 2,
        strokeDasharray: '1.5 3'
      }),
      Plot.lineY(points, { x: 'year', y: 'followed', stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.dot(points, { x: 'year', y: total, ...asking }),
      Plot.dot(points, { x: 'year', y: 'followed', r: 3.2, fill: 'var(--ink)' }),
      Plot.text(points.slice(0, -1), {
        x: 'year',
        y: between,
        text: (point: DemandPoint) => (point.waiting > 0 ? words.integer(point.waiting) : ''),
        ...{ textAnchor: 'start', dx: 9, fontSize: 11, fontWeight: 600, fill: 'var(--accent)' }
      }),
      ...(last
        ? [
            Plot.text([last], {
              ...end,
              y: total,
              dy: -4,
              text: () => words.asking(total(last)),
              fill: 'var(--accent)'
            }),
            Plot.text([last], {
              ...end,
              y: between,
              dy: 3,
              text: () => words.waiting(last.waiting),
              fill: 'var(--accent)',
              fontWeight: 600
            }),
            Plot.text([last], {
              ...end,
              y: 'followed',
              dy: 10,
              text: () => words.followed(last.followed),
              fill: 'var(--ink)',
              fontWeight: 600
            })
          ]
        : [])
    ]
  };
}
