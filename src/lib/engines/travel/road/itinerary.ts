// A route told road by road: consecutive pieces of one road are one leg.
import type { Leg, Itinerary, LonLat } from '../../../model/travel/roads.ts';
import { TICKS_PER_SECOND } from '../graph/adjacency.ts';
import type { RoadName } from '../../../model/travel/road-network.ts';
import { isSameRoad } from '../graph/road-names.ts';
import { isAtJunction, type Piece, type Router } from './router.ts';
import type { Snap } from './snap.ts';

/** Metres: a roundabout or a crossing without a name, shorter than this, belongs to the road on both of its sides. */
const CROSSING = 120;

const isNameless = ({ name, ref }: RoadName): boolean => name === null && ref === null;

function appended(legs: Leg[], leg: Leg): Leg[] {
  const last = legs[legs.length - 1];
  if (!last || !isSameRoad(last, leg)) return [...legs, leg];
  const joint = {
    ...last,
    name: last.name === leg.name ? last.name : null,
    metres: last.metres + leg.metres,
    seconds: last.seconds + leg.seconds,
    ends: [last.ends[0], leg.ends[1]] as const
  };
  return [...legs.slice(0, -1), joint];
}

/** Parts of a piece by name, in order of travel. */
function legsOf(router: Router, { link, start, end }: Piece): Leg[] {
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const { adjacency, graph } = router;
  const at = (share: number): LonLat => router.line(link, share, share)[0]!;
  const legs = router.partsOf(link).flatMap(({ road, ...part }): Leg[] => {
    const [first, last] = [Math.max(low, part.start), Math.min(high, part.end)];
    if (first >= last) return [];
    const [from, to] = start <= end ? [first, last] : [last, first];
    return [
      {
        name: road?.name ?? null,
        ref: road?.ref ?? null,
        metres: graph.metres[link]! * (last - first),
        seconds: (adjacency.linkCost[link]! * (last - first)) / TICKS_PER_SECOND,
        ends: [at(from), at(to)]
      }
    ];
  });
  return start <= end ? legs : legs.reverse();
}

/**
 * The fastest route between two places, road by road; undefined where there is none. Metres and seconds of the legs and of the walk sum to
 * those of `Router.journeys`, to the tick.
 */
export function itinerary(router: Router, from: Snap, to: Snap): Itinerary | undefined {
  const pieces = router.pieces(from, to);
  if (!pieces) return undefined;
  // A few metres of the road that crosses, where a place lies at a junction, are those of the leg beside.
  const main = pieces.some((piece) => !isAtJunction(piece))
    ? pieces.filter((piece) => !isAtJunction(piece))
    : pieces;
  let legs = main.flatMap((piece) => legsOf(router, piece)).reduce(appended, []);
  const isCrossing = (leg: Leg, i: number) => {
    const [before, after] = [legs[i - 1], legs[i + 1]];
    return isNameless(leg) && leg.metres < CROSSING && before && after && isSameRoad(before, after);
  };
  legs = legs
    .map((leg, i) => (isCrossing(leg, i) ? { ...leg, name: legs[i - 1]!.name, ref: legs[i - 1]!.ref } : leg))
    .reduce(appended, []);
  for (const piece of pieces.filter((one) => !main.includes(one))) {
    const at = piece === pieces[0] ? 0 : legs.length - 1;
    for (const { metres, seconds } of legsOf(router, piece))
      legs = legs.map((leg, i) =>
        i === at ? { ...leg, metres: leg.metres + metres, seconds: leg.seconds + seconds } : leg
      );
  }
  const walked = from.metres + to.metres;
  return { legs, walk: { metres: walked, seconds: walked / router.parameters.walk } };
}
