// Snapshot of the coverage map for pictures, frames and stories.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Count } from '$lib/cube/filter.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { levelName, themeName } from '$lib/i18n/terms.ts';
import { SiteData } from '$lib/session/site-data.svelte.ts';
import { changesSnapshot } from './changes/changes-snapshot.ts';
import { Comparison } from './changes/comparison.svelte.ts';
import { CoverageState } from './coverage-state.svelte.ts';
import {
  coverageHidden,
  coverageLegend,
  coverageMeasureName,
  coverageScene,
  coverageSymbols
} from './coverage-scene.ts';
import { filteredTitle, yearCaution, type Snapshot, type SnapshotFigure } from '$lib/map/svg/snapshot.ts';

/** The filters of a coverage address, in words: level, theme, place. */
export function filterWords({ address, cube }: CoverageState): (string | null)[] {
  const { level, theme, place, school } = address;
  return [
    level === 'ALL' ? null : levelName(level),
    theme === 'ALL' ? null : themeName(theme),
    place && cube.nameOf(place.code),
    school && cube.nameOf(school)
  ];
}

/** A count as a slide writes it: « protégé » where it is protected, nothing where it is not published. */
function countFigure(label: string, { value, status }: Count): SnapshotFigure[] {
  if (status === 'absent') return [];
  return [
    { label, value: value === null ? m.coverage_protected_long() : integer(value), protected: value === null }
  ];
}

/** Nothing where the service has not told which schools it follows. */
function schoolFigures({ facts, cube }: CoverageState): SnapshotFigure[] {
  const { followed, waiting, schools } = facts;
  if (!cube.followUpKnown) return [];
  const counted = { count: followed, followed: integer(followed), total: integer(schools) };
  return [
    { label: m.coverage_figure_followed(), value: m.coverage_schools_of(counted) },
    { label: m.coverage_figure_waiting(), value: integer(waiting), awaits: waiting > 0 }
  ];
}

export function coverageSnapshot(state: CoverageState): Snapshot {
  const { facts, address } = state;
  const legendTitle = coverageMeasureName(state);
  const title = m.coverage_map_title({ measure: legendTitle, year: address.year });
  return {
    ...yearCaution(state.missing),
    scene: coverageScene(state),
    title: filteredTitle(title, filterWords(state)),
    legend: coverageLegend(state),
    legendTitle,
    protectedShown: coverageHidden(state),
    symbols: coverageSymbols(state),
    selected: state.selected,
    figures: [...schoolFigures(state), ...countFigure(m.coverage_figure_children(), facts.children)]
  };
}

export function coverageSnapshotFromUrl(dashboard: Dashboard, params: URLSearchParams): Snapshot {
  const state = new CoverageState(new SiteData(dashboard));
  state.read(params);
  return state.address.moment === 'now' ? coverageSnapshot(state) : changesSnapshot(new Comparison(state));
}
