// Snapshot of the openings for pictures, frames and stories: what an address sets. The calendar is exact and needs no solver; bases are those of the address.
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { baseAreas } from '$lib/map/base-areas.ts';
import { euros, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Scene } from '$lib/map/scene.ts';
import type { Snapshot } from '$lib/map/svg/snapshot.ts';
import { meansOfAddress } from '$lib/figures/means-of-address.ts';
import { postsText } from '$lib/figures/openings-words.ts';
import { symbolName, yearMarks, type YearMarks, type YearSymbol } from '../openings/year-marks.ts';
import { formerPosts } from './route-address.ts';
import { titleWords } from './route-words.ts';
import YearMap from '../openings/YearMap.svelte';
import YearMark from '../openings/YearMark.svelte';
import { BASES } from './snapshot-address.ts';

export interface RouteScene extends Scene {
  marks: YearMarks;
}

/** @returns null where the territory publishes no posts, or where no school waits */
export function routeSnapshotFromUrl(
  file: AssignmentFile | null,
  dashboard: Dashboard,
  params: URLSearchParams
): Snapshot | null {
  if (!file || dashboard.years.length === 0) return null;
  const cube = new CoverageCube(dashboard);
  const asked = meansOfAddress(cube, file, params);
  const former = formerPosts(params, asked.view.fte ?? 0);
  const chosen = former === null ? asked.chosen : asked.view.openings(former);
  if (!chosen) return null;
  const opened = chosen.years.flatMap((year) => year.opened);
  const waits = chosen.lines.map(({ id }) => id);
  const places = (params.get(BASES) ?? '').split('-').filter((code) => file.bases.includes(code));
  const bases = Object.fromEntries(places.map((code, k) => [`Poste ${file.posts.length + 1 + k}`, code]));
  const followed = dashboard.schools.flatMap(({ uai, status }) => (status === 'followed' ? [uai] : []));
  const left = waits.filter((id) => !opened.includes(id));
  const [marks] = yearMarks(dashboard, followed, [{ opened, waiting: left, bases }]);
  const scene: RouteScene = { kind: 'ecoles', areas: baseAreas(dashboard), points: [], marks: marks! };
  const shown: YearSymbol[] = [
    ...(left.length > 0 ? (['waiting'] as const) : []),
    'opens',
    'followed',
    ...(places.length > 0 ? (['post'] as const) : [])
  ];
  const title = titleWords(waits.length);
  const [first, last] = [chosen.years[0]!, chosen.years.at(-1)!];
  return {
    scene,
    drawing: YearMap,
    title,
    legend: [],
    legendTitle: m.route_snapshot_years({ from: first.year, to: last.year }),
    symbols: shown.map((kind) => ({
      kind,
      label: kind === 'opens' ? m.route_snapshot_opened() : symbolName(kind),
      mark: YearMark
    })),
    selected: null,
    figures: [
      { label: m.route_snapshot_posts({ year: last.year }), value: postsText(last.posts) },
      { label: m.route_snapshot_openings(), value: integer(opened.length) },
      { label: m.route_compare_waiting(), value: integer(left.length), awaits: left.length > 0 },
      ...(chosen.cost === null ? [] : [{ label: m.means_row_added(), value: euros(chosen.cost) }])
    ]
  };
}
