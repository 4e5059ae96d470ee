// Communes with criteria of their own: nothing else changes, the optimum is that of trying every plan, and contradictions name the commune.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildProblem,
  factsOf,
  planRequest,
  roadDemand,
  solveAssignment,
  unitSchools
} from '../../../../src/lib/engines/assignment/index.ts';
import { unitsOf } from '../../../../src/lib/engines/assignment/problem/units.ts';
import { certify } from '../../../../src/lib/engines/proof/index.ts';
import { searchCards, unplacedRequest } from '../../../../src/lib/engines/cards/index.ts';
import {
  ASSIGNMENT_FILE_VERSION,
  type AssignmentFile
} from '../../../../src/lib/model/assignment/assignment-file.ts';
import {
  toggledInCommune,
  usableCriteria,
  withCommune
} from '../../../../src/lib/model/assignment/commune-criteria.ts';
import {
  CRITERIA,
  DEFAULT_ASSIGNMENT_SETTINGS as USUAL,
  WORK_ALONE,
  type AssignmentSettings,
  type CommuneCriteria,
  type Criterion,
  type SchoolFacts,
  type UnitSchool
} from '../../../../src/lib/model/assignment/settings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { draws } from '../../../draws.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const COMMUNES = ['59014', '59383', '59606'] as const;
const NAMES: Readonly<Record<string, string>> = {
  '59014': 'Anzin',
  '59383': 'Marly',
  '59606': 'Valenciennes'
};
const naming = (criterion: Criterion, value: string | null) =>
  criterion === 'commune' ? (NAMES[value ?? ''] ?? '') : (value ?? 'hors');
const TODAY = { referents: {}, coordinators: {} };

const facts = fc.record({
  ...{ commune: fc.constantFrom(...COMMUNES), kind: fc.constantFrom('maternelle', 'elementaire') },
  ...{ qpv: fc.constantFrom(null, 'Q1', 'Q2'), network: fc.constantFrom(null, 'R1') },
  ...{ group: fc.constantFrom(null, 'G1', 'G2'), part: fc.constantFrom(null, 'nord', 'sud') }
});
type Facts = typeof facts extends fc.Arbitrary<infer One> ? One : never;

const criteria = fc.subarray([...CRITERIA], { minLength: 1 });
const own: fc.Arbitrary<CommuneCriteria> = fc.dictionary(fc.constantFrom(...COMMUNES), criteria, {
  maxKeys: 3,
  noNullPrototype: true
});

interface Territory {
  file: AssignmentFile;
  schools: SchoolFacts[];
  parts: AssignmentSettings['parts'];
}

const uaiOf = (at: number) => `059000${at}A`;
const territoryOf = (drawn: readonly Facts[], minutes: readonly number[]): Territory => ({
  schools: drawn.map(({ part: _, ...one }, at) => ({
    ...one,
    ...{ uai: uaiOf(at), name: `École ${at}`, lon: 3.5, lat: 50.3 }
  })),
  parts: ['nord', 'sud'].map((name) => ({
    name,
    schools: drawn.flatMap(({ part }, at) => (part === name ? [uaiOf(at)] : []))
  })),
  file: {
    ...{
      version: ASSIGNMENT_FILE_VERSION,
      roads: {},
      tripScale: 1,
      times: {},
      territory: '245901160',
      assignment: {}
    },
    posts: ['59014', '59606'].map((base, at) => ({
      ...{ id: `Référent ${at + 1}`, fte: 1, base, coordinator: null }
    })),
    schools: drawn.map((_, at) => ({
      ...{ uai: uaiOf(at), pupils: 100 + 13 * at, meetings: 1 + (at % 3), waiting: false }
    })),
    bases: ['59014', '59606'],
    minutes: [0, 1].map((base) => drawn.map((_, at) => minutes[2 * at + base]!)),
    neighbours: []
  }
});

const territory = fc
  .integer({ min: 3, max: 7 })
  .chain((size) =>
    fc
      .tuple(
        fc.array(facts, { minLength: size, maxLength: size }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2 * size, maxLength: 2 * size })
      )
      .map(([drawn, minutes]) => territoryOf(drawn, minutes))
  );

const settingsOf = ({ parts }: Territory, more: Partial<AssignmentSettings>): AssignmentSettings => ({
  ...{ ...USUAL, ...WORK_ALONE, parts },
  ...more
});
const schoolsOf = ({ file, schools }: Territory, settings: AssignmentSettings) =>
  unitSchools(file, factsOf(schools), settings);
function problemOf(place: Territory, more: Partial<AssignmentSettings>) {
  const settings = settingsOf(place, more);
  return buildProblem(place.file, schoolsOf(place, settings), TODAY, settings, { naming });
}

/** Whether two schools must have one referent, written apart from the engine. */
function goTogether(a: UnitSchool, b: UnitSchool, all: readonly Criterion[], own: CommuneCriteria): boolean {
  const isOwn = a.commune in own || b.commune in own;
  if (isOwn && a.commune !== b.commune) return false;
  return (own[a.commune] ?? all).every((criterion) => {
    if (criterion === 'school') return a.uai === b.uai;
    if (criterion === 'group') return a.uai === b.uai || (a.group !== null && a.group === b.group);
    if (criterion === 'level') return a.kind === b.kind;
    return a[criterion] === b[criterion];
  });
}

/** The least road of a plan, school by school, that keeps schools together and loads in the band; null without one. */
function leastByTrial(place: Territory, settings: AssignmentSettings): number | null {
  const schools = schoolsOf(place, settings);
  const demand = roadDemand(place.file, settings.road);
  const first = schools.map((a) =>
    schools.findIndex((b) => goTogether(a, b, settings.criteria, settings.communeCriteria))
  );
  const blocks = [...new Set(first)].map((at) => schools.filter((_, i) => first[i] === at));
  const half = schools.reduce((sum, { workload }) => sum + workload, 0) / 2;
  const [low, high] = [Math.ceil((1 - settings.tolerance) * half - 1e-9), Math.floor((1 + settings.tolerance) * half + 1e-9)]; // prettier-ignore
  const roadOf = (block: readonly UnitSchool[], post: number) => {
    const way = block.reduce((sum, school) => {
      const column = place.file.schools.findIndex(({ uai }) => uai === school.uai);
      return sum + 20 * demand(school).visits * place.file.minutes[post]![column]!;
    }, 0);
    return Math.round(way + block.reduce((sum, school) => sum + 10 * demand(school).stopMinutes, 0));
  };
  let least: number | null = null;
  for (let code = 0; code < 2 ** blocks.length; code++) {
    const postOf = (at: number) => (code >> at) & 1;
    const load = blocks.reduce(
      (sum, block, at) =>
        sum + (postOf(at) === 0 ? block.reduce((all, { workload }) => all + workload, 0) : 0),
      0
    );
    if ([load, 2 * half - load].some((one) => one < low || one > high)) continue;
    const road = blocks.reduce((sum, block, at) => sum + roadOf(block, postOf(at)), 0);
    least = Math.min(least ?? Infinity, road);
  }
  return least;
}

describe('criteria of communes', () => {
  it('that all follow the whole territory change no byte of the problem, whose units are those of before', () => {
    fc.assert(
      fc.property(territory, criteria, (place, chosen) => {
        const settings = settingsOf(place, { criteria: chosen });
        const schools = schoolsOf(place, settings);
        const { communeCriteria: _, ...before } = settings;
        const problem = (some: object) =>
          JSON.stringify(buildProblem(place.file, schools, TODAY, some as AssignmentSettings, { naming }));
        expect(problem(settings)).toBe(problem(before));
        for (const { id, schools: held } of unitsOf(schools, chosen)) {
          const values = schools
            .filter(({ uai }) => held.includes(uai))
            .map((school) =>
              CRITERIA.filter((one) => chosen.includes(one))
                .map((one) =>
                  one === 'school'
                    ? school.uai
                    : one === 'group'
                      ? (school.group ?? school.uai)
                      : one === 'level'
                        ? school.kind
                        : (school[one] ?? '-')
                ) // prettier-ignore
                .join('/')
            );
          expect(new Set(values)).toEqual(new Set([id]));
        }
      }),
      { numRuns: draws() }
    );
  });

  it('of one commune change no unit of another: not its schools, not its id, not its name', () => {
    fc.assert(
      fc.property(
        territory,
        criteria,
        own,
        criteria,
        fc.constantFrom(...COMMUNES),
        (place, all, some, mine, one) => {
          const settings = settingsOf(place, { criteria: all });
          const schools = schoolsOf(place, settings);
          const elsewhere = (communes: CommuneCriteria) =>
            unitsOf(schools, all, naming, communes).flatMap(({ id, name, schools: held }) => {
              const others = held.filter(
                (uai) => schools.find((school) => school.uai === uai)!.commune !== one
              );
              return others.length > 0 ? [{ id, name, schools: others }] : [];
            });
          const { [one]: __, ...without } = some;
          expect(elsewhere({ ...without, [one]: mine })).toEqual(elsewhere(without));
        }
      ),
      { numRuns: draws() }
    );
  });

  it('make units of one commune alone, named after it, each school in one of them', () => {
    fc.assert(
      fc.property(territory, criteria, own, (place, all, some) => {
        const { units } = problemOf(place, { criteria: all, communeCriteria: some });
        expect(units.flatMap(({ schools }) => schools).sort()).toEqual(
          place.schools.map(({ uai }) => uai).sort()
        );
        expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
        for (const { name, schools } of units) {
          const communes = new Set(place.schools.filter(({ uai }) => schools.includes(uai)).map(({ commune }) => commune)); // prettier-ignore
          for (const commune of communes) {
            if (!(commune in some)) continue;
            expect([...communes]).toEqual([commune]);
            expect(name.startsWith(NAMES[commune]!)).toBe(true);
          }
        }
      }),
      { numRuns: draws() }
    );
  });

  it('mixed, have the optimum that trying every plan finds, and no plan where there is none', () => {
    let found = 0;
    fc.assert(
      fc.property(territory, criteria, own, fc.constantFrom(0.1, 0.3, 0.6), (place, all, some, tolerance) => {
        const settings = settingsOf(place, { criteria: all, communeCriteria: some, tolerance });
        const result = solveAssignment(solver, problemOf(place, settings), { effort: 8000 });
        const least = leastByTrial(place, settings);
        expect(result.status).toBe(least === null ? 'infeasible' : 'optimal');
        expect(result.objective).toBe(least);
        if (least !== null) found++;
      }),
      { numRuns: draws(2), seed: 7 }
    );
    expect(found).toBeGreaterThan(5);
  });
});

/** Marly by level; the others as the whole territory, school by school. */
const MARLY = territoryOf(
  Array.from({ length: 6 }, (_, at) => ({
    commune: at < 4 ? ('59383' as const) : ('59606' as const),
    kind: at % 2 === 0 ? ('maternelle' as const) : ('elementaire' as const),
    ...{ qpv: null, network: null, group: null, part: null }
  })),
  [3, 20, 20, 3, 4, 18, 18, 4, 10, 10, 12, 8]
);
const BY_LEVEL = { communeCriteria: { '59383': ['level'] as const } };

describe('a commune by its own criteria', () => {
  it('is followed by the search, the three cards and the certificate, whose problem names it', async () => {
    const settings = settingsOf(MARLY, { ...BY_LEVEL, tolerance: 0.3 });
    const schools = schoolsOf(MARLY, settings);
    const asked = planRequest(MARLY.file, schools, TODAY, settings, { naming });
    const names = asked.problem.units.map(({ name }) => name);
    expect(names).toEqual(['École 4', 'École 5', 'Marly · elementaire', 'Marly · maternelle']);
    const result = solveAssignment(solver, asked.problem, { effort: 8000 });
    expect(result.status).toBe('optimal');
    const written = JSON.stringify(asked.problem);
    const { answer } = await certify(solver, new TextEncoder().encode(written), asked.problem, result, {
      seconds: 10
    });
    expect(answer.certified).toBe(true);
    expect(written).toContain('Marly · maternelle');
    const { cards } = searchCards({ ...unplacedRequest({ file: MARLY.file, schools, settings }, asked), places: null }); // prettier-ignore
    for (const { assignment } of cards!)
      expect(Object.keys(assignment).sort()).toEqual(asked.problem.units.map(({ id }) => id).sort());
  });

  it('that makes the rules contradict each other is named in the contradiction', () => {
    const problem = problemOf(MARLY, {
      ...BY_LEVEL,
      apart: [[uaiOf(0), uaiOf(1)], [uaiOf(0), uaiOf(4)], [uaiOf(1), uaiOf(4)]], // prettier-ignore
      tolerance: 1
    });
    const { status, conflict = [] } = solveAssignment(solver, problem, { effort: 8000 });
    expect(status).toBe('infeasible');
    const named = conflict.flatMap((rule) => (rule.rule === 'apart' ? rule.units : []));
    expect(named.map((id) => problem.units.find((unit) => unit.id === id)!.name)).toContain(
      'Marly · maternelle'
    );
  });

  it('uses what its schools can be told apart by alone: a part of a commune only where one is drawn', () => {
    const known = MARLY.schools;
    const asked: CommuneCriteria = { '59383': ['part', 'level'], '59606': ['part'], '99999': ['level'] };
    expect(usableCriteria(asked, known, [])).toEqual({ '59383': ['level'] });
    const parts = [{ name: 'Gare', schools: [uaiOf(4)] }];
    expect(usableCriteria(asked, known, parts)).toEqual({ '59383': ['level'], '59606': ['part'] });
  });

  it('adds criteria up, but for the whole commune and school by school; back to the whole territory leaves no trace', () => {
    expect(toggledInCommune(['school'], 'group')).toEqual(['group']);
    expect(toggledInCommune(['group'], 'level')).toEqual(['level', 'group']);
    expect(toggledInCommune(['level', 'group'], 'commune')).toEqual(['commune']);
    expect(toggledInCommune(['commune'], 'commune')).toEqual(['school']);
    const one = withCommune({}, '59606', ['level']);
    expect(Object.keys(withCommune(one, '59383', ['group']))).toEqual(['59383', '59606']);
    expect(withCommune(one, '59606', null)).toEqual({});
  });
});
