// Travel burden of a team, from what may be published: pupils of the schools followed times a rate of visits, never cases.
import type { TeamPost, PostBurden, TeamSum } from '../../../model/travel/team-travel.ts';
import type { Plan } from '../../../model/plan.ts';
import type { Commune } from '../../../model/place.ts';
import type { School } from '../../../model/school.ts';
import { workloadOf, type HomeVisits } from '../../../model/workload.ts';
import { burden } from './burden.ts';
import { tripMinutes, type Matrix, type Place } from '../../../model/travel/travel-times.ts';
import { homeMetresOf } from '../../../model/travel/home-radius.ts';
import { type TeamSettings } from '../../../model/travel/travel-settings.ts';
import { burdenParametersOf } from './burden-parameters.ts';

type TeamSchool = Pick<School, 'uai' | 'lon' | 'lat' | 'commune' | 'status'>;

/** UAI of schools without a known position: times to them are times to the town hall of their commune. */
export const atTownHall = (schools: readonly TeamSchool[]): string[] =>
  schools
    .filter(({ lon, status }) => lon === null && (status === 'followed' || status === 'waiting'))
    .map(({ uai }) => uai);

/** The schools, those of {@link atTownHall} moved to the town hall of their commune. */
export function withTownHalls<Row extends TeamSchool>(
  schools: readonly Row[],
  communes: readonly Pick<Commune, 'code' | 'town_lon' | 'town_lat'>[]
): Row[] {
  const townOf = new Map(communes.map((town) => [town.code, town]));
  const unplaced = new Set(atTownHall(schools));
  return schools.map((school) => {
    const town = unplaced.has(school.uai) ? townOf.get(school.commune) : undefined;
    return town ? { ...school, lon: town.town_lon, lat: town.town_lat } : school;
  });
}

/** Town halls (INSEE code), then schools (UAI): the rows and columns of every matrix of the travel page. */
export function teamPlaces(
  communes: readonly Pick<Commune, 'code' | 'town_lon' | 'town_lat'>[],
  schools: readonly TeamSchool[]
): (Place & { id: string })[] {
  const towns = communes.map(({ code, town_lon, town_lat }) => ({ id: code, lon: town_lon, lat: town_lat }));
  const placed = withTownHalls(schools, communes).flatMap(({ uai, lon, lat }) =>
    lon !== null && lat !== null ? [{ id: uai, lon, lat }] : []
  );
  return [...towns, ...placed];
}

/** Share of the visits at a neutral place, one for the territory; 0 where none is published. */
export const neutralShareOf = (schools: readonly Pick<HomeVisits, 'neutralShare'>[]): number =>
  schools.find(({ neutralShare }) => neutralShare !== undefined)?.neutralShare ?? 0;

/**
 * Weekly burden of each post.
 *
 * @param matrix square, over `places`
 * @param progress share of the work done, 0 to 1
 */
export function teamBurden(
  posts: readonly TeamPost[],
  places: readonly Place[],
  matrix: Matrix,
  settings: TeamSettings,
  progress?: (share: number) => void
): PostBurden[] {
  const rowOf = new Map(places.map(({ id }, row) => [id, row]));
  const idOf = (row: number) => places[row]?.id ?? '';
  const parameters = burdenParametersOf(settings);
  return posts.map(({ id, base, schools }, done) => {
    const from = rowOf.get(base);
    const demands = schools.map((school) => ({
      uai: school.uai,
      radius: homeMetresOf(school, settings),
      ...workloadOf(school, settings)
    }));
    const stops = demands.flatMap(({ uai, visits, radius, parts }) => {
      const place = rowOf.get(uai);
      return place === undefined ? [] : [{ place, visits, radius, minutes: parts.visits }];
    });
    const missing = schools.filter(({ uai }) => !rowOf.has(uai)).map(({ uai }) => uai);
    const minutes = demands.reduce((sum, { parts }) => sum + parts.meetings + parts.liaison, 0);
    const workload = {
      base: from ?? 0,
      stops: from === undefined ? [] : stops,
      neutralShare: neutralShareOf(schools),
      meetings: minutes
    };
    const { hours, km, euros, co2, unreachable } = burden(workload, matrix, parameters);
    const out = new Set(unreachable);
    const trips = workload.stops
      .filter(({ place }) => !out.has(place))
      .map(({ place }) => ({
        uai: idOf(place),
        seconds: matrix.seconds[workload.base * matrix.destinations + place]!
      }))
      .sort((a, b) => b.seconds - a.seconds);
    progress?.((done + 1) / posts.length);
    return {
      id,
      base,
      hours,
      km,
      euros,
      co2,
      trips,
      schools: schools.length,
      unreachable: [...missing, ...unreachable.map(idOf)]
    };
  });
}

/** The same posts with some bases moved. `bases`: post -> INSEE code. */
export function movedPosts(posts: readonly TeamPost[], bases: Readonly<Record<string, string>>): TeamPost[] {
  return posts.map((post) => ({ ...post, base: bases[post.id] ?? post.base }));
}

/** The posts under a plan, each with the schools that it gives them. @param schools those that a plan may give, in order */
export const postsUnder = (
  posts: readonly TeamPost[],
  schools: TeamPost['schools'],
  { referents }: Pick<Plan, 'referents'>
): TeamPost[] =>
  posts.map((post) => ({ ...post, schools: schools.filter(({ uai }) => referents[uai] === post.id) }));

/** Sums over the posts of a team. */
export function travelSum(team: readonly PostBurden[]): TeamSum {
  const sum = (figure: (post: PostBurden) => number) => team.reduce((all, post) => all + figure(post), 0);
  return {
    driving: sum(({ hours }) => hours.driving.mean),
    total: sum(({ hours }) => hours.total.mean),
    km: sum(({ km }) => km.mean),
    euros: sum(({ euros }) => euros.mean),
    co2: sum(({ co2 }) => co2.mean)
  };
}

/** A figure of a post beside the mean of its team. */
export interface Beside {
  own: number;
  mean: number;
}

/** Why a post drives more than its team: what it has above the mean, the rest null. */
export interface RoadReasons {
  /** Schools to follow. */
  schools: Beside | null;
  /** Minutes from its base to a school, on average. */
  minutes: Beside | null;
  /** Children followed. */
  children: Beside | null;
}

/**
 * @param id of a post; without one in the team, or alone in it, no reason
 * @param childrenOf children that a post follows
 */
export function roadReasons(
  team: readonly PostBurden[],
  id: string,
  childrenOf: (post: string) => number
): RoadReasons {
  const above = (figure: (post: PostBurden) => number, posts = team): Beside | null => {
    const post = posts.find((one) => one.id === id);
    if (!post) return null;
    const mean = posts.reduce((sum, one) => sum + figure(one), 0) / posts.length;
    return figure(post) > mean ? { own: figure(post), mean } : null;
  };
  return {
    schools: above(({ schools }) => schools),
    minutes: above(
      tripsMean,
      team.filter(({ trips }) => trips.length > 0)
    ),
    children: above((post) => childrenOf(post.id))
  };
}

/** Minutes from the base of a post to a school that it reaches, on average; 0 where it reaches none. */
export const tripsMean = ({ trips }: Pick<PostBurden, 'trips'>): number =>
  trips.reduce((sum, { seconds }) => sum + tripMinutes(seconds), 0) / Math.max(1, trips.length);
