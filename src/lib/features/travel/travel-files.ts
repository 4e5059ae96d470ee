// Tables of the travel page to download: burden of the posts, modes, minutes between communes, minutes from a place.
import { numberColumn, pointAt, rounded, tableOf, textColumn, type RowColumn } from '$lib/export/columns';
import type { ExportTable } from '$lib/export/table';
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

/** @param split that the burdens are of; null for today's. A row a post, at its base; hours, km, euros and kg of CO2 a week. */
export function weeksTable(travel: TravelState, split: DecidedSplit | null = null): ExportTable {
  const number = (title: string, value: (post: PostBurden) => number, digits = 2): RowColumn<PostBurden> =>
    numberColumn(title, (post) => rounded(value(post), digits));
  return tableOf(
    { name: splitFileName(`${NAME}-semaines`, split), title: m.travel_burden() },
    travel.burdens,
    [
      textColumn(m.travel_col_post(), ({ id }) => postName(id)),
      textColumn(m.travel_col_base(), ({ base }) => placeName(travel.dashboard, base)),
      number(m.travel_file_road_mean(), ({ hours }) => hours.driving.mean),
      number(m.travel_file_road_median(), ({ hours }) => hours.driving.median),
      number(m.travel_file_road_low(), ({ hours }) => hours.driving.p10),
      number(m.travel_file_road_high(), ({ hours }) => hours.driving.p90),
      number(m.travel_col_km(), ({ km }) => km.mean, 1),
      number(m.travel_col_euros(), ({ euros }) => euros.mean),
      number(m.travel_col_co2(), ({ co2 }) => co2.mean),
      number(m.travel_file_schools(), ({ schools }) => schools),
      number(m.travel_col_children(), ({ id }) => travel.childrenOf[id] ?? 0)
    ],
    ({ base }) => townPoint(travel, base)
  );
}

/** A row a post and a mode. */
export function modesTable(travel: TravelState, split: DecidedSplit | null = null): ExportTable {
  const modes = travel.requests.modes.value ?? travel.file.modes;
  const rows = TRAVEL_MODES.flatMap((mode) => (modes[mode] ?? []).map((week) => ({ mode, ...week })));
  return tableOf({ name: splitFileName(`${NAME}-modes`, split), title: m.travel_modes() }, rows, [
    textColumn(m.travel_col_post(), ({ id }) => postName(id)),
    textColumn(m.travel_mode(), ({ mode }) => modeName(mode)),
    numberColumn(m.travel_file_road(), ({ hours }) => rounded(hours, 2)),
    numberColumn(m.travel_measure_km(), ({ km }) => rounded(km)),
    numberColumn(m.travel_measure_euros(), ({ euros }) => rounded(euros, 2)),
    numberColumn(m.travel_measure_co2(), ({ co2 }) => rounded(co2, 2)),
    numberColumn(m.travel_file_unreachable(), ({ unreachable }) => unreachable)
  ]);
}

/** The square table of minutes, in the order on screen: a row an origin, a column a destination. */
export function townsTable(travel: TravelState): ExportTable {
  const [towns, seconds] = [townOrder(travel), shownSeconds(travel)];
  const minutes = (from: Town, to: Town) => {
    const time = from === to ? null : secondsBetween(seconds, from, to);
    return rounded(time === null ? null : tripMinutes(time));
  };
  return tableOf(
    { name: `${NAME}-communes`, title: m.travel_towns_caption({ mode: byMode(travel.settings.mode) }) },
    towns,
    [
      textColumn('INSEE', ({ code }) => code),
      textColumn(m.travel_towns_from(), ({ name }) => name),
      ...towns.map((to) => numberColumn<Town>(to.name, (from) => minutes(from, to)))
    ],
    ({ code }) => townPoint(travel, code)
  );
}

/** Schools followed or waiting, with the minutes from the chosen place. */
export function aroundTable(travel: TravelState): ExportTable {
  const seconds = travel.requests.around.value?.seconds;
  const place = placeName(travel.dashboard, travel.origin);
  const schools = travel.dashboard.schools
    .filter(({ lon, status }) => lon !== null && (status === 'followed' || status === 'waiting'))
    .map((school) => {
      const own = seconds?.get(school.uai);
      return { ...school, minutes: own === undefined ? null : tripMinutes(own) };
    })
    .sort((a, b) => (a.minutes ?? Infinity) - (b.minutes ?? Infinity));
  return tableOf(
    {
      name: `${NAME}-autour`,
      title: m.travel_around_caption({ place: ofPlace(place), mode: byMode(travel.settings.mode) })
    },
    schools,
    [
      textColumn('UAI', ({ uai }) => uai),
      textColumn(m.coverage_col_school(), ({ name }) => name),
      textColumn(m.coverage_col_commune(), ({ commune }) => placeName(travel.dashboard, commune)),
      textColumn(m.coverage_col_status(), ({ status }) => statusWord(status)),
      numberColumn(m.coverage_col_pupils(), ({ pupils }) => pupils),
      numberColumn(m.travel_file_minutes_from({ place }), ({ minutes }) => rounded(minutes))
    ],
    ({ lon, lat }) => pointAt(lon, lat)
  );
}

/** The roads of the chosen trip: a row a road, in the order of travel. */
export function tripTable(travel: TravelState, { legs, walk }: Itinerary, title: string): ExportTable {
  const rows = [
    ...legs.map((leg) => ({
      ...leg,
      road: legName(travel.dashboard, leg, travel.hasSchematicRoads)
    })),
    ...(walk.metres > 0 ? [{ ...walk, road: m.travel_trip_walk(), name: null, ref: null }] : [])
  ];
  return tableOf({ name: `${NAME}-trajet`, title }, rows, [
    textColumn(m.travel_trip_roads(), ({ road }) => road),
    textColumn(m.travel_file_ref(), ({ ref }) => ref ?? ''),
    numberColumn(m.travel_file_km(), ({ metres }) => rounded(metres / 1000, 2)),
    numberColumn(m.travel_file_minutes(), ({ seconds }) => rounded(tripMinutes(seconds)))
  ]);
}

/** The roads used most: a row a road. */
export function roadsTable(travel: TravelState): ExportTable {
  const nameOf = ({ road, stretches: [first] }: UsedRoad) =>
    road ? roadLabel(road) : first ? stretchName(travel.dashboard, first) : '';
  return tableOf(
    { name: `${NAME}-routes`, title: m.travel_key_used() },
    travel.requests.roads.value?.used ?? [],
    [
      textColumn(m.travel_trip_roads(), nameOf),
      textColumn(m.travel_file_ref(), ({ road }) => road?.ref ?? ''),
      numberColumn(m.travel_file_uses(), ({ uses }) => rounded(uses)),
      numberColumn(m.travel_file_km_used(), ({ stretches }) =>
        rounded(stretches.reduce((sum, { metres }) => sum + metres, 0) / 1000, 2)
      )
    ],
    ({ stretches }) => ({ type: 'MultiLineString', coordinates: stretches.map(({ line }) => line) })
  );
}
