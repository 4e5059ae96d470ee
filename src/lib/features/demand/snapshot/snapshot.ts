// Snapshot of the page for frames, pictures and stories: its two charts, and its figures with their ranges.
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { filteredTitle, type Snapshot, type SnapshotFigure } from '$lib/map/svg/snapshot.ts';
import { DEFAULT_DEMAND } from '../demand-address.ts';
import { DemandState } from '../demand-state.svelte.ts';
import { postsOf } from '../posts-of.ts';
import { POOLING_STEP } from '../pooling/pooling-settings.ts';
import { poolingSnapshotFromUrl } from '../pooling/snapshot.ts';
import { routeSnapshotFromUrl } from '../route/snapshot.ts';
import { SHOWN, SHOWN_OPENINGS } from '../route/snapshot-address.ts';
import { capacityWords, growthName, postsChoice, postsText, rangeWords } from '../words.ts';
import { demandScene } from './chart-scene.ts';
import DemandDrawing from './DemandDrawing.svelte';

function figuresOf(demand: DemandState): SnapshotFigure[] {
  const { next, saturation } = demand;
  const chosen = saturation.staffing.find(({ kind }) => kind === 'chosen')?.points.at(-1);
  return [
    ...(next ? [{ label: m.demand_figure_children({ year: next.year }), value: rangeWords(next) }] : []),
    ...(chosen
      ? [
          {
            label: m.demand_figure_waiting({ year: demand.yearAhead(chosen.ahead) }),
            value: m.demand_range({ low: integer(chosen.low), high: integer(chosen.high) }),
            awaits: true
          }
        ]
      : []),
    ...(saturation.stable === null
      ? []
      : [{ label: m.demand_step_stable(), value: m.demand_a_year({ posts: postsText(saturation.stable) }) }])
  ];
}

/** @returns null where neither the children nor the queue can be foreseen */
export function demandSnapshot(demand: DemandState): Snapshot | null {
  const scene = demandScene(demand);
  if (scene.charts.length === 0) return null;
  const { growth, postsAYear } = demand.address;
  return {
    scene,
    drawing: DemandDrawing,
    plain: true,
    title: filteredTitle(m.demand_title(), [
      growth === DEFAULT_DEMAND.growth ? null : `${m.demand_growth()} ${growthName(growth)}`,
      postsAYear === DEFAULT_DEMAND.postsAYear
        ? null
        : `${m.demand_posts_a_year()} ${postsChoice(postsAYear)}`,
      ...(demand.chosenSchools === null ? [null] : capacityWords(demand.saturation.schoolsPerPost))
    ]),
    legend: [],
    legendTitle: '',
    symbols: [],
    selected: null,
    figures: figuresOf(demand)
  };
}

/** `montre` of the address says which view of the page is drawn. @returns null where the territory has no data for it */
export function demandSnapshotFromUrl(
  dashboard: Dashboard,
  assignment: AssignmentFile | null,
  params: URLSearchParams
): Snapshot | null {
  if (params.get('montre') === POOLING_STEP) return poolingSnapshotFromUrl(dashboard, assignment, params);
  if (params.get(SHOWN) === SHOWN_OPENINGS) return routeSnapshotFromUrl(assignment, dashboard, params);
  const demand = new DemandState(new CoverageCube(dashboard), postsOf(assignment, dashboard));
  demand.read(params);
  return demandSnapshot(demand);
}
