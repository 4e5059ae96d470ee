// What the service says of its road, in words.
import { duration, plain } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { isUsualRoad, type RoadSettings } from '$lib/model/travel/travel-settings.ts';

/** Minutes a week of one post, to ten: its homes are too few for a figure to the minute, or for a range. */
export const aboutPost = (minutes: number): string => duration(10 * Math.round(minutes / 10));

/** Of the messages that say a road. */
export const roadBlanks = ({ outings, parkingMinutes, peak, homeMetres }: RoadSettings) => ({
  outings,
  count: plain(outings),
  parking: plain(parkingMinutes),
  peak: plain(peak),
  homes: homeMetres === null ? '' : m.sectors_road_homes({ metres: plain(homeMetres) }),
  hour: peak === 1 ? ('off' as const) : ('peak' as const)
});

/** As every figure of the road counts it. */
export const roadInUse = (road: RoadSettings): string => m.sectors_road_in_use(roadBlanks(road));

/** In a note or on paper, where it is not the usual one. */
export const otherRoad = (road: RoadSettings): string[] => (isUsualRoad(road) ? [] : [roadInUse(road)]);
