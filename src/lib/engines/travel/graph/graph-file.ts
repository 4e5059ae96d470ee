// The road graph as a binary file: magic, version, length, CRC-32, then the columns one after the other, delta-encoded as varints.
import { crc32 } from '../../../algorithms/crc32.ts';
import { UnusableInput } from '../../../model/findings.ts';
import { planeMetres, type RoadGraph } from './road-graph.ts';
import type { GraphMeta } from '../../../model/travel/road-network.ts';
import { readRoadNames, writeRoadNames } from './road-names.ts';
import { VarintReader, VarintWriter } from './varint.ts';

/** Files of other versions are refused: a graph is made again from its extract, which is quicker than to lack its names without a word. */
export const GRAPH_FILE_VERSION = 3;

/** "MLGR", version, length of the body, CRC-32 of the body: 4 + 4 + 4 + 4 bytes, little-endian. */
const MAGIC = 0x52474c4d;
const HEADER = 16;

/** Length of a link as drawn, in whole metres: the file stores the difference from it. */
function drawnMetres(graph: RoadGraph, link: number): number {
  let [x, y] = [graph.lon[graph.from[link]!]!, graph.lat[graph.from[link]!]!];
  let sum = 0;
  const step = (lon: number, lat: number) => {
    sum += planeMetres(graph.aspect, x, y, lon, lat);
    [x, y] = [lon, lat];
  };
  for (let i = graph.shapeStart[link]!; i < graph.shapeStart[link + 1]!; i++) {
    step(graph.shapeLon[i]!, graph.shapeLat[i]!);
  }
  step(graph.lon[graph.to[link]!]!, graph.lat[graph.to[link]!]!);
  return Math.round(sum);
}

/** A graph as the bytes of its file, uncompressed: serve them with brotli or gzip. */
export function encodeGraph(graph: RoadGraph): Uint8Array {
  const body = new VarintWriter();
  const meta = new TextEncoder().encode(JSON.stringify(graph.meta));
  const [nodes, links] = [graph.lon.length, graph.from.length];
  body.unsigned(meta.length);
  body.raw(meta);
  body.unsigned(Math.round(graph.aspect * 10_000));
  body.unsigned(nodes);
  body.unsigned(links);
  body.unsigned(graph.shapeLon.length);
  for (const column of [graph.lon, graph.lat]) {
    column.forEach((value, i) => body.signed(value - (column[i - 1] ?? 0)));
  }
  const outgoing = new Uint32Array(nodes);
  for (const node of graph.from) outgoing[node]!++;
  for (const count of outgoing) body.unsigned(count);
  graph.to.forEach((node, l) => body.signed(node - graph.from[l]!));
  for (const speed of graph.speed) body.unsigned(speed);
  graph.oneway.forEach((oneway, l) =>
    body.unsigned(2 * (graph.shapeStart[l + 1]! - graph.shapeStart[l]!) + oneway)
  );
  graph.metres.forEach((metres, l) => body.signed(metres - drawnMetres(graph, l)));
  for (const [shape, ends] of [
    [graph.shapeLon, graph.lon],
    [graph.shapeLat, graph.lat]
  ] as const) {
    for (let l = 0; l < links; l++) {
      let previous = ends[graph.from[l]!]!;
      for (let i = graph.shapeStart[l]!; i < graph.shapeStart[l + 1]!; i++) {
        body.signed(shape[i]! - previous);
        previous = shape[i]!;
      }
    }
  }
  for (let l = 0; l < links; l++) body.unsigned(graph.offGround?.[l] ?? 0);
  const turns = graph.turns ?? { from: [], via: [], to: [] };
  body.unsigned(turns.from.length);
  turns.from.forEach((link, t) => {
    body.unsigned(link - (turns.from[t - 1] ?? 0));
    body.unsigned(turns.via[t] === graph.to[link] ? 1 : 0);
    body.signed(turns.to[t]! - link);
  });
  writeRoadNames(body, graph);
  const bytes = body.finish();
  const file = new Uint8Array(HEADER + bytes.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, GRAPH_FILE_VERSION, true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, crc32(bytes), true);
  file.set(bytes, HEADER);
  return file;
}

function unusable(code: string, found: string, expected: string, cause?: unknown): UnusableInput {
  return new UnusableInput({ code, severity: 'dropped', found, expected }, { cause });
}

/** Checks the header and the checksum. */
function bodyOf(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < HEADER || view.getUint32(0, true) !== MAGIC) {
    throw unusable('graph-foreign', `${file.length} o`, 'MLGR');
  }
  const version = view.getUint32(4, true);
  if (version !== GRAPH_FILE_VERSION) {
    const code = version < GRAPH_FILE_VERSION ? 'graph-version' : 'graph-newer';
    throw unusable(code, `version ${version}`, `version ${GRAPH_FILE_VERSION}`);
  }
  const length = view.getUint32(8, true);
  const body = file.subarray(HEADER);
  if (body.length !== length) throw unusable('graph-truncated', `${body.length} o`, `${length} o`);
  if (crc32(body) !== view.getUint32(12, true)) {
    throw unusable('graph-damaged', crc32(body).toString(16), view.getUint32(12, true).toString(16));
  }
  return body;
}

function readBody(body: Uint8Array): RoadGraph {
  const reader = new VarintReader(body);
  const meta = JSON.parse(new TextDecoder().decode(reader.raw(reader.unsigned()))) as GraphMeta | null;
  if (!meta || !(typeof meta.mode === 'string')) throw new RangeError('meta');
  const aspect = reader.unsigned() / 10_000;
  const [nodes, links, points] = [reader.unsigned(), reader.unsigned(), reader.unsigned()];
  if (nodes > body.length || links > body.length || points > body.length) throw new RangeError('counts');
  const accumulated = (length: number): Int32Array => {
    const column = new Int32Array(length);
    for (let i = 0, sum = 0; i < length; i++) column[i] = sum += reader.signed();
    return column;
  };
  const lon = accumulated(nodes);
  const lat = accumulated(nodes);
  const from = new Uint32Array(links);
  for (let node = 0, l = 0; node < nodes; node++) {
    for (let count = reader.unsigned(); count > 0; count--) {
      if (l === links) throw new RangeError('more links than announced');
      from[l++] = node;
    }
  }
  const to = from.map((node) => node + reader.signed());
  if (to.some((node) => node >= nodes)) throw new RangeError('a link ends outside the graph');
  const speed = Uint8Array.from({ length: links }, () => reader.unsigned());
  const oneway = new Uint8Array(links);
  const shapeStart = new Uint32Array(links + 1);
  for (let l = 0; l < links; l++) {
    const packed = reader.unsigned();
    oneway[l] = packed & 1;
    shapeStart[l + 1] = shapeStart[l]! + (packed >> 1);
  }
  if (shapeStart[links] !== points) throw new RangeError('shape points');
  const difference = Int32Array.from({ length: links }, () => reader.signed());
  const shapeColumn = (ends: Int32Array): Int32Array => {
    const column = new Int32Array(points);
    for (let l = 0; l < links; l++) {
      let previous = ends[from[l]!]!;
      for (let i = shapeStart[l]!; i < shapeStart[l + 1]!; i++) column[i] = previous += reader.signed();
    }
    return column;
  };
  const shapeLon = shapeColumn(lon);
  const shapeLat = shapeColumn(lat);
  const marked = readMarks(reader, { from, to });
  const names = readRoadNames(reader, { from, to });
  if (reader.left !== 0) throw new RangeError('bytes left over');
  const metres = new Uint32Array(links);
  const graph: RoadGraph = {
    meta,
    aspect,
    lon,
    lat,
    from,
    to,
    metres,
    speed,
    oneway,
    shapeStart,
    shapeLon,
    shapeLat
  };
  for (let l = 0; l < links; l++) metres[l] = drawnMetres(graph, l) + difference[l]!;
  return { ...graph, ...marked, ...(names && { names }) };
}

/** Tunnels and bridges, then forbidden turns. */
function readMarks(
  reader: VarintReader,
  { from, to }: Pick<RoadGraph, 'from' | 'to'>
): Pick<RoadGraph, 'offGround' | 'turns'> {
  const offGround = Uint8Array.from(from, () => reader.unsigned());
  const count = reader.unsigned();
  if (count > reader.left) throw new RangeError('turns');
  const turns = {
    from: new Uint32Array(count),
    via: new Uint32Array(count),
    to: new Uint32Array(count)
  };
  for (let t = 0; t < count; t++) {
    const link = (turns.from[t - 1] ?? 0) + reader.unsigned();
    turns.from[t] = link;
    turns.via[t] = (reader.unsigned() === 1 ? to : from)[link]!;
    turns.to[t] = link + reader.signed();
    if (link >= from.length || turns.to[t]! >= from.length) throw new RangeError('a turn of no link');
  }
  return { ...(offGround.includes(1) && { offGround }), ...(count > 0 && { turns }) };
}

/**
 * Reads the bytes of a graph file, uncompressed.
 * @throws {UnusableInput} `graph-foreign`, `graph-version` (of before), `graph-newer`, `graph-truncated` or `graph-damaged`.
 */
export function decodeGraph(file: Uint8Array): RoadGraph {
  const body = bodyOf(file);
  try {
    return readBody(body);
  } catch (cause) {
    throw unusable('graph-damaged', String(cause), 'MLGR', cause);
  }
}
