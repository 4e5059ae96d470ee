// What a shared service brings, against the same service commune by commune.
import { schoolsCompared, type FollowedAlone } from './followed.ts';
import { meetingsCompared, sharedTeams, type PooledTeam } from './meetings.ts';
import { POST_STEPS, postsAlone, postsCompared, type PostSteps } from './posts.ts';
import { purchasesCompared, type PooledAction, type PurchaseHypotheses } from './purchases.ts';
import { compared, type Compared, type Range } from './range.ts';

/** A school that is followed, under one hypothesis. */
export interface PooledSchool {
  id: string;
  commune: string;
  /** Minutes a week, travel apart. */
  workload: number;
  /** Minutes a week on the road from the town hall of its commune, and from the base of its referent of today; null where unknown. */
  roadAlone: number | null;
  roadPooled: number | null;
}

/** What the gain of sharing is computed from. */
export interface PoolingRequest {
  /** The schools under each hypothesis, the central one first: the same schools in the same order. */
  hypotheses: readonly (readonly PooledSchool[])[];
  /** Posts of today, in full-time posts; null where the territory publishes none. */
  fte: number | null;
  /** Smallest part of a post: steps in a full-time post. */
  steps: PostSteps;
  /** The load of the work varies by this much around the one of today, 0 to below 1. */
  spread: number;
  teams: readonly PooledTeam[];
  actions: readonly PooledAction[];
  purchases: PurchaseHypotheses;
}

/** What the service would take in one commune by itself. */
export interface CommuneAlone {
  commune: string;
  schools: number;
  /** Full-time posts that its work takes, before rounding, and the posts to create; null without posts of today. */
  need: Range | null;
  posts: Range | null;
  /** Its part of today's posts when none serves two communes; null without posts of today. */
  today: FollowedAlone | null;
  /** Minutes a week, over the schools whose both trips are known; null without any. */
  road: Compared | null;
}

/** What sharing the service brings: posts, road, purchases. */
export interface PoolingGain {
  /** By id. */
  communes: readonly CommuneAlone[];
  /** Full-time posts that the work of the followed schools takes. */
  posts: Compared | null;
  /** Minutes a week on the road. */
  road: Compared | null;
  /** Schools that today's posts follow. */
  schools: Compared | null;
  /** Meetings of the teams, a year; `shared` teams serve schools of several communes. */
  meetings: Compared | null;
  shared: readonly string[];
  /** Euros a year of the actions that several communes buy together. */
  purchases: Compared | null;
}

/**
 * Compares the shared service with the same service in each commune alone. A figure is null where it cannot be computed, and its gain is
 * below 0 where sharing costs. Every figure is a range: posts and schools exact over the loads allowed, road over the hypotheses given,
 * meetings and purchases from the least to the greatest of theirs.
 *
 * @throws {Error} when the hypotheses are not about the same schools, or a share is outside its bounds
 */
export function poolingGain(request: PoolingRequest): PoolingGain {
  const { hypotheses, fte, steps, spread, teams, actions, purchases } = request;
  checked(request);
  const central = hypotheses[0] ?? [];
  const codes = [...new Set(central.map(({ commune }) => commune))].sort();
  const schoolsOf = new Map(codes.map((code) => [code, central.filter(({ commune }) => commune === code)]));
  const counts = codes.map((code) => schoolsOf.get(code)!.length);
  const needs = hypotheses.map((schools) => needsOf(schools, codes, fte));
  const staffed = fte !== null && fte > 0 && codes.length > 0 && needs.every((one) => one !== null);
  const today = staffed ? schoolsCompared(counts, fte, steps, spread) : null;
  const own = (at: number) =>
    staffed
      ? postsAlone(
          needs.map((one) => one![at]!),
          steps,
          spread
        )
      : null;
  return {
    communes: codes.map((commune, at): CommuneAlone => ({
      commune,
      schools: counts[at]!,
      need: own(at)?.need ?? null,
      posts: own(at)?.posts ?? null,
      today: today?.communes[at] ?? null,
      road: roadCompared(hypotheses.map((schools) => schools.filter((one) => one.commune === commune)))
    })),
    posts: staffed ? postsCompared(needs as number[][], steps, spread) : null,
    road: roadCompared(hypotheses),
    schools: today?.compared ?? null,
    meetings: meetingsCompared(teams),
    shared: sharedTeams(teams).map(({ id }) => id),
    purchases: purchasesCompared(actions, purchases)
  };
}

/** Full-time posts of each commune's work when today's posts carry the whole; null without any work. */
function needsOf(
  schools: readonly PooledSchool[],
  codes: readonly string[],
  fte: number | null
): number[] | null {
  const all = schools.reduce((sum, { workload }) => sum + workload, 0);
  if (fte === null || !(all > 0)) return null;
  return codes.map(
    (code) =>
      (schools.reduce((sum, { commune, workload }) => sum + (commune === code ? workload : 0), 0) / all) * fte
  );
}

/** Posts that sharing saves, by the smallest part of a post that can be created; null where posts are not known. */
export function postsByRounding(request: PoolingRequest): Record<PostSteps, Range> | null {
  const gains = POST_STEPS.map((steps) => poolingGain({ ...request, steps }).posts?.gain ?? null);
  if (gains.some((gain) => gain === null)) return null;
  return Object.fromEntries(POST_STEPS.map((steps, at) => [steps, gains[at]!])) as Record<PostSteps, Range>;
}

function roadCompared(hypotheses: readonly (readonly PooledSchool[])[]): Compared | null {
  const isKnown = ({ roadAlone, roadPooled }: PooledSchool) => roadAlone !== null && roadPooled !== null;
  // A trip is known or not whatever the hypothesis.
  const missing = (hypotheses[0] ?? []).filter((school) => !isKnown(school)).map(({ id }) => id);
  if (missing.length === (hypotheses[0] ?? []).length) return null;
  const pairs = hypotheses.map((schools) => {
    const known = schools.filter(isKnown);
    return {
      alone: known.reduce((sum, { roadAlone }) => sum + roadAlone!, 0),
      pooled: known.reduce((sum, { roadPooled }) => sum + roadPooled!, 0)
    };
  });
  return compared(pairs, 'less', missing);
}

function checked({ hypotheses, spread, purchases }: PoolingRequest): void {
  const named = (schools: readonly PooledSchool[] = []) =>
    schools.map(({ id, commune }) => `${id} ${commune}`).join('|');
  if (hypotheses.some((schools) => named(schools) !== named(hypotheses[0])))
    throw new Error('pooling: hypotheses about different schools');
  for (const [name, share] of Object.entries({ spread, discount: purchases.discount }))
    if (!(share >= 0 && share < 1)) throw new Error(`pooling: ${name} ${share} is not in [0, 1)`);
  if (!(purchases.fixedShare >= 0 && purchases.fixedShare <= 1))
    throw new Error(`pooling: fixedShare ${purchases.fixedShare} is not in [0, 1]`);
}
