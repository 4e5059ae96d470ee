// Dated notes on a curve: a thin line at each, and its number above, which the list beside the chart explains.
import * as Plot from '@observablehq/plot';
import { LINE, type MilestoneAt } from './milestones-at.ts';

/** @param labels where their numbers stand, when not at each */
export function milestoneMarks(milestones: readonly MilestoneAt[], labels = milestones): Plot.Markish[] {
  if (milestones.length === 0) return [];
  return [
    Plot.ruleX(milestones, { x: 'x', stroke: 'var(--ink-3)', strokeDasharray: '1 3' }),
    Plot.text(labels, {
      x: 'x',
      text: 'label',
      frameAnchor: 'top',
      lineAnchor: 'bottom',
      lineHeight: LINE / 11,
      dy: -4,
      fontSize: 11,
      fontWeight: 600,
      fill: 'var(--ink-2)'
    })
  ];
}
