// Loads of the posts under a plan, from values alone: the one computation of a load, for every page, file, frame and note.
import {
  assignmentOf,
  balance,
  buildProblem,
  compileProblem,
  coordinatorsByPost,
  type Problem
} from '$lib/engines/assignment/index.ts';
import type { PostLoad } from '$lib/engines/verdicts/index.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { Balance } from '$lib/model/assignment/balance.ts';
import { fairLoad, type FairLoad } from '$lib/model/assignment/fair-load.ts';
import type { AssignmentSettings, UnitSchool } from '$lib/model/assignment/settings.ts';
import type { Plan } from '$lib/model/plan.ts';
import { drivenSchool } from '$lib/model/travel/team-travel.ts';
import { DEFAULT_SETTINGS } from '$lib/model/travel/travel-settings.ts';
import type { TeamRequest } from '$lib/workers/travel/protocol.ts';

/** Minutes on the road a week, of each post. */
export type RoadMinutes = Readonly<Record<string, number>>;

/** What loads depend on, beside the plan: posts, schools with their work, settings. */
export interface LoadSources {
  file: AssignmentFile;
  /** As `unitSchools` gives them. */
  schools: readonly UnitSchool[];
  settings: AssignmentSettings;
}

/** Loads of posts against their fair part, for verdicts and sentences. */
export interface LoadShares {
  posts: readonly PostLoad[];
  tolerance: number;
  /** The road is in the deviations. */
  withRoad: boolean;
}

/** The problem with one unit a school, by which any plan is counted whatever its criteria. */
export function countedProblem({ file, schools, settings }: LoadSources, today: Plan): Problem {
  const alone = { ...settings, criteria: ['school' as const], communeCriteria: {} };
  const problem = buildProblem(file, schools, today, alone);
  return compileProblem(problem, { balance: settings.measure });
}

/** @param roads by tours; null: the solver's estimate */
export const loadsUnder = (
  { file, settings }: Omit<LoadSources, 'schools'>,
  problem: Problem,
  plan: Plan,
  roads: RoadMinutes | null
): Balance =>
  balance(
    problem,
    assignmentOf(problem, plan.referents),
    settings.measure,
    coordinatorsByPost(file, plan),
    roads
  );

/** Request to the travel worker for the week of each post under a plan. */
export function tourRequest(
  { file, schools, settings: { workload, road } }: LoadSources,
  plan: Plan
): TeamRequest {
  const posts = file.posts.map(({ id, base }) => ({
    id,
    base,
    schools: schools.filter(({ uai }) => plan.referents[uai] === id).map(drivenSchool)
  }));
  return { posts, closed: [], settings: { ...DEFAULT_SETTINGS, ...workload, ...road } };
}

/** The load of each post as a share of its fair part, in the order of the posts. */
export const fairLoads = (
  { schools, settings }: LoadSources,
  { referents }: Plan,
  figures: Balance
): FairLoad[] =>
  figures.referents.map((post) =>
    fairLoad(
      post,
      schools.filter(({ uai }) => referents[uai] === post.id),
      settings.measure
    )
  );
