// Chart of children followed by year: bars, hatched where the count is protected.
import * as Plot from '@observablehq/plot';
import type { Count } from '$lib/cube/filter.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import type { ChartWords } from './labels.ts';

interface ChildrenPoint {
  year: SchoolYear;
  count: Count;
}

interface ChildrenWords extends ChartWords {
  /** « protégé » */
  protected: string;
}

/** Height of a protected year's bar, as a share of the tallest bar. */
const PROTECTED_HEIGHT = 0.35;
/** At the left of the bars, and at their right. */
const MARGINS = { left: 34, right: 8 };
/** Pixels of a bar and its gap under which « 2021-22 » would touch its neighbour: it is then « 21-22 ». */
const NARROW_BAND = 62;

export function childrenChart(
  points: readonly ChildrenPoint[],
  year: SchoolYear,
  words: ChildrenWords,
  size: { width: number; height: number }
): Plot.PlotOptions {
  const shown = points.filter(({ count }) => count.value !== null);
  const hidden = points.filter(({ count }) => count.value === null);
  const top = Math.max(...shown.map(({ count }) => count.value ?? 0), 1);
  const value = (point: ChildrenPoint) => point.count.value;
  const band = (size.width - MARGINS.left - MARGINS.right) / points.length;
  const yearName = (one: SchoolYear) => words.shortYear(one).slice(band < NARROW_BAND ? 2 : 0);
  return {
    ...size,
    marginLeft: MARGINS.left,
    marginRight: MARGINS.right,
    marginTop: 24,
    marginBottom: 28,
    x: { type: 'band', domain: points.map((point) => point.year), padding: 0.45, label: null },
    y: { domain: [0, top * 1.05], label: null, ticks: 4, tickSize: 0, tickFormat: words.integer },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisX({ tickFormat: yearName, tickSize: 0, fontSize: 12, fill: 'var(--ink-2)' }),
      Plot.barY(shown, {
        x: 'year',
        y: value,
        fill: (point: ChildrenPoint) => (point.year === year ? 'var(--ramp-5)' : 'var(--ramp-3)')
      }),
      Plot.text(shown, {
        x: 'year',
        y: value,
        dy: -10,
        fontSize: 13,
        fontWeight: 600,
        fill: 'var(--ink)',
        text: (point: ChildrenPoint) => words.integer(point.count.value ?? 0)
      }),
      Plot.barY(hidden, {
        x: 'year',
        y: top * PROTECTED_HEIGHT,
        fill: 'url(#chart-hatch)',
        stroke: 'var(--hatch)'
      }),
      Plot.text(hidden, {
        x: 'year',
        y: top * PROTECTED_HEIGHT,
        dy: -10,
        fontSize: 12,
        fill: 'var(--ink-2)',
        text: () => words.protected
      }),
      Plot.ruleY([0], { stroke: 'var(--ink)' })
    ]
  };
}
