// Snapshot of the programme's map for pictures, frames and stories.
import { sumWords } from '$lib/i18n/known-sums.ts';
import { euros, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { actionLevelName, funderName } from '$lib/i18n/programme-terms.ts';
import { themeName } from '$lib/i18n/terms.ts';
import { CoverageCube } from '$lib/cube/coverage.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { isEmptyProgramme, type Programme } from '$lib/cube/programme.ts';
import { ProgrammeState } from './programme-state.svelte.ts';
import { filteredTitle, yearCaution, type Snapshot } from '$lib/map/svg/snapshot.ts';
import { programmeLegend, programmeScene, programmeSymbols } from './programme-scene.ts';

export function programmeSnapshot(state: ProgrammeState): Snapshot {
  const { programme, cube } = state;
  const { theme, level, funder, commune } = state.address;
  const short = state.matrix.filter(({ missing }) => missing.length > 0).length;
  return {
    ...yearCaution(state.missing),
    scene: programmeScene(state),
    title: filteredTitle(m.programme_map_title(), [
      programme.year,
      level && actionLevelName(level),
      theme && themeName(theme),
      funder && funderName(funder),
      commune && cube.nameOf(commune)
    ]),
    legend: programmeLegend(state),
    legendTitle: m.programme_legend(),
    symbols: programmeSymbols(state),
    selected: state.selected,
    // Nothing where no list tells the actions.
    figures:
      programme.actions.length > 0
        ? [
            { label: m.programme_figure_cost(), value: sumWords(state.total, euros) },
            { label: m.programme_sheets(), value: integer(state.sheets.length) },
            { label: m.programme_figure_gaps(), value: integer(short), awaits: short > 0 }
          ]
        : []
  };
}

/** @returns null where the territory publishes no programme */
export function programmeSnapshotFromUrl(
  programme: Programme | null,
  dashboard: Dashboard,
  params: URLSearchParams
): Snapshot | null {
  if (!programme || isEmptyProgramme(programme)) return null;
  const cube = new CoverageCube(dashboard);
  const state = new ProgrammeState(programme, () => cube);
  state.read(params);
  return programmeSnapshot(state);
}
