// Snapshot of the map of differences for pictures, frames and stories.
import type { CountComparison } from '$lib/cube/changes.ts';
import { integer, signed } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { filteredTitle, yearCaution, type Snapshot, type SnapshotFigure } from '$lib/map/svg/snapshot.ts';
import {
  changeHidden,
  changeLegend,
  changeMeasureName,
  changeScene,
  changeSymbols
} from './changes-scene.ts';
import type { Comparison } from './comparison.svelte.ts';

function changeFigure(label: string, { before, after, difference }: CountComparison): SnapshotFigure[] {
  if (before.status === 'absent' && after.status === 'absent') return [];
  if (difference.value === null)
    return [{ label, value: m.change_not_comparable(), protected: difference.why === 'protected' }];
  const shown = difference.value === 0 ? m.change_same() : signed(difference.value);
  return [{ label, value: `${integer(after.value ?? 0)} (${shown})` }];
}

export function changesSnapshot(state: Comparison): Snapshot {
  const { coverage, changes } = state;
  const { from, to, place, followed, waiting, children } = changes;
  const measure = changeMeasureName(coverage.address.changed);
  const title = filteredTitle(m.change_map_title({ from, to, measure }), [
    place && coverage.cube.nameOf(place.code)
  ]);
  return {
    ...yearCaution(coverage.missing),
    scene: changeScene(state),
    title,
    legend: changeLegend(state),
    legendTitle: m.change_legend({ measure }),
    protectedShown: changeHidden(state),
    protectedLabel: m.change_class_hidden(),
    symbols: changeSymbols(state),
    ramp: 'change',
    selected: place,
    figures: [
      ...changeFigure(m.change_row_followed(), followed),
      ...changeFigure(m.change_row_waiting(), waiting),
      ...changeFigure(m.change_row_children(), children)
    ]
  };
}
