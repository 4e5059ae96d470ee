// Stretches of road between two junctions: the one at a point, those that are closed, those that a team uses most.
import type { Place } from '../travel-times.ts';
import type { Router } from './router.ts';
import type { Snap } from './snap.ts';

/** [lon, lat] in degrees, rounded to the graph's unit. */
export type LonLat = readonly [lon: number, lat: number];

/** A link of a graph, told by a point on it: the number of a link does not survive a new version of the graph. */
export interface Stretch {
  /** In the middle of the stretch: identifies it in every graph that has a road there. */
  at: LonLat;
  /** Its two junctions. */
  ends: readonly [LonLat, LonLat];
  /** Degrees. */
  line: [lon: number, lat: number][];
}

export interface UsedStretch extends Stretch {
  /** Times a week that it is used, there or back. */
  uses: number;
}

/** A journey and how often it is made in a week. */
export interface RepeatedJourney {
  from: Place;
  to: Place;
  times: number;
}

/** Metres: a closure farther from any road stands for a road that the graph does not have. */
const ON_ROAD = 30;
const PLACES = 5;
const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(PLACES)), Number(lat.toFixed(PLACES))];

function stretchOf(router: Router, link: number): Stretch {
  const line = router.line(link);
  const [middle] = router.line(link, 0.5, 0.5);
  return { at: rounded(middle!), ends: [rounded(line[0]!), rounded(line[line.length - 1]!)], line };
}

/** The stretch nearest to a place, open or closed, no farther than `within` metres. */
export function stretchAt(router: Router, [lon, lat]: LonLat, within = ON_ROAD): Stretch | null {
  const link = router.nearestLink({ lon, lat }, within);
  return link === undefined ? null : stretchOf(router, link);
}

/** Numbers of the links that closures stand for; a point where the graph has no road closes nothing. */
export function linksAt(router: Router, closures: readonly LonLat[]): Set<number> {
  return new Set(closures.flatMap(([lon, lat]) => router.nearestLink({ lon, lat }, ON_ROAD) ?? []));
}

/** The `most` stretches that the fastest routes of some journeys use most often, most used first. */
export function usedStretches(
  router: Router,
  journeys: readonly RepeatedJourney[],
  most: number
): UsedStretch[] {
  const snaps = new Map<Place, Snap | undefined>();
  const snap = (place: Place) => {
    if (!snaps.has(place)) snaps.set(place, router.snap(place));
    return snaps.get(place);
  };
  const uses = new Map<number, number>();
  for (const { from, to, times } of journeys) {
    const [start, end] = [snap(from), snap(to)];
    for (const link of (start && end && router.links(start, end)) ?? [])
      uses.set(link, (uses.get(link) ?? 0) + times);
  }
  return [...uses]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, most)
    .map(([link, count]) => ({ ...stretchOf(router, link), uses: count }));
}
