// Schools that are tied: what a set stands for, what moves along, parts that do not overlap, and a solver that keeps it all.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AssignmentFile } from '../../../../src/lib/model/assignment/assignment-file.ts';
import {
  buildProblem,
  factsOf,
  unitSchools
} from '../../../../src/lib/engines/assignment/problem/build-problem.ts';
import {
  DEFAULT_ASSIGNMENT_SETTINGS as USUAL,
  WORK_ALONE,
  type AssignmentSettings,
  type SchoolFacts
} from '../../../../src/lib/model/assignment/settings.ts';
import { canonical } from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import { pairsOf, sameTie, tiedTo, tieOf, withPart } from '../../../../src/lib/model/assignment/ties.ts';
import { solveAssignment } from '../../../../src/lib/engines/assignment/solve-assignment.ts';
import {
  partName,
  parts as partsKind,
  ties as tiesKind
} from '../../../../src/lib/session/decision/sectors-address.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { draws } from '../../../draws.ts';

const DEFAULT_ASSIGNMENT_SETTINGS = { ...USUAL, ...WORK_ALONE };

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const uais = ['0590001A', '0590002B', '0590003C', '0590004D'];
const FILE: AssignmentFile = {
  ...{
    version: 4,
    roads: {},
    tripScale: 1,
    times: {},
    territory: '245901160',
    neighbours: [],
    bases: ['59014', '59606']
  },
  posts: ['59014', '59606'].map((base, at) => ({
    id: `Référent ${at + 1}`,
    fte: 1,
    base,
    coordinator: null
  })),
  schools: uais.map((uai) => ({ uai, pupils: 100, meetings: 2, waiting: false })),
  assignment: {},
  minutes: [[1, 2, 20, 21], [20, 21, 1, 2]] // prettier-ignore
};
const FACTS = factsOf(
  uais.map((uai): SchoolFacts => ({
    ...{ uai, name: uai, kind: 'primaire', commune: '59606', qpv: null, network: null, group: null },
    ...{ lon: 3, lat: 50 }
  }))
);
const TODAY = { referents: {}, coordinators: {} };

function solved(part: Partial<AssignmentSettings>) {
  const settings = { ...DEFAULT_ASSIGNMENT_SETTINGS, ...part };
  const problem = buildProblem(FILE, unitSchools(FILE, FACTS, settings), TODAY, settings);
  return solveAssignment(solver, problem, { seconds: 5 });
}

describe('schools that are tied', () => {
  it('a set is a chain to keep together, and every pair to keep apart', () => {
    const sets = [['a', 'b', 'c']];
    expect(pairsOf('together', sets)).toEqual([['a', 'b'], ['b', 'c']]); // prettier-ignore
    expect(pairsOf('apart', sets)).toEqual([['a', 'b'], ['a', 'c'], ['b', 'c']]); // prettier-ignore
  });

  it('are one set in whatever order, or however often, their schools were chosen', () => {
    expect(tieOf(['c', 'a', 'b', 'a'])).toEqual(['a', 'b', 'c']);
    expect(sameTie(['b', 'a'], ['a', 'b'])).toBe(true);
    expect(sameTie(['a', 'b'], ['a', 'c'])).toBe(false);
    expect(withPart([], { name: 'Nord', schools: ['b', 'a'] })[0]?.schools).toEqual(['a', 'b']);
  });

  it('give the same problem in whatever order they come, and either way round', () => {
    const settings = { ...DEFAULT_ASSIGNMENT_SETTINGS, apart: [[uais[0]!, uais[2]!], [uais[1]!, uais[3]!]] }; // prettier-ignore
    const problem = buildProblem(FILE, unitSchools(FILE, FACTS, settings), TODAY, settings);
    const turned = { ...problem, apart: [...problem.apart].reverse().map(([a, b]) => [b, a] as const) };
    expect(canonical(turned).apart).toEqual(canonical(problem).apart);
    expect(canonical({ ...problem, apart: [...problem.apart, ...turned.apart] })).toEqual(canonical(problem));
    const pins = [['b', 'x'], ['a', 'y'], ['a', 'y']] as const; // prettier-ignore
    expect(canonical({ ...problem, pins }).pins).toEqual([['a', 'y'], ['b', 'x']]); // prettier-ignore
  });

  it('move along, from set to set and from unit to unit', () => {
    const unitOf = (uai: string) => (uai === 'c' ? ['c', 'd'] : [uai]);
    expect(tiedTo([['a', 'b'], ['b', 'c']], ['a'], unitOf).sort()).toEqual(['a', 'b', 'c', 'd']); // prettier-ignore
    expect(tiedTo([], ['a'], unitOf)).toEqual(['a']);
  });

  it('are kept by the solver, and named when they contradict one another', () => {
    const near = solved({});
    expect(near.assignment[uais[0]!]).toBe(near.assignment[uais[1]!]);
    const apart = solved({ apart: [uais.slice(0, 2)], together: [[uais[0]!, uais[2]!]] });
    expect(apart.status).toBe('optimal');
    expect(apart.assignment[uais[0]!]).not.toBe(apart.assignment[uais[1]!]);
    expect(apart.assignment[uais[0]!]).toBe(apart.assignment[uais[2]!]);
    const both = solved({ apart: [uais.slice(0, 2)], together: [uais.slice(0, 2)] });
    expect(both.status).toBe('infeasible');
    expect(both.conflict?.map(({ rule }) => rule).sort()).toEqual(['apart', 'together']);
    expect(both.relaxed?.dropped).toHaveLength(1);
  });

  it('a part of a commune is a unit of its own, and a school is in one part', () => {
    const parts = withPart([{ name: 'Nord', schools: uais.slice(0, 2) }], { name: 'Gare', schools: uais.slice(1, 3) }); // prettier-ignore
    expect(parts.map(({ schools }) => schools)).toEqual([[uais[0]], uais.slice(1, 3)]);
    const settings: AssignmentSettings = {
      ...DEFAULT_ASSIGNMENT_SETTINGS,
      criteria: ['commune', 'part'],
      parts
    };
    const { units } = buildProblem(FILE, unitSchools(FILE, FACTS, settings), TODAY, settings);
    expect(units.map(({ schools }) => schools)).toEqual([[uais[3]], uais.slice(1, 3), [uais[0]]]);
  });

  it('are read back from a link, whatever the name; any text is borne', () => {
    const set = fc.uniqueArray(fc.constantFrom(...uais), { minLength: 2 }).map((one) => one.sort());
    fc.assert(
      fc.property(fc.array(set, { maxLength: 3 }), fc.string(), (sets, text) => {
        expect(tiesKind.parse(tiesKind.format(sets, null), null)).toEqual(sets);
        void tiesKind.parse(text, null);
        const parts = [{ name: partName(text) || 'x', schools: [uais[0]!] }];
        expect(partsKind.parse(partsKind.format(parts, null), null)).toEqual(parts);
        void partsKind.parse(text, null);
      }),
      { numRuns: draws() }
    );
  });
});
