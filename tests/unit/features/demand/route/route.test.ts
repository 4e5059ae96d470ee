// The openings on Avenir: what a link holds, the problem sent to the worker, the columns of the table, the step of a story.
import { beforeEach, describe, expect, it } from 'vitest';
import { planRoute, readRoute, type RouteFile } from '../../../../../src/lib/engines/route/index.ts';
import { CoverageCube } from '../../../../../src/lib/cube/coverage.ts';
import { meansOfAddress } from '../../../../../src/lib/figures/means-of-address.ts';
import { snapshotFromUrl } from '../../../../../src/lib/features/council/page-views.ts';
import {
  DEFAULT_ROUTE,
  formerPosts,
  routeAddress
} from '../../../../../src/lib/features/demand/route/route-address.ts';
import { askedRoute, estimatedRoad } from '../../../../../src/lib/features/demand/route/asked-route.ts';
import { openingsTable, yearsTable } from '../../../../../src/lib/features/demand/route/route-files.ts';
import { RouteState } from '../../../../../src/lib/features/demand/route/route-state.svelte.ts';
import type { RouteScene } from '../../../../../src/lib/features/demand/route/snapshot.ts';
import { storyAddress } from '../../../../../src/lib/features/demand/route/snapshot-address.ts';
import { PlanRoads } from '../../../../../src/lib/figures/roads.svelte.ts';
import { SectorsState } from '../../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { readStoryAddress } from '../../../../../src/lib/pages/story.ts';
import { USUAL_ROAD } from '../../../../../src/lib/model/travel/travel-settings.ts';
import { bootHighs } from '../../../../../src/lib/solver/highs.ts';
import type { AssignmentClient } from '../../../../../src/lib/workers/assignment/client.ts';
import { poolingHypotheses } from '../../../../../src/lib/features/demand/pooling/calculations.ts';
import {
  DEFAULT_POOLING,
  poolingStepAddress
} from '../../../../../src/lib/features/demand/pooling/pooling-settings.ts';
import { poolingView } from '../../../../../src/lib/features/demand/pooling/pooling-view.ts';
import { poolingSnapshotFromUrl } from '../../../../../src/lib/features/demand/pooling/snapshot.ts';
import { reachWords } from '../../../../../src/lib/figures/openings-words.ts';
import { Decision } from '../../../../../src/lib/session/decision/decision.svelte.ts';
import type { TeamRequest } from '../../../../../src/lib/workers/travel/protocol.ts';
import { toResult } from '../../../../../src/lib/workers/worker-call.ts';
import { stubWorkers } from '../../../../fixtures/fake-worker.ts';
import { smallDashboard } from '../../../../fixtures/dashboard.ts';
import { smallSplit } from '../../../../fixtures/service.ts';

const solver = await bootHighs();
/** Answers as the worker would. */
const client = {
  route: ({ route, seconds }: { route: RouteFile; seconds: number }) =>
    Promise.resolve(planRoute(solver, route, { seconds })),
  stop: () => undefined
} as unknown as AssignmentClient;
const cube = new CoverageCube(smallDashboard);
const roads = () => new PlanRoads(() => '');
/** So many posts asked. Without the worker of tours: travel stays the solver's estimate. */
function stateOf(asked = 0): RouteState {
  const params = new URLSearchParams({ postes: String(asked) });
  const openings = { ...meansOfAddress(cube, smallSplit, params, '2026-11-29'), plan: null };
  const route = new RouteState(smallSplit, smallDashboard, openings, roads(), client);
  route.tours.compute = () => Promise.resolve();
  return route;
}
const read = (text: string) => routeAddress.read(new URLSearchParams(text));

describe('the link of the places', () => {
  it('holds what is kept, and falls back on what is usual where it is wrong', () => {
    expect(read('garder=trajets')).toEqual({ continuity: 'road' });
    expect(routeAddress.write(read('garder=trajets')).toString()).toBe('garder=trajets');
    for (const text of ['garder=rien', 'charge=2.5']) expect(read(text)).toEqual(DEFAULT_ROUTE);
  });

  it('of before: the posts of its last year, beyond today’s, are those asked', () => {
    const former = (text: string) => formerPosts(new URLSearchParams(text), 6);
    expect(former('annees=6%2C5-7-7%2C5-8')).toBe(2);
    expect(former('annees=6-6-5-5')).toBe(0);
    expect([former(''), former('annees=x')]).toEqual([null, null]);
  });
});

describe('the problem of the page', () => {
  const years = ['2026-2027', '2027-2028'] as const;
  const choice = { years, posts: [2.5, 3], openings: [[], ['0000003C']], stability: 5, road: USUAL_ROAD };

  it('is without a remark, its capacity being what a post takes today', () => {
    const { route, findings } = askedRoute(smallSplit, smallDashboard, choice);
    expect(findings).toEqual([]);
    const work = route.problem.units.slice(0, 3).reduce((sum, { workload }) => sum + workload, 0);
    expect(route.capacity).toBeCloseTo(work / 2);
  });

  it('opens what the calendar of every page opens', () => {
    const { route } = askedRoute(smallSplit, smallDashboard, choice);
    const { years: plans } = planRoute(solver, route, { seconds: 5 });
    expect(plans.map(({ opened }) => opened)).toEqual([[], ['0000003C']]);
  });

  it('is what the command line reads in its file', () => {
    const { route } = askedRoute(smallSplit, smallDashboard, choice);
    const { problem, candidates, years, newPosts: _, openings: __, ...rest } = route;
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
    expect({ ...read, problem: known(read.problem) }).toMatchObject({
      ...rest,
      candidates,
      years,
      problem: known(problem)
    });
  });

  it('says what is doubtful in the posts of its years', () => {
    const { findings } = askedRoute(smallSplit, smallDashboard, { ...choice, posts: [1, 0] });
    expect(findings.map(({ code }) => code)).toEqual([
      'route-posts-fall',
      'route-below-team',
      'route-nobody-works'
    ]);
  });
});

describe('the table of the years', () => {
  it('begins with today as Secteurs tells it, and opens what posts allow before any plan is known', () => {
    const route = stateOf(1);
    const sectors = new SectorsState(smallSplit, smallDashboard, () => '');
    const [now, next] = route.columns;
    expect(now!.road).toBe(Object.values(sectors.roads ?? {}).reduce((sum, one) => sum + one, 0));
    const last = route.columns.at(-1)!;
    expect([now!.followed, now!.waiting.length, last.followed, last.waiting.length]).toEqual([3, 1, 4, 0]);
    expect([next!.road, next!.moved, last.cost]).toEqual([null, null, 52_000]);
  });

  it('has the plans of the worker once they are computed, and loses them when something else is set', async () => {
    const route = stateOf(1);
    await route.run();
    const last = route.columns.at(-1)!;
    expect(route.phase).toBe('done');
    expect(last.road).toBeCloseTo(estimatedRoad(route.route, last.plan!));
    expect(Object.keys(last.plan!.bases)).toEqual(['Poste 3']);
    expect(openingsTable(route).rows[0]).toMatchObject({ uai: '0000003C' });
    expect(yearsTable(route).rows).toHaveLength(4);
    route.change({ continuity: 'road' });
    expect([route.isStale, route.columns[1]!.plan]).toEqual([true, null]);
  });
});

describe('a step of a story', () => {
  const sources = { dashboard: smallDashboard, programme: null, assignment: smallSplit, outlines: null };

  it('draws the openings and the bases of its address, without a solver', async () => {
    const route = stateOf(1);
    await route.run();
    const address = storyAddress(route);
    expect(readStoryAddress(address)?.page).toBe('/ecoles');
    const snapshot = snapshotFromUrl(address, sources)!;
    const { marks } = snapshot.scene as RouteScene;
    expect(marks.opens.map(({ id }) => id)).toEqual(['0000003C']);
    expect(marks.posts[0]).toMatchObject({ number: '3' });
    // The other school that waits has no known place: no way to it, it goes on waiting.
    expect(snapshot.figures.at(-2)).toMatchObject({ value: '1', awaits: true });
  });

  it('is none where the posts are not published', () => {
    expect(snapshotFromUrl('/ecoles?montre=ouvertures', { ...sources, assignment: null })).toBeNull();
  });
});

/** Outings, parking and peak hour are said once, on Déplacements: one quantity has one figure wherever travel is counted. */
describe('the road of the decision in use', () => {
  const ROAD = { outings: 3, parkingMinutes: 5, peak: 1.3, homeMetres: null };
  const WORDS = 'sorties=3&stationnement=5&pointe=1.3';
  const plain = (text: string) => text.replace(/[\s\u2060]+/gu, ' ').trim();
  /** In the second, a school of the first post is followed by the second. */
  const moved = { ...smallSplit.assignment, '0000002B': 'Référent 2' };
  const plan = { referents: moved, coordinators: {} };

  let decision: Decision;
  let toured: TeamRequest[];
  const sectorsOf = () => new SectorsState(smallSplit, smallDashboard, () => '', decision); // prettier-ignore
  const routeOf = (link = WORDS, used: typeof plan | null = null) => {
    const means = meansOfAddress(cube, smallSplit, new URLSearchParams(`postes=1&${link}`), '2026-11-29');
    return new RouteState(smallSplit, smallDashboard, { ...means, plan: used }, roads());
  };

  beforeEach(() => {
    toured = [];
    stubWorkers({
      setUp: () => toResult(() => undefined),
      route: () =>
        toResult(() => ({ status: 'planned', yearsProven: true, years: [], coupled: null, seconds: 0 })),
      team: (request: TeamRequest) => {
        toured.push(request);
        const none = { mean: 0 };
        const team = request.posts.map(({ id, schools }) => {
          const hours = { driving: { mean: request.settings.parkingMinutes + schools.length } };
          return { id, hours, km: none, euros: none, co2: none };
        });
        return toResult(() => ({ team, meta: {} }));
      }
    });
    decision = new Decision({ dashboard: smallDashboard });
    decision.chooseRoad(ROAD);
  });

  const choice = { years: ['2026-2027'], posts: [3], openings: [['0000003C']], stability: 0 } as const;

  it('ask the solver for the road that Répartition asks it for, bases of new posts included', () => {
    const { problem, candidates } = askedRoute(smallSplit, smallDashboard, { ...choice, road: ROAD }).route;
    const sectors = sectorsOf();
    sectors.set({ withWaiting: true });
    const asked = sectors.request.problem;
    expect(problem.minutes).toEqual(asked.minutes);
    expect(problem.units.map(({ visits, stopMinutes }) => [visits, stopMinutes])).toEqual(
      asked.units.map(({ visits, stopMinutes }) => [visits, stopMinutes])
    );
    // A new post at the base of another has its times.
    for (const { id, minutes } of candidates)
      expect(minutes).toEqual(asked.minutes[smallSplit.posts.findIndex(({ base }) => base === id)]);
    const usual = askedRoute(smallSplit, smallDashboard, { ...choice, road: USUAL_ROAD }).route;
    expect(usual.problem.minutes).not.toEqual(problem.minutes);
  });

  it('begin with the road of Répartition for the same plan, and lose their figures with another road', async () => {
    decision.adopt({ plan, settings: {} });
    const [route, sectors] = [routeOf(WORDS, plan), sectorsOf()];
    expect(route.columns[0]).toMatchObject({ isSampled: false });
    await route.run();
    await sectors.sampleTours([sectors.plan]);
    expect(toured[0]?.settings).toEqual(toured.at(-1)?.settings);
    expect(route.columns[0]).toMatchObject({ isSampled: true, road: sectors.figures.travel });
    expect(storyAddress(route)).toContain(WORDS);
    expect(routeOf('').road).toEqual(USUAL_ROAD);
  });
  it('has the estimate of Répartition for the trips of today, by its link as well, and says the road', () => {
    const view = poolingView(cube, smallSplit, DEFAULT_POOLING, decision.road);
    const sectors = sectorsOf();
    expect(view.gain.road?.pooled.central).toBeCloseTo(sectors.figuresOf(sectors.today).objective / 10, 0);
    const usual = poolingView(cube, smallSplit, DEFAULT_POOLING, USUAL_ROAD).gain.road?.pooled.central;
    expect(usual).not.toBeCloseTo(view.gain.road!.pooled.central, 0);
    expect(plain(poolingHypotheses('road', view).join(' '))).toContain('5 min de stationnement');
    const address = poolingStepAddress(DEFAULT_POOLING, decision.road);
    expect(address).toContain(WORDS);
    const drawn = (text: string) =>
      poolingSnapshotFromUrl(smallDashboard, split, new URL(text, 'http://site.invalid').searchParams);
    // Followed from the other base, so that sharing changes its road.
    const split = { ...smallSplit, assignment: moved };
    expect(drawn(address)?.figures).not.toEqual(
      drawn(poolingStepAddress(DEFAULT_POOLING, USUAL_ROAD))?.figures
    );
  });
  it('is that of the times one way on Attente et moyens', () => {
    // One post follows all: the other, in Le Bêta, has room for the school that waits.
    const file = {
      ...smallSplit,
      assignment: Object.fromEntries(Object.keys(moved).map((uai) => [uai, 'Référent 1']))
    };
    const reach = (link: string) =>
      meansOfAddress(cube, file, new URLSearchParams(`postes=0&${link}`), '2026-11-29').chosen?.lines.map(
        reachWords
      );
    expect(reach('')?.[0]).toMatch(/^à 9/);
    expect(reach(WORDS)?.[0]).toMatch(/^à 12/);
  });
});
