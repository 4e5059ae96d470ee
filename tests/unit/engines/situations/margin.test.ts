// What a margin costs: the plans of the curve, and the years drawn at random that try them.
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import { compileProblem } from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import { checkPlan } from '../../../../src/lib/engines/proof/check.ts';
import { badYearsOf, marginCurve, type MarginPoint } from '../../../../src/lib/engines/situations/margin.ts';
import { badYears } from '../../../../src/lib/engines/situations/year-draws.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { ProblemFile } from '../../../../src/lib/model/plan.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const file: ProblemFile = syntheticProblem(5, { units: 24, referents: 3, tolerance: 0.2 });
const model = {
  children: Object.fromEntries(file.units.map(({ id }) => [id, 4])),
  communes: Object.fromEntries(file.units.map(({ id }, at) => [id, `commune ${at % 4}`]))
};
const curve = (problem = file, options = {}): MarginPoint[] => [
  ...marginCurve(solver, problem, model, { tolerances: [0.02, 0.2, 0.08], ...options })
];

describe('the price of a margin', () => {
  it('gives a proven plan for each tolerance, from the widest, that the separate checker accepts', () => {
    const points = curve();
    expect(points.map(({ tolerance }) => tolerance)).toEqual([0.2, 0.08, 0.02]);
    for (const { status, tolerance, assignment, objective, bound } of points) {
      expect(status).toBe('optimal');
      expect(objective).toBe(bound);
      expect(checkPlan({ ...file, tolerance }, assignment, {}).breaches).toEqual([]);
    }
  });

  it('never asks less travel of a tighter tolerance', () => {
    const travels = curve().map(({ objective }) => objective!);
    expect([...travels].sort((a, b) => a - b)).toEqual(travels);
  });

  it('says of a tolerance that no plan keeps that there is none, and goes on', () => {
    const two = {
      ...file,
      units: file.units.slice(0, 4),
      minutes: file.minutes.map((row) => row.slice(0, 4))
    };
    const points = curve(two, { tolerances: [5, 0.001] });
    expect(points.map(({ status }) => status)).toEqual(['optimal', 'infeasible']);
    expect(points[1]).toMatchObject({ travel: null, bad: null, assignment: {} });
  });

  it('does not depend on the order of rows', () => {
    const order = file.units.map((_, at) => at).reverse();
    const reversed = {
      ...file,
      units: order.map((at) => file.units[at]!),
      minutes: file.minutes.map((row) => order.map((at) => row[at]!))
    };
    expect(curve(reversed)).toEqual(curve());
  });
});

describe('years drawn at random', () => {
  const two: ProblemFile = {
    ...file,
    units: ['a', 'b'].map((id) => ({ id, workload: 100, pupils: 100, visits: 1 })),
    referents: [
      { id: 'A', fte: 1 },
      { id: 'B', fte: 1 }
    ],
    minutes: [
      [1, 1],
      [1, 1]
    ],
    neighbours: []
  };
  const apart = { a: 'A', b: 'B' };
  const chance = { children: { a: 4, b: 4 }, communes: { a: 'x', b: 'y' }, shock: 0 };

  it('find the share that the law of two schools gives', () => {
    // A exceeds its fair share by 30 % when its part of the total is over 65 %: summed over both Poisson laws.
    const law = (mean: number, count: number) =>
      Math.exp(-mean) * Array.from({ length: count }, (_, k) => mean / (k + 1)).reduce((a, b) => a * b, 1);
    let exact = 0;
    for (let a = 0; a < 40; a++)
      for (let b = 0; b < 40; b++) if (Math.max(a, b) > 0.65 * (a + b) + 1e-9) exact += law(4, a) * law(4, b);
    const { share, low, high } = badYearsOf(two, apart, { ...chance, draws: 20_000 });
    expect(Math.abs(share - exact)).toBeLessThan(0.015);
    expect(low).toBeLessThan(share);
    expect(high).toBeGreaterThan(share);
  });

  it('do not count a rise of the whole, only what the split does with it', () => {
    const together = { ...chance, children: { a: 4000, b: 4000 }, communes: { a: 'x', b: 'x' }, shock: 0.5 };
    expect(badYearsOf(two, apart, together).share).toBe(0);
    expect(badYearsOf(two, apart, { ...together, communes: chance.communes }).share).toBeGreaterThan(0.3);
  });

  it('leave a school without an expected number as it is', () => {
    expect(badYearsOf(two, apart, { children: {}, communes: {} }).share).toBe(0);
  });

  it('call every year bad where one post carries all', () => {
    expect(badYearsOf(two, { a: 'A', b: 'A' }, chance).share).toBeGreaterThan(0.99);
  });

  it('are the same for every plan and every order of communes', () => {
    const problem = compileProblem(file);
    const plan = Int32Array.from(problem.units, (_, at) => at % problem.m);
    const [first, second] = badYears(problem, [plan, plan], model);
    expect(first).toEqual(second);
    expect(badYears(problem, [plan], model)[0]).toEqual(first);
  });
});
