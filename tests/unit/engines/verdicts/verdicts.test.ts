// What waits for the head of service: each verdict by its figures, the order, and what is said where nothing waits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSpan, verdictsOf, type TodayFigures, type TodayVerdict } from '$lib/engines/verdicts/index.ts';
import { isOutOfBand } from '$lib/model/assignment/fair-load.ts';
import { THEMES } from '$lib/model/pathway.ts';
import { draws } from '../../../draws.ts';

const ask = {
  opened: 5,
  byToday: 2,
  posts: 1.5,
  euros: 78_000,
  supposed: 52_000,
  from: '2027-2028',
  year: '2028-2029'
};
const school = (uai: string, since: string | null) => ({ uai, since });
const kinds = (figures: TodayFigures) => verdictsOf(figures).first.map(({ kind }) => kind);
const only = (figures: TodayFigures): TodayVerdict | undefined => verdictsOf(figures).first[0];

describe('the charge of the posts', () => {
  const loads = (...deviations: (number | null)[]) => ({
    loads: { tolerance: 0.1, posts: deviations.map((deviation, i) => ({ id: `P${i + 1}`, deviation })) }
  });

  it('names the posts under and over the band, and the widest deviations', () => {
    expect(only(loads(0.26, -0.36, 0.02, -0.3))).toMatchObject({
      kind: 'loads',
      low: -0.36,
      high: 0.26,
      under: ['P2', 'P4'],
      over: ['P1']
    });
  });

  it('says what Répartition says: a post at −10.4 % is out of a band of 10 %, one at −10 % is in', () => {
    expect(verdictsOf(loads(0.1, -0.104, 0)).first).toMatchObject([
      { kind: 'loads', under: ['P2'], over: [] }
    ]);
    const { first, calm } = verdictsOf(loads(0.1, -0.1, 0));
    expect(first).toEqual([]);
    expect(calm).toEqual([{ kind: 'loads', low: -0.1, high: 0.1, tolerance: 0.1 }]);
  });

  it('is silent where one post has all the work, or none is known', () => {
    expect(verdictsOf(loads(0.5)).first).toEqual([]);
    expect(verdictsOf(loads(0.5)).calm).toEqual([]);
    expect(verdictsOf(loads(null, null)).calm).toEqual([]);
  });
});

describe('the posts against their share', () => {
  const span = (...deviations: (number | null)[]) =>
    loadSpan({ tolerance: 0.1, posts: deviations.map((deviation, i) => ({ id: `P${i + 1}`, deviation })) });

  it('a service is full only when no post is under its share, as shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 3, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (all) => {
          expect(span(...all)!.isFull).toBe(all.every((one) => Math.round(100 * one) >= 0));
        }
      ),
      { numRuns: draws(), seed: 20261129 }
    );
    expect(span(0, 0)!.isFull).toBe(true);
    expect(span(0.3, -0.3)!.isFull).toBe(false);
    expect(span(null)).toBeNull();
    expect(span()).toBeNull();
  });

  it('names as under its share the posts that the verdict names', () => {
    const { posts, ...others } = span(0.26, -0.36, 0.02, -0.3)!;
    expect(posts.map(({ id }) => id)).toEqual(['P2', 'P4', 'P3', 'P1']);
    expect(others).toMatchObject({ under: ['P2', 'P4'], over: ['P1'], isFull: false });
  });
});

describe('the schools that wait', () => {
  it('says how many, what following all of them asks, and the three oldest requests', () => {
    const schools = [
      school('D', '2026-05'),
      school('A', '2025-03'),
      school('C', null),
      school('B', '2025-03'),
      school('E', '2025-01')
    ];
    expect(only({ waiting: { schools, followed: 67, ask } })).toEqual({
      kind: 'waiting',
      count: 5,
      followed: 67,
      ask,
      oldest: [school('E', '2025-01'), school('A', '2025-03'), school('B', '2025-03')]
    });
  });

  it('says that none waits', () => {
    expect(verdictsOf({ waiting: { schools: [], followed: 3, ask: null } })).toMatchObject({
      first: [],
      calm: [{ kind: 'waiting' }]
    });
  });
});

describe('the programme and the lists', () => {
  it('leads with the theme that most communes lack, and names the others', () => {
    const gaps = [
      { theme: 'sante', missing: ['A'] },
      { theme: 'expression-orale', missing: ['A', 'B'] },
      { theme: 'parentalite', missing: [] }
    ] as const;
    expect(only({ themes: { communes: 11, gaps } })).toEqual({
      kind: 'theme',
      theme: 'expression-orale',
      missing: ['A', 'B'],
      communes: 11,
      others: ['sante']
    });
  });

  it('names the communes without a correspondent', () => {
    const correspondents = [
      { commune: 'A', filled: true },
      { commune: 'B', filled: false }
    ];
    expect(only({ correspondents })).toEqual({ kind: 'correspondents', unnamed: ['B'], all: 2 });
    expect(verdictsOf({ correspondents: [] })).toEqual({ first: [], others: [], calm: [] });
  });

  it('says how many answers of the year are ready, and nothing more once all are', () => {
    const report = { year: '2025-2026', ready: 91, total: 107 };
    expect(only({ report })).toEqual({ kind: 'report', ...report });
    expect(verdictsOf({ report: { ...report, ready: 107 } }).calm).toEqual([
      { kind: 'report', year: '2025-2026' }
    ]);
  });

  it('counts meetings without a date, and who can never come', () => {
    const meetings = { year: '2026-2027', asked: 110, dated: 106, never: [{ partner: 'pmi', team: 'T' }] };
    expect(kinds({ meetings })).toEqual(['undated', 'never']);
    expect(only({ meetings })).toEqual({ kind: 'undated', year: '2026-2027', undated: 4, asked: 110 });
  });
});

describe('the order', () => {
  const figures: TodayFigures = {
    correspondents: [{ commune: 'A', filled: false }],
    themes: { communes: 2, gaps: [{ theme: 'sante', missing: ['A'] }] },
    waiting: { schools: [school('A', null)], followed: 0, ask: null },
    loads: {
      tolerance: 0.1,
      posts: [
        { id: 'P', deviation: -0.2 },
        { id: 'Q', deviation: 0.2 }
      ]
    },
    meetings: { year: '2026-2027', asked: 3, dated: 1, never: [{ partner: 'pmi', team: 'T' }] },
    doubts: { rows: 2 },
    report: { year: '2025-2026', ready: 1, total: 2 }
  };

  it('puts what cannot wait first, and folds what is beyond five', () => {
    const { first, others } = verdictsOf(figures);
    expect(first.map(({ kind }) => kind)).toEqual(['doubts', 'undated', 'loads', 'waiting', 'never']);
    expect(others.map(({ kind }) => kind)).toEqual(['theme', 'correspondents', 'report']);
  });

  it('says nothing of what is not known', () => {
    expect(verdictsOf({})).toEqual({ first: [], others: [], calm: [] });
  });

  const uai = fc.stringMatching(/^[A-Z]{3}$/);
  const anyFigures: fc.Arbitrary<TodayFigures> = fc.record(
    {
      loads: fc.record({
        tolerance: fc.constantFrom(0.05, 0.1, 0.2),
        posts: fc.uniqueArray(
          fc.record({ id: uai, deviation: fc.option(fc.double({ min: -1, max: 2, noNaN: true })) }),
          { selector: ({ id }) => id, maxLength: 8 }
        )
      }),
      waiting: fc.record({
        schools: fc.array(fc.record({ uai, since: fc.option(fc.constantFrom('2025-01', '2026-02')) })),
        followed: fc.nat(100),
        ask: fc.constant(null)
      }),
      themes: fc.record({
        communes: fc.nat(20),
        gaps: fc.array(fc.record({ theme: fc.constantFrom(...THEMES), missing: fc.array(uai) }), {
          maxLength: 5
        })
      }),
      correspondents: fc.array(fc.record({ commune: uai, filled: fc.boolean() })),
      doubts: fc.record({ rows: fc.nat(5) }),
      report: fc.record({ year: fc.constant('2025-2026'), ready: fc.nat(9), total: fc.nat(9) }),
      sessions: fc.record({ ahead: fc.nat(200), compromised: fc.nat(5) }),
      meetings: fc.record({
        year: fc.constant('2026-2027'),
        asked: fc.nat(120),
        dated: fc.nat(120),
        never: fc.array(fc.record({ partner: uai, team: uai }), { maxLength: 3 })
      })
    },
    { requiredKeys: [] }
  );

  it('each subject is either decided or calm, never both; five first at most; the order of the lists given changes nothing', () => {
    fc.assert(
      fc.property(anyFigures, (given) => {
        const { first, others, calm } = verdictsOf(given);
        const all = [...first, ...others];
        expect(first.length).toBeLessThanOrEqual(5);
        if (others.length > 0) expect(first.length).toBe(5);
        const subjects = [...all.map(({ kind }) => kind), ...calm.map(({ kind }) => kind)];
        expect(new Set(subjects).size).toBe(subjects.length);
        const reversed: TodayFigures = {
          ...given,
          ...(given.loads && { loads: { ...given.loads, posts: given.loads.posts.toReversed() } }),
          ...(given.waiting && { waiting: { ...given.waiting, schools: given.waiting.schools.toReversed() } })
        };
        expect(verdictsOf(reversed)).toEqual({ first, others, calm });
      }),
      { numRuns: draws() }
    );
  });

  it('a load is told exactly where a post is out of the band, unrounded, as on Répartition', () => {
    fc.assert(
      fc.property(anyFigures, ({ loads }) => {
        if (!loads) return;
        const known = loads.posts.flatMap(({ deviation }) => deviation ?? []);
        const out = known.filter((each) => isOutOfBand(each, loads.tolerance));
        expect(kinds({ loads })).toEqual(out.length > 0 && known.length > 1 ? ['loads'] : []);
      }),
      { numRuns: draws() }
    );
  });
});
