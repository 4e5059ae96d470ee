// Figures of any plan under the current settings, so that plans made under others can be compared.
import type { Plan } from '$lib/model/plan.ts';
import { coordinatorsByPost } from '$lib/engines/assignment';
import type { Balance } from '$lib/model/assignment/balance.ts';
import type { UnitSchool } from '$lib/model/assignment/settings.ts';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';

export interface PlanFigures {
  balance: Balance;
  /** Whether travel is by sampled tours; the solver's estimate otherwise. */
  isSampled: boolean;
  /** Minutes of work a week of all posts, without travel. */
  work: number;
  changes: PlanChanges;
}

export interface PlanChanges {
  /** Schools that have another referent than today's, or none. */
  moved: readonly UnitSchool[];
  /** Waiting schools that have a referent. */
  gained: readonly UnitSchool[];
  /** Pupils of the schools moved. */
  pupils: number;
  /** Posts whose coordinator differs from today's. */
  teams: number;
}

/** What a plan changes of today's, for the schools on screen: the one count of changes of the page, its files and its prints. */
export function planChanges({ file, schools, today }: LoadsInUse, plan: Plan): PlanChanges {
  const changed = schools.filter(({ uai }) => plan.referents[uai] !== today.referents[uai]);
  const moved = changed.filter(({ uai }) => today.referents[uai] !== undefined);
  const coordinators = coordinatorsByPost(file, plan);
  return {
    moved,
    gained: changed.filter(({ uai }) => today.referents[uai] === undefined),
    pupils: moved.reduce((sum, { pupils }) => sum + pupils, 0),
    teams: file.posts.filter(({ id }) => coordinators[id] !== today.coordinators[id]).length
  };
}

export function planFigures(sectors: LoadsInUse, plan: Plan): PlanFigures {
  const figures = sectors.figuresOf(plan);
  return {
    balance: figures,
    isSampled: sectors.roadsOf(plan) !== null,
    work: figures.referents.reduce((sum, { workload }) => sum + workload, 0),
    changes: planChanges(sectors, plan)
  };
}
