// Promises of a link to the page of sectors: it reopens what was seen, holds no count, and a foreign plan is told apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isFormerSplitLink,
  planFragment,
  readPlanFragment,
  rulesAddress,
  sectorsAddress,
  unusedCriteria
} from '../../../../src/lib/session/decision/sectors-address.ts';
import type { AssignmentFile } from '../../../../src/lib/model/assignment/assignment-file.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS, WORK_ALONE } from '../../../../src/lib/model/assignment/settings.ts';

const posts = ['Référent 1', 'Référent 2', 'Référent 3'].map((id, at) => ({
  ...{ id, fte: 1, base: '59014', coordinator: `Coordination ${1 + (at % 2)}` }
}));
const uais = ['0590001A', '0590002B', '0590003C', '0590004D'];
const FILE: AssignmentFile = {
  ...{
    version: 4,
    roads: {},
    tripScale: 1,
    times: {},
    territory: '245901160',
    posts,
    assignment: {},
    bases: [],
    minutes: [],
    neighbours: []
  },
  schools: uais.map((uai) => ({ uai, pupils: 137, meetings: 0, waiting: false }))
};

describe('a link to the page of sectors', () => {
  it('reopens every choice', () => {
    const settings = {
      ...DEFAULT_ASSIGNMENT_SETTINGS,
      ...{ communeCriteria: { '59383': ['level'] as const, '59606': ['qpv', 'group'] as const } },
      ...{ criteria: ['commune', 'qpv'] as const, tolerance: 0.15, measure: 'hours' as const },
      ...{ soft: true, contiguous: true, change: 0.2, coordinatorTolerance: 0.05, withWaiting: true },
      workload: { ...DEFAULT_ASSIGNMENT_SETTINGS.workload, visitMinutes: 45 },
      ...{
        teamsKept: true,
        fte: [1, 0.8, 0.35],
        together: [uais.slice(0, 2), uais.slice(1, 4)],
        apart: [uais.slice(2, 4)]
      },
      parts: [
        { name: 'Le Faubourg (nord)', schools: uais.slice(0, 1) },
        { name: 'Cité & gare', schools: uais.slice(2, 4) }
      ]
    };
    expect(sectorsAddress.read(sectorsAddress.write(settings))).toEqual(settings);
    expect(sectorsAddress.write(DEFAULT_ASSIGNMENT_SETTINGS).toString()).toBe('');
  });

  it('keeps a chosen number of children for 100 pupils, three as well; without one, the published children count', () => {
    const read = (link: string) => sectorsAddress.read(new URLSearchParams(link));
    for (const childrenPer100 of [0, 3, 4.5, null]) {
      const workload = { ...DEFAULT_ASSIGNMENT_SETTINGS.workload, childrenPer100 };
      const settings = { ...DEFAULT_ASSIGNMENT_SETTINGS, workload };
      expect(sectorsAddress.read(sectorsAddress.write(settings))).toEqual(settings);
    }
    expect(read('suivis=4').workload.childrenPer100).toBe(4);
    expect(read('visite=45').workload.childrenPer100).toBeNull();
  });

  it('of before the road was counted keeps its meaning; one without settings has the road and one piece', () => {
    const read = (link: string) => sectorsAddress.read(new URLSearchParams(link));
    expect(read('')).toMatchObject({ measure: 'hours', contiguous: true });
    expect(read('tolerance=5')).toMatchObject({ measure: 'workload', contiguous: false, tolerance: 0.05 });
    expect(read('mesure=heures')).toMatchObject({ measure: 'hours', contiguous: false });
    const alone = { ...DEFAULT_ASSIGNMENT_SETTINGS, ...WORK_ALONE };
    expect(sectorsAddress.write(alone).toString()).toBe('mesure=charge&visites=faites');
    expect(sectorsAddress.read(sectorsAddress.write(alone))).toEqual(alone);
  });

  it('of before the visits really made were counted means two a child and month where it names none, and says so once opened', () => {
    const rate = (link: string) => sectorsAddress.read(new URLSearchParams(link)).workload.visitsPerMonth;
    expect([rate(''), rate('tolerance=5'), rate('tolerance=5&visites=faites'), rate('visites=3')]).toEqual([
      ...[null, 2, null, 3]
    ]);
    expect(String(sectorsAddress.write(sectorsAddress.read(new URLSearchParams('tolerance=5'))))).toBe(
      'tolerance=5&visites=2'
    );
    const isFormer = (link: string) => isFormerSplitLink(new URLSearchParams(link));
    expect(
      ['', 'ecole=0590001A', 'tolerance=5', 'mesure=charge', 'tolerance=5&visites=2'].map(isFormer)
    ).toEqual([...[false, false, true, true, false]]);
  });

  it('tells what it says of criteria of communes and is not in use, and nothing where all is', () => {
    const inUse = { '59383': ['level'] as const };
    const told = (link: string) => unusedCriteria(new URLSearchParams(link), inUse).map(({ found }) => found);
    expect(told('communes=59383*niveau')).toEqual([]);
    expect(told('')).toEqual([]);
    expect(told('communes=59383*niveau.lune~99999*groupe~marly*niveau')).toEqual([
      '59383*lune, 99999*groupe, marly*niveau'
    ]);
    fc.assert(fc.property(fc.string(), (text) => void told(String(new URLSearchParams({ communes: text })))));
  });

  it('ignores what is out of bounds', () => {
    const odd = new URLSearchParams('unites=lune&tolerance=900&changent=-3&visite=1e9&mesure=x');
    expect(sectorsAddress.read(odd)).toEqual({ ...DEFAULT_ASSIGNMENT_SETTINGS });
    fc.assert(
      fc.property(fc.webQueryParameters(), (text) => void sectorsAddress.read(new URLSearchParams(text)))
    );
  });

  it('holds any plan, and no count', () => {
    const plan = fc.record({
      referents: fc.dictionary(fc.constantFrom(...uais), fc.constantFrom(...posts.map(({ id }) => id)))
    });
    fc.assert(
      fc.property(plan, ({ referents }) => {
        const coordinators = Object.fromEntries(posts.map(({ id, coordinator }) => [id, coordinator]));
        const fragment = planFragment(FILE, { referents, coordinators });
        expect(readPlanFragment(FILE, `#${fragment}`)).toEqual({ referents: { ...referents }, coordinators });
        expect(fragment).not.toContain('137');
      })
    );
  });

  it('tells a plan of another territory, or of other schools, from no plan', () => {
    const fragment = planFragment(FILE, { referents: {}, coordinators: {} });
    expect(readPlanFragment(FILE, '')).toBeNull();
    expect(readPlanFragment({ ...FILE, territory: '200093201' }, `#${fragment}`)).toBe('foreign');
    expect(readPlanFragment({ ...FILE, schools: FILE.schools.slice(1) }, `#${fragment}`)).toBe('foreign');
  });
});

const ruleFile = {
  schools: [{ uai: '0590001A' }, { uai: '0590002B' }],
  posts: [{ id: 'Référent 1' }, { id: 'Référent 2' }]
} as unknown as AssignmentFile;

describe('what stays and what is locked', () => {
  it('comes back from a link, in any order', () => {
    const rules = { pinned: ['0590002B', '0590001A'], locked: ['Référent 2'] };
    const params = rulesAddress.write(rules, ruleFile);
    expect(params.toString()).toBe('fixees=0590001A.0590002B&verrous=2');
    const read = rulesAddress.read(params, ruleFile);
    expect(rulesAddress.write(read, ruleFile)).toEqual(params);
  });

  it('is left out where the territory does not know it, and is nothing without a word', () => {
    const params = new URLSearchParams('fixees=0599999Z.0590001A&verrous=7.x');
    expect(rulesAddress.read(params, ruleFile)).toEqual({ pinned: ['0590001A'], locked: [] });
    expect(rulesAddress.read(new URLSearchParams(), ruleFile)).toEqual({ pinned: [], locked: [] });
  });
});
