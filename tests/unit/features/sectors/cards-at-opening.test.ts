// The cards are there when the page opens: those that the file keeps under the usual settings, else those of a search that starts by itself.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  CARD_AIMS,
  placedRequest,
  searchCards,
  usualCards,
  type CardsResult
} from '../../../../src/lib/engines/cards/index.ts';
import { teamPlaces, withTownHalls } from '../../../../src/lib/engines/travel/index.ts';
import { keptRulesWords } from '../../../../src/lib/features/sectors/annex/annex-words.ts';
import { sectorsSnapshotFromUrl } from '../../../../src/lib/features/sectors/map/snapshot.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { LoadsInUse } from '../../../../src/lib/figures/loads-in-use.svelte.ts';
import { PlanRoads } from '../../../../src/lib/figures/roads.svelte.ts';
import type { AssignmentFile } from '../../../../src/lib/model/assignment/assignment-file.ts';
import { planFragment } from '../../../../src/lib/session/decision/sectors-address.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import type { SearchRequest } from '../../../../src/lib/workers/cards/protocol.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { smallSectors, smallSplit } from '../../../fixtures/service.ts';

const [a, b, c] = ['0000001A', '0000002B', '0000005E'] as const;
/** The first post should have two schools of three, and has one. */
const file: AssignmentFile = {
  ...smallSplit,
  posts: smallSplit.posts.map((post, at) => ({ ...post, fte: at === 0 ? 1 : 0.5 })),
  assignment: { [a]: 'Référent 1', [b]: 'Référent 2', [c]: 'Référent 2' },
  neighbours: [[a, b], [b, c], [a, c]] // prettier-ignore
};
const { communes, schools } = smallDashboard;
const places = teamPlaces(communes, schools);
const seconds = Int32Array.from({ length: places.length ** 2 }, (_, at) => {
  const [from, to] = [Math.floor(at / places.length), at % places.length];
  return 60 * Math.abs(from - to);
});
const matrix = { seconds, destinations: places.length };
const cards = usualCards(file, withTownHalls(schools, communes), places, matrix)!;

const mean = { mean: 1 };
const weekOf = (id: string) => ({ id, hours: { driving: mean }, km: mean, euros: mean, co2: mean });

let searched: SearchRequest[];
beforeEach(() => {
  searched = [];
  stubWorkers({
    setUp: () => toResult(() => undefined),
    team: () => toResult(() => ({ team: file.posts.map(({ id }) => weekOf(id)) })),
    search: (request: SearchRequest) =>
      toResult((): CardsResult => {
        searched.push(request);
        return searchCards({ ...request, places: null });
      })
  });
});

const plansOf = (sectors: SectorsState) => CARD_AIMS.map((aim) => sectors.cards.of(aim)?.plan.referents);

describe('the cards of a page that opens', () => {
  it('are those of the file under the usual settings, without a search, and leave the plan on screen as it is', async () => {
    const sectors = new SectorsState({ ...file, cards }, smallDashboard, () => '');
    await sectors.cards.ensure();
    expect(searched).toEqual([]);
    expect(plansOf(sectors).every((plan) => plan?.[a] !== undefined)).toBe(true);
    expect(sectors.isChanged).toBe(false);
    sectors.cards.take('road');
    expect(sectors.isChanged).toBe(true);
    // Their roads are those of the file: no figure waits, none is an estimate.
    expect(sectors.roads).toEqual(cards.found[0]!.roads);
  });

  it('are searched at once where the file keeps none, or keeps those of other data', async () => {
    const other = { ...cards, mark: cards.mark + 1 };
    for (const kept of [file, { ...file, cards: other }]) {
      searched = [];
      const sectors = new SectorsState(kept, smallDashboard, () => '');
      expect(plansOf(sectors)).toEqual([undefined, undefined, undefined]);
      await sectors.cards.ensure();
      expect(searched).toHaveLength(1);
      expect(plansOf(sectors).every((plan) => plan !== undefined)).toBe(true);
      await sectors.cards.ensure();
      expect(searched).toHaveLength(1);
    }
  });

  it('are searched under other settings, and come back with the usual ones', async () => {
    const sectors = new SectorsState({ ...file, cards }, smallDashboard, () => '');
    await sectors.cards.ensure();
    const usual = plansOf(sectors);
    sectors.set({ tolerance: 0.4 });
    // Until they are searched, the former ones stay, and are told to be so.
    expect([sectors.cards.isStale, plansOf(sectors)]).toEqual([true, usual]);
    await sectors.cards.ensure();
    expect(searched.map(({ problem }) => problem.tolerance)).toEqual([0.4]);
    sectors.set({ tolerance: 0.3 });
    expect(sectors.cards.isStale).toBe(true);
    sectors.set({ tolerance: 0.1 });
    expect(sectors.cards.isStale).toBe(false);
    expect(plansOf(sectors)).toEqual(usual);
  });

  it('give no road once the visits that it counts are others', () => {
    const sectors = new SectorsState({ ...file, cards }, smallDashboard, () => '');
    sectors.cards.take('road');
    sectors.set({ workload: { ...sectors.settings.workload, visitsPerMonth: 1 } });
    expect(sectors.roads).toBeNull();
  });

  it('show no estimate beside tours: their road, and what counts it, wait for their own tours, and none is the first choice till then', async () => {
    const sectors = new SectorsState({ ...file, cards }, smallDashboard, () => '');
    await sectors.cards.ensure();
    const figures = () => CARD_AIMS.map((aim) => sectors.cards.figuresOf(sectors.cards.of(aim)!));
    sectors.set({ workload: { ...sectors.settings.workload, visitsPerMonth: 1 } });
    expect(figures().map(({ road }) => road)).toEqual([null, null, null]);
    expect(sectors.cards.firstChoice).toBeNull();
    await sectors.sampleTours();
    // The worker’s answer: sixty minutes a post.
    const road = 60 * file.posts.length;
    expect(figures().map((one) => one.road)).toEqual(CARD_AIMS.map(() => ({ before: road, after: road })));
    expect(sectors.cards.firstChoice).not.toBeNull();
  });
});

describe('the road of a card taken', () => {
  const roadElsewhere = (kept: AssignmentFile, decision: Decision, tours = new PlanRoads(() => '')) =>
    new LoadsInUse(kept, smallDashboard, decision, tours).roads;
  const opened = (kept: AssignmentFile, decision: Decision, tours: PlanRoads) =>
    new SectorsState(kept, smallDashboard, () => '', decision, tours);

  it('is known on every page at once, and in a frame: that of the file, without sampling it', () => {
    const kept = { ...file, cards };
    const decision = new Decision({ dashboard: smallDashboard });
    const sectors = opened(kept, decision, new PlanRoads(() => ''));
    sectors.cards.take('road');
    expect(roadElsewhere(kept, decision)).toEqual(cards.found[0]!.roads);
    const drawn = sectorsSnapshotFromUrl(
      { assignment: kept, outlines: smallSectors },
      smallDashboard,
      new URLSearchParams(),
      `#${planFragment(kept, sectors.plan)}`
    );
    expect(drawn!.figures.at(-1)!.value).not.toContain('…');
  });

  it('comes with its reasons when the page is opened anew under the same rules: nothing is searched or explained twice', async () => {
    let explained = 0;
    stubWorkers({
      setUp: () => toResult(() => undefined),
      search: (request: SearchRequest) =>
        toResult((): CardsResult => {
          searched.push(request);
          return searchCards(placedRequest(request, places, matrix));
        }),
      reasons: () => toResult(() => (explained++, []))
    });
    const decision = new Decision({ dashboard: smallDashboard });
    const tours = new PlanRoads(() => '');
    const visit = async () => {
      const sectors = opened(file, decision, tours);
      sectors.read(new URLSearchParams());
      await sectors.cards.ensure();
      if (!sectors.isChanged) sectors.cards.take('road');
      await sectors.cards.explain();
      const found = { shown: sectors.cards.shown, plans: plansOf(sectors) };
      sectors.stop();
      return found;
    };
    const first = await visit();
    expect(await visit()).toEqual(first);
    expect([searched.length, explained]).toEqual([1, 1]);
  });

  it('is that of the search which found it, on the pages opened after it', async () => {
    stubWorkers({
      setUp: () => toResult(() => undefined),
      search: (request: SearchRequest) =>
        toResult((): CardsResult => searchCards(placedRequest(request, places, matrix)))
    });
    const decision = new Decision({ dashboard: smallDashboard });
    const tours = new PlanRoads(() => '');
    const sectors = opened(file, decision, tours);
    await sectors.cards.search();
    sectors.cards.take('road');
    expect(sectors.isChanged).toBe(true);
    expect(roadElsewhere(file, decision, tours)).toEqual(sectors.cards.of('road')!.roads);
  });
});

describe('the plan of a card on screen', () => {
  it('is verified by code apart from its search, today’s is not said to be', () => {
    const sectors = new SectorsState({ ...file, cards }, smallDashboard, () => '');
    expect([sectors.proof.keepsRules, keptRulesWords(sectors, sectors.proof)]).toEqual([false, '']);
    sectors.cards.take('fewest');
    expect(sectors.proof.keepsRules).toBe(true);
    expect(keptRulesWords(sectors, sectors.proof)).toMatch(/^Vérifié par un second calcul/);
  });

  it('names the posts that it leaves outside the gap allowed', async () => {
    const sectors = new SectorsState({ ...file, cards }, smallDashboard, () => '');
    sectors.cards.take('fewest');
    sectors.set({ tolerance: 0.0001 });
    await sectors.sampleTours();
    expect(keptRulesWords(sectors, sectors.proof)).toMatch(/^Hors de l’écart permis .*Référent \d \([+−]\d/);
  });
});
