// A vote on criteria: which plans are voted on, how they are named, what becomes of the plans that a service kept.
import { beforeEach, describe, expect, it } from 'vitest';
import type { AssignmentResult } from '../../../../src/lib/model/plan.ts';
import { proveKept } from '../../../../src/lib/features/council/vote/prove-kept.ts';
import { TODAY, VoteState } from '../../../../src/lib/features/council/vote/vote-state.svelte.ts';
import {
  choiceSentences,
  firstSentence,
  voteRefusal
} from '../../../../src/lib/features/council/vote/vote-words.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { USUAL_ROAD } from '../../../../src/lib/model/travel/travel-settings.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import { ProvenPlans } from '../../../../src/lib/session/proven-plans.svelte.ts';
import { assignmentClient } from '../../../../src/lib/workers/assignment/client.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { smallSplit } from '../../../fixtures/service.ts';

const moved = { '0000001A': 'Référent 1', '0000002B': 'Référent 2', '0000005E': 'Référent 2' };
const plan = { referents: moved, coordinators: {} };
const plain = (text: string) => text.replace(/[\s\u2060]+/gu, ' ');

let answer: Partial<AssignmentResult>;
let proven: ProvenPlans;
/** Today, one post follows all schools: travel and balance can be bettered, stability cannot. */
const split = {
  ...smallSplit,
  assignment: Object.fromEntries(Object.keys(moved).map((uai) => [uai, 'Référent 1']))
};
let decision: Decision;
const vote = () => new VoteState(split, smallDashboard, proven, decision);

beforeEach(() => {
  proven = new ProvenPlans();
  decision = new Decision({ dashboard: smallDashboard });
  answer = { status: 'optimal', objective: 100, assignment: moved };
  stubWorkers({ solve: () => toResult(() => ({ seconds: 1, ...answer })) });
});

describe('the plans of a tab', () => {
  it('are each held once, and leave when the rules change', () => {
    proven.add(plan, 'rules', {}, USUAL_ROAD);
    proven.add({ ...plan }, 'rules', {}, USUAL_ROAD);
    expect(proven.list).toHaveLength(1);
    proven.add({ ...plan, referents: { ...moved, '0000001A': 'Référent 2' } }, 'rules', {}, USUAL_ROAD);
    expect(proven.list).toHaveLength(2);
    proven.add(plan, 'other rules', { mesure: 'heures' }, USUAL_ROAD);
    expect([proven.list.length, proven.settings]).toEqual([1, { mesure: 'heures' }]);
  });

  it('are joined by a search that ends with its proof, and not by one that does not', async () => {
    const sectors = new SectorsState(smallSplit, smallDashboard, () => '', undefined, proven);
    answer = { ...answer, status: 'feasible' };
    await sectors.optimise(1);
    expect(proven.list).toEqual([]);
    answer = { ...answer, status: 'optimal' };
    await sectors.optimise(1);
    expect(proven.list.map(({ referents }) => referents)).toEqual([moved]);
  });

  it('are voted on under the settings that they were made with', () => {
    proven.add(plan, 'rules', { mesure: 'heures' }, USUAL_ROAD);
    expect(vote().sectors.settings.measure).toBe('hours');
  });
});

describe('a vote', () => {
  it('asks for two plans while there is only today’s', () => {
    const one = vote();
    one.hands = { road: 1, balance: 0, stability: 0 };
    expect(one.result).toMatchObject({ status: 'refused', findings: [{ code: 'vote-few-plans' }] });
  });

  it('names the plans by letters, and ranks today’s beside them unless it is left out', () => {
    proven.add(plan, 'rules', {}, USUAL_ROAD);
    const one = vote();
    expect(one.plans.map(({ id, letter }) => [id === TODAY, letter])).toEqual([
      [true, null],
      [false, 'A']
    ]);
    one.hands = { road: 0, balance: 0, stability: 3 };
    if (one.result.status === 'refused') throw new Error('refused');
    expect(plain(firstSentence(one, one.result))).toContain('La répartition d’aujourd’hui arrive en tête');
    expect(choiceSentences(one, one.result)).toHaveLength(1);
    one.withToday = false;
    expect(one.result.status).toBe('refused');
  });

  it('says which criterion has a number of hands that is none', () => {
    expect(plain(voteRefusal({ code: 'vote-hands-value', severity: 'dropped', column: 'balance' }))).toMatch(
      /^L’équilibre : ce nombre de mains n’est pas un nombre entier/
    );
  });

  it('ranks plans by the road in use, and none that was proven with another', () => {
    decision.chooseRoad({ outings: 3, parkingMinutes: 5, peak: 1.3 });
    const one = vote();
    expect(one.today.road).toBe(
      new SectorsState(split, smallDashboard, () => '', undefined, null, decision).figuresOf(
        one.sectors.today
      ).objective / 10
    );
    one.sectors.keepProven(plan, one.sectors.request());
    expect(one.proven.map(({ plan: { referents } }) => referents)).toEqual([moved]);
    expect(one.addressOf(one.proven[0]!)).toContain('sorties=3&stationnement=5&pointe=1.3');
    decision.chooseRoad(USUAL_ROAD);
    expect(one.proven).toEqual([]);
  });
});

describe('a plan that the service kept', () => {
  const state = () => new SectorsState(smallSplit, smallDashboard, () => '', undefined, proven);
  const check = (sectors: SectorsState, referents: Record<string, string> = moved) =>
    proveKept(sectors, assignmentClient(), { referents, coordinators: {} });

  it('is ranked when the solver finds none of less travel at its own limits', async () => {
    const sectors = state();
    answer = { ...answer, objective: sectors.figuresOf(plan).objective };
    expect(await check(sectors)).toBe('proven');
    expect(proven.list.map(({ referents }) => referents)).toEqual([moved]);
  });

  it('gives way to the one of less travel that the solver finds', async () => {
    const sectors = state();
    const better = { ...moved, '0000002B': 'Référent 1' };
    answer = { ...answer, objective: sectors.figuresOf(plan).objective - 1, assignment: better };
    expect(await check(sectors)).toBe('bettered');
    expect(proven.list.map(({ referents }) => referents)).toEqual([better]);
  });

  it('is not ranked without a proof, nor when a school has no referent', async () => {
    answer = { ...answer, status: 'feasible' };
    expect(await check(state())).toBe('open');
    expect(await check(state(), { '0000001A': 'Référent 1' })).toBe('partial');
    expect(proven.list).toEqual([]);
  });
});
