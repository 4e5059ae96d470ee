// Sources of the posts and travel times of the sectors page.
import { roadInUse } from '$lib/figures/road-words';
import { decimal } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { STRAIGHT_LINE_DETOUR, STRAIGHT_LINE_SPEEDS } from '$lib/model/travel/travel-settings.ts';
import { assumedWords } from '$lib/figures/assumed-demand';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';

type SourceState = Pick<LoadsInUse, 'dashboard' | 'file' | 'atTownHall' | 'settings'>;

const isStraight = ({ file }: Pick<SourceState, 'file'>) => file.times['car'] === 'straight';

/** In the annex, in the notes and on the sheets: where the times come from, and what the road counts. */
export const printedSource = (sectors: SourceState): string =>
  `${sectorsSource(sectors)} ${roadInUse(sectors.settings.road)}`;

/** On screen, where the road in use is told apart. */
export function sectorsSource(sectors: SourceState): string {
  const count = sectors.atTownHall.length;
  return [
    timesSource(sectors),
    count > 0 ? m.travel_unplaced({ count }) : '',
    ...assumedWords(sectors.file.schools)
  ]
    .filter(Boolean)
    .join(' ');
}

function timesSource(sectors: SourceState): string {
  if (sectors.dashboard.territory.demonstration) return m.sectors_demonstration();
  if (!isStraight(sectors)) return m.sectors_own_roads();
  return m.sectors_own_straight({
    detour: decimal(STRAIGHT_LINE_DETOUR, 1),
    speed: decimal(STRAIGHT_LINE_SPEEDS.car, 0)
  });
}

/** The travel times that tours are computed with. */
export function timesName({ file }: Pick<SourceState, 'file'>): string {
  const kind = file.times['car'];
  if (kind === 'straight') return m.sectors_times_straight();
  return kind === 'roads' ? m.sectors_times_roads() : m.sectors_times_schematic();
}
