// Tables of the travel page, on screen and to take away: burden of the posts, modes, minutes between communes, minutes from a place.
import {
  FILE,
  numberColumn,
  pointAt,
  textColumn,
  viewOf,
  type ViewColumn,
  type TableView
} from '$lib/export/columns';
import { capitalised, distance } from '$lib/i18n/numbers';
import { aboutPost } from '$lib/figures/road-words';
import { m } from '$lib/i18n/paraglide/messages.js';
import { ofPlace, statusWord } from '$lib/i18n/terms';
import type { PostBurden } from '$lib/model/travel/team-travel.ts';
import { TRAVEL_MODES } from '$lib/model/travel/travel-settings.ts';
import type { Itinerary, UsedRoad } from '$lib/model/travel/roads.ts';
import type { DecidedSplit } from '$lib/session/decision/decision.svelte.ts';
import { splitFileName } from '$lib/session/decision/split-words.ts';
import type { TravelState } from './travel-state.svelte.ts';
import { byMode, modeName } from './travel-words.ts';
import { placeName, postName } from '$lib/i18n/place-names.ts';
import { legName, roadLabel, stretchName } from './roads/road-name.ts';
import { secondsBetween, shownSeconds, townOrder, type Town } from './times/town-order';
import { tripMinutes } from '$lib/model/travel/travel-times.ts';

const NAME = 'deplacements';

function townPoint({ dashboard }: TravelState, code: string) {
  const town = dashboard.communes.find((commune) => commune.code === code);
  return pointAt(town?.town_lon, town?.town_lat);
}

/**
 * A row a post, at its base; hours, km, euros and kg of CO2 a week.
 * @param split that the burdens are of; null for today's
 * @param narrow on a phone: shorter heads
 */
export function weeksTable(
  travel: TravelState,
  split: DecidedSplit | null = null,
  narrow = false
): TableView<PostBurden> {
  const file = (label: string, value: (post: PostBurden) => number): ViewColumn<PostBurden> =>
    numberColumn(label, value, { ...FILE, file: { digits: 2 } });
  const children = ({ id }: PostBurden) => travel.childrenOf[id] ?? 0;
  return viewOf(
    {
      name: splitFileName(`${NAME}-semaines`, split),
      caption: m.travel_burden(),
      id: ({ id }) => id,
      shape: ({ base }) => townPoint(travel, base)
    },
    travel.burdens,
    [
      textColumn(m.travel_col_post(), ({ id }) => postName(id), { key: 'post' }),
      textColumn(m.travel_col_base(), ({ base }) => placeName(travel.dashboard, base), FILE),
      numberColumn(m.travel_col_road(), ({ hours }) => hours.driving.mean, {
        key: 'road',
        words: ({ hours }) => aboutPost(hours.driving.mean * 60),
        file: { label: m.travel_file_road_mean(), digits: 2 }
      }),
      numberColumn(m.travel_col_children(), children, { only: 'screen' }),
      file(m.travel_file_road_median(), ({ hours }) => hours.driving.median),
      file(m.travel_file_road_low(), ({ hours }) => hours.driving.p10),
      file(m.travel_file_road_high(), ({ hours }) => hours.driving.p90),
      numberColumn(narrow ? m.travel_measure_km() : m.travel_col_km(), ({ km }) => km.mean, {
        key: 'km',
        file: { label: m.travel_col_km(), digits: 1 }
      }),
      numberColumn(narrow ? m.travel_measure_euros() : m.travel_col_euros(), (post) => post.euros.mean, {
        key: 'euros',
        kind: 'euros',
        file: { label: m.travel_col_euros(), digits: 2 }
      }),
      numberColumn(narrow ? m.travel_measure_co2() : m.travel_col_co2(), ({ co2 }) => co2.mean, {
        key: 'co2',
        file: { label: m.travel_col_co2(), digits: 2 }
      }),
      numberColumn(m.travel_file_schools(), ({ schools }) => schools, FILE),
      numberColumn(m.travel_col_children(), children, FILE)
    ]
  );
}

/** A row a post and a mode. */
export function modesTable(travel: TravelState, split: DecidedSplit | null = null) {
  const modes = travel.requests.modes.value ?? travel.file.modes;
  const rows = TRAVEL_MODES.flatMap((mode) => (modes[mode] ?? []).map((week) => ({ mode, ...week })));
  return viewOf({ name: splitFileName(`${NAME}-modes`, split), caption: m.travel_modes() }, rows, [
    textColumn(m.travel_col_post(), ({ id }) => postName(id)),
    textColumn(m.travel_mode(), ({ mode }) => modeName(mode)),
    numberColumn(m.travel_file_road(), ({ hours }) => hours, { file: { digits: 2 } }),
    numberColumn(m.travel_measure_km(), ({ km }) => km, { file: { digits: 1 } }),
    numberColumn(m.travel_measure_euros(), ({ euros }) => euros, { file: { digits: 2 } }),
    numberColumn(m.travel_measure_co2(), ({ co2 }) => co2, { file: { digits: 2 } }),
    numberColumn(m.travel_file_unreachable(), ({ unreachable }) => unreachable)
  ]);
}

/** The square table of minutes, in the order on screen: a row an origin, a column a destination. */
export function townsTable(travel: TravelState): TableView<Town> {
  const [towns, seconds] = [townOrder(travel), shownSeconds(travel)];
  const minutes = (from: Town, to: Town) => {
    const time = from === to ? null : secondsBetween(seconds, from, to);
    return time === null ? null : tripMinutes(time);
  };
  return viewOf(
    {
      name: `${NAME}-communes`,
      caption: m.travel_towns(),
      title: m.travel_towns_caption({ mode: byMode(travel.settings.mode) }),
      shape: ({ code }) => townPoint(travel, code)
    },
    towns,
    [
      textColumn('INSEE', ({ code }) => code),
      textColumn(m.travel_towns_from(), ({ name }) => name),
      ...towns.map((to) => numberColumn<Town>(to.name, (from) => minutes(from, to), { file: { digits: 1 } }))
    ]
  );
}

/** Schools followed or waiting, with the minutes from the chosen place. */
export function aroundTable(travel: TravelState) {
  const seconds = travel.requests.around.value?.seconds;
  const place = placeName(travel.dashboard, travel.origin);
  const schools = travel.dashboard.schools
    .filter(({ lon, status }) => lon !== null && (status === 'followed' || status === 'waiting'))
    .map((school) => {
      const own = seconds?.get(school.uai);
      return { ...school, minutes: own === undefined ? null : tripMinutes(own) };
    })
    .sort((a, b) => (a.minutes ?? Infinity) - (b.minutes ?? Infinity));
  return viewOf(
    {
      name: `${NAME}-autour`,
      caption: m.travel_around_caption({ place: ofPlace(place), mode: byMode(travel.settings.mode) }),
      shape: ({ lon, lat }) => pointAt(lon, lat)
    },
    schools,
    [
      textColumn('UAI', ({ uai }) => uai),
      textColumn(m.coverage_col_school(), ({ name }) => name),
      textColumn(m.coverage_col_commune(), ({ commune }) => placeName(travel.dashboard, commune)),
      textColumn(m.coverage_col_status(), ({ status }) => statusWord(status)),
      numberColumn(m.coverage_col_pupils(), ({ pupils }) => pupils),
      numberColumn(m.travel_file_minutes_from({ place }), ({ minutes }) => minutes, {
        file: { digits: 1 }
      })
    ]
  );
}

/** On foot, less is not worth a line. */
const LEAST_WALK = 5;

/** The roads of the chosen trip: a row a road, in the order of travel, with the distance and the time on each. */
export function tripTable(travel: TravelState, { legs, walk }: Itinerary, title: string) {
  const rows = [
    ...legs.map((leg) => ({ ...leg, road: legName(travel.dashboard, leg, travel.hasSchematicRoads) })),
    ...(walk.metres >= LEAST_WALK ? [{ ...walk, road: m.travel_trip_walk(), name: null, ref: null }] : [])
  ];
  return viewOf({ name: `${NAME}-trajet`, caption: title }, rows, [
    textColumn(m.travel_trip_roads(), ({ road }) => road, {
      words: ({ road }) => capitalised(road),
      tone: 'label'
    }),
    textColumn(m.travel_file_ref(), ({ ref }) => ref ?? '', FILE),
    numberColumn(m.travel_trip_distance(), ({ metres }) => metres / 1000, {
      words: ({ metres }) => distance(metres),
      file: { label: m.travel_file_km(), digits: 2 }
    }),
    numberColumn(m.travel_trip_time(), ({ seconds }) => tripMinutes(seconds), {
      kind: 'duration',
      words: ({ seconds }) => (seconds < 30 ? m.travel_leg_short() : undefined),
      file: { label: m.travel_file_minutes(), digits: 1 }
    })
  ]);
}

/** The roads used most: a row a road. */
export function roadsTable(travel: TravelState): TableView<UsedRoad> {
  const nameOf = ({ road, stretches: [first] }: UsedRoad) =>
    road ? roadLabel(road) : first ? stretchName(travel.dashboard, first) : '';
  return viewOf(
    {
      name: `${NAME}-routes`,
      caption: m.travel_key_used(),
      shape: ({ stretches }) => ({
        type: 'MultiLineString',
        coordinates: stretches.map(({ line }) => line)
      })
    },
    travel.requests.roads.value?.used ?? [],
    [
      textColumn(m.travel_trip_roads(), nameOf),
      textColumn(m.travel_file_ref(), ({ road }) => road?.ref ?? ''),
      numberColumn(m.travel_file_uses(), ({ uses }) => uses, { file: { digits: 1 } }),
      numberColumn(
        m.travel_file_km_used(),
        ({ stretches }) => stretches.reduce((sum, { metres }) => sum + metres, 0) / 1000,
        { file: { digits: 2 } }
      )
    ]
  );
}
