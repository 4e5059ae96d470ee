// Names of places and posts, from their codes.
import type { Dashboard } from '$lib/cube/dashboard';
import { metresBetween } from '$lib/cube/distance';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune, ofPlace } from '$lib/i18n/terms';
import type { LonLat, Stretch } from './travel-state.svelte';

/** Name of a commune or a school; the code itself when it is unknown. */
export function placeName({ communes, schools }: Dashboard, code: string): string {
  return (
    communes.find((commune) => commune.code === code)?.name ??
    schools.find(({ uai }) => uai === code)?.name ??
    code
  );
}

/** Metres under which the end of a road is a school's own. */
const AT_SCHOOL = 60;

/** « Anzin – Valenciennes »: the places at both ends of a stretch of road, or the one that it lies in and the school it passes. */
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
    const school = nearest(schools, end, ({ lon, lat }) =>
      lon === null || lat === null ? null : [lon, lat]
    );
    const own = school && school.metres < AT_SCHOOL && (town?.metres ?? Infinity) >= AT_SCHOOL;
    return (own ? school.place.name : town?.place.name) ?? '';
  }) as [string, string];
  if (from !== to) return m.travel_road_between({ from, to });
  const school = nearest(schools, at, position)?.place.name ?? '';
  return m.travel_road_within({ place: inCommune(from), school: ofPlace(school) });
}

/** « Référent 6 » in the reader's language; a post is known by its number. */
export function postName(id: string): string {
  const number = /\d+$/.exec(id)?.[0];
  return number === undefined ? id : m.travel_post({ number });
}
