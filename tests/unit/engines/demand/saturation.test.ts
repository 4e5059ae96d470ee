// The queue against the posts: the figures of the service's own example, and what is not computed when something is unknown.
import { describe, expect, it } from 'vitest';
import { chanceAbove, comingIn, forecast, saturation } from '../../../../src/lib/engines/demand/index.ts';
import { queueOf, takenFromQueue, yearlyRate } from '../../../../src/lib/engines/demand/saturation/queue.ts';

const facts = { requests: [5, 4, 7, 8], waiting: 11, followed: 67, posts: 6, children: 380 };
const line = (found: ReturnType<typeof saturation>, kind: string) =>
  found.staffing.find((one) => one.kind === kind)!.points.map(({ waiting }) => Math.round(waiting * 10) / 10);

describe('saturation', () => {
  it('gives the posts that hold the queue and those that clear it', () => {
    const found = saturation(facts);
    expect(found.requests).toMatchObject({ value: 6, years: 4, sum: 24 });
    expect(found.schoolsPerPost!.value).toBeCloseTo(67 / 6, 9);
    expect(found.stable).toBeCloseTo(6 / (67 / 6), 9);
    expect(found.cleared).toMatchObject({ years: 3, schools: 29 });
    expect(found.cleared!.posts).toBeCloseTo(29 / (67 / 6), 9);
  });

  it('draws a queue that grows without a post, stays with the first, empties with the second and stays empty', () => {
    const found = saturation(facts);
    expect(line(found, 'none')).toEqual([11, 17, 23, 29, 35]);
    expect(line(found, 'stable')).toEqual([11, 11, 11, 11, 11]);
    expect(line(found, 'cleared')).toEqual([11, 7.3, 3.7, 0, 0]);
  });

  it('never draws a year without its range', () => {
    for (const { points } of saturation(facts, { postsAYear: 0.5 }).staffing)
      for (const { ahead, waiting, low, high } of points.slice(1)) {
        expect(low, `${ahead}`).toBeLessThanOrEqual(waiting);
        expect(high, `${ahead}`).toBeGreaterThan(waiting);
        expect(low).toBeGreaterThanOrEqual(0);
      }
  });

  it('takes the schools of a post that the reader chose', () => {
    const found = saturation(facts, { schoolsPerPost: 12 });
    expect(found.stable).toBeCloseTo(0.5, 9);
    expect(found.limit!.children).toBeCloseTo(6 * 12 * (380 / 67), 6);
  });

  it('takes the time of a school as the other face of the same choice', () => {
    const timed = { ...facts, minutesPerSchool: 120 };
    const longer = saturation(timed, { minutesPerSchool: 160 });
    expect(longer.schoolsPerPost!.value).toBeCloseTo((67 / 6) * (120 / 160), 9);
    expect(longer.schoolsPerPost!.minutes).toMatchObject({ school: 160, schoolToday: 120 });
    const same = saturation(timed, { schoolsPerPost: longer.schoolsPerPost!.value });
    expect(same.schoolsPerPost!.minutes!.school).toBeCloseTo(160, 9);
    expect(same.staffing).toEqual(longer.staffing);
    expect(saturation(timed).schoolsPerPost).toMatchObject({ missing: 0, minutes: { school: 120 } });
    expect(saturation(timed, { minutesPerSchool: 120 }).cleared!.posts).toBeCloseTo(29 / (67 / 6), 9);
    expect(saturation(facts, { minutesPerSchool: 160 }).schoolsPerPost).toMatchObject({ minutes: null, value: 67 / 6 }); // prettier-ignore
  });

  it('longer schools: new posts make up for what today’s lack before the queue shrinks', () => {
    const found = saturation(facts, { schoolsPerPost: 10, postsAYear: 0.5 });
    expect(found.schoolsPerPost!.missing).toBeCloseTo(0.7, 9);
    expect(line(found, 'none')).toEqual([11, 17, 23, 29, 35]);
    expect(line(found, 'chosen')).toEqual([11, 17, 20, 21, 22]);
    expect(line(found, 'stable')).toEqual([11, 11, 11, 11, 11]);
    expect(found.cleared!.posts).toBeCloseTo(2.9 + 0.7, 9);
    expect(line(found, 'cleared').slice(-2)).toEqual([0, 0]);
  });

  it('shorter schools: today’s posts take some of the queue at once', () => {
    const found = saturation(facts, { schoolsPerPost: 12 });
    expect(line(found, 'none')).toEqual([11, 12, 18, 24, 30]);
    expect(found.cleared!.posts).toBeCloseTo(29 / 12 - 5 / 12, 9);
    expect(line(found, 'cleared').slice(-2)).toEqual([0, 0]);
  });

  it('at any load, what a team of no post leaves is all the schools', () => {
    for (const schoolsPerPost of [8, 67 / 6, 15])
      expect(line(saturation(facts, { schoolsPerPost, postsAYear: -6 }), 'chosen')[4]).toBe(11 + 24 + 67);
  });

  it('posts that fall give their schools back to the queue', () => {
    const found = saturation(facts, { postsAYear: -1 });
    expect(line(found, 'chosen')[1]).toBeCloseTo(11 + 6 + 67 / 6, 0);
  });

  it.each([
    ['shorter schools: what the others take at once stays taken', -1, 12, -6],
    ['longer schools: those of a post of today, no more', -1, 10, -11],
    ['as many schools a post: those of a post', -1, 11, -11],
    ['longer schools and a new post: what it takes beyond what the others lack', 1, 10, 4],
    ['longer schools without a new post: nothing is taken, nothing given back', 0, 10, 0]
  ])('%s', (_, posts, schoolsPerPost, taken) => {
    expect(takenFromQueue([posts], schoolsPerPost, { posts: 6, schoolsPerPost: 11 })).toEqual([taken]);
  });

  it('a team that falls to none has no more schools to give back', () => {
    const fallen = saturation(facts, { postsAYear: -4, ahead: 4 });
    expect(fallen.staffing.find(({ kind }) => kind === 'chosen')!.posts).toEqual([-4, -2, 0, 0]);
    expect(line(fallen, 'chosen').at(-1)).toBe(11 + 4 * 6 + 67);
  });

  it('says how many posts more schools than any post can take would need, without a limit of its own', () => {
    const found = saturation({ ...facts, waiting: 400 });
    expect(found.cleared!.posts).toBeGreaterThan(facts.posts);
    expect(line(found, 'chosen').at(-1)).toBe(424);
  });

  it.each([
    [{ requests: [null, null] }, 'requests'],
    [{ requests: [] }, 'requests'],
    [{ waiting: null }, 'waiting'],
    [{ posts: null }, 'posts'],
    [{ posts: 0 }, 'posts'],
    [{ followed: null }, 'posts']
  ])('%j: names what is unknown, and draws nothing', (part, unknown) => {
    const found = saturation({ ...facts, ...part });
    expect(found.unknown).toContain(unknown);
    expect(found.staffing).toEqual([]);
    expect(found.cleared).toBeNull();
  });

  it('posts that are not known lack nothing, whatever a post is said to follow', () => {
    const found = saturation({ ...facts, posts: null }, { schoolsPerPost: 10 });
    expect(found.schoolsPerPost).toMatchObject({ value: 10, today: null, missing: 0, minutes: null });
  });

  it('an unknown year is left out of the mean, never counted as none', () => {
    expect(yearlyRate([5, null, 7])!.value).toBe(6);
    expect(yearlyRate([null])).toBeNull();
  });

  it('requests that vary less than chance are given the range of chance, those that vary more a wider one', () => {
    expect(yearlyRate([6, 6, 6, 6])!.dispersion).toBe(1);
    expect(yearlyRate([6])!.dispersion).toBe(1);
    expect(yearlyRate([2, 10])!.dispersion).toBeCloseTo(32 / 6, 9);
  });

  it('no request in years is a rate of zero, with a range', () => {
    const rate = yearlyRate([0, 0, 0, 0])!;
    expect(rate.value).toBe(0);
    expect(comingIn(rate, 1, 0.8).high).toBeGreaterThan(0);
    expect(saturation({ ...facts, requests: [0, 0, 0, 0] }).stable).toBe(0);
  });

  it('a queue never goes below zero', () => {
    expect(
      queueOf(3, yearlyRate([1, 1])!, 11, [2], { ahead: 3, level: 0.8 }).map(({ waiting }) => waiting)
    ).toEqual([3, 0, 0, 0]);
  });

  it('the limit is that of today when posts and schools are those of today, protected when the children are', () => {
    expect(saturation(facts).limit!.children).toBeCloseTo(380, 9);
    expect(saturation({ ...facts, children: null }).limit).toBeNull();
  });

  it('the chance of exceeding a limit follows the range: one in ten at its upper end, one in two at the forecast', () => {
    const years = [2021, 2022, 2023, 2024, 2025];
    const { total } = forecast({ years, series: [{ id: 'a', values: [240, 270, 300, 340, 380] }] });
    const point = total.next![0]!;
    const chance = (children: number) => chanceAbove(point, { children, perSchool: 1, perPost: 1 });
    expect(chance(point.high)).toBeCloseTo(0.1, 3);
    expect(chance(point.value)).toBeCloseTo(0.5, 3);
    expect(chance(point.low)).toBeCloseTo(0.9, 3);
  });
});
