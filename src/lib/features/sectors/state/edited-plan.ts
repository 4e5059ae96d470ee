// The plan on screen as the parts of the page read and change it: what holds it is none of their business.
import type { SchoolProblem } from '$lib/engines/assignment/index.ts';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import type { AssignmentSettings } from '$lib/model/assignment/settings.ts';
import type { Move, Plan } from '$lib/model/plan.ts';
import type { PlanRequest } from '$lib/workers/assignment/protocol.ts';

export interface EditedPlan extends LoadsInUse {
  /** Under the chosen criteria. */
  readonly units: SchoolProblem['units'];
  /** Schools that move with one. */
  unitOf(uai: string): readonly string[];
  choose(uais: readonly string[], more?: boolean): void;
  assign(uais: readonly string[], to: string | null): void;
  apply(moves: readonly Move[], name?: string): void;
  take(plan: Plan, name?: string): void;
  set(part: Partial<AssignmentSettings>): void;
  /** The problem of the plan under its rules and by its units, and how it is balanced. */
  request(): Omit<PlanRequest, 'problem'> & { problem: SchoolProblem };
}
