// Snapshot of the openings for pictures, frames and stories: what an address sets. The calendar is exact and needs no solver; bases are those of the address.
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { baseAreas } from '$lib/features/share/base-areas.ts';
import { euros, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Scene } from '$lib/map/scene.ts';
import type { Snapshot } from '$lib/map/svg/snapshot.ts';
import { DemandState } from '../demand-state.svelte.ts';
import { postsOf } from '../posts-of.ts';
import { routeMarks, symbolName, type RouteMarks, type RouteSymbol } from './route-marks.ts';
import { routeOf } from './route-state.svelte.ts';
import { fteText, titleWords } from './route-words.ts';
import RouteMap from './RouteMap.svelte';
import RouteSymbolMark from './RouteSymbolMark.svelte';
import { BASES } from './snapshot-address.ts';

export interface RouteScene extends Scene {
  marks: RouteMarks;
}

/** No tour is sampled. */
const NO_ROADS = '';

/** @returns null where the territory publishes no posts, or where no school waits */
export function routeSnapshotFromUrl(
  file: AssignmentFile | null,
  dashboard: Dashboard,
  params: URLSearchParams
): Snapshot | null {
  if (!file || dashboard.years.length === 0) return null;
  const demand = new DemandState(new CoverageCube(dashboard), postsOf(file, dashboard));
  demand.read(params);
  const state = routeOf(file, demand, () => NO_ROADS);
  state.read(params);
  const { address, calendar, posts, route, team, years } = state;
  if (route.waiting.length === 0) return null;
  const opened = calendar.flat();
  const waits = route.waiting.map(({ id }) => id);
  const places = (params.get(BASES) ?? '').split('-').filter((code) => file.bases.includes(code));
  const bases = Object.fromEntries(places.map((code, k) => [`Poste ${file.posts.length + 1 + k}`, code]));
  const followed = route.problem.units.map(({ id }) => id).filter((id) => !waits.includes(id));
  const left = waits.filter((id) => !opened.includes(id));
  const [marks] = routeMarks(dashboard, followed, [{ opened, waiting: left, bases }]);
  const scene: RouteScene = { kind: 'ecoles', areas: baseAreas(dashboard), points: [], marks: marks! };
  const shown: RouteSymbol[] = [
    ...(left.length > 0 ? (['waiting'] as const) : []),
    'opens',
    'followed',
    ...(places.length > 0 ? (['post'] as const) : [])
  ];
  const title = titleWords(waits.length);
  const last = posts.at(-1)!;
  return {
    scene,
    drawing: RouteMap,
    title,
    legend: [],
    legendTitle: m.route_snapshot_years({ from: years[0]!, to: years.at(-1)! }),
    symbols: shown.map((kind) => ({
      kind,
      label: kind === 'opens' ? m.route_snapshot_opened() : symbolName(kind),
      mark: RouteSymbolMark
    })),
    selected: null,
    figures: [
      { label: m.route_snapshot_posts({ year: years.at(-1)! }), value: fteText(last) },
      { label: m.route_snapshot_openings(), value: integer(opened.length) },
      { label: m.route_compare_waiting(), value: integer(left.length), awaits: left.length > 0 },
      { label: m.route_snapshot_cost(), value: euros((last - team) * address.cost) }
    ]
  };
}
