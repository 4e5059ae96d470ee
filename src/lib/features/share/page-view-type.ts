// What a page gives to frames, pictures and stories. Each feature whose page has a `view` in the register exports one, by default, from
// its `page-view.ts`, where it is found by its name.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Plan } from '$lib/model/plan.ts';
import type { Programme } from '$lib/cube/programme.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { Snapshot } from '$lib/map/svg/snapshot.ts';
import type { StoryStep } from '$lib/pages/story.ts';
import type { TerritoryDoor } from '$lib/session/territory-door.ts';
import type { Means } from '$lib/figures/posts-request.ts';
import type { AssignmentData } from '$lib/session/assignment-data.ts';

/** Computes the views of a page that files alone do not show. */
export interface ViewComputer {
  /** As far as the view is computed. */
  snapshot(params: URLSearchParams): Snapshot;
  /** @returns whether it could be computed */
  compute(params: URLSearchParams): Promise<boolean>;
  /** Stops the current computations. */
  stop(): void;
}

/** Data of the views; null where the territory has none, or where they were not loaded. */
export interface ViewSources extends AssignmentData {
  dashboard: Dashboard;
  programme: Programme | null;
  /** That of the page, where it has one and was opened. */
  computer?: ViewComputer | null;
}

/** What the story proposed tells, from the figures of the territory. */
export interface StoryFacts {
  cube: CoverageCube;
  dashboard: Dashboard;
  programme: Programme | null;
  /** Posts and their schools, where they are published. */
  assignment: AssignmentFile | null;
  /** The répartition in use, where it is not today's. */
  plan?: Plan | null;
  /** The queue and its calendar for the decision in use; where nothing is decided, for what the service would ask. */
  means: Means;
  /** Parameters by which an address holds the decision in use. */
  decided: URLSearchParams;
}

export interface PageView {
  /** @returns null where the territory has no data for it */
  snapshot: (sources: ViewSources, params: URLSearchParams, fragment: string) => Snapshot | null;
  /** For a view of the register's kind `computed`. @returns null where the territory has nothing to compute with */
  open?: (dashboard: Dashboard, door: TerritoryDoor) => Promise<ViewComputer | null>;
  /** Its steps in the story proposed, their texts marked as messages are; none where the figures have nothing to tell. */
  steps?: (facts: StoryFacts) => StoryStep[];
  /** Views available in any territory: they fill the story where few data are published. */
  fillers?: (facts: StoryFacts) => StoryStep[];
}
