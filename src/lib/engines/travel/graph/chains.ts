// Joins links that follow each other through points of degree 2, so that the search only meets real junctions.
import type { Link } from './links.ts';

export function reversed(link: Link): Link {
  return {
    ...link,
    points: [...link.points].reverse(),
    ways: [link.ways[1], link.ways[0]],
    parts: [...link.parts].reverse()
  };
}

const alike = (a: Link, b: Link): boolean =>
  a.speed === b.speed && a.oneway === b.oneway && a.offGround === b.offGround;

/** The link that continues `link` through `point`, in the direction of travel; undefined when speed, direction or level differ. */
function continuation(link: Link, next: Link, point: number): Link | undefined {
  if (!alike(link, next)) return undefined;
  if (next.points[0] === point) return next;
  return next.oneway ? undefined : reversed(next);
}

/**
 * Joins links wherever a point has exactly two of the same speed, direction and level. A ring without any junction keeps one of its points.
 *
 * @param points number of points of the network
 * @param kept points that stay junctions
 */
export function joinChains(
  links: readonly Link[],
  points: number,
  kept: ReadonlySet<number> = new Set()
): Link[] {
  const incident: number[][] = Array.from({ length: points }, () => []);
  links.forEach((link, index) => {
    incident[link.points[0]!]!.push(index);
    incident[link.points[link.points.length - 1]!]!.push(index);
  });
  const isPassage = (point: number): boolean => {
    const [a, b, more] = incident[point]!;
    if (a === undefined || b === undefined || more !== undefined || a === b || kept.has(point)) return false;
    const [first, second] = [links[a]!, links[b]!];
    if (!alike(first, second)) return false;
    // Of two one-way links, one must arrive and the other leave.
    return !first.oneway || (first.points[0] === point) !== (second.points[0] === point);
  };
  const passage = Uint8Array.from({ length: points }, (_, point) => (isPassage(point) ? 1 : 0));
  const taken = new Uint8Array(links.length);
  const joined: Link[] = [];

  const follow = (start: Link, index: number): void => {
    taken[index] = 1;
    const chain: Link = { ...start, points: [...start.points], parts: [...start.parts] };
    let last = index;
    for (;;) {
      const end = chain.points[chain.points.length - 1]!;
      if (!passage[end]) break;
      const [a, b] = incident[end]! as [number, number];
      const next = a === last ? b : a;
      if (taken[next]) break;
      const link = continuation(chain, links[next]!, end);
      if (!link) break;
      taken[next] = 1;
      chain.points.push(...link.points.slice(1));
      chain.parts.push(...link.parts);
      chain.metres += link.metres;
      chain.ways = [chain.ways[0], link.ways[1]];
      last = next;
    }
    joined.push(chain);
  };

  links.forEach((link, index) => {
    if (taken[index]) return;
    if (!passage[link.points[0]!]) follow(link, index);
    else if (!link.oneway && !passage[link.points[link.points.length - 1]!]) follow(reversed(link), index);
  });
  // Only rings without any junction are left: each gets one.
  links.forEach((link, index) => {
    if (taken[index]) return;
    passage[link.points[0]!] = 0;
    follow(link, index);
  });
  return joined;
}
