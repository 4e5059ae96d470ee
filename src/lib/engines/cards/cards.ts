// What a search of cards is asked, and what it answers.
import type { ProblemFile, TeamBalance } from '../../model/plan.ts';
import type { HomeVisits } from '../../model/workload.ts';
import type { RoadSettings } from '../../model/travel/travel-settings.ts';

/** What a card is the best at, by the figures shown: the road, the largest deviation of a load, the pupils who change referent. */
export const CARD_AIMS = ['road', 'even', 'fewest'] as const;
export type CardAim = (typeof CARD_AIMS)[number];

/** Where posts start from and call at, as the pages that show tours know it. */
export interface CardPlaces {
  /** Seconds between places, square and row-major; `NO_ROUTE` where there is no route. */
  seconds: ArrayLike<number>;
  size: number;
  /** Row of the base of each referent of the problem. */
  bases: Readonly<Record<string, number>>;
  /** Every school of the problem, in the order of the pages: the draw of the weeks depends on it. Without a row: never called at. */
  schools: readonly CardSchool[];
  /** The usual one when absent; the peak is in `seconds`. */
  road?: Pick<RoadSettings, 'outings' | 'parkingMinutes'>;
  /** Share of the visits at a neutral place beside their school; 0 by default. */
  neutralShare?: number;
}

export interface CardSchool {
  uai: string;
  row: number | null;
  /** Expected visits a week. */
  visits: number;
  /** Seconds by car for the radius within which its families live; 0 by default. */
  homes?: number;
}

export interface CardsRequest {
  /** Units, posts and rules, as `buildProblem` makes them. */
  problem: ProblemFile;
  balance: 'workload' | 'hours';
  /** Coordinators to be balanced as well. */
  teams?: TeamBalance | null;
  /** null where no time between schools is known: the road is then the solver's estimate, as on the pages. */
  places: CardPlaces | null;
}

/** A request as a page makes it, before the times between its places are known. */
export interface UnplacedRequest extends Omit<CardsRequest, 'places'> {
  /** Base of each referent of the problem: an INSEE code. */
  bases: Readonly<Record<string, string>>;
  /** Every school of the problem with its visits a week and where its families live, in the order of the pages. */
  schools: readonly ({ uai: string; visits: number } & HomeVisits)[];
  /** The usual one when absent. */
  road?: RoadSettings;
}

/** The figures of a plan as pages show them. */
export interface CardFigures {
  /** Largest deviation of a load from its share, 0.1 for 10 %, in the measure of the balance. */
  maxDeviation: number;
  /** Minutes a week of all posts, parking and the way among homes included. */
  roadMinutes: number;
  /** Schools and pupils who change referent; those who had none do not count. */
  schoolsMoved: number;
  pupilsMoved: number;
}

export interface PlanStanding {
  figures: CardFigures;
  /** Minutes on the road of each referent, and deviation of its load. */
  roads: Readonly<Record<string, number>>;
  deviations: Readonly<Record<string, number>>;
}

export interface Card extends PlanStanding {
  aim: CardAim;
  /** unit -> referent */
  assignment: Readonly<Record<string, string>>;
  /** referent -> coordinator, where coordinators are balanced. */
  coordinators?: Readonly<Record<string, string>>;
}

export interface CardsProgress {
  /** Of the work, 0 to 1. */
  share: number;
  /** The best known so far, in order of aim: the first comes after a tenth of the work. */
  cards: readonly Card[];
}

export interface CardsOptions {
  /** Part of the usual work: 1 by default. The work is counted in moves, never in seconds, so that every machine finds the same. */
  work?: number;
  /** The first of the seeds, 1 by default: others give other searches, for a bench. */
  firstSeed?: number;
  onProgress?: (progress: CardsProgress) => void;
  /** Polled: `true` ends with what is known. */
  stop?: () => boolean;
}

/**
 * Why there is no card. `no-referent`: a unit can go to nobody (pins, units kept together or apart, no way). `not-found`: no plan met keeps the
 * rules; only the solver can prove that there is none.
 */
export type NoCards =
  | { why: 'no-referent' }
  | {
      why: 'not-found';
      /** Largest deviation of the plan met that comes nearest to the band. */
      nearest: number;
    };

export interface CardsResult {
  /** In order of aim; null when there is none. Two cards may be of one plan. */
  cards: readonly Card[] | null;
  reason: NoCards | null;
  /** What the road is: sampled tours, or the estimate where no time between schools is known. */
  road: 'tours' | 'estimate';
  /** Today's plan by the same figures; null where it leaves a unit without a referent. */
  today: PlanStanding | null;
  /** A plan of little estimated road under the rules, for the solver to start from (`solve({ from })`); null when none was met. */
  start: Readonly<Record<string, string>> | null;
  /** `all`: every plan there is was tried, and no other is better by the figures shown, nor exists where there is no card. */
  tried: 'all' | 'some';
  /** The work was not ended. */
  stopped: boolean;
}
