// The plan on screen as the parts of the page read and change it: what holds it is none of their business.
import type { SchoolProblem } from '$lib/engines/assignment/index.ts';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import type { AskedPlan } from '$lib/figures/plan-cards.svelte.ts';
import type { AssignmentSettings } from '$lib/model/assignment/settings.ts';
import type { Move, Plan } from '$lib/model/plan.ts';

export interface EditedPlan extends LoadsInUse {
  /** Under the chosen criteria. */
  readonly units: SchoolProblem['units'];
  /** Schools that move with one. */
  unitOf(uai: string): readonly string[];
  choose(uais: readonly string[], more?: boolean): void;
  assign(uais: readonly string[], to: string | null): void;
  apply(moves: readonly Move[], name?: string): void;
  take(plan: Plan, name?: string): void;
  readonly request: AskedPlan['request'];
  set(part: Partial<AssignmentSettings>): void;
}
