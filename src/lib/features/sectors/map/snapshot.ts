// Who follows which schools, drawn from an address: today's split, or the plan that the address holds.
import { duration, integer, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { SplitState } from '../state/sectors-state.svelte.ts';
import type {
  SnapshotFigure,
  Snapshot,
  SnapshotSources,
  Sector
} from '$lib/features/share/snapshot-from-url.ts';
import { baseAreas, schoolPoints } from '$lib/map/svg/base-areas.ts';
import { sectorBases, sectorCells, type SectorShapes } from './sector-scene.ts';

const postName = (id: string): string => {
  const number = /\d+$/.exec(id)?.[0];
  return number === undefined ? id : m.travel_post({ number });
};

/** Cells of the schools that the split does not count. */
function nobodys({ schools }: SplitState, { features }: SectorShapes): Sector[] {
  const counted = new Set(schools.map(({ uai }) => uai));
  return features
    .filter(({ properties: { code } }) => !code.split(' ').some((uai) => counted.has(uai)))
    .map(({ geometry }) => ({ area: geometry, post: -1 }));
}

/** What a changed plan is worth. */
function planFigures({ changes, figures }: SplitState): SnapshotFigure[] {
  const moved = changes.filter(({ kind }) => kind === 'unit').length;
  return [
    { label: m.council_figure_moved(), value: integer(moved) },
    { label: m.council_figure_gap(), value: percent(figures.spread.maxDeviation) },
    {
      label: m.council_figure_road(),
      value: m.council_per_week({ time: duration(Math.round(figures.travel)) })
    }
  ];
}

/** The plan on screen, as a picture shows it. */
export function sectorsSnapshot(split: SplitState, sectors: SectorShapes): Snapshot {
  const { dashboard, plan, changes, file } = split;
  const title = changes.length > 0 ? m.council_sectors_plan() : m.council_sectors_legend();
  const followedBy = (post: string) =>
    Object.values(plan.referents).filter((assigned) => assigned === post).length;
  return {
    scene: {
      kind: 'ecoles',
      areas: baseAreas(dashboard),
      points: [...schoolPoints(dashboard, 'followed'), ...schoolPoints(dashboard, 'waiting')]
    },
    ...{ title, legend: [], legendTitle: title, ...(split.foreign ? { caution: m.split_foreign() } : {}) },
    posts: file.posts.map(({ id }) => m.council_sectors_post({ post: postName(id), count: followedBy(id) })),
    sectors: [...sectorCells(split, sectors), ...nobodys(split, sectors)].map(({ area, post }) => ({
      area,
      post
    })),
    bases: sectorBases(split),
    symbols: [
      { kind: 'followed', label: m.coverage_status_followed() },
      { kind: 'waiting', label: m.coverage_status_waiting() }
    ],
    ...{ protectedShown: false, ramp: 'amount', selected: null },
    figures: [
      { label: m.council_figure_posts(), value: integer(file.posts.length) },
      { label: m.council_figure_coordinators(), value: integer(split.coordinators.length) },
      ...(changes.length > 0 ? planFigures(split) : [])
    ]
  };
}

export function sectorsSnapshotFromUrl(
  { split: file, sectors, dashboard }: SnapshotSources,
  params: URLSearchParams,
  fragment: string
): Snapshot | null {
  if (!file || !sectors) return null;
  // Units are not named here: what is drawn is schools.
  const split = new SplitState(file, dashboard, () => '');
  split.read(params);
  split.readFragment(fragment);
  return sectorsSnapshot(split, sectors);
}
