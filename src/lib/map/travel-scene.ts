// From the state of the page of journeys to what its map draws: bands of time, schools, bases, a way.
import type { MultiPolygon } from 'geojson';
import { duration } from '../i18n/numbers.ts';
import { m } from '../i18n/paraglide/messages.js';
import { RINGS, type TravelState } from '../state/travel.svelte.ts';
import type { Scene, SceneArea, ScenePoint } from './scene.ts';

export interface TravelScene extends Scene {
  /** Longest time first, so that each band lies on the one before. `class`: index in the five-class ramp of time. */
  bands: { class: number; area: MultiPolygon }[];
  origin: readonly [lon: number, lat: number] | null;
  bases: (readonly [lon: number, lat: number])[];
  /** Of the way shown; null without one. */
  line: readonly (readonly [lon: number, lat: number])[] | null;
}

/** @param from name of the place that times are counted from */
export function travelScene(travel: TravelState, from: string): TravelScene {
  const { communes, schools } = travel.dashboard;
  const around = travel.around.value;
  const timeTo = (code: string): string => {
    const seconds = around?.seconds.get(code);
    if (seconds === undefined) return '';
    return seconds === 0 ? '' : duration(seconds / 60);
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
            ...{ name, lon, lat, status },
            size: null,
            description: described(uai),
            faded: false
          }
        ]
  );
  const town = (code: string) => communes.find((commune) => commune.code === code);
  const school = schools.find(({ uai }) => uai === travel.origin);
  const start = town(travel.origin);
  const position = (code: string) => {
    const found = town(code);
    return found ? [[found.town_lon, found.town_lat] as const] : [];
  };
  const bases = travel.file.posts.map(({ id, base }) => travel.address.trial.bases[id] ?? base);
  return {
    kind: 'communes',
    ...{ areas, points },
    bands: (around?.areas ?? [])
      .map(({ seconds, area }) => ({ class: RINGS.findIndex((ring) => ring * 60 === seconds), area }))
      .reverse(),
    origin: start
      ? [start.town_lon, start.town_lat]
      : school?.lon != null && school.lat != null
        ? [school.lon, school.lat]
        : null,
    bases: [...new Set(bases)].flatMap(position),
    line: travel.address.trip ? (travel.trip.value?.line ?? null) : null
  };
}
