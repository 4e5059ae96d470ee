// The separate checker: for each rule, every plan that breaks it is refused and every plan that keeps it passes.
import { beforeAll, describe, expect, it } from 'vitest';
import type { TeamBalance, AssignmentResult, ProblemFile } from '../../../../src/lib/model/plan.ts';
import { checkPlan, checkResult, type CheckOptions } from '../../../../src/lib/engines/proof/check.ts';
import { solveAssignment } from '../../../../src/lib/engines/assignment/solve-assignment.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { everyPlan } from '../../../fixtures/territory/tiny.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

/** Five units in a row along a street, three posts; nothing is asked but that each unit has a referent. */
const street: ProblemFile = {
  units: [
    { id: 'u0', workload: 10, pupils: 40, visits: 1, meetings: 4, current: 'r0' },
    { id: 'u1', workload: 12, pupils: 10, visits: 2, meetings: 1, current: 'r0' },
    { id: 'u2', workload: 9, pupils: 30, visits: 1, meetings: 6, current: 'r1' },
    { id: 'u3', workload: 11, pupils: 20, visits: 1, meetings: 2, current: 'r2' },
    { id: 'u4', workload: 8, pupils: 15, visits: 2, meetings: 3, current: null }
  ],
  referents: [
    { id: 'r0', fte: 1, coordinator: 'x' },
    { id: 'r1', fte: 1, coordinator: 'x' },
    { id: 'r2', fte: 0.5, coordinator: 'y' }
  ],
  minutes: [[1, 5, 9, 13, 17], [9, 5, 1, 5, 9], [17, 13, 9, 5, null]], // prettier-ignore
  ...{ tolerance: 9, soft: false, pins: [], apart: [], together: [], contiguous: false },
  neighbours: [['u0', 'u1'], ['u1', 'u2'], ['u2', 'u3'], ['u3', 'u4']], // prettier-ignore
  ...{ maxPupilsMoved: null, stability: 0, coordinatorTolerance: null }
};
const NAMES = ['x', 'y'];
const teams: TeamBalance = {
  ...{ coordinators: NAMES, kept: false, tolerance: 0.3, shares: null, held: null },
  current: { r0: 'x', r1: 'x', r2: 'y' }
};

type Plan = Readonly<Record<string, string>>;
const unit = (id: string) => street.units.find((one) => one.id === id)!;
const sumOf = (
  plan: Plan,
  figure: 'workload' | 'pupils' | 'meetings',
  takes: (referent: string) => boolean
) => Object.entries(plan).reduce((sum, [id, to]) => sum + (takes(to) ? (unit(id)[figure] ?? 0) : 0), 0);
const misses = (load: number, target: number, share: number) =>
  Math.abs(load - target) > share * target + 1e-9;
const hoursOf = (plan: Plan, takes: (referent: string) => boolean) =>
  Object.entries(plan).reduce((sum, [id, to]) => {
    const [i, j] = [street.units.indexOf(unit(id)), street.referents.findIndex((one) => one.id === to)];
    return sum + (takes(to) ? unit(id).workload + 2 * unit(id).visits * (street.minutes[j]![i] ?? 0) : 0);
  }, 0);
const FTE = { r0: 1, r1: 1, r2: 0.5 } as Record<string, number>;
const underY = (referent: string) => referent === 'r2';

/** For each rule: what is asked, and by the words of the rule alone, whether a plan that leaves nobody out breaks it. */
const RULES: [string, Partial<ProblemFile>, CheckOptions, (plan: Plan) => boolean][] = [
  ['tolerance', { tolerance: 0.4 }, {}, (plan) =>
    Object.keys(FTE).some((id) => misses(sumOf(plan, 'workload', (to) => to === id), (50 * FTE[id]!) / 2.5, 0.4))],
  ['tolerance', { tolerance: 0.5 }, { balance: 'hours' }, (plan) =>
    Object.keys(FTE).some((id) => misses(hoursOf(plan, (to) => to === id), (hoursOf(plan, () => true) * FTE[id]!) / 2.5, 0.5))],
  ['coordinatorTolerance', { coordinatorTolerance: 0.3 }, {}, (plan) =>
    [0.8, 0.2].some((share, c) => misses(sumOf(plan, 'workload', (to) => underY(to) === (c === 1)), 50 * share, 0.3))],
  ['coordinatorTolerance', {}, { teams }, (plan) =>
    [true, false].some((y) => misses(sumOf(plan, 'pupils', (to) => underY(to) === y), 57.5, 0.3) ||
      misses(sumOf(plan, 'meetings', (to) => underY(to) === y), 8, 0.3))],
  ['coordinatorTolerance', {}, { teams: { ...teams, shares: { x: 0.7, y: 0.3 }, held: { y: { workload: 0, pupils: 10, meetings: 3 } } } }, (plan) =>
    [0.3, 0.7].some((share, c) => misses(sumOf(plan, 'pupils', (to) => underY(to) === (c === 0)) + (c === 0 ? 10 : 0), 125 * share, 0.3) ||
      misses(sumOf(plan, 'meetings', (to) => underY(to) === (c === 0)) + (c === 0 ? 3 : 0), 19 * share, 0.3))],
  ['pin', { pins: [['u2', 'r0']] }, {}, (plan) => plan.u2 !== 'r0'],
  ['apart', { apart: [['u0', 'u3']] }, {}, (plan) => plan.u0 === plan.u3],
  ['together', { together: [['u0', 'u3']] }, {}, (plan) => plan.u0 !== plan.u3],
  ['maxPupilsMoved', { maxPupilsMoved: 45 }, {}, (plan) =>
    street.units.reduce((sum, { id, current, pupils }) => sum + (current && plan[id] !== current ? pupils : 0), 0) > 45]
]; // prettier-ignore

describe('a plan that breaks a rule is refused, and only such a plan', () => {
  it.each(RULES)('%s, asked by %j options %j', (rule, asked, options, isBroken) => {
    const file = { ...street, ...asked };
    let [kept, broken] = [0, 0];
    for (const plan of everyPlan(file)) {
      if (plan.u4 === 'r2') continue;
      const { breaches } = checkPlan(file, plan, options);
      const wrong = isBroken(plan);
      expect([...new Set(breaches.map((one) => one.rule.rule))], JSON.stringify(plan)).toEqual(
        wrong ? [rule] : []
      );
      if (wrong) broken++;
      else kept++;
    }
    expect(Math.min(kept, broken)).toBeGreaterThan(0);
  });

  it('a unit left out, given to nobody known, or given where there is no way', () => {
    const all = { u0: 'r0', u1: 'r0', u2: 'r1', u3: 'r1', u4: 'r1' };
    expect(checkPlan(street, all).breaches).toEqual([]);
    const { u0: _, ...without } = all;
    for (const plan of [without, { ...all, u0: 'nobody' }, { ...all, u4: 'r2' }]) {
      expect(checkPlan(street, plan).breaches.map(({ rule }) => rule.rule)).toEqual(['assigned']);
    }
  });

  it('a territory in two pieces', () => {
    const file = { ...street, contiguous: true };
    const order = street.units.map(({ id }) => id);
    let kept = 0;
    for (const plan of everyPlan(file)) {
      if (plan.u4 === 'r2') continue;
      const ends = order.filter((id, i) => i === 0 || plan[order[i - 1]!] !== plan[id]);
      const inPieces = ends.length > new Set(ends.map((id) => plan[id])).size;
      const { breaches } = checkPlan(file, plan);
      if (inPieces)
        expect(
          breaches.map(({ rule }) => rule.rule),
          JSON.stringify(plan)
        ).toContain('contiguous');
      if (breaches.length === 0) kept++;
    }
    expect(kept).toBeGreaterThan(0);
  });
});

describe('an answer that says what is not so is refused', () => {
  const forge = (
    file: ProblemFile,
    options: CheckOptions,
    found: AssignmentResult,
    changes: Partial<AssignmentResult>
  ) => checkResult(file, { ...found, ...changes }, options);

  it('of coordinators: without them, with one who is unknown, one who leads nobody, or one changed where teams are kept', () => {
    const question = { ...teams, tolerance: 0.6 };
    const found = solveAssignment(solver, street, { teams: question, seconds: 5 });
    const options = { teams: question };
    expect([found.status, checkResult(street, found, options)]).toEqual(['optimal', []]);
    const { coordinators: led, ...alone } = found;
    expect(checkResult(street, alone, options)).toContain('coordinators');
    const all = (name: string) => Object.fromEntries(Object.keys(led!).map((id) => [id, name]));
    expect(forge(street, options, found, { coordinators: { ...led, r0: 'z' } })).toContain('coordinators');
    expect(forge(street, options, found, { coordinators: all('x') })).toContain('coordinators');
    expect(forge(street, options, found, { coordinators: all('x') })).toContain('coordinatorTolerance');
    const kept = { teams: { ...question, kept: true, current: led! } };
    const swapped = Object.fromEntries(
      Object.entries(led!).map(([id, name]) => [id, name === 'x' ? 'y' : 'x'])
    );
    expect(checkResult(street, found, kept)).toEqual([]);
    expect(forge(street, kept, found, { coordinators: swapped })).toContain('coordinators');
  });

  it('of its figures: objective, loads, bound, gap, proof, price of excess', () => {
    for (const soft of [false, true]) {
      const file = { ...street, tolerance: soft ? 0.02 : 0.4, soft };
      const found = solveAssignment(solver, file, { seconds: 5 });
      const forged = (changes: Partial<AssignmentResult>) => forge(file, {}, found, changes);
      expect([found.status, forged({})]).toEqual(['optimal', []]);
      expect(forged({ objective: found.objective! - 1 })).toContain('objective');
      expect(forged({ loads: { ...found.loads, r1: found.loads.r1! + 1 } })).toContain('loads');
      expect(forged({ bound: found.objective! + 1 })).toContain('bound');
      expect(forged({ gap: 0.2 })).toContain('gap');
      expect(forged({ bound: found.bound! - 100, gap: 0 })).toEqual(['gap', 'status']);
      expect(forged({ penalty: (found.penalty ?? 0) + 1000 })).toContain('penalty');
      expect(forged({ assignment: { ...found.assignment, u9: 'r0' } })).toContain('units');
    }
  });

  it('of two levels where excess is priced', () => {
    const file = { ...street, tolerance: 0.1, soft: true };
    const question = { ...teams, tolerance: 0.05 };
    const found = solveAssignment(solver, file, { teams: question, seconds: 5 });
    expect(found.penalty).toBeGreaterThan(0);
    expect(checkResult(file, found, { teams: question })).toEqual([]);
  });

  it('of the nearest plan: a rule broken that it does not name', () => {
    const file: ProblemFile = { ...street, pins: [['u0', 'r0'], ['u0', 'r1']], tolerance: 0.01 }; // prettier-ignore
    const found = solveAssignment(solver, file, { seconds: 5 });
    expect(found.status).toBe('infeasible');
    expect(checkResult(file, found)).toEqual([]);
    const relaxed = found.relaxed!;
    expect(forge(file, {}, found, { relaxed: { ...relaxed, dropped: [] } })).toEqual(['relaxed pin']);
    const { tolerance: _, ...tight } = relaxed;
    expect(forge(file, {}, found, { relaxed: tight })).toContain('relaxed tolerance');
    expect(forge(file, {}, found, { relaxed: { ...relaxed, objective: 0 } })).toEqual(['relaxed objective']);
    expect(forge(file, {}, found, { assignment: relaxed.assignment })).toEqual(['status']);
  });
});
