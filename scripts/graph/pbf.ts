// Reads an OpenStreetMap PBF file block by block; tells files that are truncated, foreign or damaged apart.
import { open } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { parse } from 'osm-pbf-parser-node';
import type { OSMOptions } from 'osm-pbf-parser-node';
import { UnusableInput } from '../../src/lib/model/findings.ts';

export interface OsmNode {
  type: 'node';
  id: number;
  lat: number;
  lon: number;
  tags?: Record<string, string>;
}
export interface OsmWay {
  type: 'way';
  id: number;
  refs: number[];
  tags?: Record<string, string>;
}
export interface OsmRelation {
  type: 'relation';
  id: number;
  members: { type: 'node' | 'way' | 'relation'; ref: number; role: string }[];
  tags?: Record<string, string>;
}
export type OsmItem = OsmNode | OsmWay | OsmRelation;

/** The format's own limits: 64 KiB a header, 32 MiB a block (OpenStreetMap wiki, "PBF Format"). */
const MAX_HEADER = 64 * 1024;
const MAX_BLOB = 32 * 1024 * 1024;

/** Fields of a protocol buffer message: numbers and bytes by field number. */
function fields(buffer: Buffer): Map<number, number | Buffer> {
  const found = new Map<number, number | Buffer>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = buffer[at++];
      if (byte === undefined || scale > 2 ** 49) throw new RangeError('varint runs past the message');
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  };
  while (at < buffer.length) {
    const key = varint();
    const [field, wire] = [key >> 3, key & 7];
    if (wire === 0) found.set(field, varint());
    else if (wire === 2) {
      const length = varint();
      if (at + length > buffer.length) throw new RangeError('field runs past the message');
      found.set(field, buffer.subarray(at, at + length));
      at += length;
    } else throw new RangeError(`wire type ${wire}`);
  }
  return found;
}

function unusable(
  file: string,
  code: string,
  found: string,
  expected: string,
  cause?: unknown
): UnusableInput {
  return new UnusableInput({ code, severity: 'dropped', file, found, expected }, { cause });
}

function blockItems(blob: Buffer, options: OSMOptions): OsmItem[] {
  const content = fields(blob);
  const packed = content.get(3);
  const raw = content.get(1);
  const data = packed instanceof Buffer ? inflateSync(packed) : raw;
  if (!(data instanceof Buffer)) throw new RangeError('neither raw nor zlib data');
  return parse(data, options) as OsmItem[];
}

/**
 * Items of a PBF file, a block at a time, in file order.
 * @throws {UnusableInput} `pbf-foreign`, `pbf-truncated` or `pbf-damaged`.
 */
export async function* pbfBlocks(
  file: string,
  options: OSMOptions,
  progress?: (share: number) => void
): AsyncGenerator<OsmItem[], void, unknown> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    let at = 0;
    let blocks = 0;
    const read = async (length: number): Promise<Buffer> => {
      if (at + length > size) {
        throw unusable(file, 'pbf-truncated', `${size} o`, `au moins ${at + length} o`);
      }
      const buffer = Buffer.alloc(length);
      await handle.read(buffer, 0, length, at);
      at += length;
      return buffer;
    };
    const foreign = (cause?: unknown) =>
      unusable(file, 'pbf-foreign', `octet ${at} sur ${size}`, 'OSMHeader', cause);

    while (at < size || blocks === 0) {
      if (blocks === 0 && size < 4) throw foreign();
      const headerLength = (await read(4)).readUInt32BE(0);
      if (headerLength > MAX_HEADER) throw foreign();
      if (blocks === 0 && at + headerLength > size) throw foreign();
      const headerBytes = await read(headerLength);
      let type: string;
      let length: number;
      try {
        const header = fields(headerBytes);
        type = String(header.get(1));
        length = Number(header.get(3));
      } catch (cause) {
        throw foreign(cause);
      }
      if ((type !== 'OSMHeader' && type !== 'OSMData') || !(length <= MAX_BLOB)) throw foreign();
      if (blocks === 0 && type !== 'OSMHeader') throw foreign();
      const blob = await read(length);
      blocks++;
      if (type === 'OSMHeader') continue;
      let items: OsmItem[];
      try {
        items = blockItems(blob, options);
      } catch (cause) {
        throw unusable(file, 'pbf-damaged', `bloc ${blocks}`, 'PrimitiveBlock', cause);
      }
      progress?.(at / size);
      yield items;
    }
  } finally {
    await handle.close();
  }
}
