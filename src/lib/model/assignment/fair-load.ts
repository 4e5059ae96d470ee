// The load of a post as pages say it: a share of its fair part, with the children that it follows and its hours of road. Never hours of work: the
// workload rests on hypotheses that compare posts with one another, and do not count the week of anybody.
import { countedChildren, DEFAULT_WORKLOAD } from '../workload.ts';
import type { Plan } from '../plan.ts';
import type { AssignmentFile } from './assignment-file.ts';
import type { ReferentShare } from './balance.ts';

export interface FairLoad {
  id: string;
  /** Its load over its fair part: 1 carries just that; null where there is nothing to share. */
  share: number | null;
  /** What of that share is visits, road, and meetings with liaison; the road is 0 where the balance leaves it out. */
  parts: { visits: number; road: number; others: number };
  /** Children followed in its schools, whole. */
  children: number;
  /** Minutes of road a week. */
  road: number;
}

/** Children followed in schools that may count fractions of one, whole. */
export const wholeChildren = (schools: readonly { children?: number }[]): number =>
  Math.round(schools.reduce((sum, { children = 0 }) => sum + children, 0));

/**
 * Children followed in the year in the schools of a post, whole, those of collèges among them by the schools of their commune: what Semaine and
 * Répartition say.
 *
 * @param post of all the posts without it
 */
export const childrenOfYear = (
  { schools }: Pick<AssignmentFile, 'schools'>,
  { referents }: Pick<Plan, 'referents'>,
  post?: string
): number =>
  wholeChildren(
    schools
      .filter(
        ({ uai, waiting }) =>
          !waiting && referents[uai] !== undefined && (post === undefined || referents[uai] === post)
      )
      .map((school) => ({ children: countedChildren(school, DEFAULT_WORKLOAD) }))
  );

/** Tolerance of sums of fractions. */
const SLACK = 1e-9;
/** Whether a load misses its fair part by more than is allowed. */
export const isOutOfBand = (deviation: number | null, tolerance: number): boolean =>
  Math.abs(deviation ?? 0) > tolerance + SLACK;

/** Most decimals of a share that is written. */
const MOST_DIGITS = 3;
/**
 * Decimals of a percentage with which a deviation out of the band is not written as its edge: −10,4 % beside a band of 10 %, not −10 %.
 * 0 in the band, or far from it.
 */
export function bandDigits(deviation: number | null, tolerance: number): number {
  if (!isOutOfBand(deviation, tolerance)) return 0;
  for (let digits = 0; digits < MOST_DIGITS; digits++) {
    const unit = 10 ** (2 + digits);
    if (Math.round(unit * Math.abs(deviation ?? 0)) > unit * tolerance + SLACK) return digits;
  }
  return MOST_DIGITS;
}

/** Minutes a week of the fair part of a full-time post: what a load is said as a share of. */
export function fullPart(posts: readonly Pick<ReferentShare, 'target' | 'fte'>[]): number {
  const sum = (figure: (post: Pick<ReferentShare, 'target' | 'fte'>) => number) =>
    posts.reduce((all, post) => all + figure(post), 0);
  const fte = sum((post) => post.fte);
  return fte > 0 ? sum(({ target }) => target) / fte : 0;
}

/** A load to compare with one of another plan. */
export interface ComparedLoad {
  id: string;
  /** From the fair part of the former plan; null where it has none. */
  deviation: number | null;
  schools: number;
}

/**
 * Loads of a plan over the fair parts of a former one: the road of a plan changes the fair part of all, so that a post to which nothing
 * happens would seem to carry more or less.
 */
export const loadsOverFormer = (
  before: readonly Pick<ReferentShare, 'id' | 'target'>[],
  after: readonly Pick<ReferentShare, 'id' | 'target' | 'deviation' | 'schools'>[]
): ComparedLoad[] =>
  after.map(({ id, target, deviation, schools }) => {
    const former = before.find((one) => one.id === id)?.target ?? 0;
    return {
      id,
      deviation: deviation === null || former <= 0 ? null : (target * (1 + deviation)) / former - 1,
      schools
    };
  });

/**
 * @param figures of a post in a plan
 * @param schools those of the post
 * @param measure what its balance counts: work, or work and road
 */
export function fairLoad(
  { id, workload, parts, travel, target, deviation }: ReferentShare,
  schools: readonly { children: number }[],
  measure: 'workload' | 'hours'
): FairLoad {
  const shareOf = (minutes: number) => (target > 0 ? minutes / target : 0);
  return {
    id,
    share: deviation === null ? null : 1 + deviation,
    parts: {
      visits: shareOf(parts?.visits ?? workload),
      road: measure === 'hours' ? shareOf(travel) : 0,
      others: shareOf(parts ? parts.meetings + parts.liaison : 0)
    },
    children: wholeChildren(schools),
    road: travel
  };
}
