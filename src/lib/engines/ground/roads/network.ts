// From an extract to the network that a mode may use, the input of the builder of road graphs.
import type { NetworkTurn, RoadMode, RoadNetwork, RoadWay } from '../../../model/travel/road-network.ts';
import type { Extract, ExtractWay } from '../extract.ts';
import { indexIn } from '../columns.ts';
import { blocks, roadUse, type RoadUse } from './road-rules.ts';

/** Roads of all modes by the points that they use: read once for the three networks. */
interface Roads {
  /** Indices of points in the extract, ascending; NaN-less: -1 where the extract lacks one. */
  lon: Float64Array;
  lat: Float64Array;
  /** Index of a point by its place among those of the extract. */
  pointOf: Map<number, number>;
  ways: { way: ExtractWay; points: Uint32Array }[];
  turns: NetworkTurn[];
}

const known = /* @__PURE__ */ new WeakMap<Extract, Roads>();

/** Points have positions of their own: NaN where the extract lacks one, which cuts the road. */
function roadsOf(extract: Extract): Roads {
  const found = known.get(extract);
  if (found) return found;
  const roads = extract.ways.filter(({ tags, refs }) => tags['highway'] !== undefined && refs.length > 1);
  const refs = new Float64Array(roads.reduce((sum, way) => sum + way.refs.length, 0));
  let at = 0;
  for (const way of roads) {
    refs.set(way.refs, at);
    at += way.refs.length;
  }
  refs.sort();
  const ids = refs.filter((id, i) => i === 0 || id !== refs[i - 1]);
  const lon = new Float64Array(ids.length).fill(NaN);
  const lat = new Float64Array(ids.length).fill(NaN);
  const pointOf = new Map<number, number>();
  let place = 0;
  ids.forEach((id, point) => {
    while (place < extract.ids.length && extract.ids[place]! < id) place++;
    if (extract.ids[place] !== id) return;
    lon[point] = extract.lon[place]! / 1e7;
    lat[point] = extract.lat[place]! / 1e7;
    if (extract.pointTags.has(place)) pointOf.set(place, point);
  });
  const ways = roads.map((way) => ({ way, points: Uint32Array.from(way.refs, (id) => indexIn(ids, id)) }));
  const wayOf = new Map(roads.map(({ id }, index) => [id, index]));
  const turns = extract.turns.flatMap(({ from, to, via, only }) => {
    const [start, end, point] = [wayOf.get(from), wayOf.get(to), indexIn(ids, via)];
    return start === undefined || end === undefined || point < 0
      ? []
      : [{ from: start, to: end, via: point, only }];
  });
  const all = { lon, lat, pointOf, ways, turns };
  known.set(extract, all);
  return all;
}

/** Parts of a way between points that are missing or block the mode; a blocking point is copied to both of its sides. */
function splitWay(
  points: Uint32Array,
  isAbsent: (p: number) => boolean,
  copy: (p: number) => number | undefined
): number[][] {
  const pieces: number[][] = [[]];
  for (const point of points) {
    const piece = pieces[pieces.length - 1]!;
    if (isAbsent(point)) pieces.push([]);
    else {
      const stop = copy(point);
      if (stop === undefined) piece.push(point);
      else {
        piece.push(stop);
        pieces.push([copy(point)!]);
      }
    }
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** The first of the values that a tag separates by semicolons, as on a sign; undefined without any. */
const firstOf = (value: string | undefined): string | undefined => value?.split(';')[0]!.trim() || undefined;

/**
 * The network that a mode may use, each way with its name and number where it has them. Roads stop where the extract does.
 *
 * @param source for the credit line
 */
export function roadNetwork(extract: Extract, mode: RoadMode, source = 'OpenStreetMap'): RoadNetwork {
  const roads = roadsOf(extract);
  const blocked = new Set<number>();
  for (const [place, point] of roads.pointOf)
    if (blocks(extract.pointTags.get(place)!, mode)) blocked.add(point);
  const copies: number[] = [];
  const copy = (point: number): number | undefined => {
    if (!blocked.has(point)) return undefined;
    copies.push(point);
    return roads.lon.length + copies.length - 1;
  };
  const ways: RoadWay[] = [];
  /** Pieces of each way that rules name, by their ends. */
  const piecesOf = new Map<number, number[]>();
  if (mode === 'car')
    for (const { from, to } of roads.turns) for (const way of [from, to]) piecesOf.set(way, []);
  const add = (points: number[], use: RoadUse, name: string | undefined, ref: string | undefined) =>
    ways.push({
      points: use.direction === 'backward' ? points.reverse() : points,
      rural: use.rural,
      urban: use.urban,
      oneway: use.direction !== 'both',
      ...(use.offGround && { offGround: true }),
      ...(name !== undefined && { name }),
      ...(ref !== undefined && { ref })
    }) - 1;
  roads.ways.forEach(({ way: { tags }, points }, index) => {
    const use = roadUse(tags, mode);
    if (!use) return;
    const [name, ref] = [tags['name']?.trim() || undefined, firstOf(tags['ref'])];
    for (const piece of splitWay(points, (point) => Number.isNaN(roads.lon[point]!), copy)) {
      const added = add(piece, use, name, ref);
      piecesOf.get(index)?.push(added);
    }
  });
  const pieceAt = (way: number, point: number) => {
    const ending = piecesOf.get(way)?.filter((piece) => {
      const { points } = ways[piece]!;
      return points[0] === point || points[points.length - 1] === point;
    });
    return ending?.length === 1 ? ending[0] : undefined;
  };
  const turns = roads.turns.flatMap(({ from, to, via, only }) => {
    const [start, end] = [pieceAt(from, via), pieceAt(to, via)];
    return start === undefined || end === undefined ? [] : [{ from: start, to: end, via, only }];
  });
  const extended = (values: Float64Array) => {
    const all = new Float64Array(values.length + copies.length);
    all.set(values);
    copies.forEach((point, i) => (all[values.length + i] = values[point]!));
    return all;
  };
  return {
    meta: { mode, source, dataDate: extract.date ?? '', schematic: false },
    lon: extended(roads.lon),
    lat: extended(roads.lat),
    ways,
    turns
  };
}
