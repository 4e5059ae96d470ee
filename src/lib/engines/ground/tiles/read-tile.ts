// A vector tile read back into layers of a street map (Mapbox Vector Tile 2.1).
import type { Position } from 'geojson';
import { Cursor } from '../osm/protobuf.ts';
import { twiceSignedArea } from '../../../algorithms/plane.ts';
import { ringPolygons } from '../features/rings.ts';
import { GROUND_LAYERS, type GroundFeature, type GroundLayer, type GroundProperties } from '../layers.ts';

interface Place {
  z: number;
  x: number;
  y: number;
}

type Value = string | number | boolean;

const LINE = 2;
const SURFACE = 3;
const MOVE = 1;
const CLOSE = 7;
const ALLOWED: ReadonlySet<string> = new Set<keyof GroundProperties>([
  'kind',
  'name',
  'ref',
  'link',
  'tunnel',
  'bridge',
  'rail',
  'population'
]);

function valueOf(message: Cursor): Value {
  let value: Value = '';
  while (message.more) {
    const key = message.varint();
    const field = Math.floor(key / 8);
    if (field === 1) value = message.text();
    else if (field === 7) value = message.varint() !== 0;
    else if (field === 4 || field === 5) value = message.varint();
    else if (field === 6) value = message.zigzag();
    else if (field === 2 || field === 3) value = floating(message, key % 8 === 5 ? 4 : 8);
    else message.skip(key % 8);
  }
  return value;
}

function floating(message: Cursor, size: 4 | 8): number {
  const view = new DataView(message.bytes.buffer, message.bytes.byteOffset + message.at, size);
  message.at += size;
  return size === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true);
}

function numbers(packed: Cursor): number[] {
  const all: number[] = [];
  while (packed.more) all.push(packed.varint());
  return all;
}

/** Units of a tile as degrees. */
function unproject({ z, x, y }: Place, extent: number): (u: number, v: number) => Position {
  const size = 2 ** z * extent;
  return (u, v) => {
    const turned = Math.PI * (1 - (2 * (y * extent + v)) / size);
    return [((x * extent + u) / size) * 360 - 180, (Math.atan(Math.sinh(turned)) * 180) / Math.PI];
  };
}

/** Lines of a geometry; of a surface, closed rings. */
function partsOf(commands: readonly number[], position: (u: number, v: number) => Position): Position[][] {
  const parts: Position[][] = [];
  let [u, v] = [0, 0];
  for (let at = 0; at < commands.length;) {
    const command = commands[at]! & 7;
    const count = commands[at++]! >> 3;
    if (command === CLOSE) {
      const ring = parts.at(-1);
      if (ring) ring.push(ring[0]!);
      continue;
    }
    for (let one = 0; one < count; one++) {
      const [du, dv] = [commands[at++]!, commands[at++]!];
      u += (du >>> 1) ^ -(du & 1);
      v += (dv >>> 1) ^ -(dv & 1);
      if (command === MOVE) parts.push([]);
      parts.at(-1)?.push(position(u, v));
    }
  }
  return parts;
}

function geometryOf(type: number, parts: Position[][]): GroundFeature['geometry'] | null {
  if (type === LINE)
    return { type: 'MultiLineString', coordinates: parts.filter(({ length }) => length > 1) };
  if (type !== SURFACE) return parts[0]?.[0] ? { type: 'Point', coordinates: parts[0][0] } : null;
  // Rows grow downward: an outer ring is clockwise on the map.
  const rings = parts.filter(({ length }) => length > 3);
  const outer = rings.filter((ring) => twiceSignedArea(ring) < 0);
  const inner = rings.filter((ring) => twiceSignedArea(ring) >= 0);
  return { type: 'MultiPolygon', coordinates: ringPolygons(outer, inner) };
}

function propertiesOf(
  tags: readonly number[],
  keys: readonly string[],
  values: readonly Value[]
): GroundProperties {
  const pairs = Array.from({ length: tags.length >> 1 }, (_, at) => [
    keys[tags[2 * at]!] ?? '',
    values[tags[2 * at + 1]!]
  ]);
  const known = pairs.filter(([key, value]) => ALLOWED.has(String(key)) && value !== '' && value !== false);
  return { kind: '', ...Object.fromEntries(known) } as GroundProperties;
}

function layerOf(message: Cursor, place: Place): [string, GroundFeature[]] {
  let [name, extent] = ['', 4096];
  const keys: string[] = [];
  const values: Value[] = [];
  const raw: Cursor[] = [];
  while (message.more) {
    const key = message.varint();
    const field = Math.floor(key / 8);
    if (field === 1) name = message.text();
    else if (field === 2) raw.push(message.message());
    else if (field === 3) keys.push(message.text());
    else if (field === 4) values.push(valueOf(message.message()));
    else if (field === 5) extent = message.varint();
    else message.skip(key % 8);
  }
  const position = unproject(place, extent);
  const features = raw.flatMap((feature): GroundFeature[] => {
    let type = 0;
    let [tags, commands]: [number[], number[]] = [[], []];
    while (feature.more) {
      const key = feature.varint();
      const field = Math.floor(key / 8);
      if (field === 2) tags = numbers(feature.message());
      else if (field === 3) type = feature.varint();
      else if (field === 4) commands = numbers(feature.message());
      else feature.skip(key % 8);
    }
    const geometry = geometryOf(type, partsOf(commands, position));
    const properties = propertiesOf(tags, keys, values);
    return geometry ? [{ type: 'Feature', minZoom: place.z, properties, geometry }] : [];
  });
  return [name, features];
}

/**
 * The layers of a street map that a tile holds; other layers and properties are passed over.
 * @param bytes not compressed
 * @throws RangeError when they are no vector tile
 */
export function readTile(bytes: Uint8Array, place: Place): [GroundLayer, GroundFeature[]][] {
  const message = new Cursor(bytes);
  const layers: [GroundLayer, GroundFeature[]][] = [];
  while (message.more) {
    const key = message.varint();
    if (key !== 26) {
      message.skip(key % 8);
      continue;
    }
    const [name, features] = layerOf(message.message(), place);
    const layer = GROUND_LAYERS.find((one) => one === name);
    if (layer) layers.push([layer, features]);
  }
  return layers;
}
