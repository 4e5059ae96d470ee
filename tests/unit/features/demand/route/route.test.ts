// The openings on Avenir: what a link holds, the problem sent to the worker, the columns of the table, the step of a story.
import { describe, expect, it, vi } from 'vitest';
import {
  calendarOf,
  planRoute,
  readRoute,
  type RouteFile
} from '../../../../../src/lib/engines/route/index.ts';
import { snapshotFromUrl } from '../../../../../src/lib/features/council/page-views.ts';
import { AS_TODAY } from '../../../../../src/lib/features/demand/demand-address.ts';
import {
  DEFAULT_ROUTE,
  postsByYear,
  routeAddress
} from '../../../../../src/lib/features/demand/route/route-address.ts';
import { askedRoute, estimatedRoad } from '../../../../../src/lib/features/demand/route/asked-route.ts';
import { openingRows, yearsTable } from '../../../../../src/lib/features/demand/route/route-files.ts';
import { RouteState } from '../../../../../src/lib/features/demand/route/route-state.svelte.ts';
import type { RouteScene } from '../../../../../src/lib/features/demand/route/snapshot.ts';
import { storyAddress } from '../../../../../src/lib/features/demand/route/snapshot-address.ts';
import { SectorsState } from '../../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { readStoryAddress } from '../../../../../src/lib/pages/story.ts';
import { bootHighs } from '../../../../../src/lib/solver/highs.ts';
import type { AssignmentClient } from '../../../../../src/lib/workers/assignment/client.ts';
import { smallDashboard } from '../../../../fixtures/dashboard.ts';
import { smallSplit } from '../../../../fixtures/service.ts';

const solver = await bootHighs();
/** Answers as the worker would. */
const client = {
  route: ({ route, seconds }: { route: RouteFile; seconds: number }) =>
    Promise.resolve(planRoute(solver, route, { seconds })),
  stop: () => undefined
} as unknown as AssignmentClient;
/** Without the worker of tours: travel stays the solver's estimate. */
function stateOf(postsAYear = 0): RouteState {
  const route = new RouteState(smallSplit, smallDashboard, () => ({ postsAYear, schoolsPerPost: null, choice: AS_TODAY }), () => '', client); // prettier-ignore
  route.tours.compute = () => Promise.resolve();
  return route;
}
const read = (text: string) => routeAddress.read(new URLSearchParams(text));

describe('the link of the openings', () => {
  it('holds the posts of each year, the cost, the growth and what is kept', () => {
    const text = 'annees=6%2C5-7-7%2C5-8&cout=48000&charge=2.5&garder=trajets';
    expect(read(text)).toEqual({ posts: [6.5, 7, 7.5, 8], cost: 48_000, growth: 2.5, continuity: 'road' });
    expect(routeAddress.write(read(text)).toString()).toBe(text);
    expect(routeAddress.write(DEFAULT_ROUTE).toString()).toBe('');
  });

  it('falls back on what is usual where it is wrong', () => {
    for (const text of ['annees=7-8', 'annees=a-b-c-d', 'cout=-5', 'charge=900', 'garder=rien']) {
      expect(read(text)).toEqual(DEFAULT_ROUTE);
    }
  });

  it('follows the posts created a year, and tries half a post where there are none', () => {
    expect(postsByYear({ posts: null }, 6, 1)).toEqual([7, 8, 9, 10]);
    expect(postsByYear({ posts: null }, 6, 0)).toEqual([6.5, 7, 7.5, 8]);
    expect(postsByYear({ posts: [6, 6, 5, 5] }, 6, 1)).toEqual([6, 6, 5, 5]);
  });
});

describe('the problem of the page', () => {
  const years = ['2026-2027', '2027-2028'] as const;
  const choice = { years, posts: [2.5, 3], growth: 0, stability: 5, schoolsPerPost: null };

  it('is without a remark, its capacity being what a post takes today', () => {
    const { route, findings } = askedRoute(smallSplit, smallDashboard, choice);
    expect(findings).toEqual([]);
    const work = route.problem.units.slice(0, 3).reduce((sum, { workload }) => sum + workload, 0);
    expect(route.capacity).toBeCloseTo(work / 2);
  });

  it('takes as many schools a post as the page is set to', () => {
    const opened = (schoolsPerPost: number | null) =>
      calendarOf(
        askedRoute(smallSplit, smallDashboard, { ...choice, posts: [2, 2], schoolsPerPost }).route
      ).flat();
    expect([opened(2), opened(null)]).toEqual([['0000003C'], []]);
  });

  it('is what the command line reads in its file', () => {
    const { route } = askedRoute(smallSplit, smallDashboard, { ...choice, schoolsPerPost: 2 });
    const { problem, candidates, years, newPosts: _, ...rest } = route;
    const text = JSON.stringify({
      ...problem,
      ...rest,
      years,
      candidates: candidates.map(({ base, ...place }) => ({ ...place, ...base }))
    });
    const known = ({ units, ...others }: typeof problem) => ({
      ...others,
      units: units.map(({ id, workload, pupils, visits, current }) => ({
        id,
        workload,
        pupils,
        visits,
        current
      }))
    });
    const read = readRoute(JSON.parse(text)).route;
    expect({ ...read, problem: known(read.problem) }).toMatchObject({ ...route, problem: known(problem) });
  });

  it('says what is doubtful in the posts of its years', () => {
    const { findings } = askedRoute(smallSplit, smallDashboard, { ...choice, posts: [1, 0], growth: 40 });
    expect(findings.map(({ code }) => code)).toEqual([
      'route-posts-fall',
      'route-below-team',
      'route-nobody-works',
      'route-odd-growth'
    ]);
  });
});

describe('the table of the years', () => {
  it('begins with today as Secteurs tells it, and opens what posts allow before any plan is known', () => {
    const route = stateOf(1);
    const sectors = new SectorsState(smallSplit, smallDashboard, () => '');
    const [now, next] = route.columns;
    expect(now!.road).toBe(Object.values(sectors.roads ?? {}).reduce((sum, one) => sum + one, 0));
    expect([now!.followed, now!.waiting.length, next!.followed, next!.waiting.length]).toEqual([3, 1, 4, 0]);
    expect([next!.road, next!.moved, next!.cost]).toEqual([null, null, 52_000]);
  });

  it('has the plans of the worker once they are computed, and loses them when something else is set', async () => {
    const route = stateOf(1);
    await route.run();
    const [, next] = route.columns;
    expect(route.phase).toBe('done');
    expect(next!.road).toBeCloseTo(estimatedRoad(route.route, next!.plan!));
    expect(Object.keys(next!.plan!.bases)).toEqual(['Poste 3']);
    expect(openingRows(route)[0]).toMatchObject({ uai: '0000003C', year: next!.label });
    expect(yearsTable(route).rows).toHaveLength(5);
    route.setPosts(0, 2);
    expect([route.isStale, route.columns[1]!.plan]).toEqual([true, null]);
  });

  it('keeps the route before, to compare', async () => {
    const route = stateOf(1);
    await route.run();
    const before = route.posts;
    route.setPosts(0, 2);
    await route.run();
    expect(route.previous?.posts).toEqual(before);
    expect(route.today).toMatchObject({ waiting: 1, cost: 0 });
  });

  it('keeps it too where posts are changed before its tours are sampled', async () => {
    const route = stateOf(1);
    route.tours.compute = () => new Promise(() => undefined);
    void route.run();
    await vi.waitUntil(() => route.phase === 'done', { timeout: 60_000 });
    const before = route.posts;
    route.setPosts(0, 2);
    void route.run();
    expect(route.previous?.posts).toEqual(before);
  });

  it('says that half a post is tried where the page creates none', () => {
    expect([stateOf(0).isTrial, stateOf(1).isTrial]).toEqual([true, false]);
  });
});

describe('a step of a story', () => {
  const sources = { dashboard: smallDashboard, programme: null, assignment: smallSplit, outlines: null };

  it('draws the openings and the bases of its address, without a solver', async () => {
    const route = stateOf(1);
    await route.run();
    const address = storyAddress(route);
    expect(readStoryAddress(address)?.page).toBe('/avenir');
    const snapshot = snapshotFromUrl(address, sources)!;
    const { marks } = snapshot.scene as RouteScene;
    expect(marks.opens.map(({ id }) => id)).toEqual(['0000003C']);
    expect(marks.posts[0]).toMatchObject({ number: '3' });
    expect(snapshot.figures.at(-2)).toMatchObject({ value: '0', awaits: false });
  });

  it('is none where the posts are not published', () => {
    expect(snapshotFromUrl('/avenir?montre=ouvertures', { ...sources, assignment: null })).toBeNull();
  });
});
