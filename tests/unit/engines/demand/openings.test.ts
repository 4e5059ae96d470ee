// The calendar of openings over random territories: the rules that a council may check line by line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  costSheet,
  nextRentrees,
  openingAnswer,
  openingsOf,
  openingStops,
  postCost,
  requestsAhead,
  type OpeningsFacts
} from '../../../../src/lib/engines/demand/index.ts';
import { createdByYear } from '../../../../src/lib/engines/demand/openings/facts.ts';
import { draws } from '../../../draws.ts';

const RUNS = { numRuns: draws(), seed: 20261129 };

/** A territory of any shape: posts that are full or not, schools that no post reaches, groups. */
const territories: fc.Arbitrary<OpeningsFacts> = fc
  .record({
    posts: fc.array(
      fc.record({ fte: fc.constantFrom(0, 0.5, 0.8, 1), load: fc.integer({ min: 0, max: 2000 }) }),
      { minLength: 0, maxLength: 8 }
    ),
    schools: fc.array(
      fc.record({
        work: fc.integer({ min: 1, max: 900 }),
        roads: fc.array(fc.option(fc.integer({ min: 1, max: 60 }), { freq: 6 }), {
          minLength: 8,
          maxLength: 8
        }),
        isReachable: fc.boolean(),
        group: fc.option(fc.constantFrom('north', 'south'), { freq: 2 })
      }),
      { maxLength: 14 }
    ),
    followed: fc.integer({ min: 0, max: 90 }),
    month: fc.integer({ min: 1, max: 12 }),
    cost: fc.option(fc.integer({ min: 0, max: 90_000 }))
  })
  .map(({ posts, schools, followed, month, cost }) => ({
    posts: posts.map((post, at) => ({ id: `P${at}`, ...post })),
    queue: schools.map(({ roads, ...school }, at) => ({
      id: `S${String(at).padStart(2, '0')}`,
      ...school,
      minutes: Object.fromEntries(posts.map((_, post) => [`P${post}`, roads[post] ?? null]))
    })),
    followed,
    today: `2026-${String(month).padStart(2, '0')}-15`,
    since: '2025-2026' as const,
    cost
  }));

const asks = fc.integer({ min: 0, max: 12 }).map((halves) => halves / 2);
const withPosts = territories.filter((facts) => openingsOf(facts, 0) !== null);

describe('the calendar of openings', () => {
  it('never opens more schools than wait, nor one twice, and counts every one', () => {
    fc.assert(
      fc.property(withPosts, asks, (facts, asked) => {
        const found = openingsOf(facts, asked)!;
        expect(found.lines.map(({ id }) => id)).toEqual(facts.queue.map(({ id }) => id));
        const opened = found.years.flatMap((year) => year.opened);
        expect(new Set(opened).size).toBe(opened.length);
        expect(found.opened + found.waiting).toBe(facts.queue.length);
        for (const { followed, waiting } of found.years)
          expect(followed + waiting).toBe(facts.followed + facts.queue.length);
      }),
      RUNS
    );
  });

  it('agrees with the queue: what leaves its order says why, by figures that hold', () => {
    fc.assert(
      fc.property(withPosts, asks, (facts, asked) => {
        const { lines } = openingsOf(facts, asked)!;
        const when = (at: number) => lines[at]!.opens ?? '9999';
        lines.forEach(({ exception, opens }, at) => {
          // A school that follows its group says so on its own line.
          const isPassed = lines.some(
            (other, below) => below > at && when(below) < when(at) && other.exception?.kind !== 'group'
          );
          const passes = lines.some((_, other) => other < at && when(other) > when(at));
          if (isPassed || passes) expect(exception, lines[at]!.id).not.toBeNull();
          if (exception?.kind === 'place') {
            expect(exception.needs).toBeGreaterThan(exception.left);
            expect(exception.year < (opens ?? '9999')).toBe(true);
          }
          if (exception?.kind === 'ahead') expect(exception.passed.length).toBeGreaterThan(0);
        });
      }),
      RUNS
    );
  });

  it('keeps every post within its share, and a group with one post', () => {
    fc.assert(
      fc.property(withPosts, asks, (facts, asked) => {
        const found = openingsOf(facts, asked)!;
        const load = facts.posts.reduce((sum, post) => sum + post.load, 0);
        const capacity = load / facts.posts.reduce((sum, { fte }) => sum + fte, 0);
        const work = new Map(facts.queue.map((school) => [school.id, school.work]));
        for (const { year, created } of found.years) {
          const open = found.lines.filter(({ opens }) => opens !== null && opens <= year);
          const byNew = open.filter(({ follower }) => follower?.kind === 'new');
          const more = byNew.reduce((sum, { id }) => sum + work.get(id)!, 0);
          expect(more).toBeLessThanOrEqual(created * capacity + 1e-3);
          for (const { id, fte, load: own } of facts.posts) {
            const given = open.filter(({ follower }) => follower?.kind === 'today' && follower.id === id);
            const more = given.reduce((sum, line) => sum + work.get(line.id)!, 0);
            if (more > 0) expect(own + more).toBeLessThanOrEqual(fte * capacity + 1e-3);
          }
        }
        for (const group of ['north', 'south']) {
          const own = found.lines.filter(
            ({ id }) => facts.queue.find((school) => school.id === id)!.group === group
          );
          expect(new Set(own.map(({ opens, follower }) => JSON.stringify([opens, follower]))).size).toBeLessThan(2); // prettier-ignore
        }
      }),
      RUNS
    );
  });

  it('begins at the next rentrée, whatever the day', () => {
    expect(nextRentrees('2026-11-29', '2025-2026')).toEqual(['2027-2028', '2028-2029', '2029-2030']);
    expect(nextRentrees('2026-08-31', '2025-2026')[0]).toBe('2026-2027');
    expect(nextRentrees('2025-01-10', '2025-2026')[0]).toBe('2026-2027');
    fc.assert(
      fc.property(withPosts, asks, (facts, asked) => {
        for (const { opens } of openingsOf(facts, asked)!.lines)
          if (opens !== null) expect(`${opens.slice(0, 4)}-09-01` > facts.today).toBe(true);
      }),
      RUNS
    );
  });

  it('gives a school to the nearest post of today that has room for it, from the first rentrée on, and to a new one where none has', () => {
    fc.assert(
      fc.property(withPosts, asks, (facts, asked) => {
        const queue = facts.queue.map((one) => ({ ...one, group: null }));
        const { lines, years } = openingsOf({ ...facts, queue }, asked)!;
        const load = facts.posts.reduce((sum, post) => sum + post.load, 0);
        const capacity = load / facts.posts.reduce((sum, { fte }) => sum + fte, 0);
        const room = new Map(facts.posts.map((post) => [post.id, post.fte * capacity - post.load]));
        const inTurn = lines
          .filter(({ opens }) => opens !== null)
          .sort((a, b) => (a.opens === b.opens ? a.rank - b.rank : a.opens! < b.opens! ? -1 : 1));
        for (const { id, opens, follower, reach } of inTurn) {
          const { work, minutes } = queue.find((one) => one.id === id)!;
          const able = facts.posts.filter(
            (post) => minutes[post.id] !== null && room.get(post.id)! + 1e-3 >= work
          );
          if (follower!.kind === 'new') {
            expect(able.filter((post) => room.get(post.id)! - 1e-3 >= work)).toEqual([]);
            expect(reach!.minutes).toBeNull();
            continue;
          }
          expect(opens).toBe(years[0]!.year);
          expect(able.map((post) => post.id)).toContain(follower!.id);
          expect(reach!.minutes).toBe(Math.min(...able.map((post) => minutes[post.id]!)));
          expect(reach!.room).toBeCloseTo(room.get(follower!.id)!, 6);
          room.set(follower!.id, room.get(follower!.id)! - work);
        }
      }),
      RUNS
    );
  });

  it('without a post more, opens what fits under the share of today’s posts, and nothing where all are at their share', () => {
    fc.assert(
      fc.property(withPosts, (facts) => {
        const { lines } = openingsOf(facts, 0)!;
        for (const { follower } of lines) expect(follower?.kind ?? 'today').toBe('today');
        const load = facts.posts.reduce((sum, post) => sum + post.load, 0);
        const capacity = load / facts.posts.reduce((sum, { fte }) => sum + fte, 0);
        const even = { ...facts, posts: facts.posts.map((post) => ({ ...post, load: post.fte * capacity })) };
        expect(openingsOf(even, 0)?.opened ?? 0).toBe(0);
      }),
      RUNS
    );
  });

  it('asks for no post that serves no school: the schools of a stop are more than those of today’s posts', () => {
    fc.assert(
      fc.property(withPosts, (facts) => {
        const [none, ...others] = openingStops(facts);
        for (const { isProposed, opened } of others)
          if (isProposed) expect(opened).toBeGreaterThan(none!.opened);
      }),
      RUNS
    );
  });

  it('creates posts by equal steps of half a post at least, all within three rentrées', () => {
    expect(createdByYear(1.5)).toEqual([0.5, 1, 1.5]);
    expect(createdByYear(1)).toEqual([0.5, 1, 1]);
    expect(createdByYear(2)).toEqual([1, 2, 2]);
    expect(createdByYear(0)).toEqual([0, 0, 0]);
  });

  it('says which group opens together and which school asks for more than a post', () => {
    const school = (id: string, work: number, group: string | null = null) => ({ id, work, group, minutes: { A: 5 }, isReachable: true }); // prettier-ignore
    const facts: OpeningsFacts = {
      queue: [school('a', 500), school('b', 60, 'g'), school('c', 40), school('d', 50, 'g')],
      posts: [{ id: 'A', fte: 1, load: 200 }],
      followed: 4,
      today: '2026-03-01',
      since: '2025-2026',
      cost: 1000
    };
    const { lines } = openingsOf(facts, 1)!;
    expect(lines[0]!.exception).toEqual({ kind: 'too-large', needs: 500, most: 200 });
    expect(lines[1]!.opens).toBe(lines[3]!.opens);
    expect(lines[3]!.exception).toEqual({ kind: 'group', with: ['b'] });
    expect(openingAnswer(openingStops(facts))).toMatchObject({ schools: 4, opened: 3, left: ['a'] });
  });
});

describe('« que demander ? »', () => {
  it('is read from the same calendar as the slider, the table and the cost', () => {
    fc.assert(
      fc.property(withPosts, (facts) => {
        const stops = openingStops(facts);
        for (const stop of stops) {
          const { gain: _, isProposed: __, ...calendar } = stop;
          expect(calendar).toEqual(openingsOf(facts, stop.asked));
          expect(stop.cost).toBe(facts.cost === null ? null : facts.cost * stop.asked);
        }
        const answer = openingAnswer(stops);
        expect(answer === null).toBe(facts.queue.length === 0);
        if (!answer) return;
        const stop = stops.find(({ asked }) => asked === answer.posts)!;
        expect(stop.isProposed).toBe(true);
        expect(answer).toMatchObject({ opened: stop.opened, by: stop.by, cost: stop.cost });
        expect(answer.opened + answer.left.length).toBe(answer.schools);
      }),
      RUNS
    );
  });

  it('never proposes a post that opens nothing, and no number of posts opens more than the answer', () => {
    fc.assert(
      fc.property(withPosts, (facts) => {
        const stops = openingStops(facts);
        let best = -1;
        for (const { asked, opened, isProposed } of stops) {
          expect(isProposed).toBe(asked === 0 || opened > best);
          best = Math.max(best, opened);
        }
        const answer = openingAnswer(stops);
        if (!answer) return;
        for (const more of [0.5, 1, 2, 5])
          expect(openingsOf(facts, answer.posts + more)!.opened).toBeLessThanOrEqual(answer.opened);
      }),
      RUNS
    );
  });

  it('of some schools, asks for no more posts than of all, in the same order', () => {
    fc.assert(
      fc.property(withPosts, (facts) => {
        const stops = openingStops(facts);
        const all = openingAnswer(stops);
        const ids = new Set(facts.queue.slice(0, 3).map(({ id }) => id));
        const some = openingAnswer(stops, ids);
        if (!all || !some) return;
        expect(some.posts).toBeLessThanOrEqual(all.posts);
        expect(some.schools).toBe(ids.size);
      }),
      RUNS
    );
    expect(openingAnswer([], new Set())).toBeNull();
  });
});

describe('posts, costs and requests', () => {
  it('a post has one cost, and its source: typed, a sheet over the posts that it pays, or supposed', () => {
    const actions = [
      { id: 'FA-02', level: 'ingenierie', cost_euros: 17_500 },
      { id: 'FA-01', level: 'ingenierie', cost_euros: 236_400 },
      { id: 'FA-09', level: 'communal', cost_euros: 900_000 }
    ];
    const sheet = costSheet(actions, 9);
    expect(sheet).toEqual({ id: 'FA-01', total: 236_400, posts: 9 });
    expect(postCost('sheet', sheet)).toEqual({ euros: 26_267, source: 'sheet', sheet });
    expect(postCost(48_000, sheet)).toEqual({ euros: 48_000, source: 'typed', sheet: null });
    expect(postCost('sheet', null).source).toBe('supposed');
    expect(costSheet(actions, 0)).toBeNull();
    expect(costSheet([{ id: 'FA-01', level: 'ingenierie', cost_euros: null }], 9)).toBeNull();
  });

  it('never more schools ask than exist and have not asked', () => {
    const counts = fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { maxLength: 8 });
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (years, left, ahead) => {
          const found = requestsAhead(years, left, ahead);
          if (left === 0) {
            expect(found).toEqual({ value: 0, low: 0, high: 0, left: 0 });
            return;
          }
          if (!found) {
            expect(years.every((count) => count === null)).toBe(true);
            return;
          }
          expect(found.high).toBeLessThanOrEqual(left);
          expect(found.low).toBeLessThanOrEqual(found.value);
          expect(found.value).toBeLessThanOrEqual(found.high);
        }
      ),
      RUNS
    );
  });
});
