// Name of a stretch of road, after the places at its ends.
import type { Dashboard } from '$lib/cube/dashboard';
import { metresBetween } from '$lib/cube/distance';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune, ofPlace } from '$lib/i18n/terms';
import type { LonLat, Stretch } from '$lib/engines/travel/index.ts';

/** Metres: an end nearer than this to a school, and farther from a town hall, is named after the school. */
const AT_SCHOOL = 60;

/** « Anzin – Valenciennes »: the places at both ends; or the commune that contains it and the nearest school. */
export function roadName({ communes, schools }: Dashboard, { ends, at }: Stretch): string {
  const nearest = <Place>(places: readonly Place[], to: LonLat, of: (place: Place) => LonLat | null) =>
    places
      .flatMap((place) => {
        const point = of(place);
        return point ? [{ place, metres: metresBetween(point, to) }] : [];
      })
      .sort((a, b) => a.metres - b.metres)[0];
  const position = ({ lon, lat }: (typeof schools)[number]): LonLat | null =>
    lon === null || lat === null ? null : [lon, lat];
  const [from, to] = ends.map((end) => {
    const town = nearest(communes, end, ({ town_lon, town_lat }) => [town_lon, town_lat]);
    const school = nearest(schools, end, position);
    const own = school && school.metres < AT_SCHOOL && (town?.metres ?? Infinity) >= AT_SCHOOL;
    return (own ? school.place.name : town?.place.name) ?? '';
  }) as [string, string];
  if (from !== to) return m.travel_road_between({ from, to });
  const school = nearest(schools, at, position)?.place.name ?? '';
  return m.travel_road_within({ place: inCommune(from), school: ofPlace(school) });
}
