// Snapshot of the page for frames, pictures and stories: its two charts, and its figures with their ranges.
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { euros, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { filteredTitle, type Snapshot, type SnapshotFigure } from '$lib/map/svg/snapshot.ts';
import { DEFAULT_DEMAND } from '../demand-address.ts';
import { DemandState } from '../demand-state.svelte.ts';
import { meansOfAddress } from '$lib/figures/means-of-address.ts';
import { askedPosts } from '$lib/figures/openings-words.ts';
import type { Means } from '$lib/figures/posts-request.ts';
import { poolingSnapshotFromUrl } from '../pooling/snapshot.ts';
import { routeSnapshotFromUrl } from '../route/snapshot.ts';
import { lastForeseen } from '../sentence.ts';
import { shownPart } from '../shown-part.ts';
import { growthName, rangeWords } from '../words.ts';
import { demandScene } from './chart-scene.ts';
import DemandDrawing from './DemandDrawing.svelte';

function figuresOf(demand: DemandState, { chosen }: Means): SnapshotFigure[] {
  const last = lastForeseen(demand, { chosen });
  // One year for them all: that in which the last school opens.
  const end = chosen?.years.find(({ year }) => year === chosen.by) ?? chosen?.years.at(-1);
  return [
    ...(last ? [{ label: m.demand_figure_children({ year: last.year }), value: rangeWords(last) }] : []),
    ...(chosen && end
      ? [
          { label: m.means_figure_posts({ year: end.year }), value: askedPosts(chosen.asked) },
          {
            label: m.demand_figure_waiting({ year: end.year }),
            value: end.waiting === 0 ? m.openings_none() : integer(end.waiting),
            awaits: end.waiting > 0
          },
          ...(chosen.cost === null ? [] : [{ label: m.means_row_added(), value: euros(chosen.cost) }])
        ]
      : [])
  ];
}

/** @returns null where neither the children nor the queue can be foreseen */
export function demandSnapshot(demand: DemandState, means: Means): Snapshot | null {
  const scene = demandScene(demand, means);
  if (scene.charts.length === 0) return null;
  const { growth } = demand.address;
  return {
    scene,
    drawing: DemandDrawing,
    plain: true,
    title: filteredTitle(m.demand_title(), [
      growth === DEFAULT_DEMAND.growth ? null : `${m.demand_growth()} ${growthName(growth)}`
    ]),
    legend: [],
    legendTitle: '',
    symbols: [],
    selected: null,
    figures: figuresOf(demand, means)
  };
}

/** The years, the places or the shared service, as `montre` of the address says. @returns null where the territory has no data for it */
export function demandSnapshotFromUrl(
  dashboard: Dashboard,
  assignment: AssignmentFile | null,
  params: URLSearchParams
): Snapshot | null {
  const part = shownPart(params);
  if (part === 'mutualisation') return poolingSnapshotFromUrl(dashboard, assignment, params);
  if (part === 'ouvertures') return routeSnapshotFromUrl(assignment, dashboard, params);
  const cube = new CoverageCube(dashboard);
  const demand = new DemandState(cube);
  demand.read(params);
  return demandSnapshot(demand, meansOfAddress(cube, assignment, params));
}
