// What the service says of its road on Déplacements is what Répartition counts: one setting, one request, one figure.
import { beforeEach, describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { decisionLines } from '../../../../src/lib/figures/decision-lines.ts';
import { roadInUse } from '../../../../src/lib/figures/road-words.ts';
import { sectorsSnapshotFromUrl } from '../../../../src/lib/features/sectors/map/snapshot.ts';
import { tourRequest } from '../../../../src/lib/figures/plan-loads.ts';
import { planFragment } from '../../../../src/lib/session/decision/sectors-address.ts';
import { PlanRoads } from '../../../../src/lib/figures/roads.svelte.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { DEFAULT_SETTINGS, USUAL_ROAD } from '../../../../src/lib/model/travel/travel-settings.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import type { SearchRequest } from '../../../../src/lib/workers/cards/protocol.ts';
import type { TeamRequest } from '../../../../src/lib/workers/travel/protocol.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { smallSectors, smallSplit } from '../../../fixtures/service.ts';

const ROAD = { outings: 3, parkingMinutes: 5, peak: 1.3, homeMetres: null };
let searched: SearchRequest | null = null;
let toured: TeamRequest | null = null;
let decision: Decision;
let sectors: SectorsState;

beforeEach(() => {
  stubWorkers({
    setUp: () => toResult(() => undefined),
    search: (request: SearchRequest) => {
      searched = request;
      return toResult(() => ({ cards: null, road: 'tours', today: null, start: null, tried: 'all' }));
    },
    team: (request: TeamRequest) => {
      toured = request;
      const hours = { driving: { mean: request.settings.parkingMinutes } };
      const none = { mean: 0 };
      const team = request.posts.map(({ id }) => ({ id, hours, km: none, euros: none, co2: none }));
      return toResult(() => ({ team, meta: {} }));
    }
  });
  decision = new Decision({ dashboard: smallDashboard });
  sectors = new SectorsState(smallSplit, smallDashboard, () => '', decision);
});

describe('the road that the service tells', () => {
  it('reaches the tours of Répartition by the address of Déplacements, and its loads follow', async () => {
    await sectors.sampleTours();
    const before = sectors.figures.travel;
    decision.chooseFilters(new URLSearchParams('sorties=3&stationnement=5&pointe=1.3'), ['road']);
    expect(sectors.settings.road).toEqual(ROAD);
    expect(tourRequest(sectors, sectors.today).settings).toEqual({ ...DEFAULT_SETTINGS, ...ROAD });
    expect(sectors.roadsOf(sectors.today)).toBeNull();
    await sectors.sampleTours();
    expect(toured?.settings).toEqual({ ...DEFAULT_SETTINGS, ...ROAD });
    expect(sectors.figures.travel).not.toBe(before);
    expect(sectors.figures.referents.map(({ travel }) => travel)).toEqual(smallSplit.posts.map(() => 300));
    decision.chooseRoad(USUAL_ROAD);
    expect(sectors.figures.travel).toBe(before);
  });

  it('is answered to each part of a page that asks for a plan at the same moment, until it is stopped', async () => {
    const roads = new PlanRoads(() => '');
    const partOf = (inUse: Decision) =>
      new SectorsState(smallSplit, smallDashboard, () => '', inUse, roads); // prettier-ignore
    decision.chooseRoad(ROAD);
    const other = new Decision({ dashboard: smallDashboard });
    other.chooseRoad({ ...ROAD, parkingMinutes: 7 });
    const [first, second] = [partOf(decision), partOf(other)];
    await Promise.all([first.sampleTours(), second.sampleTours()]);
    expect([first.roads, second.roads].map((found) => found && Object.values(found)[0])).toEqual([300, 420]);
    for (const inUse of [decision, other]) inUse.chooseRoad({ ...inUse.road, outings: 2 });
    const asked = [first.sampleTours(), second.sampleTours()];
    roads.close();
    await Promise.all(asked);
    expect([first.roads, second.roads]).toEqual([null, null]);
  });

  it('reaches the search of cards, the estimate of the solver and the times one way', async () => {
    const [usual, minutes] = [sectors.request.problem, sectors.minutesOf('0000001A')!];
    decision.chooseRoad({ ...USUAL_ROAD, parkingMinutes: 4, homeMetres: 0 });
    const parked = sectors.request.problem.units.map(({ stopMinutes }) => stopMinutes);
    decision.chooseRoad({ ...USUAL_ROAD, homeMetres: 0 });
    const { units } = sectors.request.problem;
    expect(parked).toEqual(units.map(({ stopMinutes = 0 }) => 2 * stopMinutes));
    expect(usual.units.every(({ stopMinutes = 0 }, at) => stopMinutes > units[at]!.stopMinutes!)).toBe(true);
    decision.chooseRoad(ROAD);
    expect(sectors.minutesOf('0000001A')).toBeCloseTo(1.3 * minutes, 1);
    await sectors.cards.search();
    expect(searched?.road).toEqual(ROAD);
  });

  it('is said in one sentence, and is in no setting of a répartition', () => {
    const plain = () => roadInUse(sectors.settings.road).replace(/\s/g, ' ');
    expect(plain()).toMatch(
      / 4 tournées par semaine et 2 min de stationnement par visite, hors heure de pointe\.$/
    );
    decision.chooseRoad({ ...ROAD, outings: 1 });
    expect(plain()).toMatch(/ 1 tournée par semaine et 5 min .* multipliées par 1,3 aux heures de pointe\.$/);
    expect(String(sectors.write())).toBe('');
  });

  it('is that of a frame and of a picture of Répartition', () => {
    const referents = { ...smallSplit.assignment, '0000002B': 'Référent 2' };
    const figures = (link: string) => {
      const data = { assignment: smallSplit, outlines: smallSectors };
      const fragment = `#${planFragment(smallSplit, { referents, coordinators: {} })}`;
      return sectorsSnapshotFromUrl(data, smallDashboard, new URLSearchParams(link), fragment)?.figures;
    };
    expect(figures('sorties=3&stationnement=5&pointe=1.3')).not.toEqual(figures(''));
  });

  it('is a line of the decision in use where it is not the usual one, and no line otherwise', () => {
    decision.chooseRoad(ROAD);
    const lines = () =>
      decisionLines(decision, new CoverageCube(smallDashboard), true).map(({ label, value }) =>
        `${label} : ${value}`.replace(/\s/g, ' ')
      );
    expect(lines()).toContain(
      'Trajets : 3 tournées par semaine, 5 min de stationnement par visite, durées multipliées par 1,3'
    );
    decision.chooseRoad(USUAL_ROAD);
    expect(lines().join()).not.toContain('Trajets');
  });
});
