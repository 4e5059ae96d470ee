// Numbers of dated notes above a narrow curve.
import { expect, it } from 'vitest';
import { milestoneLabels, milestoneRoom } from '$lib/ui/charts/milestones-at.ts';

const notes = [
  { x: '2023-09', label: '1' },
  { x: '2023-10', label: '2' },
  { x: '2024-06', label: '3' }
];
const every = (pixels: number) => (x: string) => ['2023-09', '2023-10', '2024-06'].indexOf(x) * pixels;

it('numbers that would be over one another stand one under the other, and have their room', () => {
  const labels = milestoneLabels(notes, every(4));
  expect(labels).toEqual([{ x: '2023-09', label: '1\n2\n3' }]);
  expect(milestoneRoom(labels)).toBe(3 * milestoneRoom(notes));
});

it('numbers far enough apart stay each at its place, and the notes are as they were', () => {
  expect(milestoneLabels(notes, every(40))).toEqual(notes);
  milestoneLabels(notes, every(4));
  expect(notes.map(({ label }) => label)).toEqual(['1', '2', '3']);
});
