// The road of a post is one figure: Déplacements and Répartition say the same for each post at the same moment, and it is sampled once.
import { expect, it } from 'vitest';
import { LoadsInUse } from '../../../src/lib/figures/loads-in-use.svelte.ts';
import { PlanRoads } from '../../../src/lib/figures/roads.svelte.ts';
import { TravelState } from '../../../src/lib/features/travel/travel-state.svelte.ts';
import { Decision } from '../../../src/lib/session/decision/decision.svelte.ts';
import type { TeamRequest } from '../../../src/lib/workers/travel/protocol.ts';
import { toResult } from '../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';
import { stubWorkers } from '../../fixtures/fake-worker.ts';
import { smallSplit, smallTeam } from '../../fixtures/service.ts';

/** A worker whose weeks are longer each time that it samples. */
function opened() {
  const sampled: string[] = [];
  stubWorkers({
    setUp: () => toResult(() => undefined),
    around: () => toResult(() => ({ areas: [], seconds: new Map() })),
    team: ({ posts }: TeamRequest) => {
      sampled.push(...posts.map(({ id }) => id));
      const team = posts.map(({ id, base }) => ({
        ...{ ...smallTeam.team[0]!, id, base },
        hours: { ...smallTeam.team[0]!.hours, driving: { median: 0, p10: 0, p90: 0, mean: sampled.length } }
      }));
      return toResult(() => ({ team, meta: smallTeam.meta }));
    }
  });
  const decision = new Decision({ dashboard: smallDashboard });
  const referents = { ...smallSplit.assignment, '0000002B': 'Référent 2' };
  decision.adopt({ plan: { referents, coordinators: {} }, settings: {}, name: '' });
  const tours = new PlanRoads(() => '');
  const loads = new LoadsInUse(smallSplit, smallDashboard, decision, tours);
  const travel = new TravelState({ dashboard: smallDashboard, file: smallTeam, graphs: () => '', tours });
  travel.follow(loads.plan, smallSplit);
  const shown = () =>
    Object.fromEntries(travel.burdens.map(({ id, hours }) => [id, hours.driving.mean * 60]));
  return { sampled, loads, travel, shown };
}
const posts = smallSplit.posts.map(({ id }) => id);

it('Déplacements says of a répartition in use the road that Répartition has sampled, post by post', async () => {
  const { sampled, loads, travel, shown } = opened();
  await loads.sampleTours();
  await travel.requests.sendView(travel.query);
  expect(shown()).toEqual(loads.roads);
  expect(sampled).toEqual(posts);
});

it('Répartition says the road that Déplacements has sampled, without sampling it anew', async () => {
  const { sampled, loads, travel, shown } = opened();
  await travel.requests.sendView(travel.query);
  expect(loads.roads).toEqual(shown());
  await loads.sampleTours();
  expect(sampled).toEqual(posts);
});

it('a road asked on Déplacements by another mode leaves that of Répartition as it is', async () => {
  const { loads, travel } = opened();
  await loads.sampleTours();
  const { roads } = loads;
  travel.changeSettings({ mode: 'bike' });
  await travel.requests.sendView(travel.query);
  expect(loads.roads).toEqual(roads);
});
