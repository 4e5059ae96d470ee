// Chart of children by age or profile: a bar each, its number above, and a line where the shares of the country would put it.
import * as Plot from '@observablehq/plot';
import type { ReportBar } from '$lib/export/report/report-content';

export function barsChart(
  bars: readonly ReportBar[],
  words: { integer: (value: number) => string },
  size: { width: number; height: number }
): Plot.PlotOptions {
  const expected = bars.filter((bar) => bar.expected !== null);
  const top = Math.max(...bars.map(({ count, expected: mark }) => Math.max(count, mark ?? 0)), 1);
  return {
    ...size,
    marginLeft: 8,
    marginRight: 8,
    marginTop: 24,
    marginBottom: 28,
    x: { type: 'band', domain: bars.map(({ label }) => label), padding: 0.3, label: null },
    y: { domain: [0, top * 1.05], axis: null },
    marks: [
      Plot.axisX({ tickSize: 0, fontSize: 12, fill: 'var(--ink-2)' }),
      Plot.barY(bars, { x: 'label', y: 'count', fill: 'var(--ramp-4)' }),
      Plot.tickY(expected, { x: 'label', y: 'expected', stroke: 'var(--accent)', strokeWidth: 2 }),
      Plot.text(bars, {
        x: 'label',
        y: (bar: ReportBar) => Math.max(bar.count, bar.expected ?? 0),
        dy: -10,
        fontSize: 13,
        fontWeight: 600,
        fill: 'var(--ink)',
        text: ({ count }: ReportBar) => words.integer(count)
      }),
      Plot.ruleY([0], { stroke: 'var(--ink)' })
    ]
  };
}
