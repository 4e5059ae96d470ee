// A change: the fewest meetings move, each is taken or not, and a plan that breaks a rule is not accepted.
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../../src/lib/engines/meetings/index.ts';
import {
  PRESETS,
  type MeetingProblem,
  type PlannedMeeting
} from '../../../../src/lib/model/meetings/meeting-problem.ts';
import { ChangeProposal } from '../../../../src/lib/features/meetings/changes/change-proposal.svelte.ts';
import { withChoices, without } from '../../../../src/lib/features/meetings/changes/moves.ts';
import type { MeetingsState } from '../../../../src/lib/features/meetings/meetings-state.svelte.ts';
import { repairAnswer } from '../../../../src/lib/workers/meetings/checked-results.ts';
import type { MeetingsClient } from '../../../../src/lib/workers/meetings/client.ts';
import type { CheckedRepair, RepairOrder } from '../../../../src/lib/workers/meetings/protocol.ts';

const at = (number: number, date: string, team = 'A'): PlannedMeeting => ({ team, number, date, half: 'am' });
const plan = [at(1, '2026-09-07'), at(2, '2026-09-14')];

describe('moves', () => {
  it('numbers meetings anew in the order of their dates', () => {
    const moved = withChoices(plan, { 'A 1': { date: '2026-09-15', half: 'am' } });
    expect(moved.map(({ number, date }) => [number, date])).toEqual([
      [1, '2026-09-14'],
      [2, '2026-09-15']
    ]);
    expect(without(plan, { team: 'A', number: 1 })).toEqual([at(1, '2026-09-14')]);
  });
});

describe('a change', () => {
  const problem: MeetingProblem = {
    calendar: ['2026-09-07', '2026-09-08', '2026-09-10', '2026-09-14', '2026-09-15'],
    teams: [
      {
        id: 'A',
        coordinator: 'k',
        meetings: 2,
        commune: 'A',
        members: [{ partner: 'p', weight: 1, class: '' }],
        quorum: {},
        band: [1, 30]
      }
    ],
    coordinators: [{ id: 'k', commune: 'A' }],
    away: [{ who: 'k', from: '2026-09-07', to: '2026-09-07' }],
    minutes: { A: { A: 0 } },
    locked: [],
    weights: PRESETS.balanced
  };
  const answers: CheckedRepair[] = [];
  const client = {
    repair: async (order: RepairOrder) => {
      const answer = await repairAnswer(order, {});
      answers.push(answer);
      return answer;
    },
    stop: () => undefined
  } as unknown as MeetingsClient;
  const asked = {
    why: 'absence',
    problem,
    declared: [],
    changed: [],
    aside: [],
    before: plan,
    shown: plan,
    part: {}
  };

  it('moves what must, refuses a former date that breaks a rule, accepts another date', async () => {
    const proposal = new ChangeProposal(client);
    await proposal.ask(asked);
    expect(proposal.moves).toHaveLength(1);
    expect(proposal.isFewest).toBe(true);
    const move = proposal.moves[0]!;
    // What the worker checked is not checked again.
    expect(proposal.checked).toBe(answers.at(-1)!.checked);
    const adopted: (readonly PlannedMeeting[])[] = [];
    const state = {
      adopt: (taken: readonly PlannedMeeting[]) => adopted.push(taken)
    } as unknown as MeetingsState;

    proposal.choose(move, move.from);
    expect(proposal.checked?.broken.map(({ rule }) => rule)).toEqual(['away']);
    expect(proposal.accept(state)).toBe(false);
    expect(adopted).toEqual([]);

    const other = proposal.othersOf(move)[0]!;
    proposal.choose(move, other);
    expect(proposal.checked?.broken).toEqual([]);
    expect(proposal.accept(state)).toBe(true);
    expect(checkPlan(problem, adopted[0]!).broken).toEqual([]);
    expect(adopted[0]).toContainEqual(expect.objectContaining(other));
    expect(proposal.change).toBe(null);
  });

  it('names the rules that clash where no plan is left', async () => {
    const proposal = new ChangeProposal(client);
    await proposal.ask({ ...asked, problem: { ...problem, away: [{ who: 'k' }] } });
    expect(proposal.plan).toBe(null);
    expect(proposal.conflict).toContainEqual({ rule: 'away', who: 'k', weekly: false });
    expect(proposal.accept({} as MeetingsState)).toBe(false);
  });
});
