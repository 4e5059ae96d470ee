// A large extract out of a small one: shifted copies, whose first ids and positions are patched and whose blobs are packed again.
import { closeSync, openSync, writeSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { unpackedBlobs } from '../../src/lib/engines/ground/osm/blobs.ts';
import { Cursor } from '../../src/lib/engines/ground/osm/protobuf.ts';
import type { GroundBox, ExtractFile } from '../../src/lib/engines/ground/index.ts';

/** Added to the ids of each copy: beyond 2^32. */
const IDS = 4e9;
const COLUMNS = 16;
/** Copies that the box is as wide and as high as. */
const BOX_COPIES = 3.4;
const LEVEL = 4;
/** Fields of a group: dense points, ways, relations. */
const [DENSE, WAY, RELATION] = [2, 3, 4];

const varint = (value: number): number[] => {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) + 128);
  }
};
const signed = (value: number) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const number = (field: number, value: number) => Buffer.from([...varint(field * 8), ...varint(value)]);
const bytes = (field: number, ...content: Uint8Array[]) => {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(length)]), ...content]);
};

type Part = { field: number; wire: number; from: number; to: number; inside: Cursor | null };

function* partsOf(message: Cursor): Generator<Part> {
  while (message.more) {
    const from = message.at;
    const key = message.varint();
    const [field, wire] = [Math.floor(key / 8), key % 8];
    const start = message.at;
    message.skip(wire);
    const inside = wire === 2 ? new Cursor(message.bytes, start, message.at).message() : null;
    yield { field, wire, from, to: message.at, inside };
  }
}

/** A packed field of differences, its first one greater by `more`. */
function shifted(field: number, differences: Cursor, more: number): Buffer {
  if (!differences.more) return bytes(field);
  const first = Buffer.from(signed(differences.zigzag() + more));
  return bytes(field, first, differences.bytes.subarray(differences.at, differences.end));
}

interface Shift {
  ids: number;
  lon: number;
  lat: number;
}

function element(kind: number, message: Cursor, shift: Shift): Buffer {
  const parts: Uint8Array[] = [];
  for (const { field, from, to, inside } of partsOf(message)) {
    const whole = message.bytes.subarray(from, to);
    const refs = (kind === WAY && field === 8) || (kind === RELATION && field === 9);
    if (kind === DENSE && inside && [1, 8, 9].includes(field)) {
      const more = field === 1 ? shift.ids : field === 8 ? shift.lat : shift.lon;
      parts.push(shifted(field, inside, more));
    } else if (refs && inside) parts.push(shifted(field, inside, shift.ids));
    else if (kind !== DENSE && field === 1)
      parts.push(number(1, new Cursor(message.bytes, from + 1, to).varint() + shift.ids));
    else parts.push(whole);
  }
  return bytes(kind, ...parts);
}

/** A block whose groups hold one kind, moved. */
function moved(content: Uint8Array, kind: number, shift: Shift): Buffer | null {
  let any = false;
  const parts: Uint8Array[] = [];
  for (const { field, from, to, inside } of partsOf(new Cursor(content))) {
    if (field !== 2 || !inside) parts.push(content.subarray(from, to));
    else {
      const elements = [...partsOf(inside)].filter((part) => part.field === kind && part.inside);
      any ||= elements.length > 0;
      if (elements.length > 0)
        parts.push(bytes(2, ...elements.map((part) => element(kind, part.inside!, shift))));
    }
  }
  return any ? Buffer.concat(parts) : null;
}

/**
 * Writes a sorted extract of so many copies side by side.
 * @returns a box over about twelve of them, in their midst
 */
export async function writeLargeExtract(
  small: ExtractFile,
  around: GroundBox,
  path: string,
  copies: number
): Promise<GroundBox> {
  const contents: Uint8Array[] = [];
  for await (const { content } of unpackedBlobs(small)) contents.push(content);
  const file = openSync(path, 'w');
  const blob = (type: string, content: Uint8Array) => {
    const packed = Buffer.concat([
      number(2, content.length),
      bytes(3, deflateSync(content, { level: LEVEL }))
    ]);
    const header = Buffer.concat([bytes(1, Buffer.from(type)), number(3, packed.length)]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(header.length);
    for (const part of [length, header, packed]) writeSync(file, part);
  };
  const [west, south, east, north] = around;
  const [width, height] = [east - west, north - south];
  const [columns, rows] = [Math.min(COLUMNS, copies), Math.ceil(copies / COLUMNS)];
  const sides = [west, east + columns * width, north + rows * height, south];
  const box = sides.map((side, i) =>
    Buffer.from([...varint((i + 1) * 8), ...signed(Math.round(side * 1e9))])
  );
  const features = ['OsmSchema-V0.6', 'DenseNodes'].map((feature) => bytes(4, Buffer.from(feature)));
  blob(
    'OSMHeader',
    Buffer.concat([bytes(1, ...box), ...features, bytes(5, Buffer.from('Sort.Type_then_ID'))])
  );
  for (const kind of [DENSE, WAY, RELATION])
    for (let copy = 0; copy < copies; copy++) {
      const shift = {
        ids: copy * IDS,
        lon: Math.round((copy % COLUMNS) * width * 1e7),
        lat: Math.round(Math.floor(copy / COLUMNS) * height * 1e7)
      };
      for (const content of contents) {
        const block = moved(content, kind, shift);
        if (block) blob('OSMData', block);
      }
    }
  closeSync(file);
  const [left, low] = [west + 2 * width, south + 2 * height];
  return [left, low, left + BOX_COPIES * width, low + BOX_COPIES * height];
}
