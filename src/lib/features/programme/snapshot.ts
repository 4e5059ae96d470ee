// The programme and the comparison of two years, drawn from an address.
import { euros, integer, signed } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { actionLevelName, funderName } from '$lib/i18n/programme-terms.ts';
import { themeName } from '$lib/i18n/terms.ts';
import { CoverageCube } from '$lib/cube/coverage.ts';
import { isEmpty } from '$lib/cube/programme.ts';
import type { Compared } from '$lib/cube/changes.ts';
import { ChangesState } from '$lib/features/changes/changes-state.svelte.ts';
import { ProgrammeState } from './programme-state.svelte.ts';
import {
  changeHidden,
  changeLegend,
  changeMeasureName,
  changeScene,
  changeSymbols
} from '$lib/features/changes/changes-scene.ts';
import type { SnapshotFigure, Snapshot, SnapshotSources } from '$lib/features/share/snapshot-from-url.ts';
import { filteredTitle, yearCaution } from '$lib/map/svg/filtered-title.ts';
import {
  programmeLegend,
  programmeMeasureName,
  programmeScene,
  programmeSymbols
} from './programme-scene.ts';

export function programmeSnapshot(material: SnapshotSources, params: URLSearchParams): Snapshot | null {
  const { programme, dashboard } = material;
  if (!programme || isEmpty(programme)) return null;
  const cube = new CoverageCube(dashboard);
  const state = new ProgrammeState(programme, () => cube);
  state.read(params);
  const { theme, level, funder, commune, measure } = state.address;
  const name = programmeMeasureName(measure);
  const short = state.matrix.filter(({ missing }) => missing.length > 0).length;
  return {
    ...yearCaution(state.missing),
    scene: programmeScene(state),
    title: filteredTitle(m.programme_map_title({ measure: name }), [
      programme.year,
      level && actionLevelName(level),
      theme && themeName(theme),
      funder && funderName(funder),
      commune && cube.nameOf(commune)
    ]),
    legend: programmeLegend(state),
    legendTitle: m.programme_legend({ measure: name }),
    ...{ protectedShown: false, posts: [], sectors: [], ramp: 'amount' },
    symbols: programmeSymbols(state),
    selected: state.selected,
    figures: [
      { label: m.programme_figure_cost(), value: euros(state.total) },
      { label: m.programme_sheets(), value: integer(state.sheets.length) },
      { label: m.programme_figure_gaps(), value: integer(short), awaits: short > 0 }
    ]
  };
}

function changeFigure(label: string, { before, after, difference }: Compared): SnapshotFigure[] {
  if (before.status === 'absent' && after.status === 'absent') return [];
  if (difference.value === null)
    return [{ label, value: m.change_not_comparable(), protected: difference.why === 'protected' }];
  const shown = difference.value === 0 ? m.change_same() : signed(difference.value);
  return [{ label, value: `${integer(after.value ?? 0)} (${shown})` }];
}

export function changesSnapshot({ dashboard }: SnapshotSources, params: URLSearchParams): Snapshot | null {
  if (dashboard.years.length < 2) return null;
  const cube = new CoverageCube(dashboard);
  const state = new ChangesState(() => cube);
  state.read(params);
  const { from, to, measure, place } = state.address;
  const { followed, waiting, children } = state.changes;
  const title = filteredTitle(m.change_map_title({ from, to, measure: changeMeasureName(measure) }), [
    place && cube.nameOf(place.code)
  ]);
  return {
    ...yearCaution(state.missing),
    scene: changeScene(state),
    title,
    legend: changeLegend(state),
    legendTitle: m.change_legend({ measure: changeMeasureName(measure) }),
    protectedShown: changeHidden(state),
    protectedLabel: m.change_class_hidden(),
    symbols: changeSymbols(state),
    ...{ posts: [], sectors: [], ramp: 'amount', selected: place },
    figures: [
      ...changeFigure(m.change_row_followed(), followed),
      ...changeFigure(m.change_row_waiting(), waiting),
      ...changeFigure(m.change_row_children(), children)
    ]
  };
}
