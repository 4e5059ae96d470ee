// What the service asks of a plan: prices, moves, the front, absences, new posts, conflicts in plain sight.
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import {
  assignmentOf,
  compileProblem
} from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import { relax } from '../../../../src/lib/engines/assignment/search/relax.ts';
import { solveAssignment } from '../../../../src/lib/engines/assignment/solve-assignment.ts';
import { absence } from '../../../../src/lib/engines/situations/absence.ts';
import { forcedPrices, leastPrices } from '../../../../src/lib/engines/situations/forced-price.ts';
import { newPosts } from '../../../../src/lib/engines/situations/new-post.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { ProblemFile } from '../../../../src/lib/model/plan.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const EFFORT = 40_000;
const file = syntheticProblem(9, { units: 20, referents: 4, tolerance: 0.2 });
const problem = compileProblem(file);
const best = () => solveAssignment(solver, file, { effort: EFFORT });

describe('why this plan', () => {
  it('gives the exact price of every other referent, never below its quick bound', () => {
    const { assignment, objective } = best();
    const plan = assignmentOf(problem, assignment);
    const quick = leastPrices(solver, problem, 3, objective!);
    const prices = [...forcedPrices(solver, problem, plan, 3)];
    expect(prices).toHaveLength(3);
    for (const { referent, price, proven } of prices) {
      const forced = solveAssignment(solver, { ...file, pins: [['U004', referent]] }, { effort: EFFORT });
      expect(proven).toBe(true);
      expect(price).toBe(forced.objective === null ? null : forced.objective - objective!);
      if (price !== null) expect(price).toBeGreaterThanOrEqual(quick[problem.referents.indexOf(referent)]!);
    }
  });
});

describe('situations', () => {
  it('an absence moves the units of the absent one only, and leads back', () => {
    const plan = best().assignment;
    const { moves, back, result } = absence(solver, file, plan, 'R002', { effort: EFFORT });
    expect(moves.map(({ id }) => id)).toEqual(Object.keys(plan).filter((unit) => plan[unit] === 'R002'));
    for (const unit of Object.keys(plan)) {
      if (plan[unit] !== 'R002') expect(result.assignment[unit]).toBe(plan[unit]);
    }
    expect(back.every(({ to }) => to === 'R002')).toBe(true);
  });

  it('a new post goes where the whole team travels least, and relieves it', () => {
    const places = [0, 7, 13].map((at) => ({
      id: `P${at}`,
      base: { lat: 50.3, lon: 3.4 },
      minutes: file.units.map((_, i) => 5 + ((i * 7 + at * 3) % 23))
    }));
    const found = [...newPosts(solver, file, places, { id: 'new', fte: 1, seconds: 5 })];
    const each = places.map(({ id, minutes, base }) => ({
      id,
      objective: solveAssignment(solver, { ...file, referents: [...file.referents, { id: 'new', fte: 1, base }], minutes: [...file.minutes, minutes] }, { effort: EFFORT }).objective! // prettier-ignore
    }));
    const least = each.reduce((a, b) => (b.objective < a.objective ? b : a));
    const first = found.reduce((a, b) => (b.objective < a.objective ? b : a));
    expect(first).toMatchObject({ objective: least.objective, status: 'optimal' });
    expect(first.balance.referents).toHaveLength(5);
  });
});

describe('rules that contradict one another', () => {
  const asked = (changes: Partial<ProblemFile>) =>
    solveAssignment(solver, { ...file, ...changes }, { effort: EFFORT });

  it('are named without those that have nothing to do with it', () => {
    const found = asked({
      pins: [['U001', 'R001'], ['U002', 'R001'], ['U005', 'R003']], // prettier-ignore
      apart: [['U001', 'U002'], ['U003', 'U004']] // prettier-ignore
    });
    expect(found.status).toBe('infeasible');
    expect(found.conflict).toHaveLength(3);
    expect(found.conflict).toContainEqual({ rule: 'apart', units: ['U001', 'U002'] });
    expect(found.relaxed!.dropped).toHaveLength(1);
  });

  it('are met by the least tolerance when loads are the trouble', () => {
    const pins = file.units.slice(0, 9).map(({ id }) => [id, 'R001'] as const);
    const found = asked({ pins });
    const load = file.units.slice(0, 9).reduce((sum, { workload }) => sum + workload, 0);
    const total = file.units.reduce((sum, { workload }) => sum + workload, 0);
    expect(found.conflict).toContainEqual({ rule: 'tolerance', referent: 'R001' });
    expect(found.relaxed!.dropped).toEqual([]);
    expect(found.relaxed!.tolerance).toBeCloseTo((4 * load) / total - 1, 3);
  });

  it('are met by a higher cap when too few pupils may change', () => {
    const pins = file.units.slice(0, 3).map(({ id, current }) => [id, file.referents.find((one) => one.id !== current)!.id] as const); // prettier-ignore
    const moved = file.units.slice(0, 3).reduce((sum, { pupils }) => sum + pupils, 0);
    const found = asked({ pins, maxPupilsMoved: moved - 1, tolerance: 1 });
    expect(found.conflict).toContainEqual({ rule: 'maxPupilsMoved', most: moved - 1 });
    expect([found.relaxed!.maxPupilsMoved, found.relaxed!.dropped]).toEqual([moved, []]);
  });

  it('are met by the least tolerance to a hundredth of a percent, and the proof of it is told', () => {
    const weights = [7, 11, 13, 17, 19, 23, 29, 31];
    const units = weights.map((workload, i) => ({ ...file.units[i]!, workload, current: null }));
    const small = {
      ...file,
      units,
      referents: file.referents.slice(0, 2),
      minutes: file.minutes.slice(0, 2).map((row) => row.slice(0, units.length)),
      neighbours: [],
      tolerance: 0,
      pins: [[units[6]!.id, 'R001'], [units[7]!.id, 'R001'], [units[5]!.id, 'R001']] as const // prettier-ignore
    };
    const [a, b] = small.referents.map(({ fte }) => fte) as [number, number];
    const total = weights.reduce((sum, one) => sum + one, 0);
    const [targetA, targetB] = [(total * a) / (a + b), (total * b) / (a + b)];
    let least = Infinity;
    for (let set = 0; set < 256; set++) {
      if ((set & 0b1110_0000) !== 0b1110_0000) continue;
      const load = weights.reduce((sum, one, i) => sum + ((set >> i) & 1) * one, 0);
      least = Math.min(least, Math.max(Math.abs(load / targetA - 1), Math.abs((total - load) / targetB - 1)));
    }
    const { relaxed } = solveAssignment(solver, small, { effort: EFFORT });
    expect(relaxed).toMatchObject({ proven: true, dropped: [] });
    expect(relaxed!.tolerance! - least).toBeGreaterThanOrEqual(-1e-6);
    expect(relaxed!.tolerance! - least).toBeLessThan(1e-4);
  });

  it('of which the least change could not be proven in time say so', () => {
    const hard = syntheticProblem(1, { units: 67, referents: 6, tolerance: 0 });
    const relaxed = relax(solver, compileProblem(hard, {}), {}, 1.5);
    expect(relaxed?.tolerance).toBeGreaterThan(0);
    expect(relaxed?.proven).toBe(false);
  });

  it('leave a unit that nobody can reach without referent', () => {
    const found = asked({ minutes: file.minutes.map(([_, ...row]) => [null, ...row]), tolerance: 0.5 });
    expect(found.conflict).toEqual([{ rule: 'assigned', unit: 'U001' }]);
    expect(Object.keys(found.relaxed!.assignment)).toHaveLength(19);
  });
});
