// A plan that the solver finds is taken by the reader; what is on screen and what it changes of today's are said once.
import { beforeEach, describe, expect, it } from 'vitest';
import type { AssignmentRequest } from '../../../../src/lib/workers/assignment/protocol.ts';
import type { AssignmentResult } from '../../../../src/lib/model/plan.ts';
import { planChange } from '../../../../src/lib/features/sectors/compare/plan-change.ts';
import { sentenceParts } from '../../../../src/lib/features/sectors/sectors-sentence.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { WORK_ALONE } from '../../../../src/lib/model/assignment/settings.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { farLoads } from '$lib/features/sectors/sectors-sentence.ts';
import type { ReferentShare } from '$lib/model/assignment/balance.ts';
import { smallSplit } from '../../../fixtures/service.ts';

let answer: Partial<AssignmentResult>;
/** What the solver was asked last. */
let asked: AssignmentRequest | null;

const moved = { '0000001A': 'Référent 1', '0000002B': 'Référent 2', '0000005E': 'Référent 2' };
const plain = (text: string) => text.replace(/[\s\u2060]+/gu, ' ').trim();
const sentence = (sectors: SectorsState, onPaper = false) =>
  plain(
    sentenceParts(sectors, { onPaper })
      .map(({ text }) => text)
      .join('')
  );

let sectors: SectorsState;
beforeEach(() => {
  answer = { assignment: moved };
  stubWorkers({
    search: () =>
      toResult(() => ({
        cards: null,
        road: 'tours',
        today: null,
        start: moved,
        tried: 'all',
        stopped: false
      })),
    setUp: () => toResult(() => undefined),
    solve: (request: AssignmentRequest) => {
      asked = request;
      return toResult(() => ({
        status: 'optimal',
        objective: 100,
        seconds: 1,
        assignment: {},
        ...answer
      }));
    }
  });
  sectors = new SectorsState(smallSplit, smallDashboard, () => '');
  sectors.set(WORK_ALONE);
});

describe('a plan found by the solver', () => {
  it('stays beside the one on screen until it is taken', async () => {
    expect(sentence(sectors)).toMatch(/^Aujourd’hui, les deux référents suivent/);
    await sectors.optimise(1);
    expect(sectors.isChanged).toBe(false);
    expect(sectors.search.moves.map(({ id, to }) => [id, to])).toEqual([['0000002B', 'Référent 2']]);
    sectors.apply(sectors.search.moves);
    expect(sectors.plan.referents).toEqual(moved);
    expect(sectors.figures.referents.map(({ schools }) => schools)).toEqual([1, 2]);
    expect(sectors.todayFigures.referents.map(({ schools }) => schools)).toEqual([2, 1]);
    expect([sectors.steps.done.length, sectors.mapView]).toEqual([1, 'proposed']);
  });

  it('is taken as one step, and undone as one', async () => {
    await sectors.optimise(1);
    sectors.apply(sectors.search.moves);
    sectors.undo();
    expect(sectors.plan.referents).toEqual(sectors.today.referents);
    sectors.redo();
    expect(sectors.plan.referents).toEqual(moved);
  });

  it('is looked for from the plan that the search of the cards met under the same rules, and from no other', async () => {
    await sectors.optimise(1);
    expect(asked?.from).toBeNull();
    await sectors.cards.search();
    await sectors.optimise(1);
    expect(asked?.from).toEqual(moved);
    sectors.set({ tolerance: 0.2 });
    await sectors.optimise(1);
    expect(asked?.from).toBeNull();
  });

  it('leaves a plan drawn by hand as it is', async () => {
    sectors.assign(['0000005E'], 'Référent 1');
    const drawn = sectors.plan;
    await sectors.optimise(1);
    expect(sectors.plan).toEqual(drawn);
  });

  it('at both levels is schools and referents who change coordination: one step, and all figures follow', async () => {
    const posts = smallSplit.posts.map((post, at) => ({ ...post, coordinator: `Coordination ${at + 1}` }));
    sectors = new SectorsState({ ...smallSplit, posts }, smallDashboard, () => '');
    sectors.set({ ...WORK_ALONE, coordinatorTolerance: 0.05 });
    const led = () =>
      sectors.figures.coordinators.map(({ id, schools, pupils }) => [id, schools, pupils] as const);
    expect(led()).toEqual([
      ['Coordination 1', 2, 274],
      ['Coordination 2', 1, 137]
    ]);
    answer = { assignment: moved, coordinators: { 'Référent 2': 'Coordination 1' } };
    await sectors.optimise(1);
    sectors.apply(sectors.search.moves);
    expect(planChange(sectors)).toMatchObject({ schools: 3, teams: 1 });
    expect(sentence(sectors)).toContain('1 référent change de coordination.');
    expect(led()[0]).toEqual(['Coordination 1', 3, 411]);
    sectors.undo();
    expect(led()[0]).toEqual(['Coordination 1', 2, 274]);
  });

  it('is none where no plan keeps the rules', async () => {
    answer = { status: 'infeasible', objective: null, conflict: [] };
    await sectors.optimise(1);
    expect(sectors.search.moves).toEqual([]);
    expect(sectors.isChanged).toBe(false);
  });
});

describe('what a plan changes', () => {
  it('is said once, in the sentence of the screen and of paper', async () => {
    await sectors.optimise(1);
    sectors.apply(sectors.search.moves);
    const change = planChange(sectors);
    expect(change).toMatchObject({ pupils: 137, schools: 3, allPupils: 411, teams: 0 });
    expect(plain(change.deviation.before)).toBe('33 %');
    expect(sentence(sectors)).toBe(
      'Une école change de référent. L’écart de charge le plus fort reste de 33 %.'
    );
    expect(sentence(sectors, true)).toContain('Ces écoles comptent 137 élèves.');
  });

  it('that leaves a school to nobody says so: it is no change of referent', () => {
    sectors.assign(['0000001A'], null);
    expect(sentence(sectors)).toMatch(/^Une école n’a plus de référent\. /);
    expect(sentence(sectors)).not.toContain('change');
  });

  it('tells a waiting school that gets a referent from those that change', () => {
    sectors.set({ withWaiting: true });
    sectors.assign(['0000003C'], 'Référent 2');
    expect(planChange(sectors)).toMatchObject({ pupils: 0, moved: [] });
    expect(sentence(sectors)).toContain('1 école en attente reçoit un référent.');
  });

  it('adds up the road of a school alone as the solver counts it, and is unknown without a way', () => {
    const there = sectors.roadChangeOf(['0000001A'], 'Référent 1', 'Référent 2')!;
    expect(there).toBeGreaterThan(0);
    expect(sectors.roadChangeOf(['0000001A'], 'Référent 2', 'Référent 1')).toBeCloseTo(-there);
    const both = sectors.roadChangeOf(['0000001A', '0000002B'], 'Référent 1', 'Référent 2')!;
    expect(both).toBeCloseTo(there + sectors.roadChangeOf(['0000002B'], 'Référent 1', 'Référent 2')!);
    expect(sectors.roadChangeOf(['0000001A'], 'Référent 1', 'Référent 9')).toBeNull();
  });
});

it('the sentence of today names who is farthest over and under the fair part, and says when all are in the band', () => {
  const post = (id: string, deviation: number) => ({ id, deviation }) as ReferentShare;
  const far = (...deviations: number[]) =>
    farLoads({ referents: deviations.map((one, at) => post(`REF-${at + 1}`, one)) }, 0.1)
      .replace(/<\/?b>/g, '')
      .replace(/\s/g, ' ');
  expect(far(0.37, 0.12, -0.41)).toBe(
    'Référent 1 a 37 % de plus que sa part équitable, Référent 3 41 % de moins'
  );
  expect(far(0.37, -0.05)).toBe('Référent 1 a 37 % de plus que sa part équitable');
  expect(far(0.05, -0.2)).toBe('Référent 2 a 20 % de moins que sa part équitable');
  expect(far(0.05, -0.05)).toBe('Chacun est à 10 % de sa part équitable, au plus');
});
