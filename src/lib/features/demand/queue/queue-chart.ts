// Chart of the queue by month: waiting schools as a step line, requests received as bars.
import * as Plot from '@observablehq/plot';
import type { Month } from '$lib/model/school-year.ts';
import { milestoneMarks } from '$lib/ui/charts/milestone-marks.ts';
import { milestoneLabels, milestoneRoom, type MilestoneAt } from '$lib/ui/charts/milestones-at.ts';

interface QueuePoint {
  month: Month;
  requests: number;
  waiting: number;
}

interface QueueWords {
  integer: (value: number) => string;
  /** « sept. 2023 » */
  month: (month: Month) => string;
  waiting: string;
  requests: string;
}

const SCHOOL_YEAR_STARTS = '-09';

export function queueChart(
  points: readonly QueuePoint[],
  words: QueueWords,
  size: { width: number; height: number },
  milestones: readonly MilestoneAt[] = []
): Plot.PlotOptions {
  const last = points.at(-1);
  const top = Math.max(...points.map(({ waiting, requests }) => Math.max(waiting, requests)), 1);
  const starts = points.map(({ month }) => month).filter((month) => month.endsWith(SCHOOL_YEAR_STARTS));
  const every = Math.ceil((starts.length * 84) / Math.max(1, size.width - 140));
  // On the right, room for « Demandes reçues », also with wider text spacing (WCAG 1.4.12).
  const [left, right] = [30, 134];
  const step = (size.width - left - right) / Math.max(1, points.length);
  const labels = milestoneLabels(milestones, (x) => points.findIndex(({ month }) => month === x) * step);
  return {
    ...size,
    marginLeft: left,
    marginRight: right,
    marginTop: 14 + milestoneRoom(labels),
    marginBottom: 28,
    x: { type: 'band', domain: points.map(({ month }) => month), padding: 0.25, label: null },
    y: { domain: [0, top * 1.05], label: null, ticks: 4, tickSize: 0, tickFormat: words.integer },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      ...milestoneMarks(milestones, labels),
      Plot.axisX({
        ticks: starts.filter((_, i) => i % every === 0),
        tickFormat: words.month,
        tickSize: 0,
        fontSize: 12,
        fill: 'var(--ink-2)'
      }),
      Plot.barY(points, { x: 'month', y: 'requests', fill: 'var(--rule-2)' }),
      Plot.lineY(points, {
        x: 'month',
        y: 'waiting',
        stroke: 'var(--accent)',
        strokeWidth: 2,
        curve: 'step'
      }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      ...(last
        ? [
            Plot.text([last], {
              frameAnchor: 'right',
              textAnchor: 'start',
              dx: 10,
              y: 'waiting',
              text: () => words.waiting,
              fill: 'var(--accent)',
              fontWeight: 600,
              fontSize: 13
            }),
            Plot.text([last], {
              frameAnchor: 'right',
              textAnchor: 'start',
              dx: 10,
              y: 'requests',
              text: () => words.requests,
              fill: 'var(--ink-2)',
              fontSize: 13
            })
          ]
        : [])
    ]
  };
}
