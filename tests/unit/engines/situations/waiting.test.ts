// A school that waits: who could take it.
import { expect, it } from 'vitest';
import { compileProblem } from '../../../../src/lib/engines/assignment/index.ts';
import { offersFor } from '../../../../src/lib/engines/situations/waiting.ts';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';

const file = syntheticProblem(1, {
  units: 400,
  referents: 12,
  tolerance: 0.1,
  coordinators: 3,
  contiguous: true
});
const problem = compileProblem(file);
const assignment = Int32Array.from({ length: 400 }, (_, i) => (i === 7 ? -1 : (i * 5) % 12));

it('says who could take a school that waits', () => {
  const whole = assignment.map((j) => Math.max(0, j));
  const minutes = file.referents.map((_, j) => (j === 2 ? null : 10 + j));
  const offers = offersFor(problem, whole, { workload: 100, visits: 1.5, minutes });
  expect(offers).toHaveLength(11);
  expect(offers[0]).toMatchObject({ travel: expect.any(Number) as number });
  for (const { hours, travel } of offers) expect(hours).toBeCloseTo(100 + travel, 9);
  const fits = offers.map((offer) => offer.fits);
  expect(fits).toEqual([...fits].sort((a, b) => Number(b) - Number(a)));
});
