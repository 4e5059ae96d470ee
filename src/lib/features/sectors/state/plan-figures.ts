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
  /** Whether travel is by sampled tours; the solver's estimate otherwise. */
  isSampled: boolean;
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
  const roads = sectors.roadsOf(plan);
  const figures = balance(
    problem,
    assignmentOf(problem, plan.referents),
    settings.measure,
    coordinators,
    roads
  );
  return {
    balance: figures,
    isSampled: roads !== null,
    work: figures.referents.reduce((sum, { workload }) => sum + workload, 0),
    schools: schoolsChanged(sectors, plan),
    teams: file.posts.filter(({ id }) => coordinators[id] !== today.coordinators[id]).length
  };
}

/** Request to the travel worker for the week of each post under a plan, with the workload on screen. */
export function tourRequest(
  { file, schools, settings: { workload } }: SectorsState,
  plan: Plan
): TeamRequest {
  const posts = file.posts.map(({ id, base }) => ({
    id,
    base,
    schools: schools
      .filter(({ uai }) => plan.referents[uai] === id)
      .map(({ uai, pupils, meetings }) => ({ uai, pupils, meetings }))
  }));
  return { posts, closed: [], settings: { ...DEFAULT_SETTINGS, ...workload } };
}
