// Where the posts and the times of the page of sectors come from, in one sentence.
import { decimal } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { STRAIGHT_LINE_DETOUR, STRAIGHT_LINE_SPEEDS, type SectorsState } from './state/sectors-state.svelte';

type Told = Pick<SectorsState, 'dashboard' | 'file'>;

const isStraight = ({ file }: Told) => file.times['car'] === 'straight';

/** On screen, in the annex and in the note. */
export function sectorsSource(split: Told): string {
  if (split.dashboard.territory.demonstration) return m.split_demonstration();
  if (!isStraight(split)) return m.split_own_roads();
  return m.split_own_straight({
    detour: decimal(STRAIGHT_LINE_DETOUR, 1),
    speed: decimal(STRAIGHT_LINE_SPEEDS.car, 0)
  });
}

/** On the printed page. */
export const sheetSource = (split: Told): string =>
  split.dashboard.territory.demonstration ? m.split_sheet_source() : sectorsSource(split);

/** What the rounds of plans are reckoned on. */
export function timesName({ file }: Told): string {
  const kind = file.times['car'];
  if (kind === 'straight') return m.split_times_straight();
  return kind === 'roads' ? m.split_times_roads() : m.split_times_schematic();
}
