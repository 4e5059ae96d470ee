// Words of the travel page: modes, where times come from and what they are worth.
import { STRAIGHT_LINE_DETOUR, STRAIGHT_LINE_SPEEDS } from '$lib/model/travel/travel-settings.ts';
import type { TravelMode } from '$lib/model/travel/travel-times.ts';
import { decimal } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName, postName } from '$lib/i18n/place-names';
import { inCommune } from '$lib/i18n/terms';
import { assumedWords } from '$lib/figures/assumed-demand';
import { positionWords } from '$lib/ui/school-positions';
import type { DecidedSplit } from '$lib/session/decision/decision.svelte.ts';
import { splitName } from '$lib/session/decision/split-words.ts';
import { NO_TRIAL } from './travel-address.ts';
import type { TravelState } from './travel-state.svelte';

type Times = Pick<TravelState, 'timesKind' | 'settings' | 'dashboard' | 'unplaced' | 'posts'>;

const MODE_NAMES: Record<TravelMode, () => string> = {
  car: m.travel_mode_car,
  transit: m.travel_mode_transit,
  bike: m.travel_mode_bike,
  foot: m.travel_mode_foot
};
const BY_MODE: Record<TravelMode, () => string> = {
  car: m.travel_by_car,
  transit: m.travel_by_transit,
  bike: m.travel_by_bike,
  foot: m.travel_by_foot
};

/** « Voiture » */
export const modeName = (mode: TravelMode): string => MODE_NAMES[mode]();
/** « en voiture » */
export const byMode = (mode: TravelMode): string => BY_MODE[mode]();

const QUALITY = {
  roads: m.travel_quality_roads,
  timetable: m.travel_quality_roads,
  schematic: m.travel_quality_schematic,
  straight: m.travel_quality_straight
};

export const timesQuality = ({ timesKind }: Pick<Times, 'timesKind'>): string => QUALITY[timesKind]();

/** « Distance à vol d’oiseau × 1,3, à 30 km/h de moyenne en voiture : aucune route n’est lue. »; empty where roads are known. */
export function straightLineWords({
  timesKind,
  settings: { mode }
}: Pick<Times, 'timesKind' | 'settings'>): string {
  if (timesKind !== 'straight' || mode === 'transit') return '';
  const speed = STRAIGHT_LINE_SPEEDS[mode];
  return m.travel_straight_how({
    detour: decimal(STRAIGHT_LINE_DETOUR, 1),
    speed: decimal(speed, speed % 1 === 0 ? 0 : 1),
    mode: byMode(mode)
  });
}

export const unplacedWords = ({ unplaced, posts }: Pick<Times, 'unplaced' | 'posts'>): string =>
  [
    unplaced.length > 0 ? m.travel_unplaced({ count: unplaced.length }) : '',
    ...assumedWords(posts.flatMap(({ schools }) => schools))
  ]
    .filter(Boolean)
    .join(' ');

/** What a trial changes: « base de Référent 6 à Vieux-Condé, une route fermée ». */
export function triedWords({
  address: { trial },
  dashboard
}: Pick<TravelState, 'address' | 'dashboard'>): string {
  const closed = trial.closed.length;
  return [
    ...Object.entries(trial.bases).map(([id, base]) =>
      m.travel_tried_base({ post: postName(id), base: inCommune(placeName(dashboard, base)) })
    ),
    ...(trial.mode ? [modeName(trial.mode)] : []),
    ...(trial.visits === NO_TRIAL.visits ? [] : [m.travel_whatif_visits({ value: trial.visits })]),
    ...(closed === 0
      ? []
      : [closed === 1 ? m.travel_trial_closed_one() : m.travel_trial_closed({ count: closed })])
  ].join(', ');
}

/** The répartition that the burdens shown are of; the work under way, while they are of none of both. */
export function shownSplit({ isToday, isCurrent }: TravelState, inUse: DecidedSplit | null): string {
  if (isToday) return splitName(null);
  return isCurrent ? splitName(inUse) : m.travel_working();
}

/** The sources of the times, under the printed page. */
export function printedSources(times: Times): string {
  if (times.dashboard.territory.demonstration)
    return m.travel_sheet_source({ positions: positionWords(times.dashboard.schools) });
  return [
    timesQuality(times),
    straightLineWords(times),
    m.travel_sheet_places(),
    unplacedWords(times),
    m.travel_sheet_own()
  ]
    .filter(Boolean)
    .join(' ');
}
