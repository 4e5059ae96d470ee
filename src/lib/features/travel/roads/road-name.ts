// Names of roads as a sentence tells them: by name and number, by the roads that cross them, by the places at their ends.
import type { Dashboard } from '$lib/cube/dashboard';
import { metresBetween } from '$lib/algorithms/distance';
import { locale } from '$lib/i18n/locale';
import { distance } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune, ofPlace } from '$lib/i18n/terms';
import type {
  CompassPoint,
  Leg,
  LonLat,
  NamedRoad,
  RoadStretches,
  Stretch
} from '$lib/model/travel/roads.ts';
import type { RoadName } from '$lib/model/travel/road-network.ts';

type Places = Pick<Dashboard, 'communes' | 'schools'>;

/** Metres: an end nearer than this to a school, and farther from a town hall, is named after the school. */
const AT_SCHOOL = 60;
/** Metres: farther than this from every town hall, a road is outside the territory. */
const FAR = 8000;

/** « Rue de Famars (D 630) », « D 630 »; empty for a road without a name or a number. */
export const roadLabel = ({ name, ref }: RoadName): string =>
  name !== null && ref !== null ? m.travel_road_both({ name, ref }) : (name ?? ref ?? '');

/** First word of a road's name -> its article in a French sentence. A number takes that of « route » or « autoroute ». */
const ARTICLES: readonly [RegExp, string][] = [
  [/^A ?\d/, 'l’'],
  [/^[A-Z]{1,2} ?\d/, 'la '],
  [/^(avenue|allée|impasse|autoroute|esplanade)\b/i, 'l’'],
  [/^(boulevard|chemin|quai|cours|passage|square|sentier|pont|rond-point|faubourg|clos|mail)\b/i, 'le '],
  [/^(rue|place|route|ruelle|sente|cité|résidence|chaussée|voie|promenade|rocade|bretelle)\b/i, 'la ']
];

/** « la rue de Famars », « l’A 2 », « la D 630 »; the name itself in English. */
export function theRoad({ name, ref }: RoadName): string {
  const label = name ?? ref ?? '';
  const article = locale() === 'fr' ? ARTICLES.find(([first]) => first.test(label))?.[1] : undefined;
  if (article === undefined) return label;
  return article + (name === null ? label : label.charAt(0).toLocaleLowerCase('fr') + label.slice(1));
}

function nearest<Place>(places: readonly Place[], to: LonLat, of: (place: Place) => LonLat | null) {
  return places
    .flatMap((place) => {
      const point = of(place);
      return point ? [{ place, metres: metresBetween(point, to) }] : [];
    })
    .sort((a, b) => a.metres - b.metres)[0];
}

const townAt = ({ communes }: Places, at: LonLat) =>
  nearest(communes, at, ({ town_lon, town_lat }) => [town_lon, town_lat]);

/** Whether a point is near enough to a town hall to be told by it. */
const isNear = (places: Places, at: LonLat): boolean => (townAt(places, at)?.metres ?? Infinity) < FAR;

const schoolAt = ({ schools }: Places, at: LonLat) =>
  nearest(schools, at, ({ lon, lat }) => (lon === null || lat === null ? null : [lon, lat]));

/** « Anzin – Valenciennes »: the places at both ends; or the commune that contains it and the nearest school; or that all are far. */
function placesOf(places: Places, ends: Stretch['ends'], at: LonLat): string {
  if (![at, ...ends].some((point) => isNear(places, point))) return m.travel_road_far();
  const [from, to] = ends.map((end) => {
    const [town, school] = [townAt(places, end), schoolAt(places, end)];
    const own = school && school.metres < AT_SCHOOL && (town?.metres ?? Infinity) >= AT_SCHOOL;
    return (own ? school.place.name : town?.place.name) ?? '';
  }) as [string, string];
  if (from !== to) return m.travel_road_between({ from, to });
  const school = schoolAt(places, at)?.place.name ?? '';
  return m.travel_road_within({ place: inCommune(from), school: ofPlace(school) });
}

/** « entre la rue de Mons et la D 630 », or the places at both ends where the roads that cross it have no name. */
export function stretchPlace(places: Places, { between, ends, at }: Stretch): string {
  const [from, to] = between.map((road) => (road ? theRoad(road) : null));
  if (from && to && from !== to) return m.travel_road_crossings({ from, to });
  const one = from ?? to;
  return one ? m.travel_road_crossing({ road: one }) : placesOf(places, ends, at);
}

const TOWARD: Record<CompassPoint, () => string> = {
  north: m.travel_toward_north,
  east: m.travel_toward_east,
  south: m.travel_toward_south,
  west: m.travel_toward_west
};

/** « vers le nord », of a one-way stretch: each carriageway of a motorway is one. */
export const towardWords = ({ toward }: Pick<Stretch, 'toward'>): string => (toward ? TOWARD[toward]() : '');

/** « D 630, entre la rue de Mons et l’A 23 »; « la voie entre … » where it has no name; the places alone in a schematic network. */
export function stretchName(places: Places, stretch: Stretch): string {
  const [road, where] = [roadLabel(stretch), stretchPlace(places, stretch)];
  if (road !== '') return m.travel_road_stretch({ road, where });
  return stretch.between.some(Boolean) ? m.travel_road_nameless({ where }) : where;
}

/** « à Anzin, 840 m, 5 tronçons »: a numbered road crosses many communes, and names none. */
export function roadFacts(places: Places, { key, ref, at, metres, stretches }: NamedRoad): string {
  const town = key === ref || !isNear(places, at) ? undefined : townAt(places, at)?.place.name;
  return [
    town === undefined ? '' : inCommune(town),
    distance(metres),
    m.travel_road_count({ count: stretches })
  ]
    .filter(Boolean)
    .join(', ');
}

/** A road named whole, or one of its stretches. */
export function closedName(places: Places, { road, stretches }: RoadStretches): string {
  const [first] = stretches;
  if (road) return m.travel_road_whole({ road: roadLabel(road) });
  return first ? stretchName(places, first) : '';
}

/** A leg of a route: its road, or the places at its ends where the network is schematic. */
export function legName(places: Places, leg: Leg, schematic: boolean): string {
  const road = roadLabel(leg);
  if (road !== '') return road;
  if (!schematic) return m.travel_leg_nameless();
  const [from, to] = leg.ends;
  return placesOf(places, leg.ends, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
}
