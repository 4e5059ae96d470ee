// Coverage and the waiting list, drawn from an address.
import type { Count } from '$lib/cube/filter.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { levelName, themeName } from '$lib/i18n/terms.ts';
import { SiteData } from '$lib/session/site-data.svelte.ts';
import { CoverageState } from './coverage-state.svelte.ts';
import {
  coverageHidden,
  coverageLegend,
  coverageMeasureName,
  coverageScene,
  coverageSymbols
} from './coverage-scene.ts';
import type { SnapshotFigure, Snapshot, SnapshotSources } from '$lib/features/share/snapshot-from-url.ts';
import { filteredTitle, yearCaution } from '$lib/map/svg/filtered-title.ts';
import { waitingScene, waitingSymbols } from '$lib/features/waiting/waiting-scene.ts';

function stateOf({ dashboard }: SnapshotSources, params: URLSearchParams): CoverageState {
  const state = new CoverageState(new SiteData(dashboard));
  state.read(params);
  return state;
}

/** Level, theme, place: the filters of a coverage page, in words. */
function filtersOf({ address, cube }: CoverageState): (string | null)[] {
  const { level, theme, place, school } = address;
  return [
    level === 'ALL' ? null : levelName(level),
    theme === 'ALL' ? null : themeName(theme),
    place && cube.nameOf(place.code),
    school && cube.nameOf(school)
  ];
}

/** A count as a slide writes it: the word where it is protected, nothing where it is not published. */
export function countFigure(label: string, { value, status }: Count): SnapshotFigure[] {
  if (status === 'absent') return [];
  return [
    { label, value: value === null ? m.coverage_protected_long() : integer(value), protected: value === null }
  ];
}

export function coverageSnapshot(material: SnapshotSources, params: URLSearchParams): Snapshot {
  const state = stateOf(material, params);
  const { facts, address } = state;
  const legendTitle = coverageMeasureName(state);
  const title = m.coverage_map_title({ measure: legendTitle, year: address.year });
  return {
    ...yearCaution(state.missing),
    scene: coverageScene(state),
    title: filteredTitle(title, filtersOf(state)),
    legend: coverageLegend(state),
    legendTitle,
    protectedShown: coverageHidden(state),
    symbols: coverageSymbols(state),
    ...{ posts: [], sectors: [], ramp: 'amount', selected: state.selected },
    figures: [
      {
        label: m.coverage_figure_followed(),
        value: m.coverage_schools_of({
          count: facts.followed,
          followed: integer(facts.followed),
          total: integer(facts.schools)
        })
      },
      { label: m.coverage_figure_waiting(), value: integer(facts.waiting), awaits: facts.waiting > 0 },
      ...countFigure(m.coverage_figure_children(), facts.children)
    ]
  };
}

export function waitingSnapshot(material: SnapshotSources, params: URLSearchParams): Snapshot {
  const state = stateOf(material, params);
  const pupils = state.waiting.reduce((sum, { school }) => sum + (school.pupils ?? 0), 0);
  return {
    ...yearCaution(state.missing),
    scene: waitingScene(state),
    title: filteredTitle(m.waiting_map(), [state.address.year, ...filtersOf(state)]),
    legend: [],
    legendTitle: m.waiting_map(),
    symbols: waitingSymbols(),
    ...{ protectedShown: false, posts: [], sectors: [], ramp: 'amount', selected: state.selected },
    figures: [
      {
        label: m.coverage_figure_waiting(),
        value: integer(state.waiting.length),
        awaits: state.waiting.length > 0
      },
      { label: m.council_figure_pupils(), value: integer(pupils) }
    ]
  };
}
