// Reading by osm-pbf-parser-node, as `npm run graph` did before: the whole file's points, then the roads. For comparison only.
import { inflateSync } from 'node:zlib';
import { parse, type OSMOptions } from 'osm-pbf-parser-node';
import { fileBlobs } from '../../src/lib/engines/ground/osm/blobs.ts';
import { Cursor } from '../../src/lib/engines/ground/osm/protobuf.ts';
import { roadKeys, stopKeys, TURN_KEYS } from '../../src/lib/engines/ground/roads/road-rules.ts';
import type { ExtractFile } from '../../src/lib/engines/ground/index.ts';

interface Item {
  type: 'node' | 'way' | 'relation';
  id: number;
  lon: number;
  lat: number;
  refs: number[];
  tags?: Record<string, string>;
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

function contentOf(packed: Uint8Array): Buffer {
  const cursor = new Cursor(packed);
  while (cursor.more) {
    const key = cursor.varint();
    if (key === 10) return Buffer.from(cursor.content());
    if (key === 26) return inflateSync(cursor.content());
    cursor.skip(key % 8);
  }
  return Buffer.alloc(0);
}

function indexIn(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] === value) return middle;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** @returns the number of roads and of their points */
export async function readFormerly(file: ExtractFile): Promise<{ ways: number; points: number }> {
  const options: OSMOptions = {
    withTags: { node: ['highway', ...stopKeys()], way: roadKeys(), relation: [...TURN_KEYS] }
  };
  const nodes = { id: new Column(), lon: new Column(), lat: new Column() };
  const tagged: [number, Record<string, string>][] = [];
  const found: { refs: number[]; tags: Record<string, string> }[] = [];
  for await (const { type, packed } of fileBlobs(file)) {
    if (type !== 'OSMData') continue;
    for (const item of parse(contentOf(packed), options) as unknown as Item[]) {
      if (item.type === 'node') {
        nodes.id.push(item.id);
        nodes.lon.push(item.lon);
        nodes.lat.push(item.lat);
        if (item.tags) tagged.push([item.id, item.tags]);
      } else if (item.type === 'way' && item.tags?.['highway'] !== undefined && item.refs.length > 1)
        found.push({ refs: item.refs, tags: item.tags });
    }
  }
  const refs = new Float64Array(found.reduce((sum, way) => sum + way.refs.length, 0));
  let at = 0;
  for (const way of found) for (const ref of way.refs) refs[at++] = ref;
  refs.sort();
  const ids = refs.filter((id, i) => i === 0 || id !== refs[i - 1]);
  const [lon, lat] = [new Float64Array(ids.length).fill(NaN), new Float64Array(ids.length).fill(NaN)];
  for (let i = 0; i < nodes.id.length; i++) {
    const index = indexIn(ids, nodes.id.values[i]!);
    if (index < 0) continue;
    lon[index] = nodes.lon.values[i]!;
    lat[index] = nodes.lat.values[i]!;
  }
  const ways = found.map((way) => Uint32Array.from(way.refs, (id) => indexIn(ids, id)));
  return { ways: ways.length, points: ids.length };
}
