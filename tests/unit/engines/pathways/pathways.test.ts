// Paths of children: from the rows of a case file to lengths, silence and children by post.
import { describe, expect, it } from 'vitest';
import {
  firstVisits,
  followedNow,
  groupLengths,
  pathLengths,
  pathsPast,
  silentPaths
} from '../../../../src/lib/engines/pathways/index.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';
import { NO_DETAILS, type CaseDetails } from '../../../../src/lib/model/report/case-details.ts';
import { childPaths, monthsFrom, pathsDay, reportDay } from '../../../../src/lib/engines/pathways/index.ts';

const row = (id: string, year: `${number}-${number}`, details: Partial<CaseDetails> = {}): Case => ({
  case_id: id,
  school_year: year,
  uai: '0590001F',
  qpv: null,
  commune: '59014',
  level: 'elementaire',
  theme: null,
  family_id: null,
  visits: null,
  details: { ...NO_DETAILS, ...details }
});
const DAY = '2026-06-30';

describe('the path of a child', () => {
  it('is one over its years, from the first entry to the last exit', () => {
    const cases = [
      row('b', '2025-2026', { entry: '2024-10', exit: '2026-03', exitReason: 'objectifs atteints' }),
      row('b', '2024-2025', { entry: '2024-10' }),
      row('a', '2025-2026', { entry: '2025-11-04' })
    ];
    const [first, second] = childPaths(cases, DAY);
    expect(first).toMatchObject({ id: 'a', entry: '2025-11-04', exit: null });
    expect(second).toMatchObject({
      id: 'b',
      entry: '2024-10',
      exit: '2026-03',
      exitReason: 'objectifs atteints'
    });
    expect(pathLengths([second!], DAY)).toMatchObject({ median: 17, meanEnded: 17, open: 0, ended: 1 });
  });

  it('is open on a day before its exit, and not begun before its entry', () => {
    const cases = [row('a', '2025-2026', { entry: '2025-11-04', exit: '2026-02-10' })];
    expect(childPaths(cases, '2025-10-01')).toEqual([]);
    expect(childPaths(cases, '2026-02-09')).toMatchObject([{ exit: null, exitReason: null }]);
    expect(childPaths(cases, '2026-02-10')).toMatchObject([{ exit: '2026-02-10' }]);
  });

  it('ends with its last year where the child is in no later file, and that is counted apart', () => {
    const cases = [row('a', '2024-2025', { entry: '2024-09' }), row('b', '2025-2026', { entry: '2025-09' })];
    expect(childPaths(cases, DAY)).toMatchObject([{ exit: '2025-06', exitAssumed: true }, { exit: null }]);
    expect(pathLengths(childPaths(cases, DAY), DAY)).toMatchObject({ assumed: 1, open: 1, ended: 1 });
    // Seen from its own year, it is open.
    expect(childPaths(cases, '2025-01-31')).toMatchObject([{ id: 'a', exit: null }]);
  });

  it('is counted in days where both ends are days, else in whole months, never below none', () => {
    expect(monthsFrom('2025-09', '2026-03')).toBe(6);
    expect(monthsFrom('2025-09-10', '2026-03')).toBe(6);
    expect(monthsFrom('2025-09-10', '2025-10-11')).toBeCloseTo(31 / 30.4375, 10);
    expect(monthsFrom('2025-09-10', '2025-09-01')).toBe(0);
    expect(reportDay('2024-2025', '2026-01-15')).toBe('2025-08-31');
    expect(reportDay('2025-2026', '2026-01-15')).toBe('2026-01-15');
    expect(pathsDay('2024-2025', '2026-01-15')).toBe('2025-06-30');
  });

  it('without an entry is in no length, and is said', () => {
    const lengths = pathLengths(childPaths([row('a', '2025-2026')], DAY), DAY);
    expect(lengths).toMatchObject({
      unknown: 1,
      open: 0,
      ended: 0,
      median: null,
      meanEnded: null,
      curve: []
    });
  });
});

describe('lengths by group', () => {
  it('are told for eleven paths and more, and never for fewer', () => {
    const of = (count: number, profile: 1 | 2) =>
      Array.from({ length: count }, (_, at) =>
        row(`${profile}-${at}`, '2025-2026', { entry: '2025-09', exit: '2026-03', profile })
      );
    const paths = childPaths([...of(11, 1), ...of(10, 2)], DAY);
    expect(groupLengths(paths, DAY, [1, 2, 3], ({ profile }) => profile)).toEqual([
      { group: 1, paths: 11, median: 6, isTooSmall: false },
      { group: 2, paths: 10, median: null, isTooSmall: true },
      { group: 3, paths: 0, median: null, isTooSmall: true }
    ]);
  });
});

describe('paths of which nothing was heard', () => {
  const cases = [
    row('visited', '2025-2026', { entry: '2025-09-10', visitDays: ['2025-10-01', '2026-06-20'] }),
    row('reviewed', '2025-2026', { entry: '2025-09-10', lastReview: '2026-05-02' }),
    row('silent', '2025-2026', { entry: '2025-09-10', visitDays: ['2026-01-05'], lastReview: '2026-02-01' }),
    row('never', '2025-2026', { entry: '2026-04' }),
    row('new', '2025-2026', { entry: '2026-06-01' }),
    row('left', '2025-2026', { entry: '2025-09-10', exit: '2026-01-10' })
  ];
  const paths = childPaths(cases, DAY);

  it('are the open ones without a visit or a review for 60 days, the longest first', () => {
    expect(silentPaths(paths, DAY)).toEqual([
      { id: 'silent', uai: '0590001F', last: '2026-02-01', days: 149 },
      { id: 'never', uai: '0590001F', last: null, days: 61 }
    ]);
  });

  it('are not told where the file has neither visits nor reviews', () => {
    const plain = childPaths([row('a', '2025-2026', { entry: '2025-09-10' })], DAY);
    expect(silentPaths(plain, DAY)).toBeNull();
    expect(firstVisits(plain, DAY)).toBeNull();
  });

  it('count a first visit from the entry, and those who still wait as such', () => {
    // 'never' has no day of entry: not in this figure.
    const visits = firstVisits(paths, DAY);
    expect(visits).toMatchObject({ median: null, visited: 2, waiting: 3 });
    expect(visits!.curve.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [21, 5],
      [117, 3]
    ]);
  });

  it('are told by post, a line for each post, one for the collèges, which no post is given, and one for the schools without any', () => {
    const silent = silentPaths(paths, DAY);
    const one = { posts: ['R1', 'R2'], followerOf: () => ({ post: 'R2' }) };
    expect(followedNow(paths, silent, one)).toEqual([
      { by: { post: 'R1' }, children: 0, silent: 0 },
      { by: { post: 'R2' }, children: 5, silent: 2 }
    ]);
    expect(followedNow(paths, null, { posts: ['R1'], followerOf: () => 'college' })).toEqual([
      { by: { post: 'R1' }, children: 0, silent: null },
      { by: 'college', children: 5, silent: null }
    ]);
    expect(followedNow(paths, null, { posts: [], followerOf: () => null })).toEqual([
      { by: null, children: 5, silent: null }
    ]);
  });
});

it('paths past the retention period are told from the day after it, and never one still open', () => {
  const ended = ['2024-06-29', '2024-06-30', '2024-06', '2024-05', null];
  const cases = ended.map((exit, at) => row(`e${at}`, '2025-2026', { entry: '2023-09', exit }));
  expect(pathsPast(childPaths(cases, DAY), 24, DAY).map(({ exit }) => exit)).toEqual([
    '2024-05',
    '2024-06-29'
  ]);
  expect(pathsPast(childPaths(cases, DAY), 25, DAY)).toEqual([]);
});
