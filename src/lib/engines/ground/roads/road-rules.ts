// Which OpenStreetMap ways a car, a bicycle or a pedestrian may take, in which direction and how fast.
// Rules follow the OpenStreetMap wiki: "Key:access", "Key:oneway", "Key:maxspeed", "Key:barrier", "Key:junction".
import type { RoadMode } from '../../../model/travel/road-network.ts';
import type { Tags } from '../extract.ts';
import {
  BIKE_SPEEDS,
  CAR_SPEEDS,
  FOOT_SPEEDS,
  LIMIT_SHARE,
  RAMP_FACTOR,
  ROUNDABOUT_FACTOR
} from './speeds.ts';

export interface RoadUse {
  /** km/h. */
  rural: number;
  urban: number;
  direction: 'both' | 'forward' | 'backward';
  /** In a tunnel or on a bridge: no place is reached from it. */
  offGround?: boolean;
}

const CLOSED = new Set([
  'no',
  'private',
  'agricultural',
  'forestry',
  'delivery',
  'customers',
  'military',
  'use_sidepath'
]);
/** Tags that rule a mode's access, the most particular first. */
const ACCESS: Record<RoadMode, readonly string[]> = {
  car: ['motorcar', 'motor_vehicle', 'vehicle', 'access'],
  bike: ['bicycle', 'vehicle', 'access'],
  foot: ['foot', 'access']
};
const ONEWAY: Record<RoadMode, readonly string[]> = {
  car: ['oneway:motorcar', 'oneway:motor_vehicle', 'oneway'],
  bike: ['oneway:bicycle', 'oneway'],
  foot: ['oneway:foot']
};
const BARRIERS: Record<RoadMode, ReadonlySet<string>> = {
  car: new Set([
    'bollard',
    'block',
    'chain',
    'jersey_barrier',
    'log',
    'planter',
    'debris',
    'cycle_barrier',
    'stile',
    'turnstile',
    'kissing_gate',
    'motorcycle_barrier',
    'gate',
    'fence',
    'wall',
    'hedge',
    'bus_trap',
    'sump_buster',
    'yes'
  ]),
  bike: new Set(['stile', 'turnstile', 'kissing_gate', 'fence', 'wall', 'hedge']),
  foot: new Set(['fence', 'wall', 'hedge'])
};

/** Whether access tags allow a mode; undefined when they do not say. */
function isAllowed(tags: Tags, mode: RoadMode): boolean | undefined {
  for (const key of ACCESS[mode]) {
    const value = tags[key];
    if (value !== undefined) return !CLOSED.has(value);
  }
  return undefined;
}

/** km/h of a `maxspeed` value, or undefined: `50`, `30 mph`, `FR:urban`, `walk`. */
export function speedLimit(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const match = /^(\d+(?:\.\d+)?)\s*(mph|knots)?/.exec(value);
  if (match) return Number(match[1]) * (match[2] === 'mph' ? 1.609344 : match[2] === 'knots' ? 1.852 : 1);
  if (/:urban$/.test(value)) return 50;
  if (/:rural$/.test(value)) return 80;
  if (/:trunk$/.test(value)) return 110;
  if (/:motorway$/.test(value)) return 130;
  if (/:living_street$/.test(value)) return 20;
  if (value === 'walk') return 6;
  return undefined;
}

function speeds(tags: Tags, mode: RoadMode, highway: string): { rural: number; urban: number } | undefined {
  const link = highway.endsWith('_link');
  const table = { car: CAR_SPEEDS, bike: BIKE_SPEEDS, foot: FOOT_SPEEDS }[mode];
  const speed = table[link ? highway.slice(0, -5) : highway];
  if (!speed) return undefined;
  let [rural, urban] = speed;
  if (mode !== 'car') return { rural, urban };
  const limit = speedLimit(tags['maxspeed']);
  if (limit !== undefined && limit > 0) rural = urban = limit * LIMIT_SHARE;
  const factor =
    (link ? RAMP_FACTOR : 1) *
    (tags['junction'] === 'roundabout' || tags['junction'] === 'circular' ? ROUNDABOUT_FACTOR : 1);
  return { rural: rural * factor, urban: urban * factor };
}

function direction(tags: Tags, mode: RoadMode, highway: string): RoadUse['direction'] {
  if (mode === 'bike' && /opposite/.test(tags['cycleway'] ?? tags['cycleway:left'] ?? '')) return 'both';
  for (const key of ONEWAY[mode]) {
    const value = tags[key];
    if (value === 'yes' || value === 'true' || value === '1') return 'forward';
    if (value === '-1' || value === 'reverse') return 'backward';
    if (value === 'no' || value === 'false' || value === '0') return 'both';
  }
  if (mode === 'foot') return 'both';
  const implied =
    tags['junction'] === 'roundabout' || tags['junction'] === 'circular' || highway === 'motorway';
  return implied ? 'forward' : 'both';
}

/** A passage under a building is on the ground. */
const isOffGround = ({ tunnel = 'no', bridge = 'no' }: Tags): boolean =>
  !['no', 'building_passage'].includes(tunnel) || bridge !== 'no';

/** How a mode uses a way, or undefined when it may not (ferries, works and areas included). */
export function roadUse(tags: Tags, mode: RoadMode): RoadUse | undefined {
  const use = useOf(tags, mode);
  return use && isOffGround(tags) ? { ...use, offGround: true } : use;
}

function useOf(tags: Tags, mode: RoadMode): RoadUse | undefined {
  const highway = tags['highway'];
  if (highway === undefined || tags['route'] === 'ferry' || tags['area'] === 'yes') return undefined;
  const access = isAllowed(tags, mode);
  if (access === false) return undefined;
  if (mode === 'car' && tags['service'] === 'emergency_access') return undefined;
  const use = speeds(tags, mode, highway);
  if (use) return { ...use, direction: direction(tags, mode, highway) };
  // A path that says « bicycle=yes » is a cycle way; one that says « motorcar=yes » is no road yet.
  if (
    access === true &&
    mode === 'bike' &&
    ['footway', 'pedestrian', 'path', 'bridleway'].includes(highway)
  ) {
    const speed = BIKE_SPEEDS['cycleway']!;
    return { rural: speed[0], urban: speed[1], direction: direction(tags, mode, highway) };
  }
  return undefined;
}

/** Vehicles that a car driver's exception names (OpenStreetMap wiki, "Relation:restriction"). */
const EXCEPTED = ['motorcar', 'motor_vehicle', 'vehicle'];

/**
 * What a restriction relation says to drivers of cars: `only` its turn is allowed, or it is forbidden; undefined when it says nothing
 * to them, or at some hours only.
 */
export function turnRule(tags: Tags): 'only' | 'no' | undefined {
  if (tags['type'] !== 'restriction') return undefined;
  if (tags['except']?.split(';').some((one) => EXCEPTED.includes(one.trim()))) return undefined;
  if (['day_on', 'hour_on'].some((key) => tags[key] !== undefined)) return undefined;
  const value = tags['restriction:motorcar'] ?? tags['restriction:motor_vehicle'] ?? tags['restriction'];
  if (value?.startsWith('only_')) return 'only';
  return value?.startsWith('no_') && value !== 'no_entry' && value !== 'no_exit' ? 'no' : undefined;
}

/** A point that stops a mode: a barrier without permission to pass. */
export function blocks(tags: Tags, mode: RoadMode): boolean {
  const barrier = tags['barrier'];
  const access = isAllowed(tags, mode);
  if (access !== undefined) return !access && (barrier !== undefined || tags['highway'] === undefined);
  return barrier !== undefined && BARRIERS[mode].has(barrier);
}

const accessKeys = () => Object.values(ACCESS).flat();

/** Keys that the rules read: the reader of extracts keeps them. */
export const roadKeys = (): string[] => [
  'highway',
  'route',
  'area',
  'service',
  'junction',
  'tunnel',
  'bridge',
  'maxspeed',
  'cycleway',
  'cycleway:left',
  'barrier',
  ...Object.values(ONEWAY).flat(),
  ...accessKeys()
];
/** Keys of a point that may stop a mode. */
export const stopKeys = (): string[] => ['barrier', ...accessKeys()];
export const TURN_KEYS: readonly string[] = [
  'type',
  'restriction',
  'restriction:motorcar',
  'restriction:motor_vehicle',
  'except',
  'day_on',
  'hour_on'
];
