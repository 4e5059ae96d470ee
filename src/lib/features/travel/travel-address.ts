// The address of the travel page: settings, places, trial. Never a count.
import {
  DEFAULT_SETTINGS,
  FISCAL_POWERS,
  TRAVEL_MODES,
  withinLimits,
  type FiscalPower,
  type NumberSetting,
  type TeamSettings
} from '$lib/model/travel/travel-settings.ts';
import type { Closure } from '$lib/model/travel/roads.ts';
import type { TravelMode } from '$lib/model/travel/travel-times.ts';
import {
  addressCodec,
  group,
  param,
  type AddressCodec,
  type AddressTable,
  type Kind
} from '$lib/session/kit/address-codec.ts';
import { numberWithin, oneOf } from '$lib/session/kit/address-kinds.ts';
import { ROAD_WORDS } from '$lib/session/decision/decision-link.ts';
import {
  namesNoVisits,
  paramsNamed,
  sayVisits,
  withFormerVisits,
  WORKLOAD_WORDS
} from '$lib/session/kit/address-settings.ts';

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
const MODE_WORDS: Record<TravelMode, string> = { car: 'voiture', transit: 'bus', bike: 'velo', foot: 'pied' };
const WORDS: Record<NumberSetting, string> = {
  ...WORKLOAD_WORDS,
  ...ROAD_WORDS,
  co2: 'co2'
};
export const isTrial = ({ bases, mode, visits, closed }: Trial): boolean =>
  Object.keys(bases).length > 0 || mode !== null || visits !== NO_TRIAL.visits || closed.length > 0;

/** Tells a closure from the others. */
export const closureKey = ({ at, road = '' }: Closure): string => `${at.join()} ${road}`;

const degrees = (text: string | undefined, max: number): number | null =>
  numberWithin({ min: -max, max }).parse(text ?? '', null);

/** `3.52:50.36`, or `3.52:50.36:D 630` for the whole road. */
const closures: Kind<readonly Closure[], KnownTravel> = {
  parse: (text, { hasRoads = true }) =>
    hasRoads ? text.split(',').flatMap(closureOf).slice(0, MOST_CLOSED) : [],
  format: (closed) =>
    closed
      .map(({ at, road }) =>
        [...at, ...(road === undefined ? [] : [road.replace(/[:,\s]+/g, ' ').trim()])].join(':')
      )
      .join(',')
};

function closureOf(text: string): Closure[] {
  const [x, y, road, ...more] = text.split(':');
  const [lon, lat] = [degrees(x, 180), degrees(y, 90)];
  if (more.length > 0 || lon === null || lat === null) return [];
  const name = road?.trim() ?? '';
  if (road !== undefined && (name === '' || name.length > LONGEST_NAME)) return [];
  return [{ at: [lon, lat], ...(road !== undefined && { road: name }) }];
}

/** `1:59112`: the number of a post, and the commune of its other base. */
const movedBases: Kind<Trial['bases'], KnownTravel> = {
  parse: (text, { posts, towns }) =>
    Object.fromEntries(
      text.split(',').flatMap((move) => {
        const [place, town = ''] = move.split(':');
        const post = posts[Number(place) - 1];
        return post !== undefined && towns.includes(town) ? [[post, town]] : [];
      })
    ),
  format: (bases, { posts }) =>
    posts.flatMap((post, i) => (bases[post] ? `${i + 1}:${bases[post]}` : [])).join(',')
};

const mode: Kind<TravelMode, KnownTravel> = {
  parse: (word, { modes = TRAVEL_MODES }) => modes.find((one) => MODE_WORDS[one] === word) ?? null,
  format: (one) => MODE_WORDS[one]
};

const place: Kind<string, KnownTravel> = {
  parse: (code, { isPlace }) => (isPlace(code) ? code : null),
  format: String
};

const trip: Kind<NonNullable<TravelAddress['trip']>, KnownTravel> = {
  parse(text, { isPlace }) {
    const [from = '', to = ''] = text.split('-');
    return isPlace(from) && isPlace(to) && from !== to ? [from, to] : null;
  },
  format: (ends) => ends.join('-')
};

/** Numbers out of bounds are read as the nearest bound. */
const nearest = (fit: (value: number) => number): Kind<number> =>
  numberWithin({ min: -Number.MAX_VALUE, max: Number.MAX_VALUE }, fit);

/** Defaults are read when they are needed, since the engine's chunk may be initialised after this one. */
const settings: AddressTable<TeamSettings, KnownTravel> = {
  mode: param('mode', mode, () => DEFAULT_SETTINGS.mode),
  ...(paramsNamed(WORDS, (key, name) =>
    param(
      name,
      nearest((value) => withinLimits(key, value)),
      () => DEFAULT_SETTINGS[key]
    )
  ) as AddressTable<Pick<TeamSettings, NumberSetting>, unknown>),
  power: param(
    'bareme',
    oneOf<FiscalPower>(() => FISCAL_POWERS),
    () => DEFAULT_SETTINGS.power
  )
};

const { min, max } = VISITS_LIMITS;

const written = addressCodec<TravelAddress, KnownTravel>({
  settings: group(settings),
  origin: param('origine', place, null),
  trip: param('trajet', trip, null),
  order: param(
    'ordre',
    oneOf<string, KnownTravel>(({ towns }) => [BY_NAME, ...towns]),
    null
  ),
  trial: group<Trial, KnownTravel>({
    bases: param('bases', movedBases, NO_TRIAL.bases),
    mode: param('essai-mode', mode, NO_TRIAL.mode),
    visits: param(
      'essai-visites',
      nearest((value) => Math.round(Math.min(max, Math.max(min, value)))),
      NO_TRIAL.visits
    ),
    closed: param('fermes', closures, NO_TRIAL.closed)
  })
});

/** Whether a link has settings of this page, the road and the visits aside: it then says its visits as well. */
const hasSettings = (params: URLSearchParams): boolean =>
  ['mode', 'bareme', WORDS.co2, ...Object.values(WORKLOAD_WORDS)].some(
    (name) => name !== WORKLOAD_WORDS.visitsPerMonth && params.has(name)
  );

/** Whether it is a link of before version 1.1, read with the visits that it meant. */
export const isFormerTravelLink = (params: URLSearchParams, data: KnownTravel): boolean =>
  hasSettings(written.write(written.read(params, data), data)) && namesNoVisits(params);

/** Codec of the page. */
export const travelAddress: AddressCodec<TravelAddress, KnownTravel> = {
  read(params, data) {
    const said = written.read(params, data);
    return hasSettings(written.write(said, data)) ? written.read(withFormerVisits(params), data) : said;
  },
  write(state, data) {
    const params = written.write(state, data);
    if (hasSettings(params)) sayVisits(params);
    return params;
  },
  update(shown, params, data) {
    const next = travelAddress.read(params, data);
    return String(travelAddress.write(next, data)) === String(travelAddress.write(shown, data))
      ? shown
      : next;
  },
  usual: (data) => written.usual(data)
};
