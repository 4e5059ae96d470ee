// Snapshot of the map of sectors for pictures, frames and stories: today's assignment, or the plan of an address.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { integer, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { postName } from '$lib/i18n/place-names.ts';
import { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import { PlanRoads } from '$lib/figures/roads.svelte.ts';
import { todayPlan } from '$lib/model/assignment/assignment-file.ts';
import { Decision } from '$lib/session/decision/decision.svelte.ts';
import { readPlanFragment } from '$lib/session/decision/sectors-address.ts';
import { planChanges } from '../state/plan-figures.ts';
import type { Snapshot, SnapshotFigure } from '$lib/map/svg/snapshot.ts';
import type { AssignmentData, SectorShapes } from '$lib/session/assignment-data.ts';
import { roadTime } from '../words.ts';
import { sectorScene, symbolsOf } from './sector-scene.ts';
import SectorSymbolMark from './SectorSymbolMark.svelte';
import SvgSectors from './SvgSectors.svelte';

const postFill = (post: number) => `var(--terr-${(post % 6) + 1})`;

/** Figures of a changed plan. */
function planFigures(sectors: LoadsInUse): SnapshotFigure[] {
  const { plan, figures } = sectors;
  return [
    { label: m.council_figure_moved(), value: integer(planChanges(sectors, plan).moved.length) },
    { label: m.council_figure_gap(), value: percent(figures.spread.maxDeviation) },
    {
      label: m.council_figure_road(),
      value: m.council_per_week({ time: roadTime(sectors, figures.travel) })
    }
  ];
}

/** Snapshot of the plan of some loads. */
export function sectorsSnapshot(sectors: LoadsInUse, outlines: SectorShapes): Snapshot {
  const { plan, changes, file } = sectors;
  const title = changes.length > 0 ? m.council_sectors_plan() : m.council_sectors_legend();
  const followedBy = (post: string) =>
    Object.values(plan.referents).filter((assigned) => assigned === post).length;
  const scene = sectorScene(sectors, outlines);
  return {
    scene,
    drawing: SvgSectors,
    keepClear: [...scene.bases],
    title,
    legend: [],
    legendTitle: title,
    swatches: file.posts.map(({ id }, post) => ({
      fill: postFill(post),
      label: m.council_sectors_post({ post: postName(id), count: followedBy(id) })
    })),
    symbols: symbolsOf(sectors)
      .filter(({ kind }) => kind !== 'sector')
      .map((symbol) => ({ ...symbol, mark: SectorSymbolMark })),
    selected: null,
    figures: [
      { label: m.council_figure_posts(), value: integer(file.posts.length) },
      { label: m.council_figure_coordinators(), value: integer(sectors.coordinators.length) },
      ...(changes.length > 0 ? planFigures(sectors) : [])
    ]
  };
}

/** @returns null where the territory publishes no posts, or no outlines of their sectors */
export function sectorsSnapshotFromUrl(
  { assignment: file, outlines }: AssignmentData,
  dashboard: Dashboard,
  params: URLSearchParams,
  fragment: string
): Snapshot | null {
  if (!file || !outlines) return null;
  const decision = new Decision({ dashboard });
  decision.chooseFilters(params, ['road']);
  const plan = readPlanFragment(file, fragment);
  const isForeign = plan === 'foreign';
  const settings = Object.fromEntries(params);
  decision.adopt({ plan: plan && !isForeign ? plan : todayPlan(file), settings });
  const loads = new LoadsInUse(file, dashboard, decision, new PlanRoads(() => ''));
  return { ...sectorsSnapshot(loads, outlines), ...(isForeign && { caution: m.sectors_foreign() }) };
}
