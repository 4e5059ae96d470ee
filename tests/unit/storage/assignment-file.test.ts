// A plan file: handed over and opened again, it is the same plan; any other file is explained, and never throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes, findingSentence } from '../../../src/lib/i18n/findings/findings.ts';
import { draws } from '../../draws.ts';
import { PLAN_FILE_LIMIT, readPlanFile, writePlanFile, type PlanFile } from '../../../src/lib/storage/assignment-file.ts'; // prettier-ignore

const KNOWN = {
  territory: '245901160',
  schools: ['0590001A', '0590002B', '0590003C'],
  posts: ['Référent 1', 'Référent 2'],
  coordinators: ['Coordination 1']
};
const PLAN: PlanFile = {
  name: 'Un plan',
  made: Date.UTC(2026, 10, 24),
  plan: {
    referents: { '0590001A': 'Référent 1', '0590002B': 'Référent 2' },
    coordinators: { 'Référent 1': 'Coordination 1' }
  },
  settings: { tolerance: '5' }
};
const WHOLE = writePlanFile(KNOWN.territory, PLAN);
const changed = (part: object) => JSON.stringify({ ...(JSON.parse(WHOLE) as object), ...part });
const read = (text: string) => readPlanFile(text, KNOWN);
const codes = (text: string) => read(text).findings.map(({ code }) => code);

describe('a plan that is handed over', () => {
  it('is the same plan when it is opened', () => {
    expect(read(WHOLE)).toEqual({ plan: PLAN, findings: [] });
    expect(read(`\ufeff${WHOLE}\r\n`).plan).toEqual(PLAN);
  });
  it('holds who follows what, and no count', () => {
    expect(Object.keys(JSON.parse(WHOLE) as object)).toEqual(
      ['format', 'version', 'territory', 'name', 'made', 'settings', 'schools', 'coordinators'] // prettier-ignore
    );
    expect(WHOLE).not.toMatch(/pupils|children|meetings|élèves/);
  });
  it('of before, without settings, coordinations, name or date, is read all the same', () => {
    const { format, version, territory, schools } = JSON.parse(WHOLE) as Record<string, unknown>;
    expect(read(JSON.stringify({ format, version, territory, schools }))).toEqual({
      plan: {
        name: '',
        made: null,
        plan: { referents: PLAN.plan.referents, coordinators: {} },
        settings: {}
      },
      findings: []
    });
  });
  it('of another version says which one it is, and which is read', () => {
    for (const version of [0, 2, '1', null]) {
      const [finding] = read(changed({ version })).findings;
      expect(finding).toMatchObject({ code: 'plan-version', expected: '1' });
    }
  });
  it('stays the same whatever the plan', () => {
    const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
    const anyPlan = fc.record({
      name: fc.constantFrom('a', 'Été « 2 »', '__proto__'),
      made: fc.nat(),
      plan: fc.record({
        referents: fc.dictionary(pick(KNOWN.schools), pick(KNOWN.posts), { minKeys: 1 }),
        coordinators: fc.dictionary(pick(KNOWN.posts), pick(KNOWN.coordinators))
      }),
      settings: fc.dictionary(fc.string(), fc.string())
    });
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const again = read(writePlanFile(KNOWN.territory, plan));
        expect(again.findings).toEqual([]);
        expect(JSON.stringify(again.plan?.plan.referents)).toBe(
          JSON.stringify(Object.fromEntries(Object.entries(plan.plan.referents).sort()))
        );
        expect(Object.entries(again.plan?.settings ?? {}).sort()).toEqual(
          Object.entries(plan.settings).sort()
        );
      }),
      { numRuns: draws() }
    );
  });
});

describe('a file that cannot be taken is explained', () => {
  it.each([
    ['', 'plan-empty'],
    ['un;tableau', 'plan-not-json'],
    [WHOLE.slice(0, 200), 'plan-truncated'],
    ['{}', 'plan-foreign'],
    ['null', 'plan-foreign'],
    ['{"type":"FeatureCollection","features":[]}', 'plan-foreign'],
    [changed({ version: 2 }), 'plan-version'],
    [changed({ territory: '200000000' }), 'plan-territory'],
    [changed({ schools: undefined }), 'plan-malformed'],
    [changed({ schools: [] }), 'plan-malformed'],
    [changed({ settings: 3 }), 'plan-malformed'],
    [changed({ schools: { '0599999Z': 'Référent 1' } }), 'plan-no-school'],
    [' '.repeat(PLAN_FILE_LIMIT + 1), 'plan-too-large']
  ])('%#: %s', (text, code) => {
    expect(read(text).plan).toBeNull();
    expect(codes(text)).toEqual([code]);
  });
});

it('unknown schools and posts are left out and counted, the rest is taken', () => {
  const text = changed({
    schools: { '0590001A': 'Référent 1', '0590002B': 'Référent 9', '0599999Z': 'Référent 1', '0590003C': 4 },
    coordinators: { 'Référent 1': 'Coordination 7' }
  });
  const { plan, findings } = read(text);
  expect(plan?.plan).toEqual({ referents: { '0590001A': 'Référent 1' }, coordinators: {} });
  expect(findings.map(({ code, expected }) => [code, expected])).toEqual([
    ['plan-unknown-school', '1'],
    ['plan-unknown-post', '2'],
    ['plan-unknown-coordinator', '1']
  ]);
  expect(findingSentence(findings[0]!)).toContain('1 ligne d’écoles inconnues ici');
});

it('no text makes it throw, and a plan never names what is unknown', () => {
  const cut = fc.tuple(fc.nat(WHOLE.length), fc.nat(WHOLE.length), fc.string()).map(
    ([from, to, put]) => WHOLE.slice(0, from) + put + WHOLE.slice(to)
  ); // prettier-ignore
  const swapped = fc
    .record({
      schools: fc.jsonValue(),
      coordinators: fc.jsonValue(),
      settings: fc.jsonValue(),
      made: fc.jsonValue()
    })
    .map(changed);
  fc.assert(
    fc.property(fc.oneof(cut, swapped, fc.json(), fc.string()), (text) => {
      const { plan, findings } = read(text);
      if (plan === null) expect(findings).toHaveLength(1);
      for (const { code } of findings) expect(findingCodes()).toContain(code);
      for (const [uai, post] of Object.entries(plan?.plan.referents ?? {})) {
        expect(KNOWN.schools).toContain(uai);
        expect(KNOWN.posts).toContain(post);
      }
    }),
    { numRuns: draws() }
  );
});
