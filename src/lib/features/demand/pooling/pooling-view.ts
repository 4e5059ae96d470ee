// The comparison under the hypotheses of a link: what the section, its files and its snapshot show.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import {
  poolingGain,
  postsByRounding,
  type Compared,
  type PoolingGain,
  type PostSteps,
  type Range
} from '$lib/engines/demand/index.ts';
import type { RoadSettings } from '$lib/model/travel/travel-settings.ts';
import { publishedChildren } from '$lib/model/workload.ts';
import { poolingRequest } from './pooling-request.ts';
import type { PoolingSettings } from './pooling-settings.ts';

/** Figures compared, in the order of the page. */
const POOLING_FIGURES = ['posts', 'schools', 'road', 'meetings', 'purchases'] as const;
export type PoolingFigure = (typeof POOLING_FIGURES)[number];

export interface PoolingView {
  cube: CoverageCube;
  settings: PoolingSettings;
  /** What its trips count. */
  road: RoadSettings;
  gain: PoolingGain;
  /** Posts saved, by the smallest part of a post that can be created; null where posts are not known. */
  byRounding: Record<PostSteps, Range> | null;
  /** Full-time posts of today; null where the territory publishes none. */
  fte: number | null;
  /** Schools followed, and their work in minutes a week under the central hypotheses. */
  schools: number;
  workload: number;
  /** Children published for them; null where some have none. */
  children: number | null;
}

export function poolingView(
  cube: CoverageCube,
  file: AssignmentFile | null,
  settings: PoolingSettings,
  road: RoadSettings
): PoolingView {
  const request = poolingRequest(cube.dashboard, file, settings, road);
  const central = request.hypotheses[0] ?? [];
  return {
    cube,
    settings,
    road,
    gain: poolingGain(request),
    byRounding: postsByRounding(request),
    fte: request.fte,
    schools: central.length,
    workload: central.reduce((sum, { workload }) => sum + workload, 0),
    children: publishedChildren(file?.schools.filter(({ waiting }) => !waiting) ?? [])
  };
}

/** Why nothing can be compared: no school is followed, or all are in one commune. */
export function nothingToCompare({ gain }: PoolingView): 'no-school' | 'one-commune' | null {
  if (gain.communes.length === 0) return 'no-school';
  return gain.communes.length === 1 ? 'one-commune' : null;
}

/** The figures that can be computed. */
export function comparedFigures({ gain }: PoolingView): { figure: PoolingFigure; compared: Compared }[] {
  return POOLING_FIGURES.flatMap((figure) => {
    const compared = gain[figure];
    return compared ? [{ figure, compared }] : [];
  });
}
