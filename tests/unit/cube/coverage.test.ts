import { describe, expect, it } from 'vitest';
import { classOf, roundLimits } from '../../../src/lib/cube/classes.ts';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { mapContent } from '../../../src/lib/cube/dashboard.ts';
import { keyFigures, sentenceFacts } from '../../../src/lib/cube/figures.ts';
import type { Filter } from '../../../src/lib/cube/filter.ts';
import { DEFAULT_WEIGHTS, waitingSchools } from '../../../src/lib/cube/waiting.ts';
import { DashboardError, parseDashboard } from '../../../src/lib/cube/read-dashboard.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const cube = new CoverageCube(smallDashboard);
const all: Filter = { year: '2025-2026', level: 'ALL', theme: 'ALL', place: null };
const alpha: Filter = { ...all, place: { kind: 'commune', code: '10001' } };

describe('the cube answers', () => {
  it('how many first-degree schools are followed and wait; collèges are told apart', () => {
    expect(cube.zone(all)).toMatchObject({ schools: 5, followed: 3, waiting: 2, linked: 1 });
  });

  it('the state of an earlier year from the dates of each school', () => {
    expect(cube.zone({ ...all, year: '2024-2025' })).toMatchObject({ followed: 2, waiting: 2 });
  });

  it('a place: only its schools and its children', () => {
    const zone = cube.zone(alpha);
    expect(zone).toMatchObject({ name: 'Alpha', schools: 3, followed: 2, waiting: 1, pupils: 360 });
    expect(zone.estimated).toBe(true);
  });

  it('a level: an école primaire counts at both of its levels, its pupils shared 3 : 5', () => {
    expect(cube.zone({ ...alpha, level: 'maternelle' })).toMatchObject({ schools: 2, pupils: 160 });
    expect(cube.zone({ ...alpha, level: 'elementaire' })).toMatchObject({ schools: 2, pupils: 200 });
    expect(cube.zone({ ...all, level: 'college' })).toMatchObject({ schools: 1, linked: 1, share: null });
  });

  it('a protected count with no number, and an unpublished one told apart from it', () => {
    const beta = { kind: 'commune', code: '10002' } as const;
    expect(cube.children({ ...all, place: beta })).toEqual({ value: null, status: 'suppressed' });
    expect(cube.children({ ...all, place: beta, theme: 'sante' }).status).toBe('absent');
    expect(cube.zone({ ...all, place: beta }).rate).toBeNull();
  });

  it('the six figures with the change in a year, none invented where a year is unknown', () => {
    const figures = Object.fromEntries(keyFigures(cube, all).map((figure) => [figure.name, figure]));
    expect(figures['followed']).toMatchObject({ base: 5, change: 1 });
    expect(figures['children']).toMatchObject({ count: { value: 42 }, change: 12 });
    expect(figures['budget']).toMatchObject({ count: { value: 10000 }, change: 1000, estimated: false });
    const inAlpha = Object.fromEntries(keyFigures(cube, alpha).map((figure) => [figure.name, figure]));
    expect(inAlpha['meetings']).toMatchObject({ count: { value: 4 }, change: null });
    expect(inAlpha['budget']).toMatchObject({ count: { value: 4000 } });
    expect(inAlpha['children']).toMatchObject({ count: { value: 27 }, change: null });
  });

  it('schools without a date in the counts, and how many they are', () => {
    const dates = { followed_since: null, requested_since: null };
    const schools = smallDashboard.schools.map((school) => ({ ...school, ...dates }));
    const undated = new CoverageCube({ ...smallDashboard, schools });
    const [followed, waiting] = keyFigures(undated, all);
    expect(followed).toMatchObject({ name: 'followed', count: { value: 3 }, undated: 3 });
    expect(waiting).toMatchObject({ name: 'waiting', count: { value: 2 }, undated: 2 });
    expect(keyFigures(cube, all).every((figure) => figure.undated === 0)).toBe(true);
    expect(waitingSchools(undated, all, DEFAULT_WEIGHTS)).toMatchObject([{ months: null }, { months: null }]);
    expect(waitingSchools(undated, all, DEFAULT_WEIGHTS)[0]?.unknown).toContain('months');
  });

  it('pupils as a least value where a followed school has no count, and as unknown where none has', () => {
    const followed = smallDashboard.schools.filter(({ status }) => status === 'followed');
    const pupilsOf = (unknown: ReadonlySet<string>) => {
      const schools = smallDashboard.schools.map((school) =>
        unknown.has(school.uai) ? { ...school, pupils: null } : school
      );
      const figures = keyFigures(new CoverageCube({ ...smallDashboard, schools }), all);
      return figures.find(({ name }) => name === 'pupils')!.count;
    };
    expect(pupilsOf(new Set())).not.toHaveProperty('atLeast');
    expect(pupilsOf(new Set([followed[0]!.uai]))).toMatchObject({ status: 'published', atLeast: true });
    expect(pupilsOf(new Set(followed.map(({ uai }) => uai))).status).toBe('absent');
  });

  it('no rate over pupils that are not all known, and no point of a curve that is a least value', () => {
    const [first] = smallDashboard.schools.filter(
      ({ commune, status }) => commune === '10001' && status === 'followed'
    );
    const schools = smallDashboard.schools.map((school) =>
      school.uai === first!.uai ? { ...school, pupils: null } : school
    );
    const partly = new CoverageCube({ ...smallDashboard, schools });
    expect(partly.zone(alpha)).toMatchObject({ rate: null, uncounted: 1, uncountedFollowed: 1 });
    expect(partly.zone(all).rate).toBeNull();
    expect(cube.zone(alpha)).toMatchObject({ uncounted: 0, uncountedFollowed: 0 });
    const pupils = keyFigures(partly, alpha).find(({ name }) => name === 'pupils')!;
    expect(pupils).toMatchObject({ count: { atLeast: true }, change: null });
    expect(pupils.series.every(({ value }) => value === null)).toBe(true);
    expect(
      keyFigures(cube, alpha)
        .find(({ name }) => name === 'pupils')!
        .series.at(-1)!.value
    ).toBeGreaterThan(0);
  });

  it('the facts of the sentence, without naming a commune where one school waits', () => {
    expect(sentenceFacts(cube, all)).toMatchObject({
      followed: 3,
      schools: 5,
      waiting: 2,
      most: []
    });
  });
});

describe('the waiting list', () => {
  it('orders by an explained score whose points add up to it', () => {
    const list = waitingSchools(cube, all, DEFAULT_WEIGHTS);
    expect(list.map(({ school }) => school.uai)).toEqual(['0000003C', '0000004D']);
    for (const { points, score } of list) {
      expect(Object.values(points).reduce((sum, value) => sum + value, 0)).toBeCloseTo(score);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
    }
  });

  it('follows the weights: months alone puts the longest wait first', () => {
    const months = { pupils: 0, rep: 0, ips: 0, qpv: 0, travel: 0, months: 10 };
    expect(waitingSchools(cube, all, months)[0]?.school.uai).toBe('0000004D');
    expect(waitingSchools(cube, all, { ...months, months: 0 }).every(({ score }) => score === 0)).toBe(true);
  });

  it('at equal scores, puts the oldest request first', () => {
    const none = { pupils: 0, rep: 0, ips: 0, qpv: 0, travel: 0, months: 0 };
    expect(waitingSchools(cube, all, none).map(({ school }) => school.uai)).toEqual(['0000004D', '0000003C']);
  });

  it('does not move a score when the list is filtered', () => {
    const whole = waitingSchools(cube, all, DEFAULT_WEIGHTS).find(({ school }) => school.commune === '10001');
    expect(waitingSchools(cube, alpha, DEFAULT_WEIGHTS)).toEqual([whole]);
  });

  it('puts the school nearest to a base first when the drive alone counts, and counts it only where bases are known', () => {
    const weights = { pupils: 0, rep: 0, ips: 0, qpv: 0, travel: 10, months: 0 };
    const nearest = {
      '0000003C': { base: '10001', seconds: 900 },
      '0000004D': { base: '10002', seconds: 300 }
    };
    const driven = new CoverageCube({ ...smallDashboard, access: { schematic: true, nearest } });
    const [first, second] = waitingSchools(driven, all, weights);
    expect([first?.school.uai, first?.score, first?.access?.seconds]).toEqual(['0000004D', 100, 300]);
    expect(second?.score).toBe(0);
    const blind = waitingSchools(cube, all, { ...DEFAULT_WEIGHTS, travel: 50 });
    expect(blind.every(({ points, unknown }) => points.travel === 0 && !unknown.includes('travel'))).toBe(
      true
    );
    expect(blind.map(({ score }) => score)).toEqual(
      waitingSchools(cube, all, DEFAULT_WEIGHTS).map(({ score }) => score)
    );
  });

  it('names the nearest schools followed, nearest first', () => {
    const beta = waitingSchools(cube, all, DEFAULT_WEIGHTS).find(({ school }) => school.commune === '10002');
    expect(beta?.neighbours[0]?.school.uai).toBe('0000005E');
    expect(beta?.neighbours[0]?.metres).toBeGreaterThan(600);
    expect(beta?.neighbours[0]?.metres).toBeLessThan(800);
  });
});

describe('five classes', () => {
  it('have round limits that a reader can say', () => {
    expect(roundLimits([15, 22, 24, 29, 31, 34, 38, 39, 41])).toEqual([20, 25, 30, 35]);
    expect(roundLimits([])).toEqual([]);
    // No class of a share lies beyond the whole.
    expect(Math.max(...roundLimits([100, 100, 100], 100))).toBeLessThan(100);
  });
  it('put each value in one class, limits included above', () => {
    const limits = [20, 25, 30, 35];
    expect([19.9, 20, 29, 35, 80].map((value) => classOf(value, limits))).toEqual([0, 1, 2, 4, 4]);
  });
});

describe('a dashboard file that cannot be used', () => {
  it('is named for what it is: cut short, or of another version', () => {
    const text = JSON.stringify(smallDashboard);
    expect(() => parseDashboard(text.slice(0, 200))).toThrow(DashboardError);
    expect(() => parseDashboard('{"version":2}')).toThrow(/other-version/);
    expect(parseDashboard(text).schools).toHaveLength(6);
  });
});

it('a map shows schools where one of the first degree has a position, else the outlines, else nothing', () => {
  const school = smallDashboard.schools.find(({ kind }) => kind !== 'college')!;
  const [unplaced, college] = [
    { ...school, lon: null },
    { ...school, kind: 'college' as const }
  ];
  const undrawn = smallDashboard.communes.map((commune) => ({ ...commune, area_ha: null }));
  const { communes } = smallDashboard;
  expect(mapContent({ communes: undrawn, schools: [school] })).toBe('schools');
  expect(mapContent({ communes, schools: [unplaced, college] })).toBe('outlines');
  expect(mapContent({ communes: undrawn, schools: [unplaced, college] })).toBe('nothing');
});
