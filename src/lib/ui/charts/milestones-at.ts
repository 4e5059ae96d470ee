// Where the dated notes of a curve stand, before anything is drawn: a page says them without the library of charts.
import type { NumberedMilestone } from '$lib/model/service.ts';

/** A place of the horizontal scale that has notes, and their numbers. */
export interface MilestoneAt {
  x: string;
  label: string;
}

/** Pixels above the chart that a number takes. */
export const LINE = 14;

/** Pixels above the chart that the numbers take: those of one place are stacked. */
export const milestoneRoom = (milestones: readonly MilestoneAt[]): number =>
  LINE * Math.max(0, ...milestones.map(({ label }) => label.split('\n').length));

/** Labels that would stand over one another share the first one's place, one under the other. @param at pixels of a place, from the left */
export function milestoneLabels(
  milestones: readonly MilestoneAt[],
  at: (x: string) => number
): MilestoneAt[] {
  const labels: MilestoneAt[] = [];
  for (const { x, label } of [...milestones].sort((one, other) => at(one.x) - at(other.x))) {
    const before = labels.at(-1);
    if (before && at(x) - at(before.x) < LINE) before.label += `\n${label}`;
    else labels.push({ x, label });
  }
  return labels;
}

/** Notes gathered by their place on the scale, in order. @param write the numbers of a place: one under the other, unless told otherwise */
export function milestonesAt(
  milestones: readonly NumberedMilestone[],
  place: (milestone: NumberedMilestone) => string,
  write = (list: readonly number[]) => list.join('\n')
): MilestoneAt[] {
  const numbers = new Map<string, number[]>();
  for (const one of milestones) numbers.set(place(one), [...(numbers.get(place(one)) ?? []), one.number]);
  return [...numbers].map(([x, list]) => ({ x, label: write(list) }));
}
