// What the road of a team says of the homes that it drives to, of which none is known.
import { localMinutes } from '$lib/engines/assignment/index.ts';
import { neutralShareOf } from '$lib/engines/travel/index.ts';
import { duration, integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { TeamPost } from '$lib/model/travel/team-travel.ts';
import type { RoadSettings, TeamSettings } from '$lib/model/travel/travel-settings.ts';
import { workloadOf } from '$lib/model/workload.ts';
import { byMode } from './travel-words';

/** Minutes that a week's outing may last: 35 hours over five days. */
const DAY_MINUTES = 420;
const HOUR = 60;

/** Visits are at homes that nobody knows. */
export const homesNote = (
  { homeMetres }: Pick<RoadSettings, 'homeMetres'>,
  posts: readonly TeamPost[] = []
): string =>
  `${m.travel_homes_note({
    within: homeMetres === null ? '' : m.travel_homes_within({ metres: integer(homeMetres) })
  })} ${neutralWords(posts)}`;

/** « 18 % des visites ont lieu hors du domicile »; said to be unknown where no share is published. */
function neutralWords(posts: readonly TeamPost[]): string {
  const share = neutralShareOf(posts.flatMap(({ schools }) => schools));
  return share === 0 ? m.travel_neutral_unknown() : m.travel_neutral_share({ share: percent(share, 0) });
}

/** Minutes a week among the homes of all schools of a team: taken from nothing to double, they are how sure its road is. */
const amongHomes = (posts: readonly TeamPost[], settings: TeamSettings): number =>
  posts
    .flatMap(({ schools }) => schools)
    .reduce(
      (sum, school) =>
        sum +
        localMinutes({ ...school, visits: workloadOf(school, settings).visits }, settings, settings.mode),
      0
    );

/** To half an hour; to ten minutes under it. */
function toNear(minutes: number): number {
  const near = Math.abs(minutes) < HOUR / 2 ? 10 : HOUR / 2;
  return near * Math.round(minutes / near);
}

/** The road of a team whose families live at the door of their school, and of one whose families live twice as far as is counted. */
export function teamLimits(
  minutes: number,
  posts: readonly TeamPost[],
  settings: TeamSettings
): { near: string; far: string } {
  const among = amongHomes(posts, settings);
  return { near: duration(toNear(minutes - among)), far: duration(toNear(minutes + among)) };
}

/**
 * The road of a team, in whole hours, with the range that homes leave, to half an hour (ten minutes under it). In minutes where it is under
 * two hours.
 *
 * @param minutes a week
 */
export function teamSentence(minutes: number, posts: readonly TeamPost[], settings: TeamSettings): string {
  const step = minutes < 2 * HOUR ? 10 : HOUR;
  const words = { hours: duration(step * Math.round(minutes / step)), mode: byMode(settings.mode) };
  const range = toNear(amongHomes(posts, settings));
  return range === 0
    ? m.travel_sentence_team_sure(words)
    : m.travel_sentence_team({ ...words, range: duration(range) });
}

/** Where the visits of an outing and its road are longer than a day; empty where a day is enough. @param minutes of road a week */
export function daySentence(minutes: number, posts: readonly TeamPost[], settings: TeamSettings): string {
  const visits = posts
    .flatMap(({ schools }) => schools)
    .reduce((sum, school) => sum + workloadOf(school, settings).visits, 0);
  const outings = settings.outings * posts.length;
  const day = (visits * settings.visitMinutes + minutes) / Math.max(1, outings);
  return day > DAY_MINUTES ? m.travel_sentence_day({ visits: integer(visits / outings) }) : '';
}
