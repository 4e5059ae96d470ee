// The vote of criteria: ranking by hands, the smallest change of hands against all of them, what each side would have chosen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  criteriaVote,
  VOTE_CRITERIA,
  type Hands,
  type VotePlan,
  type VoteResult
} from '../../../../src/lib/engines/situations/index.ts';

const plan = (id: string, road: number, balance: number, stability: number): VotePlan => ({
  id,
  road,
  balance,
  stability
});
const hands = (road: number, balance: number, stability: number): Hands => ({ road, balance, stability });
const PLANS = [plan('fast', 600, 0.3, 900), plan('even', 800, 0.1, 800), plan('calm', 700, 0.4, 0)];

function ranked(plans: readonly VotePlan[], raised: Hands, voters: number | null = null): VoteResult {
  const result = criteriaVote(plans, raised, voters);
  if (result.status === 'refused') throw new Error(result.findings.map(({ code }) => code).join());
  return result;
}
const refusals = (plans: readonly VotePlan[], raised: Hands, voters: number | null = null) => {
  const result = criteriaVote(plans, raised, voters);
  return result.status === 'refused' ? result.findings.map(({ code }) => code) : [];
};

const somePlans = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })),
    { minLength: 2, maxLength: 6 }
  )
  .map((rows) => rows.map(([a, b, c], at) => plan(`p${at}`, a, b, c)));
const someHands = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .filter(([a, b, c]) => a + b + c > 0)
  .map(([a, b, c]) => hands(a, b, c));

describe('the ranking by hands raised', () => {
  it('is a mean of marks from 0, the worst among the plans, to 100, the best, weighted by the hands', () => {
    const { ranking, first, lead } = ranked(PLANS, hands(1, 2, 1));
    const even = ranking.find(({ id }) => id === 'even')!;
    expect(even.marks.road).toBe(0);
    expect(even.marks.balance).toBeCloseTo(100);
    expect(even.marks.stability).toBeCloseTo(100 / 9);
    expect(even.score).toBeCloseTo((0 + 200 + 100 / 9) / 4);
    expect(first).toEqual(['even']);
    expect(lead).toBeCloseTo(ranking[0]!.score - ranking[1]!.score);
  });

  it('puts first what the voters of one criterion alone would have', () => {
    expect(ranked(PLANS, hands(3, 0, 0)).first).toEqual(['fast']);
    expect(ranked(PLANS, hands(0, 3, 0)).first).toEqual(['even']);
    expect(ranked(PLANS, hands(0, 0, 3)).first).toEqual(['calm']);
  });

  it('says of each side what it would have put first, and what that costs against the first', () => {
    const { choices } = ranked(PLANS, hands(1, 5, 0));
    expect(choices.map(({ criterion, plan: id }) => [criterion, id])).toEqual([
      ['road', 'fast'],
      ['balance', 'even']
    ]);
    expect(choices[0]!.difference.road).toBe(-200);
    expect(choices[0]!.difference.balance).toBeCloseTo(0.2);
    expect(choices[0]!.difference.stability).toBe(100);
  });

  it('leaves out a plan that another betters in all, which then changes no mark', () => {
    const poor = plan('poor', 5000, 2, 9000);
    const result = ranked([...PLANS, poor], hands(1, 1, 1));
    expect(result.leftOut).toEqual(['poor']);
    expect(result.ranking).toEqual(ranked(PLANS, hands(1, 1, 1)).ranking);
  });

  it('does not depend on the order of the plans', () => {
    fc.assert(
      fc.property(
        somePlans.chain((plans) =>
          fc.tuple(fc.constant(plans), fc.shuffledSubarray(plans, { minLength: plans.length }))
        ),
        someHands,
        ([plans, shuffled], raised) => {
          expect(criteriaVote(shuffled, raised)).toEqual(criteriaVote(plans, raised));
        }
      )
    );
  });

  it('tells a tie, and picks nobody', () => {
    const two = [plan('a', 0, 1, 5), plan('b', 1, 0, 5)];
    const result = ranked(two, hands(4, 4, 1));
    expect(result.first).toEqual(['a', 'b']);
    expect(result.ranking.map(({ rank }) => rank)).toEqual([1, 1]);
    expect(result).toMatchObject({ lead: null, change: null });
  });

  it('gives the same mark to all where a criterion does not tell plans apart', () => {
    const [one] = ranked([plan('a', 0, 1, 5), plan('b', 1, 0, 5)], hands(2, 1, 0)).ranking;
    expect(one!.marks.stability).toBe(100);
  });
});

describe('the fewest hands that change who comes first', () => {
  /** Every other way to raise as many hands. */
  function* others(count: number): Generator<Hands> {
    for (let road = 0; road <= count; road++)
      for (let balance = 0; balance <= count - road; balance++)
        yield hands(road, balance, count - road - balance);
  }

  it('are those found by trying every other way to raise them', () => {
    let changed = 0;
    fc.assert(
      fc.property(somePlans, someHands, (plans, raised) => {
        const result = criteriaVote(plans, raised);
        if (result.status === 'refused' || result.first.length > 1) return;
        const [winner] = result.first;
        let fewest = Infinity;
        for (const after of others(result.hands)) {
          const moved = VOTE_CRITERIA.reduce((all, one) => all + Math.max(0, after[one] - raised[one]), 0);
          const { first } = ranked(plans, after);
          if (first.length > 1 || first[0] !== winner) fewest = Math.min(fewest, moved);
        }
        expect(result.change?.hands ?? Infinity).toBe(fewest);
        if (!result.change) return;
        changed++;
        const { after, first } = result.change;
        expect(ranked(plans, after).first).toEqual(first);
        expect(first.length > 1 || first[0] !== winner).toBe(true);
      }),
      { numRuns: 400 }
    );
    expect(changed).toBeGreaterThan(100);
  });
});

describe('a vote that cannot be counted', () => {
  it('says that no hand was raised', () => {
    expect(refusals(PLANS, hands(0, 0, 0))).toEqual(['vote-no-hands']);
  });
  it('says that there are more hands than voters, and counts who raised none', () => {
    expect(refusals(PLANS, hands(4, 3, 2), 8)).toEqual(['vote-more-hands']);
    expect(ranked(PLANS, hands(4, 3, 2), 12).abstentions).toBe(3);
  });
  it('says which number of hands is none', () => {
    expect(refusals(PLANS, hands(-1, 2.5, 3))).toEqual(['vote-hands-value', 'vote-hands-value']);
    expect(refusals(PLANS, hands(1, 0, 0), NaN)).toEqual(['vote-voters-value']);
  });
  it('asks for two plans that differ', () => {
    expect(refusals([], hands(1, 0, 0))).toEqual(['vote-few-plans']);
    expect(refusals([plan('a', 1, 1, 1), plan('b', 1, 1, 1)], hands(1, 0, 0))).toEqual(['vote-few-plans']);
  });
});
