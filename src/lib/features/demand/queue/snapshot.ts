// Snapshot of the waiting list's map for pictures, frames and stories.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { sumWords } from '$lib/i18n/known-sums.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { CoverageState } from '$lib/features/coverage/coverage-state.svelte.ts';
import { filterWords } from '$lib/features/coverage/snapshot.ts';
import { knownSum } from '$lib/model/known-sum.ts';
import { filteredTitle, yearCaution, type Snapshot } from '$lib/map/svg/snapshot.ts';
import { SiteData } from '$lib/session/site-data.svelte.ts';
import { waitingOf } from './waiting-rows.ts';
import { waitingScene, waitingSymbols } from './waiting-scene.ts';

export function waitingSnapshot(state: CoverageState): Snapshot {
  const waiting = waitingOf(state);
  const pupils = knownSum(waiting.map(({ school }) => school.pupils));
  return {
    ...yearCaution(state.missing),
    scene: waitingScene(state),
    title: filteredTitle(m.waiting_map(), [state.address.year, ...filterWords(state)]),
    legend: [],
    legendTitle: m.waiting_map(),
    symbols: waitingSymbols(),
    selected: state.selected,
    // Nothing where the service has not told which schools it follows.
    figures: state.cube.followUpKnown
      ? [
          {
            label: m.coverage_figure_waiting(),
            value: integer(waiting.length),
            awaits: waiting.length > 0
          },
          { label: m.council_figure_pupils(), value: sumWords(pupils, integer) }
        ]
      : []
  };
}

export function waitingSnapshotFromUrl(dashboard: Dashboard, params: URLSearchParams): Snapshot {
  const state = new CoverageState(new SiteData(dashboard));
  state.read(params);
  return waitingSnapshot(state);
}
