// The address of the travel page: settings, places, trial. Never a count.
import {
  DEFAULT_SETTINGS,
  FISCAL_POWERS,
  SETTING_LIMITS,
  TRAVEL_MODES,
  withinLimits,
  type Closure,
  type NumberSetting,
  type TeamSettings,
  type TravelMode
} from '$lib/engines/travel/index.ts';
import { WORKLOAD_WORDS } from '$lib/session/address-params.ts';

/** A trial: bases moved, another mode, other visits, roads closed. */
export interface Trial {
  /** Post -> INSEE code of its other base. */
  bases: Readonly<Record<string, string>>;
  mode: TravelMode | null;
  /** Visits, in per cent of those of today. */
  visits: number;
  closed: readonly Closure[];
}

export interface TravelAddress {
  settings: TeamSettings;
  /** Commune (INSEE code) or school (UAI) that times are counted from; null: the base of the busiest post. */
  origin: string | null;
  /** Commune (INSEE code) or school (UAI) of both ends. */
  trip: readonly [from: string, to: string] | null;
  /** Order of the table of communes: null by proximity, `nom`, or the commune that times are counted from. */
  order: string | null;
  trial: Trial;
}

export interface KnownTravel {
  /** Communes of intervention. */
  towns: readonly string[];
  /** Posts, in their order. */
  posts: readonly string[];
  isPlace: (code: string) => boolean;
  /** All when absent. */
  modes?: readonly TravelMode[];
  /** Roads can be closed; they can when absent. */
  hasRoads?: boolean;
}

export const BY_NAME = 'nom';
export const NO_TRIAL: Trial = { bases: {}, mode: null, visits: 100, closed: [] };
/** Roads closed at once. */
export const MOST_CLOSED = 12;
/** Characters of the name or number of a road. */
const LONGEST_NAME = 120;
export const VISITS_LIMITS = { min: 50, max: 150, step: 5 };
export const DEFAULT_TRAVEL: TravelAddress = {
  settings: DEFAULT_SETTINGS,
  origin: null,
  trip: null,
  order: null,
  trial: NO_TRIAL
};

const MODE_WORDS: Record<TravelMode, string> = { car: 'voiture', transit: 'bus', bike: 'velo', foot: 'pied' };
const WORDS: Record<NumberSetting, string> = {
  ...WORKLOAD_WORDS,
  outings: 'sorties',
  parkingMinutes: 'stationnement',
  peak: 'pointe',
  co2: 'co2'
};
/** A function, since the engine's chunk may be initialised after this one. */
const numbers = () => Object.keys(SETTING_LIMITS) as NumberSetting[];

export const isTrial = ({ bases, mode, visits, closed }: Trial): boolean =>
  Object.keys(bases).length > 0 || mode !== null || visits !== NO_TRIAL.visits || closed.length > 0;

/** Tells a closure from the others. */
export const closureKey = ({ at, road = '' }: Closure): string => `${at.join()} ${road}`;

/** `3.52:50.36`, or `3.52:50.36:D 630` for the whole road. */
const closureText = ({ at, road }: Closure): string =>
  [...at, ...(road === undefined ? [] : [road.replace(/[:,\s]+/g, ' ').trim()])].join(':');

function closureOf(text: string): Closure[] {
  const [lon, lat, road, ...more] = text.split(':');
  const at = [numberOf(lon ?? null), numberOf(lat ?? null)] as const;
  if (more.length > 0 || at[0] === null || at[1] === null) return [];
  if (Math.abs(at[0]) > 180 || Math.abs(at[1]) > 90) return [];
  const name = road?.trim() ?? '';
  if (road !== undefined && (name === '' || name.length > LONGEST_NAME)) return [];
  return [{ at: [at[0], at[1]], ...(road !== undefined && { road: name }) }];
}

const modeOf = (word: string | null, modes: readonly TravelMode[] = TRAVEL_MODES) =>
  modes.find((mode) => MODE_WORDS[mode] === word) ?? null;

function numberOf(text: string | null): number | null {
  const value = text === null || text === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

function readSettings(params: URLSearchParams, modes: KnownTravel['modes']): TeamSettings {
  const settings = { ...DEFAULT_SETTINGS, mode: modeOf(params.get('mode'), modes) ?? DEFAULT_SETTINGS.mode };
  for (const setting of numbers()) {
    const value = numberOf(params.get(WORDS[setting]));
    if (value !== null) settings[setting] = withinLimits(setting, value);
  }
  settings.power = FISCAL_POWERS.find((power) => power === params.get('bareme')) ?? settings.power;
  return settings;
}

function readTrial(params: URLSearchParams, { towns, posts, modes, hasRoads = true }: KnownTravel): Trial {
  const bases: Record<string, string> = {};
  for (const move of (params.get('bases') ?? '').split(',')) {
    const [place, town] = move.split(':');
    const post = posts[Number(place) - 1];
    if (post !== undefined && town !== undefined && towns.includes(town)) bases[post] = town;
  }
  const closed = (params.get('fermes') ?? '').split(',').flatMap(closureOf);
  const visits = numberOf(params.get('essai-visites')) ?? NO_TRIAL.visits;
  const { min, max } = VISITS_LIMITS;
  return {
    bases,
    mode: modeOf(params.get('essai-mode'), modes),
    visits: Math.round(Math.min(max, Math.max(min, visits))),
    closed: hasRoads ? closed.slice(0, MOST_CLOSED) : []
  };
}

export function readTravel(params: URLSearchParams, known: KnownTravel): TravelAddress {
  const origin = params.get('origine');
  const [from, to] = (params.get('trajet') ?? '').split('-');
  const order = params.get('ordre');
  const isTown = (code: string | undefined): code is string =>
    code !== undefined && known.towns.includes(code);
  const isPlace = (code: string | undefined): code is string => code !== undefined && known.isPlace(code);
  return {
    settings: readSettings(params, known.modes),
    origin: origin !== null && known.isPlace(origin) ? origin : null,
    trip: isPlace(from) && isPlace(to) && from !== to ? [from, to] : null,
    order: order === BY_NAME || isTown(order ?? undefined) ? order : null,
    trial: readTrial(params, known)
  };
}

/** Only what differs from the default is written. */
export function writeTravel(address: TravelAddress, posts: readonly string[]): URLSearchParams {
  const { settings, origin, trip, order, trial } = address;
  const params = new URLSearchParams();
  if (settings.mode !== DEFAULT_SETTINGS.mode) params.set('mode', MODE_WORDS[settings.mode]);
  for (const setting of numbers()) {
    const value = settings[setting];
    if (value !== null && value !== DEFAULT_SETTINGS[setting]) params.set(WORDS[setting], String(value));
  }
  if (settings.power !== DEFAULT_SETTINGS.power) params.set('bareme', settings.power);
  if (origin) params.set('origine', origin);
  if (trip) params.set('trajet', trip.join('-'));
  if (order) params.set('ordre', order);
  const moves = posts.flatMap((post, i) => (trial.bases[post] ? `${i + 1}:${trial.bases[post]}` : []));
  if (moves.length > 0) params.set('bases', moves.join(','));
  if (trial.mode) params.set('essai-mode', MODE_WORDS[trial.mode]);
  if (trial.visits !== NO_TRIAL.visits) params.set('essai-visites', String(trial.visits));
  if (trial.closed.length > 0) params.set('fermes', trial.closed.map(closureText).join(','));
  return params;
}
