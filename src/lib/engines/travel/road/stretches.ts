// Stretches of road between two junctions, and whole roads: found at a point or by name, closed, and those that a team uses most.
import type {
  LonLat,
  Stretch,
  CompassPoint,
  NamedRoad,
  Closure,
  RoadStretches,
  UsedRoad
} from '../../../model/travel/roads.ts';
import { UNIT, linkShape, planeMetres } from '../graph/road-graph.ts';
import type { Place } from '../../../model/travel/travel-times.ts';
import { roadIndex, type RoadGroup } from './road-index.ts';
import type { Router } from './router.ts';
import type { Snap } from './snap.ts';

/** A journey and how often it is made in a week. */
export interface RepeatedJourney {
  from: Place;
  to: Place;
  times: number;
}

/** Metres: a closure farther from any road stands for a road that the graph does not have. */
const ON_ROAD = 30;
/** Metres: a closed road of that name farther away is another one. */
const NEAR_ROAD = 2000;
/** Metres. */
const SHORTEST = 300;
const PLACES = 5;
const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(PLACES)), Number(lat.toFixed(PLACES))];

function towardOf(line: Stretch['line'], aspect: number): CompassPoint {
  const [from, to] = [line[0]!, line[line.length - 1]!];
  const [x, y] = [(to[0] - from[0]) * aspect, to[1] - from[1]];
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 'east' : 'west';
  return y > 0 ? 'north' : 'south';
}

function stretchOf(router: Router, link: number): Stretch {
  const line = router.line(link);
  const [middle] = router.line(link, 0.5, 0.5);
  const road = router.roadOf(link);
  return {
    name: road?.name ?? null,
    ref: road?.ref ?? null,
    at: rounded(middle!),
    ends: [rounded(line[0]!), rounded(line[line.length - 1]!)],
    between: router.graph.meta.schematic ? [null, null] : roadIndex(router).between(link),
    metres: router.graph.metres[link]!,
    toward: router.graph.oneway[link] ? towardOf(line, router.graph.aspect) : null,
    line
  };
}

/** Length of a road: one-way links that run opposite ways are its two carriageways. */
function lengthOf({ graph }: Router, links: readonly number[]): number {
  let [both, oneway, x, y, chords] = [0, 0, 0, 0, 0];
  for (const link of links) {
    if (!graph.oneway[link]) {
      both += graph.metres[link]!;
      continue;
    }
    const [from, to] = [graph.from[link]!, graph.to[link]!];
    const dx = (graph.lon[to]! - graph.lon[from]!) * graph.aspect;
    const dy = graph.lat[to]! - graph.lat[from]!;
    oneway += graph.metres[link]!;
    [x, y, chords] = [x + dx, y + dy, chords + Math.hypot(dx, dy)];
  }
  const sameWay = chords === 0 ? 1 : Math.hypot(x, y) / chords;
  return both + (oneway * (1 + sameWay)) / 2;
}

function roadOf(router: Router, { key, name, ref, links }: RoadGroup): NamedRoad {
  const { metres } = router.graph;
  const longest = links.reduce((most, link) => (metres[link]! > metres[most]! ? link : most));
  const [middle] = router.line(longest, 0.5, 0.5);
  return {
    key,
    name,
    ref,
    at: rounded(middle!),
    metres: Math.round(lengthOf(router, links)),
    stretches: links.length
  };
}

/** Metres from a point to the nearest drawn point of some links. */
function metresTo({ graph }: Router, [lon, lat]: LonLat, links: readonly number[]): number {
  let least = Infinity;
  for (const link of links) {
    const shape = linkShape(graph, link);
    for (let i = 0; i < shape.length; i += 2)
      least = Math.min(least, planeMetres(graph.aspect, shape[i]!, shape[i + 1]!, lon / UNIT, lat / UNIT));
  }
  return least;
}

/** The group of a closed road: the one that lies at the point, else the nearest. */
function groupAt(router: Router, { at, road = '' }: Closure): RoadGroup | undefined {
  const groups = roadIndex(router).named(road);
  const link = router.nearestLink({ lon: at[0], lat: at[1] }, ON_ROAD);
  const own = link === undefined ? undefined : groups.find(({ links }) => links.includes(link));
  if (own) return own;
  return groups
    .map((group) => ({ group, metres: metresTo(router, at, group.links) }))
    .filter(({ metres }) => metres < NEAR_ROAD)
    .sort((a, b) => a.metres - b.metres)[0]?.group;
}

/** The stretch nearest to a place, open or closed, no farther than `within` metres. */
export function stretchAt(router: Router, [lon, lat]: LonLat, within = ON_ROAD): Stretch | null {
  const link = router.nearestLink({ lon, lat }, within);
  return link === undefined ? null : stretchOf(router, link);
}

/** What a closure closes; null where the graph has no such road. */
export function closedAt(router: Router, closure: Closure): RoadStretches | null {
  if (closure.road === undefined) {
    const stretch = stretchAt(router, closure.at);
    return stretch && { road: null, stretches: [stretch] };
  }
  const group = groupAt(router, closure);
  return group
    ? { road: roadOf(router, group), stretches: group.links.map((link) => stretchOf(router, link)) }
    : null;
}

/** Numbers of the links that closures stand for; one that stands for no road of the graph closes nothing. */
export function linksAt(router: Router, closures: readonly Closure[]): Set<number> {
  return new Set(
    closures.flatMap((closure): readonly number[] => {
      if (closure.road !== undefined) return groupAt(router, closure)?.links ?? [];
      const [lon, lat] = closure.at;
      const link = router.nearestLink({ lon, lat }, ON_ROAD);
      return link === undefined ? [] : [link];
    })
  );
}

/** At most `most` roads whose name or number holds every word of a query: see `RoadIndex.search`. */
export function roadsNamed(router: Router, query: string, most: number): NamedRoad[] {
  return roadIndex(router)
    .search(query, most)
    .map((group) => roadOf(router, group));
}

/**
 * The `most` roads that the fastest routes of some journeys use most often, most used first, then by the length used. Nameless stretches stand
 * alone. What is used of a road over less than `SHORTEST` is left out: every journey begins in the street of its base.
 */
export function usedRoads(router: Router, journeys: readonly RepeatedJourney[], most: number): UsedRoad[] {
  const index = roadIndex(router);
  const snaps = new Map<Place, Snap | undefined>();
  const snap = (place: Place) => {
    if (!snaps.has(place)) snaps.set(place, router.snap(place));
    return snaps.get(place);
  };
  const linkUses = new Map<number, number>();
  const uses = new Map<RoadGroup | number, number>();
  for (const { from, to, times } of journeys) {
    const [start, end] = [snap(from), snap(to)];
    const links = new Set((start && end && router.links(start, end)) ?? []);
    for (const link of links) linkUses.set(link, (linkUses.get(link) ?? 0) + times);
    for (const road of new Set([...links].map((link) => index.roadOf(link) ?? link)))
      uses.set(road, (uses.get(road) ?? 0) + times);
  }
  return [...uses]
    .map(([road, count]) => {
      const links = typeof road === 'number' ? [road] : road.links.filter((link) => linkUses.has(link));
      const metres = links.reduce((sum, link) => sum + router.graph.metres[link]!, 0);
      return { road, count, links, metres };
    })
    .filter(({ metres }) => metres >= SHORTEST)
    .sort((a, b) => b.count - a.count || b.metres - a.metres || a.links[0]! - b.links[0]!)
    .slice(0, most)
    .map(({ road, count, links }) => {
      return {
        road: typeof road === 'number' ? null : roadOf(router, road),
        uses: count,
        stretches: links
          .map((link) => ({ link, uses: linkUses.get(link)! }))
          .sort((a, b) => b.uses - a.uses || a.link - b.link)
          .map((one) => ({ ...stretchOf(router, one.link), uses: one.uses }))
      };
    });
}
