// Cuts the ways of a road network into links at the points that they share; speeds depend on how dense the roads are around.
import type { RoadNetwork } from '../../../model/travel/road-network.ts';
import { greatCircleMetres, KM_PER_DEGREE } from '../../../algorithms/distance.ts';

/** A road between two junctions of the network; `points` includes both ends. */
export interface Link {
  points: number[];
  metres: number;
  /** km/h. */
  speed: number;
  oneway: boolean;
  offGround: boolean;
  /** Ways of the network that it begins and ends with. */
  ways: [first: number, last: number];
  /** Ways that it follows from its first point to its last, and how far; lengths sum to `metres`. */
  parts: LinkPart[];
}

/** A part of a link that lies on one way. */
export interface LinkPart {
  way: number;
  metres: number;
}

/** Side of a density cell in degrees of latitude: about 1.1 km. */
const CELL = 0.01;

/** Metres of road by cell of about 1 km2. */
class Density {
  readonly #metres = new Map<number, number>();

  #cell(lon: number, lat: number): number {
    return Math.floor(lat / CELL) * 65_536 + Math.floor(lon / CELL);
  }

  add(lon: number, lat: number, metres: number): void {
    const cell = this.#cell(lon, lat);
    this.#metres.set(cell, (this.#metres.get(cell) ?? 0) + metres);
  }

  /** km of road per km2 in the cell. */
  at(lon: number, lat: number): number {
    const side = CELL * KM_PER_DEGREE;
    const area = side * side * Math.cos((lat * Math.PI) / 180);
    return (this.#metres.get(this.#cell(lon, lat)) ?? 0) / 1000 / area;
  }
}

/**
 * Links of a network: ways cut wherever a point is shared or visited twice.
 *
 * @param urbanDensity km of road per km2 in the cell of a link's middle above which the link takes its urban speed
 */
export function linksOf(network: RoadNetwork, urbanDensity: number): Link[] {
  const { lon, lat, ways } = network;
  const uses = new Uint8Array(lon.length);
  for (const { points } of ways) {
    for (let i = 0; i < points.length; i++) {
      const point = points[i]!;
      const weight = i === 0 || i === points.length - 1 ? 2 : 1;
      uses[point] = Math.min(2, uses[point]! + weight);
    }
  }
  const between = (a: number, b: number) =>
    greatCircleMetres({ lon: lon[a]!, lat: lat[a]! }, { lon: lon[b]!, lat: lat[b]! });

  const density = new Density();
  const links: Link[] = [];
  ways.forEach((way, index) => {
    let piece: number[] = [way.points[0]!];
    let metres = 0;
    for (let i = 1; i < way.points.length; i++) {
      const previous = way.points[i - 1]!;
      const point = way.points[i]!;
      if (point === previous) continue;
      const step = between(previous, point);
      density.add((lon[previous]! + lon[point]!) / 2, (lat[previous]! + lat[point]!) / 2, step);
      metres += step;
      piece.push(point);
      if (uses[point]! < 2) continue;
      const length = way.metres ?? metres;
      links.push({
        points: piece,
        metres: length,
        speed: way.rural,
        oneway: way.oneway,
        offGround: way.offGround ?? false,
        ways: [index, index],
        parts: [{ way: index, metres: length }]
      });
      piece = [point];
      metres = 0;
    }
  });
  links.forEach((link) => {
    const way = ways[link.ways[0]]!;
    const middle = link.points[link.points.length >> 1]!;
    if (density.at(lon[middle]!, lat[middle]!) > urbanDensity) link.speed = way.urban;
  });
  return links;
}
