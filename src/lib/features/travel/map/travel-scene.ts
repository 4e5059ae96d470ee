// Scene of the travel map: areas of time, schools, bases, a trip, roads.
import type { MultiPolygon } from 'geojson';
import { duration } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { AREA_MINUTES } from '../travel-requests.svelte.ts';
import type { LonLat } from '$lib/model/travel/roads.ts';
import type { TravelState } from '../travel-state.svelte.ts';
import type { LegendSymbol, Scene, SceneArea, ScenePoint } from '$lib/map/scene.ts';
import { tripMinutes } from '$lib/model/travel/travel-times.ts';

export interface TravelScene extends Scene {
  /** Longest time first, so that each band lies on the one before. `class`: index in the five-class ramp of time. */
  bands: { class: number; area: MultiPolygon }[];
  /** The areas are known: what lies in none of them is out of reach. */
  reached: boolean;
  /** Times are straight-line estimates. */
  isStraightLine: boolean;
  origin: LonLat | null;
  /** Town halls that are bases, with the numbers of their posts. */
  bases: { at: LonLat; posts: string; moved: boolean }[];
  /** Line of the chosen trip; null without one. */
  line: readonly LonLat[] | null;
  /** Lines of each closure. */
  closed: (readonly LonLat[])[][];
  /** Stretches of the roads used most; `share`: uses over those of the most used. */
  used: { line: readonly LonLat[]; share: number }[];
  /** Lines of the road that was searched for. */
  picked: (readonly LonLat[])[];
}

/** Symbols of this map beyond those of every map: origin, bases, route shown, roads closed or that can be closed, out of reach. */
const OWN_SYMBOLS = ['origin', 'base', 'moved', 'way', 'closed', 'used', 'picked', 'beyond'] as const;
type OwnKind = (typeof OWN_SYMBOLS)[number];

export interface TravelSymbol {
  kind: LegendSymbol['kind'] | OwnKind;
  label: string;
}

export const isOwnKind = (kind: TravelSymbol['kind']): kind is OwnKind =>
  OWN_SYMBOLS.some((own) => own === kind);

/** « 2 · 4 » */
const SEPARATOR = '\u2009·\u2009';

/** Bases of the posts, moved by the trial where it moves some. */
function basesOf({ dashboard, address, file }: TravelState): TravelScene['bases'] {
  const { trial } = address;
  const posts = file.posts.map(({ id, base }, index) => ({
    number: /\d+$/.exec(id)?.[0] ?? String(index + 1),
    base: trial.bases[id] ?? base,
    moved: id in trial.bases
  }));
  return [...new Set(posts.map(({ base }) => base))].flatMap((base) => {
    const found = dashboard.communes.find(({ code }) => code === base);
    const own = posts.filter((post) => post.base === base);
    if (!found) return [];
    return {
      at: [found.town_lon, found.town_lat] as const,
      posts: own.map(({ number }) => number).join(SEPARATOR),
      moved: own.some(({ moved }) => moved)
    };
  });
}

/** @param from name of the place that times are counted from */
export function travelScene(travel: TravelState, from: string): TravelScene {
  const { communes, schools } = travel.dashboard;
  const around = travel.requests.around.value;
  const timeTo = (code: string): string => {
    const seconds = around?.seconds.get(code);
    if (seconds === undefined) return '';
    return seconds === 0 ? '' : duration(tripMinutes(seconds));
  };
  const described = (code: string) => {
    const time = timeTo(code);
    return time === '' ? '' : m.travel_map_time({ time, place: from });
  };
  const areas = communes
    .filter(({ intervention }) => intervention)
    .map(({ code, name }): SceneArea => ({
      ref: { kind: 'commune', code },
      name,
      class: null,
      protected: false,
      label: timeTo(code),
      description: described(code),
      faded: false,
      circle: null
    }));
  const points = schools.flatMap(({ uai, name, lon, lat, status }): ScenePoint[] =>
    lon === null || lat === null || (status !== 'followed' && status !== 'waiting')
      ? []
      : [
          {
            ref: { kind: 'school', code: uai },
            name,
            lon,
            lat,
            status,
            size: null,
            description: described(uai),
            faded: false
          }
        ]
  );
  const school = schools.find(({ uai }) => uai === travel.origin);
  const start = communes.find(({ code }) => code === travel.origin);
  const roads = travel.requests.roads.value;
  const used = travel.isClosingRoads ? (roads?.used ?? []).flatMap(({ stretches }) => stretches) : [];
  const mostUsed = Math.max(1, ...used.map(({ uses }) => uses));
  return {
    kind: 'communes',
    areas,
    points,
    bands: (around?.areas ?? [])
      .map(({ seconds, area }) => ({ class: AREA_MINUTES.findIndex((ring) => ring * 60 === seconds), area }))
      .reverse(),
    origin: start
      ? [start.town_lon, start.town_lat]
      : school?.lon != null && school.lat != null
        ? [school.lon, school.lat]
        : null,
    reached: (around?.areas.length ?? 0) > 0,
    isStraightLine: travel.timesKind === 'straight',
    bases: basesOf(travel),
    line: travel.address.trip ? (travel.requests.trip.value?.line ?? null) : null,
    closed:
      travel.closed.length > 0
        ? (roads?.closed ?? []).flatMap((road) => (road ? [road.stretches.map(({ line }) => line)] : []))
        : [],
    used: used.map(({ line, uses }) => ({ line, share: uses / mostUsed })),
    picked: travel.isClosingRoads ? (travel.roadSearch.picked?.stretches ?? []).map(({ line }) => line) : []
  };
}

/** « au-delà de 30 min » */
export const beyondAreas = ({ isStraightLine }: Pick<TravelScene, 'isStraightLine'>): string =>
  isStraightLine ? m.travel_key_beyond_straight() : m.travel_key_beyond();

/** Legend symbols of the map; only those that are drawn. */
export function travelSymbols(scene: TravelScene): TravelSymbol[] {
  const { reached, bases, line, closed, used, picked } = scene;
  const when = (drawn: boolean, symbol: TravelSymbol) => (drawn ? [symbol] : []);
  return [
    ...when(reached, {
      kind: 'beyond',
      label: beyondAreas(scene)
    }),
    { kind: 'origin', label: m.travel_key_origin() },
    { kind: 'base', label: m.travel_key_base() },
    ...when(
      bases.some(({ moved }) => moved),
      { kind: 'moved', label: m.travel_key_moved() }
    ),
    { kind: 'followed', label: m.travel_key_followed() },
    { kind: 'waiting', label: m.travel_key_waiting() },
    ...when(line !== null, { kind: 'way', label: m.travel_key_way() }),
    ...when(closed.length > 0, { kind: 'closed', label: m.travel_key_closed() }),
    ...when(used.length > 0, { kind: 'used', label: m.travel_key_used() }),
    ...when(picked.length > 0, { kind: 'picked', label: m.travel_key_picked() })
  ];
}
