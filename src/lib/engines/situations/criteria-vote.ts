// A vote of criteria by hands raised: plans already made are ranked by a mean of marks, whose weights are the hands.
import type { Finding } from '../../model/findings.ts';

/** Road, balance of loads, stability of the referents for pupils: in each, the smaller figure is the better one. */
export const VOTE_CRITERIA = ['road', 'balance', 'stability'] as const;
/** One of the criteria voted on. */
export type VoteCriterion = (typeof VOTE_CRITERIA)[number];
type ByCriterion = Readonly<Record<VoteCriterion, number>>;

/** Hands raised for each criterion: whole numbers, one hand a voter. */
export type Hands = ByCriterion;

/** A plan that is voted on. `road`: minutes a week. `balance`: largest deviation from a target, a share. `stability`: pupils who change referent. */
export interface VotePlan extends ByCriterion {
  id: string;
}

export interface RankedPlan {
  id: string;
  /** 1 for the first; plans that are level share it. */
  rank: number;
  /** Mean of the marks, weighted by the hands: 0 to 100. */
  score: number;
  /** 100 for the best figure among the plans ranked, 0 for the worst, in proportion between; 100 where all are alike. */
  marks: ByCriterion;
}

/** The fewest hands that, raised for another criterion, change who comes first. */
export interface HandsMoved {
  hands: number;
  after: Hands;
  /** Who comes first then; several when level. */
  first: readonly string[];
}

/** What the voters of one criterion alone would have put first. */
export interface SupportersChoice {
  criterion: VoteCriterion;
  hands: number;
  /** Of the plans that are best in the criterion, the one that all hands rank highest. */
  plan: string;
  /** Its figures less those of the plan that comes first. */
  difference: ByCriterion;
}

/** The ranking that a vote gives, and how firm it is. */
export interface VoteResult {
  status: 'ranked';
  hands: number;
  /** Voters who raised no hand; null when the voters were not counted. */
  abstentions: number | null;
  /** Best first. */
  ranking: readonly RankedPlan[];
  /** Plans that come first: several when level. */
  first: readonly string[];
  /** Points between the first and the next that is not level with it; null when all are level. */
  lead: number | null;
  /** Null when several are first, or when no hands can change who is. */
  change: HandsMoved | null;
  /** Of the criteria that got a hand. */
  choices: readonly SupportersChoice[];
  /** Plans that another equals or betters in all criteria: they are not ranked and count in no mark. */
  leftOut: readonly string[];
}

/** Why a vote ranks nothing. */
export interface VoteRefused {
  status: 'refused';
  findings: readonly Finding[];
}

/** Scores nearer than this are level: they are computed in floating point. */
const LEVEL = 1e-7;

const refusal = (code: string, words: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'dropped',
  ...words
});
const each = (value: (criterion: VoteCriterion) => number): ByCriterion => ({
  road: value('road'),
  balance: value('balance'),
  stability: value('stability')
});
const sum = (hands: Hands) => VOTE_CRITERIA.reduce((all, one) => all + hands[one], 0);

function wrongHands(hands: Hands, voters: number | null): Finding[] {
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  const wrong = VOTE_CRITERIA.filter((one) => !isCount(hands[one]));
  if (wrong.length > 0)
    return wrong.map((one) => refusal('vote-hands-value', { column: one, found: String(hands[one]) }));
  if (voters !== null && !isCount(voters)) return [refusal('vote-voters-value', { found: String(voters) })];
  const raised = sum(hands);
  if (raised === 0) return [refusal('vote-no-hands')];
  return voters !== null && raised > voters
    ? [refusal('vote-more-hands', { found: String(raised), expected: String(voters) })]
    : [];
}

/** Whether a plan equals or betters another in all criteria; of two that are alike, the first id stands for both. */
function dominates(one: VotePlan, other: VotePlan): boolean {
  if (VOTE_CRITERIA.some((criterion) => one[criterion] > other[criterion] + 1e-9)) return false;
  return VOTE_CRITERIA.some((criterion) => one[criterion] < other[criterion] - 1e-9) || one.id < other.id;
}

/** Plans that no other equals or betters in all criteria, by id. */
export function standingPlans<Plan extends VotePlan>(plans: readonly Plan[]): Plan[] {
  const stands = plans.filter((one) => !plans.some((other) => other !== one && dominates(other, one)));
  return stands.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function marksOf(plans: readonly VotePlan[]): Map<string, ByCriterion> {
  const range = (criterion: VoteCriterion) => {
    const values = plans.map((plan) => plan[criterion]);
    return { best: Math.min(...values), worst: Math.max(...values) };
  };
  const ranges = { road: range('road'), balance: range('balance'), stability: range('stability') };
  const mark = (plan: VotePlan, criterion: VoteCriterion) => {
    const { best, worst } = ranges[criterion];
    return worst - best < 1e-9 ? 100 : (100 * (worst - plan[criterion])) / (worst - best);
  };
  return new Map(plans.map((plan) => [plan.id, each((criterion) => mark(plan, criterion))]));
}

const scoreOf = (marks: ByCriterion, hands: Hands) =>
  VOTE_CRITERIA.reduce((all, one) => all + hands[one] * marks[one], 0) / sum(hands);

function rankedBy(hands: Hands, marks: ReadonlyMap<string, ByCriterion>): RankedPlan[] {
  const scored = [...marks]
    .map(([id, own]) => ({ id, marks: own, score: scoreOf(own, hands) }))
    .sort((a, b) => (Math.abs(a.score - b.score) < LEVEL ? 0 : b.score - a.score));
  return scored.map((one) => ({
    ...one,
    rank: 1 + scored.filter(({ score }) => score > one.score + LEVEL).length
  }));
}

/**
 * Fewest hands to move for a rival to be level with the first plan, or above it. Hands leave the criterion where the rival loses most and go
 * to the one where it gains most, one after the other: each move then brings as much as any can.
 */
function fewestMoves(first: ByCriterion, rival: ByCriterion, hands: Hands): Hands | null {
  const gain = each((one) => rival[one] - first[one]);
  const rising = [...VOTE_CRITERIA].sort((a, b) => gain[a] - gain[b]);
  const to = rising.at(-1)!;
  const after = { ...hands };
  const tolerance = LEVEL * sum(hands);
  let missing = -VOTE_CRITERIA.reduce((all, one) => all + hands[one] * gain[one], 0);
  for (const from of rising) {
    const each = gain[to] - gain[from];
    if (missing <= tolerance || from === to || each <= 0) break;
    const moved = Math.min(after[from], Math.ceil((missing - tolerance) / each));
    after[from] -= moved;
    after[to] += moved;
    missing -= moved * each;
  }
  return missing <= tolerance ? after : null;
}

const firstOf = (ranking: readonly RankedPlan[]) =>
  ranking.filter(({ rank }) => rank === 1).map(({ id }) => id);

function smallestChange(
  first: string,
  marks: ReadonlyMap<string, ByCriterion>,
  hands: Hands
): HandsMoved | null {
  let best: HandsMoved | null = null;
  for (const [id, own] of marks) {
    const after = id === first ? null : fewestMoves(marks.get(first)!, own, hands);
    if (!after) continue;
    const moved = VOTE_CRITERIA.reduce((all, one) => all + Math.max(0, after[one] - hands[one]), 0);
    if (best === null || moved < best.hands)
      best = { hands: moved, after, first: firstOf(rankedBy(after, marks)) };
  }
  return best;
}

/**
 * Ranks plans by the hands raised for each criterion. In each criterion a plan has a mark, from 0 for the worst figure among the plans to
 * 100 for the best; its score is the mean of its three marks, weighted by the hands (a weighted sum of ranges, P. Fishburn, 1967). Nothing
 * depends on the order of the plans.
 *
 * @param voters how many could raise a hand; null when they were not counted
 */
export function criteriaVote(
  plans: readonly VotePlan[],
  hands: Hands,
  voters: number | null = null
): VoteResult | VoteRefused {
  const findings = wrongHands(hands, voters);
  const standing = standingPlans(plans);
  if (standing.length < 2) findings.push(refusal('vote-few-plans', { found: String(standing.length) }));
  if (findings.length > 0) return { status: 'refused', findings };
  const marks = marksOf(standing);
  const ranking = rankedBy(hands, marks);
  const first = firstOf(ranking);
  const next = ranking.find(({ rank }) => rank > 1);
  const planOf = (id: string) => standing.find((one) => one.id === id)!;
  const winner = planOf(first[0]!);
  const choices = VOTE_CRITERIA.filter((criterion) => hands[criterion] > 0).map((criterion) => {
    const { id } = ranking.find((one) => one.marks[criterion] > 100 - LEVEL)!;
    const difference = each((one) => planOf(id)[one] - winner[one]);
    return { criterion, hands: hands[criterion], plan: id, difference };
  });
  return {
    status: 'ranked',
    hands: sum(hands),
    abstentions: voters === null ? null : voters - sum(hands),
    ranking,
    first,
    lead: next ? ranking[0]!.score - next.score : null,
    change: first.length > 1 ? null : smallestChange(winner.id, marks, hands),
    choices,
    leftOut: plans
      .map(({ id }) => id)
      .filter((id) => !marks.has(id))
      .sort()
  };
}
