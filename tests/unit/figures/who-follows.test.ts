// Posts are known and no list says who follows which school: no load, no share of work and no road is told, and the pages say which list opens them.
import { expect, it, vi } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { postsRequest } from '../../../src/lib/figures/posts-request.ts';
import { pageReadiness } from '../../../src/lib/features/territory/readiness.ts';
import { loadAssignment, loadPosts } from '../../../src/lib/session/assignment-data.ts';
import { loadTeam } from '../../../src/lib/features/travel/load-team.ts';
import type { TerritoryFiles } from '../../../src/lib/model/territory-files.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';
import { smallSplit, smallTeam } from '../../fixtures/service.ts';

const nobody = { ...smallSplit, assignment: {} };
const idle = { ...smallTeam, posts: smallTeam.posts.map((post) => ({ ...post, schools: [] })) };
const site = (content: object) => vi.fn(() => Promise.resolve(new Response(JSON.stringify(content))));

it('no page has a répartition of today, and the posts themselves stay known', async () => {
  expect(await loadAssignment(site(nobody))).toBeNull();
  expect(await loadAssignment(site(smallSplit))).toEqual(smallSplit);
  expect((await loadPosts(site(nobody)))?.posts).toHaveLength(2);
});

it('a service that follows no school yet has posts that follow none: it may share those that wait', async () => {
  const first = { ...nobody, schools: smallSplit.schools.map((school) => ({ ...school, waiting: true })) };
  expect(await loadAssignment(site(first))).toEqual(first);
});

it('no post is on the road for 0 min', async () => {
  expect(await loadTeam('graph', site(idle))).toBeNull();
  expect(await loadTeam('graph', site(smallTeam))).toEqual(smallTeam);
});

it('posts that nobody is known to follow by are counted together, not taken as idle', () => {
  const cube = new CoverageCube({ ...smallDashboard, posts: { referents: 2, coordinators: 1 } });
  const counted = postsRequest({ cube, file: null });
  const { fte, stops, hasPosts } = postsRequest({ cube, file: nobody });
  expect([fte, hasPosts]).toEqual([2, false]);
  expect(stops).toEqual(counted.stops);
});

it('Mon territoire says which list opens Répartition and Déplacements', () => {
  const bytes = (content: object) => new TextEncoder().encode(JSON.stringify(content));
  const files: TerritoryFiles = new Map([
    [
      'tables/dashboard.json',
      bytes({
        ...smallDashboard,
        territory: { ...smallDashboard.territory, internal: true },
        posts: { referents: 2, coordinators: 1 }
      })
    ],
    ['graph/split.json', bytes(nobody)],
    ['graph/team.json', bytes(idle)]
  ]);
  const pages = pageReadiness(files).flatMap(({ pages }) => pages);
  for (const path of ['/secteurs', '/deplacements'])
    expect(
      pages.find((page) => page.path === path),
      path
    ).toMatchObject({
      state: 'empty',
      text: 'référent de chaque école à dire dans la liste des écoles suivies'
    });
});
