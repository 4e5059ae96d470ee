// Words of a vote on criteria: names of plans, the sentences of its result.
import { type Hands, type VoteCriterion, type VoteResult, VOTE_CRITERIA } from '$lib/engines/situations';
import { weekly } from '$lib/features/sectors/words';
import { capitalised, decimal, integer, percent } from '$lib/i18n/numbers';
import { sentenceFor } from '$lib/i18n/findings/finding-reader';
import { colon, localeTag } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Finding } from '$lib/model/findings';
import { TODAY, type BallotPlan, type VoteState } from './vote-state.svelte';

const CRITERIA: Record<VoteCriterion, { name: () => string; note: () => string; label: () => string }> = {
  road: { name: m.vote_hands_road, note: m.vote_hands_road_note, label: m.vote_label_road },
  balance: { name: m.vote_hands_balance, note: m.vote_hands_balance_note, label: m.vote_label_balance },
  stability: {
    name: m.vote_hands_stability,
    note: m.vote_hands_stability_note,
    label: m.vote_label_stability
  }
};
export const voteCriterionName = (criterion: VoteCriterion): string => CRITERIA[criterion].name();
export const criterionNote = (criterion: VoteCriterion): string => CRITERIA[criterion].note();
export const figureLabel = (criterion: VoteCriterion): string => CRITERIA[criterion].label();

/** « plan C », « plan C (« Notre essai ») », « plan d’aujourd’hui ». */
export function planName({ id, letter, name }: BallotPlan): string {
  if (id === TODAY) return m.vote_plan_today();
  return name === null
    ? m.vote_plan({ letter: letter ?? '' })
    : m.vote_plan_kept({ letter: letter ?? '', name });
}
export const planTitle = (plan: BallotPlan): string => capitalised(planName(plan));
export const thePlan = (plan: BallotPlan): string => m.vote_the_plan({ plan: planName(plan) });

export const figureOf = (plan: BallotPlan, criterion: VoteCriterion): string => {
  if (criterion === 'road') return weekly(plan.road);
  return criterion === 'balance' ? percent(plan.balance, 1) : integer(plan.stability);
};
export const points = (score: number): string => decimal(score, 1);

const listed = (parts: readonly string[]) =>
  new Intl.ListFormat(localeTag(), { type: 'conjunction' }).format(parts);

/** What cannot be counted: the criterion, what is wrong, how to fix it. */
export function voteRefusal({ column, ...finding }: Finding): string {
  const criterion = VOTE_CRITERIA.find((one) => one === column);
  return (criterion ? voteCriterionName(criterion) + colon() : '') + sentenceFor(finding);
}

/** Who comes first, and by how much. */
export function firstSentence(vote: VoteState, { first, ranking }: VoteResult): string {
  const score = points(ranking[0]!.score);
  if (first.length > 1)
    return m.vote_level({ score, plans: listed(first.map((id) => thePlan(vote.planOf(id)))) });
  const plan = capitalised(thePlan(vote.planOf(first[0]!)));
  const next = thePlan(vote.planOf(ranking[1]!.id));
  // Of the scores as shown, so that they add up on the page; the next may only be near.
  const shown = (value: number) => Math.round(value * 10);
  const ahead = points((shown(ranking[0]!.score) - shown(ranking[1]!.score)) / 10);
  return ahead === points(0)
    ? m.vote_first_near({ plan, score, next })
    : m.vote_first({ plan, score, next, lead: ahead });
}

/** The fewest hands that change the result; nothing when several plans are level. */
export function changeSentence(vote: VoteState, { first, change }: VoteResult): string {
  if (first.length > 1) return '';
  if (!change) return m.vote_change_none();
  const plans = change.first.map((id) => thePlan(vote.planOf(id)));
  const hands = handsWords(change.after);
  const count = change.hands;
  const told =
    plans.length === 1
      ? m.vote_change_ahead({ count, hands, plan: plans[0]! })
      : m.vote_change_level({ count, hands, plans: listed(plans) });
  return `${told} ${m.vote_change_fewest()}`;
}

const handsWords = ({ road, balance, stability }: Hands): string =>
  m.vote_change_hands({ road: integer(road), balance: integer(balance), stability: integer(stability) });

/** What each group would have chosen, and what that brings and costs against the first plan. */
export function choiceSentences(vote: VoteState, { choices, first }: VoteResult): string[] {
  return choices.map(({ criterion, hands, plan, difference }) => {
    const words = { criterion: voteCriterionName(criterion), count: hands };
    if (plan === first[0]) return m.vote_choice_same(words);
    const differences = listed(VOTE_CRITERIA.map((one) => DIFFERENCES[one](difference[one])));
    return m.vote_choice({ ...words, plan: thePlan(vote.planOf(plan)), differences });
  });
}

const DIFFERENCES: Record<VoteCriterion, (value: number) => string> = {
  road: (minutes) => {
    const time = weekly(Math.abs(minutes));
    if (Math.round(minutes) === 0) return m.vote_same_road();
    return minutes > 0 ? m.vote_more_road({ time }) : m.vote_less_road({ time });
  },
  balance: (share) => {
    const text = decimal(Math.abs(share) * 100, 1);
    if (text === decimal(0, 1)) return m.vote_same_balance();
    return share > 0 ? m.vote_more_balance({ points: text }) : m.vote_less_balance({ points: text });
  },
  stability: (pupils) => {
    const [count, shown] = [Math.abs(pupils), integer(Math.abs(pupils))];
    if (count === 0) return m.vote_same_stability();
    return pupils > 0 ? m.vote_more_stability({ count, shown }) : m.vote_less_stability({ count, shown });
  }
};
