// Promises of what the page of sectors hands to the engine: every school once, locks and pins kept, nothing invented.
import { describe, expect, it } from 'vitest';
import {
  parseAssignmentFile,
  type AssignmentFile
} from '../../../../src/lib/model/assignment/assignment-file.ts';
import {
  buildProblem,
  factsOf,
  unitSchools
} from '../../../../src/lib/engines/assignment/problem/build-problem.ts';
import {
  DEFAULT_ASSIGNMENT_SETTINGS as USUAL,
  WORK_ALONE,
  NO_RULES,
  type SchoolFacts
} from '../../../../src/lib/model/assignment/settings.ts';

const DEFAULT_ASSIGNMENT_SETTINGS = { ...USUAL, ...WORK_ALONE };

const FILE: AssignmentFile = {
  version: 4,
  roads: {},
  tripScale: 1,
  times: { car: 'schematic' },
  territory: '245901160',
  posts: [
    { id: 'Référent 1', fte: 1, base: '59014', coordinator: 'Coordination 1' },
    { id: 'Référent 2', fte: 0.5, base: '59606', coordinator: 'Coordination 1' },
    { id: 'Référent 3', fte: 0, base: '59606', coordinator: null }
  ],
  schools: ['A', 'B', 'C', 'D'].map((uai, at) => ({
    uai,
    pupils: 100 + at,
    meetings: 2,
    waiting: uai === 'D'
  })),
  assignment: { A: 'Référent 1', B: 'Référent 1', C: 'Référent 2' },
  bases: ['59014', '59606'],
  minutes: [
    [1, 2, 3, 4],
    [5, 6, 7, null]
  ],
  neighbours: [
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'D']
  ]
};
const school = (uai: string, commune: string): SchoolFacts => ({
  ...{ uai, commune, name: `École ${uai}`, kind: 'primaire', qpv: null, network: null, group: null },
  ...{ lon: 3.5, lat: 50.3 }
});
const FACTS = factsOf([
  school('A', '59014'),
  school('B', '59014'),
  school('C', '59606'),
  school('D', '59606')
]);
const PLAN = { referents: FILE.assignment, coordinators: {} };
const schoolsOf = (settings = DEFAULT_ASSIGNMENT_SETTINGS) => unitSchools(FILE, FACTS, settings);

describe('a split to solve', () => {
  it('holds every school followed once, and those that wait only when asked', () => {
    expect(schoolsOf().map(({ uai }) => uai)).toEqual(['A', 'B', 'C']);
    const all = schoolsOf({ ...DEFAULT_ASSIGNMENT_SETTINGS, withWaiting: true });
    const { units } = buildProblem(FILE, all, PLAN, {
      ...DEFAULT_ASSIGNMENT_SETTINGS,
      criteria: ['commune']
    });
    expect(units.flatMap(({ schools }) => schools).sort()).toEqual(['A', 'B', 'C', 'D']);
  });

  it('joins schools of a unit, their neighbours and their way', () => {
    const problem = buildProblem(FILE, schoolsOf(), PLAN, {
      ...DEFAULT_ASSIGNMENT_SETTINGS,
      criteria: ['commune']
    });
    expect(problem.units.map(({ id }) => id)).toEqual(['59014', '59606']);
    expect(problem.neighbours).toEqual([['59014', '59606']]);
    expect(problem.minutes[0]![0]).toBeGreaterThan(1);
    expect(problem.minutes[0]![0]).toBeLessThan(2);
  });

  it('leaves out a post without working time, and a locked post with all that is its own', () => {
    const rules = { ...NO_RULES, locked: ['Référent 2'] };
    const problem = buildProblem(FILE, schoolsOf(), PLAN, DEFAULT_ASSIGNMENT_SETTINGS, { rules });
    expect(problem.referents.map(({ id }) => id)).toEqual(['Référent 1']);
    expect(problem.units.map(({ id }) => id)).toEqual(['A', 'B']);
  });

  it('keeps a pinned school where the plan on screen has it', () => {
    const plan = { ...PLAN, referents: { ...PLAN.referents, A: 'Référent 2' } };
    const rules = { ...NO_RULES, pinned: ['A'] };
    const problem = buildProblem(FILE, schoolsOf(), PLAN, DEFAULT_ASSIGNMENT_SETTINGS, { rules, plan });
    expect(problem.pins).toEqual([['A', 'Référent 2']]);
    expect(problem.units.find(({ id }) => id === 'A')?.current).toBe('Référent 1');
  });

  it('counts the limit on pupils who change as a share of all', () => {
    const problem = buildProblem(FILE, schoolsOf(), PLAN, {
      ...DEFAULT_ASSIGNMENT_SETTINGS,
      change: 0.1
    });
    expect(problem.maxPupilsMoved).toBe(Math.floor(0.1 * (100 + 101 + 102)));
  });

  it('reads a file of version 1.0 without the road that it counted to schools', () => {
    const former = { ...FILE, version: 3, roads: { A: 100 }, cards: { mark: '' } };
    const read = parseAssignmentFile(JSON.stringify(former));
    expect(read).toEqual({ ...FILE, roads: {} });
    expect('cards' in read).toBe(false);
  });

  it('refuses a file that is cut short, foreign or of another version', () => {
    expect(parseAssignmentFile(JSON.stringify(FILE))).toEqual(FILE);
    for (const text of ['', '{"version":2', '[]', 'null', '{"version":3}', '{"version":2}'])
      expect(() => parseAssignmentFile(text)).toThrow();
  });
});
