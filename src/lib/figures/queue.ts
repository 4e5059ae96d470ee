// The schools that wait, in order of priority: one queue for the pages, notes, frames and stories.
import type { Filter } from '$lib/cube/filter.ts';
import { waitingSchools, type WaitingSchool, type Weights } from '$lib/cube/waiting.ts';
import type { Month } from '$lib/model/school-year.ts';
import { keptFigure } from './kept-figure.ts';

/** @param today month to which the wait of the latest year is counted; by default, that of the data */
export const queueOf = keptFigure(
  (
    cube,
    { filter, weights, today }: { filter: Filter; weights: Weights; today?: Month }
  ): readonly WaitingSchool[] => waitingSchools(cube, filter, weights, today)
);
