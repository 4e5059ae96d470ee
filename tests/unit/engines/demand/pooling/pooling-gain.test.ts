// What sharing the service brings: against brute force, and whatever the territory.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestDistribution, schoolsCompared } from '$lib/engines/demand/pooling/followed.ts';
import {
  poolingGain,
  type PooledSchool,
  type PoolingRequest
} from '$lib/engines/demand/pooling/pooling-gain.ts';
import { POST_STEPS, postsCompared, stepsFor, type PostSteps } from '$lib/engines/demand/pooling/posts.ts';
import { draws } from '../../../../draws.ts';

const school = (id: string, commune: string, workload: number, alone = 10, pooled = 15): PooledSchool => ({
  id,
  commune,
  workload,
  roadAlone: alone,
  roadPooled: pooled
});

const request = (schools: readonly PooledSchool[], part: Partial<PoolingRequest> = {}): PoolingRequest => ({
  hypotheses: [schools],
  fte: 2,
  steps: 2,
  spread: 0.1,
  teams: [],
  actions: [],
  purchases: { fixedShare: 0.1, discount: 0.1 },
  ...part
});

/** Three communes: 120, 60 and 20 of 200 minutes, that two posts carry. */
const THREE = [
  ...['1', '2', '3', '4', '5', '6'].map((id) => school(`a${id}`, 'A', 20)),
  ...['1', '2', '3'].map((id) => school(`b${id}`, 'B', 20)),
  school('c1', 'C', 20)
];

const territories = fc.array(
  fc.record({
    commune: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    workload: fc.integer({ min: 1, max: 400 })
  }),
  { minLength: 1, maxLength: 25 }
);
const stepsOf = fc.constantFrom<PostSteps>(...POST_STEPS);
const posts = fc.integer({ min: 1, max: 12 }).map((halves) => halves / 2);
const schoolsFrom = (rows: readonly { commune: string; workload: number }[]) =>
  rows.map(({ commune, workload }, at) => school(`s${at}`, commune, workload, at, 2 * at));

describe('posts', () => {
  it('are rounded up in each commune, and once for all when shared', () => {
    // Needs of 1.2, 0.6 and 0.2 posts: 1.5 + 1 + 0.5 by halves.
    const { posts: found, communes } = poolingGain(request(THREE));
    expect(found?.alone.central).toBe(3);
    expect(found?.pooled.central).toBe(2);
    expect(found?.gain.central).toBe(1);
    expect(communes.map((one) => one.posts?.central)).toEqual([1.5, 1, 0.5]);
    expect(communes[0]?.need?.central).toBeCloseTo(1.2, 9);
  });

  it('have the exact range over every load, not over its ends alone', () => {
    fc.assert(
      fc.property(territories, posts, stepsOf, (rows, fte, steps) => {
        const found = poolingGain(request(schoolsFrom(rows), { fte, steps })).posts!;
        const total = rows.reduce((sum, { workload }) => sum + workload, 0);
        const own = new Map<string, number>();
        for (const { commune, workload } of rows)
          own.set(commune, (own.get(commune) ?? 0) + (workload * fte) / total);
        const gains = Array.from({ length: 401 }, (_, at) => {
          const load = 0.9 + (0.2 * at) / 400;
          const alone =
            [...own.values()].reduce((sum, need) => sum + stepsFor(need * load, steps), 0) / steps;
          return alone - stepsFor(fte * load, steps) / steps;
        });
        expect(Math.min(...gains)).toBeGreaterThanOrEqual(found.gain.low - 1e-9);
        expect(Math.max(...gains)).toBeLessThanOrEqual(found.gain.high + 1e-9);
      }),
      { numRuns: draws() }
    );
  });

  it('reach the range that is told: a load in it has the least and one the greatest gain', () => {
    // 0.5 and 0.5 posts: above the load of today each commune alone takes a whole post, and the shared service one and a half.
    const found = postsCompared([[0.5, 0.5]], 2, 0.1);
    expect(found.alone).toEqual({ low: 1, central: 1, high: 2 });
    expect(found.pooled).toEqual({ low: 1, central: 1, high: 1.5 });
    expect(found.gain).toEqual({ low: 0, central: 0, high: 0.5 });
  });

  it('shared are never more than those of the communes alone', () => {
    fc.assert(
      fc.property(territories, posts, stepsOf, (rows, fte, steps) => {
        const { posts: found, schools } = poolingGain(request(schoolsFrom(rows), { fte, steps }));
        expect(found!.gain.low).toBeGreaterThanOrEqual(-1e-9);
        expect(schools!.gain.low).toBeGreaterThanOrEqual(0);
        for (const range of [found!.gain, found!.alone, found!.pooled, schools!.gain]) {
          expect(range.low).toBeLessThanOrEqual(range.central);
          expect(range.central).toBeLessThanOrEqual(range.high);
        }
      })
    );
  });

  it('come from every hypothesis, the first one told in between', () => {
    const heavier = THREE.map((one) => (one.commune === 'C' ? { ...one, workload: 100 } : one));
    const found = poolingGain(request(THREE, { hypotheses: [THREE, heavier], spread: 0 }));
    expect(found.communes[2]?.need).toEqual({
      low: expect.closeTo(0.2, 9),
      central: expect.closeTo(0.2, 9),
      high: expect.closeTo(200 / 280, 9)
    });
  });
});

describe('schools that today’s posts follow', () => {
  it('are those of the best distribution: brute force finds no better', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 1, max: 13 }).map((quarters) => quarters / 4),
        fc.constantFrom<PostSteps>(1, 2),
        fc.integer({ min: 1, max: 30 }).map((halves) => halves / 2),
        (schools, fte, steps, perPost) => {
          const found = bestDistribution(schools, fte, perPost, steps);
          const pieces = Math.floor(fte * steps + 1e-9);
          const rest = fte - pieces / steps;
          let best = 0;
          const give = (at: number, left: number, isRestLeft: boolean, total: number): void => {
            if (at === schools.length) return void (best = Math.max(best, total));
            for (let mine = 0; mine <= left; mine++)
              for (const takes of isRestLeft ? [false, true] : [false]) {
                const own = mine / steps + (takes ? rest : 0);
                const followed = Math.min(schools[at]!, Math.floor(own * perPost + 1e-9));
                give(at + 1, left - mine, isRestLeft && !takes, total + followed);
              }
          };
          give(0, pieces, rest > 1e-9, 0);
          expect(found.total).toBe(best);
          const told = found.posts.reduce(
            (sum, own, at) => sum + Math.min(schools[at]!, Math.floor(own * perPost + 1e-9)),
            0
          );
          expect(told).toBe(best);
          expect(found.posts.reduce((sum, own) => sum + own, 0)).toBeLessThanOrEqual(fte + 1e-9);
        }
      ),
      { numRuns: draws() }
    );
  });

  it('are fewer when each commune keeps its own posts', () => {
    // Five schools a post: by whole posts, two posts follow five of A and three of B, of ten.
    const { compared, communes } = schoolsCompared([6, 3, 1], 2, 1, 0);
    expect(compared.pooled.central).toBe(10);
    expect(compared.alone.central).toBe(8);
    expect(communes.map(({ posts: own }) => own)).toEqual([1, 1, 0]);
  });

  it('have the exact range over every load', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 5 }),
        posts,
        stepsOf,
        (schools, fte, steps) => {
          const { compared } = schoolsCompared(schools, fte, steps, 0.1);
          const all = schools.reduce((sum, own) => sum + own, 0);
          for (let at = 0; at <= 60; at++) {
            const perPost = all / fte / (0.9 + (0.2 * at) / 60);
            const gain =
              Math.min(all, Math.floor(fte * perPost + 1e-9)) -
              bestDistribution(schools, fte, perPost, steps).total;
            expect(gain).toBeGreaterThanOrEqual(compared.gain.low);
            expect(gain).toBeLessThanOrEqual(compared.gain.high);
          }
        }
      ),
      { numRuns: draws() }
    );
  });
});

describe('the road', () => {
  it('may be longer when the service is shared, and is told so', () => {
    const { road } = poolingGain(request(THREE));
    expect(road?.gain.central).toBe(-50);
  });

  it('leaves out, on both sides, a school whose trip is unknown on one', () => {
    const unreached = { ...school('d1', 'D', 20), roadPooled: null };
    const { road, communes } = poolingGain(request([...THREE, unreached]));
    expect(road?.missing).toEqual(['d1']);
    expect(road?.alone.central).toBe(100);
    expect(communes.find(({ commune }) => commune === 'D')?.road).toBeNull();
  });

  it('is unknown, never 0, when no trip is known', () => {
    const blind = THREE.map((one) => ({ ...one, roadAlone: null }));
    expect(poolingGain(request(blind)).road).toBeNull();
  });
});

describe('whatever the territory', () => {
  it('one commune alone gains no post and no school', () => {
    fc.assert(
      fc.property(territories, posts, stepsOf, (rows, fte, steps) => {
        const here = rows.map((row) => ({ ...row, commune: 'A' }));
        const found = poolingGain(request(schoolsFrom(here), { fte, steps }));
        expect(found.posts!.gain).toEqual({ low: 0, central: 0, high: 0 });
        expect(found.schools!.gain).toEqual({ low: 0, central: 0, high: 0 });
      })
    );
  });

  it('the order of communes and schools changes nothing', () => {
    const shuffled = territories.chain((rows) =>
      fc.tuple(
        fc.constant(schoolsFrom(rows)),
        fc.shuffledSubarray(schoolsFrom(rows), { minLength: rows.length })
      )
    );
    fc.assert(
      fc.property(shuffled, posts, stepsOf, ([one, other], fte, steps) => {
        expect(poolingGain(request(other, { fte, steps }))).toEqual(
          poolingGain(request(one, { fte, steps }))
        );
      })
    );
  });

  it('without posts, posts and schools are unknown; the rest is still told', () => {
    for (const fte of [null, 0]) {
      const found = poolingGain(request(THREE, { fte }));
      expect(found.posts).toBeNull();
      expect(found.schools).toBeNull();
      expect(found.communes.map(({ posts: own }) => own)).toEqual([null, null, null]);
      expect(found.road).not.toBeNull();
    }
  });

  it('without a school, or without any work, nothing is invented', () => {
    expect(poolingGain(request([]))).toEqual({
      communes: [],
      posts: null,
      road: null,
      schools: null,
      meetings: null,
      shared: [],
      purchases: null
    });
    expect(poolingGain(request(THREE.map((one) => ({ ...one, workload: 0 })))).posts).toBeNull();
  });

  it('a hypothesis about other schools, or a share out of bounds, is an error', () => {
    expect(() => poolingGain(request(THREE, { hypotheses: [THREE, THREE.slice(1)] }))).toThrow(/different/);
    expect(() => poolingGain(request(THREE, { spread: 1 }))).toThrow(/spread/);
    expect(() => poolingGain(request(THREE, { purchases: { fixedShare: 2, discount: 0 } }))).toThrow(/fixed/);
  });
});
