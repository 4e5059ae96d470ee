// What the times on screen are worth: roads, a schematic network, or the distance as the crow flies.
import { decimal } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { STRAIGHT_LINE_DETOUR, STRAIGHT_LINE_SPEEDS, type TravelState } from './travel-state.svelte';
import { byMode } from './mode-words';

type Told = Pick<TravelState, 'kind' | 'settings' | 'dashboard' | 'unplaced'>;

const QUALITY = {
  roads: m.travel_quality_roads,
  timetable: m.travel_quality_roads,
  schematic: m.travel_quality_schematic,
  straight: m.travel_quality_straight
};

export const qualityWords = ({ kind }: Pick<Told, 'kind'>): string => QUALITY[kind]();

/** « Distance à vol d’oiseau × 1,3, à 30 km/h de moyenne en voiture : aucune route n’est lue. »; '' where roads are. */
export function straightWords({ kind, settings: { mode } }: Pick<Told, 'kind' | 'settings'>): string {
  if (kind !== 'straight' || mode === 'transit') return '';
  const speed = STRAIGHT_LINE_SPEEDS[mode];
  return m.travel_straight_how({
    detour: decimal(STRAIGHT_LINE_DETOUR, 1),
    speed: decimal(speed, speed % 1 === 0 ? 0 : 1),
    mode: byMode(mode)
  });
}

export const unplacedWords = ({ unplaced }: Pick<Told, 'unplaced'>): string =>
  unplaced.length > 0 ? m.travel_unplaced({ count: unplaced.length }) : '';

/** Under the printed page. */
export function sheetWords(travel: Told): string {
  if (travel.dashboard.territory.demonstration) return m.travel_sheet_source();
  return [
    qualityWords(travel),
    straightWords(travel),
    m.travel_sheet_places(),
    unplacedWords(travel),
    m.travel_sheet_own()
  ]
    .filter(Boolean)
    .join(' ');
}
