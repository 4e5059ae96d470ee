// Units, workloads and figures of a plan: what the hand works with.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import { balance } from '../../../../src/lib/engines/assignment/problem/balance.ts';
import {
  compileProblem,
  namedAssignment
} from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import {
  summaryOf,
  unitMinutes,
  unitsOf,
  withCurrent
} from '../../../../src/lib/engines/assignment/problem/units.ts';
import { CRITERIA, type UnitSchool } from '../../../../src/lib/model/assignment/settings.ts';
import { DEFAULT_WORKLOAD, WORKLOAD_SETTINGS, workloadOf } from '../../../../src/lib/model/workload.ts';
import { checkPlan } from '../../../../src/lib/engines/proof/check.ts';

const school = (at: number, changes: Partial<UnitSchool> = {}): UnitSchool => ({
  ...{ uai: `059000${at}A`, name: `École ${at}`, kind: 'elementaire', commune: at < 4 ? '59606' : '59014' },
  ...{ qpv: at % 2 ? 'QN05930M' : null, network: null, group: null, part: null, lon: 3.5 + at, lat: 50 },
  ...{ pupils: 100 + at, children: 3, workload: 10 * at, visits: at / 4, meetings: 1 },
  parts: { visits: 6 * at, meetings: 2 * at, liaison: 2 * at },
  ...changes
});
const schools = [1, 2, 3, 4, 5].map((at) => school(at, at < 3 ? { group: 'Centre' } : {}));

describe('units', () => {
  it('are each school in exactly one, whatever the criteria, and add up', () => {
    fc.assert(
      fc.property(fc.subarray([...CRITERIA]), (criteria) => {
        const units = unitsOf(schools, criteria);
        expect(units.flatMap((unit) => unit.schools).sort()).toEqual(schools.map(({ uai }) => uai));
        expect(summaryOf(units).total).toBe(150);
        expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
      })
    );
  });

  it('combine commune and QPV, and name what lies outside', () => {
    const units = unitsOf(schools, ['commune', 'qpv'], (criterion, value) => value ?? `hors ${criterion}`);
    expect(units.map(({ name }) => name)).toEqual([
      '59014 · hors qpv',
      '59014 · QN05930M',
      '59606 · hors qpv',
      '59606 · QN05930M'
    ]);
    expect(units[3]).toMatchObject({ id: '59606/QN05930M', pupils: 204, workload: 40, lon: 5.5 });
  });

  it('leave a school outside any group by itself', () => {
    expect(unitsOf(schools, ['group']).map(({ id, schools: list }) => [id, list.length])).toEqual([
      ...[3, 4, 5].map((at) => [`059000${at}A`, 1]),
      ['Centre', 2]
    ]);
  });

  it('take the referent of most pupils, and say where schools had several', () => {
    const [one] = [unitsOf(schools.slice(0, 2), ['group'])];
    const referents = { '0590001A': 'r1', '0590002A': 'r2' };
    const { units, mixed } = withCurrent(one, { referents, coordinators: {} }, (uai) => Number(uai[6]));
    expect([units[0]!.current, mixed]).toEqual(['r2', ['Centre']]);
  });

  it('cost the travel of their schools, and nothing can be said when one cannot be reached', () => {
    const units = unitsOf(schools, ['group']);
    const visits = (uai: string) => Number(uai[6]) / 4;
    const minutes = unitMinutes(units, ['b'], visits, (_, uai) => (uai === '0590005A' ? null : Number(uai[6]) * 10)); // prettier-ignore
    expect(minutes[0]!.slice(0, 3)).toEqual([30, 40, null]);
    expect(minutes[0]![3]).toBeCloseTo((10 * 0.25 + 20 * 0.5) / 0.75, 9);
  });
});

describe('workload', () => {
  it('is whole minutes, the sum of its parts, from figures that say whether they are hypotheses', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.option(fc.nat(60)), fc.nat(12), (pupils, children, meetings) => {
        const { workload, parts } = workloadOf({ pupils, children, meetings }, DEFAULT_WORKLOAD);
        expect(Number.isInteger(workload)).toBe(true);
        expect(workload).toBe(parts.visits + parts.meetings + parts.liaison);
      })
    );
    expect(WORKLOAD_SETTINGS.visitMinutes.quality).toBe('hypothesis');
    expect(workloadOf({ pupils: 0, children: 18, meetings: 6 }, DEFAULT_WORKLOAD)).toEqual({
      ...{ workload: 337, visits: 5 },
      parts: { visits: 300, meetings: 20, liaison: 17 }
    });
  });
});

describe('the figures of a plan', () => {
  const file = syntheticProblem(1, {
    units: 400,
    referents: 12,
    tolerance: 0.1,
    coordinators: 3,
    contiguous: true
  });
  const problem = compileProblem(file);
  const assignment = Int32Array.from({ length: 400 }, (_, i) => (i === 7 ? -1 : (i * 5) % 12));

  it('agree with the checker', () => {
    const whole = assignment.map((j) => Math.max(0, j));
    const figures = balance(problem, whole);
    const checked = checkPlan(file, namedAssignment(problem, whole));
    expect(figures.objective).toBe(checked.objective);
    expect(figures.pupilsMoved).toBe(checked.pupilsMoved);
    for (const { id, workload } of figures.referents) expect(workload).toBe(checked.loads[id]);
    expect(figures.travel).toBeCloseTo(checked.travel / 10, 6);
  });

  it('know units without referent, the farthest way, pieces, coordinators, and how even the loads are', () => {
    const figures = balance(problem, assignment);
    expect(figures.unassigned).toEqual([problem.units[7]]);
    const ways = problem.units.flatMap((_, i) =>
      assignment[i]! < 0 ? [] : problem.minutes[i * 12 + assignment[i]!]!
    );
    expect(figures.worst?.minutes).toBe(Math.max(...ways));
    expect(figures.extraComponents).toBeGreaterThan(0);
    expect(figures.coordinators.map(({ referents }) => referents.length)).toEqual([4, 4, 4]);
    const even = balance(
      compileProblem({ ...file, units: file.units.map((unit) => ({ ...unit, workload: 60 })) }),
      Int32Array.from({ length: 400 }, (_, i) => i % 10)
    );
    expect(even.spread).toMatchObject({ ratio: null });
    expect(even.spread.maxDeviation).toBe(1);
    expect(even.spread.gini).toBeCloseTo(1 / 6, 6);
    expect(even.spread.cv).toBeCloseTo(Math.sqrt(0.2), 6);
  });
});
