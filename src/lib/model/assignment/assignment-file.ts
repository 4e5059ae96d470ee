// `graph/split.json`, the data of the sectors page: posts, schools, times between them, present assignment. Posts are the demonstration's,
// or a service's own in a site that stays in the service; any other site has none.
import type { Pair, Plan } from '../plan.ts';
import type { Post } from '../service.ts';
import type { TimesKind } from '../travel/travel-times.ts';
import type { DemandFigure, HomeVisits } from '../workload.ts';
import { readVersioned } from '../versioned-json.ts';

export const ASSIGNMENT_FILE_VERSION = 4;

export interface AssignmentPost {
  /** « Référent 6 »: posts are numbered, no person is named. */
  id: string;
  fte: number;
  /** INSEE code of the commune whose town hall is the base. */
  base: string;
  coordinator: string | null;
}

export interface AssignmentSchool extends HomeVisits {
  uai: string;
  pupils: number;
  /** Its share of its support teams' meetings, a year. */
  meetings: number;
  /** Children that its work counts, from published counts; absent where none are published. */
  children?: number;
  /** Figures that are hypotheses, because no file gives them; absent where all are known. */
  assumed?: DemandFigure[];
  /** Asks to be followed, and nobody follows it yet. */
  waiting: boolean;
}

/** The three cards under the usual settings, found when the site was made. */
export interface StoredCards {
  /** Mark of the problem that they are of: under another one they are not shown. */
  mark: number;
  /** In order of aim: the code of the plan, and minutes on the road a week of each post, as for today. */
  found: { plan: string; roads: Readonly<Record<string, number>> }[];
  /** Code of a plan of little estimated road, for the solver to start from; null where none was met. */
  start: string | null;
}

export interface AssignmentFile {
  version: typeof ASSIGNMENT_FILE_VERSION;
  /** SIREN: a plan of another territory is told apart by it. */
  territory: string;
  posts: AssignmentPost[];
  /** Working time of the posts that follow no school; absent from files written before it was told. */
  others?: { role: Exclude<Post['role'], 'referent'>; fte: number }[];
  schools: AssignmentSchool[];
  /** UAI -> post, today. */
  assignment: Record<string, string>;
  /** INSEE codes of public places that may be a base. */
  bases: string[];
  /** How the times of each mode were computed. */
  times: Readonly<Record<string, TimesKind>>;
  /** Minutes by car, one way, to a tenth: a row a base, a column a school; null where there is no way. */
  minutes: (number | null)[][];
  /** Empty where they are not known. Minutes on the road a week of each post today: the mean of sampled tours under the default settings, parking and the way among homes included. */
  roads: Readonly<Record<string, number>>;
  /** Driving between schools of sampled tours over distinct round trips, on balanced plans near the optimum (see `roadDemand`). */
  tripScale: number;
  /** Schools whose surroundings touch. */
  neighbours: Pair[];
  /** Absent from a site made in a browser, whose page searches them when it opens. */
  cards?: StoredCards;
}

/**
 * A file of version 1.0 of the site is read without the roads and cards that it holds.
 *
 * @throws {UnusableInput} `split-malformed` when the text is cut short, foreign, or of another version.
 */
export const parseAssignmentFile = (text: string): AssignmentFile =>
  readVersioned(text, {
    code: 'split-malformed',
    file: 'split.json',
    version: ASSIGNMENT_FILE_VERSION,
    // Its road went to schools: it is counted anew, and cards are searched anew.
    former: { 3: ({ cards: _, ...file }) => ({ ...file, roads: {} }) },
    lists: ['posts', 'schools', 'minutes']
  });

/** The file where it has posts; null elsewhere. @throws {UnusableInput} as `parseAssignmentFile` does */
export function usableAssignmentFile(text: string): AssignmentFile | null {
  const file = parseAssignmentFile(text);
  return file.posts.length > 0 ? file : null;
}

/** Whether it tells who follows the schools: a list does, or no school is followed yet. Without it, no post is idle: its schools are not known. */
export const tellsWhoFollows = ({
  schools,
  assignment
}: Pick<AssignmentFile, 'schools' | 'assignment'>): boolean =>
  Object.keys(assignment).length > 0 || (schools.length > 0 && schools.every(({ waiting }) => waiting));

/** The file where it tells who follows the schools; null elsewhere. */
export const knownAssignment = (file: AssignmentFile | null): AssignmentFile | null =>
  file && tellsWhoFollows(file) ? file : null;

/** Names of the coordinators of a territory. */
export const coordinatorsOf = ({ posts }: Pick<AssignmentFile, 'posts'>): string[] =>
  [...new Set(posts.flatMap(({ coordinator }) => coordinator ?? []))].sort();

/** Today's assignment: who follows each school, who coordinates each post. */
export const todayPlan = ({ posts, assignment }: Pick<AssignmentFile, 'posts' | 'assignment'>): Plan => ({
  referents: assignment,
  coordinators: Object.fromEntries(
    posts.flatMap(({ id, coordinator }) => (coordinator ? [[id, coordinator] as const] : []))
  )
});
