// Figures of any plan under the current settings, so that plans made under others can be compared.
import type { Plan } from '$lib/model/plan.ts';
import {
  assignmentOf,
  balance,
  buildProblem,
  compileProblem,
  coordinatorsByPost,
  type Balance
} from '$lib/engines/assignment';
import { DEFAULT_SETTINGS } from '$lib/engines/travel/index.ts';
import type { TeamRequest } from '$lib/workers/travel/protocol.ts';
import type { SectorsState } from './sectors-state.svelte.ts';

export interface PlanFigures {
  balance: Balance;
  /** Minutes of work a week of all posts, without travel. */
  work: number;
  /** Schools whose referent differs from today's. */
  schools: number;
  /** Posts whose coordinator differs from today's. */
  teams: number;
}

/** Schools on screen whose post differs from today's. */
export const schoolsChanged = ({ schools, today }: SectorsState, plan: Plan): number =>
  schools.filter(({ uai }) => plan.referents[uai] !== today.referents[uai]).length;

export function planFigures(sectors: SectorsState, plan: Plan): PlanFigures {
  const { file, schools, today, settings } = sectors;
  const finest = buildProblem(file, schools, today, { ...settings, criteria: ['school'] });
  const problem = compileProblem(finest, { balance: settings.measure });
  const coordinators = coordinatorsByPost(file, plan);
  const figures = balance(problem, assignmentOf(problem, plan.referents), settings.measure, coordinators);
  return {
    balance: figures,
    work: figures.referents.reduce((sum, { workload }) => sum + workload, 0),
    schools: schoolsChanged(sectors, plan),
    teams: file.posts.filter(({ id }) => coordinators[id] !== today.coordinators[id]).length
  };
}

/** Request to the travel worker for the week of each post under a plan: visits at the current workload's rate. */
export function tourRequest(
  { file, schools, settings: { workload } }: SectorsState,
  plan: Plan
): TeamRequest {
  const pupils = schools.reduce((sum, school) => sum + school.pupils, 0);
  const visits = schools.reduce((sum, school) => sum + school.visits, 0);
  const posts = file.posts.map(({ id, base }) => {
    const own = schools.filter(({ uai }) => plan.referents[uai] === id);
    return {
      id,
      base,
      schools: own.map((school) => ({ uai: school.uai, pupils: school.pupils })),
      meetings: own.reduce((sum, school) => sum + school.meetings, 0)
    };
  });
  const { visitMinutes, meetingMinutes } = workload;
  const rate = pupils > 0 ? (100 * visits) / pupils : 0;
  return { posts, closed: [], settings: { ...DEFAULT_SETTINGS, visits: rate, visitMinutes, meetingMinutes } };
}
