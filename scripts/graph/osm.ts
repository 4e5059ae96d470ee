// From an OpenStreetMap PBF file to the road network of a mode, the input of the graph builder.
import { UnusableInput } from '../../src/lib/model/findings.ts';
import type { NetworkTurn, RoadMode, RoadNetwork, RoadWay } from '../../src/lib/engines/travel/index.ts';
import { pbfBlocks, type OsmRelation } from './pbf.ts';
import { NODE_TAGS, RELATION_TAGS, WAY_TAGS, blocks, roadUse, turnRule } from './road-rules.ts';
import type { RoadUse, Tags } from './road-rules.ts';

/** Roads of all modes and the points that they use, as read. */
export interface OsmRoads {
  /** Ascending ids of the points that roads use, with their positions; NaN when the file lacks one. */
  ids: Float64Array;
  lon: Float64Array;
  lat: Float64Array;
  /** Tags of points that may block a mode, by index. */
  pointTags: Map<number, Tags>;
  ways: { points: Uint32Array; tags: Tags }[];
  /** Turns at one point that signs rule for cars, by index of way and point. */
  turns: NetworkTurn[];
  /** Number of points that roads name and the file lacks: roads are cut at the edge of an extract. */
  missing: number;
}

class Column {
  values = new Float64Array(1 << 16);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

/** Index of a value in an ascending array, or -1. */
function indexIn(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * Reads the roads of a PBF file.
 * @throws {UnusableInput} when the file is no readable PBF, or holds no road.
 */
export async function readRoads(file: string, progress?: (share: number) => void): Promise<OsmRoads> {
  const nodes = { id: new Column(), lon: new Column(), lat: new Column() };
  const tagged: [number, Tags][] = [];
  const found: { id: number; refs: number[]; tags: Tags }[] = [];
  const rules: OsmRelation[] = [];
  const options = { withTags: { node: NODE_TAGS, way: WAY_TAGS, relation: RELATION_TAGS } };
  for await (const items of pbfBlocks(file, options, progress)) {
    for (const item of items) {
      if (item.type === 'node') {
        nodes.id.push(item.id);
        nodes.lon.push(item.lon);
        nodes.lat.push(item.lat);
        if (item.tags) tagged.push([item.id, item.tags]);
      } else if (item.type === 'way' && item.tags?.['highway'] !== undefined && item.refs.length > 1) {
        found.push({ id: item.id, refs: item.refs, tags: item.tags });
      } else if (item.type === 'relation' && turnRule(item.tags ?? {})) rules.push(item);
    }
  }
  if (found.length === 0) {
    throw new UnusableInput({
      code: 'pbf-no-road',
      severity: 'dropped',
      file,
      expected: 'highway=*'
    });
  }
  const refs = new Float64Array(found.reduce((sum, way) => sum + way.refs.length, 0));
  let at = 0;
  for (const way of found) for (const ref of way.refs) refs[at++] = ref;
  refs.sort();
  const ids = refs.filter((id, i) => i === 0 || id !== refs[i - 1]);
  const lon = new Float64Array(ids.length).fill(NaN);
  const lat = new Float64Array(ids.length).fill(NaN);
  for (let i = 0; i < nodes.id.length; i++) {
    const index = indexIn(ids, nodes.id.values[i]!);
    if (index < 0) continue;
    lon[index] = nodes.lon.values[i]!;
    lat[index] = nodes.lat.values[i]!;
  }
  const pointTags = new Map<number, Tags>();
  for (const [id, tags] of tagged) {
    const index = indexIn(ids, id);
    if (index >= 0) pointTags.set(index, tags);
  }
  const ways = found.map(({ refs: list, tags }) => ({
    points: Uint32Array.from(list, (id) => indexIn(ids, id)),
    tags
  }));
  const wayOf = new Map(found.map(({ id }, index) => [id, index]));
  const turns = rules.flatMap((rule) => turnOf(rule, wayOf, (id) => indexIn(ids, id)));
  return { ids, lon, lat, pointTags, ways, turns, missing: lon.filter(Number.isNaN).length };
}

/** The turn of a rule over one point; none for the rules over ways, or over what the file lacks. */
function turnOf(
  { members, tags = {} }: OsmRelation,
  wayOf: ReadonlyMap<number, number>,
  pointOf: (id: number) => number
): NetworkTurn[] {
  const refs = (role: string, type: 'node' | 'way') =>
    members.flatMap((member) => (member.role === role && member.type === type ? [member.ref] : []));
  const [via, ...otherVia] = refs('via', 'node');
  const [from, ...otherFrom] = refs('from', 'way').map((id) => wayOf.get(id));
  const [to, ...otherTo] = refs('to', 'way').map((id) => wayOf.get(id));
  if (via === undefined || from === undefined || to === undefined) return [];
  if (otherVia.length + otherFrom.length + otherTo.length + refs('via', 'way').length > 0) return [];
  const point = pointOf(via);
  return point < 0 ? [] : [{ from, to, via: point, only: turnRule(tags) === 'only' }];
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

/** The network that a mode may use. */
export function networkOf(roads: OsmRoads, mode: RoadMode, source: string, dataDate: string): RoadNetwork {
  const blocked = new Set<number>();
  for (const [point, tags] of roads.pointTags) if (blocks(tags, mode)) blocked.add(point);
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
  const add = (points: number[], use: RoadUse) =>
    ways.push({
      points: use.direction === 'backward' ? points.reverse() : points,
      rural: use.rural,
      urban: use.urban,
      oneway: use.direction !== 'both',
      ...(use.offGround && { offGround: true })
    }) - 1;
  roads.ways.forEach((way, index) => {
    const use = roadUse(way.tags, mode);
    if (!use) return;
    for (const piece of splitWay(way.points, (point) => Number.isNaN(roads.lon[point]!), copy)) {
      const added = add(piece, use);
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
    meta: { mode, source, dataDate, schematic: false },
    lon: extended(roads.lon),
    lat: extended(roads.lat),
    ways,
    turns
  };
}
