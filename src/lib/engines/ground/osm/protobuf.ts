// Reads protocol buffer messages (protobuf.dev, "Encoding") in place, without copying them.

const TEXT = /* @__PURE__ */ new TextDecoder();

/** A place in a message. Numbers are exact up to 2^53. Whatever runs past the message throws a RangeError. */
export class Cursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  /** Whether there is more to read; throws when a field ran past the end. */
  get more(): boolean {
    if (this.at > this.end) throw new RangeError('field runs past the message');
    return this.at < this.end;
  }

  varint(): number {
    const { bytes } = this;
    if (this.at >= this.end) throw new RangeError('number runs past the message');
    let byte = bytes[this.at++]!;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let scale = 128; scale <= 2 ** 63; scale *= 128) {
      if (this.at >= this.end) break;
      byte = bytes[this.at++]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new RangeError('number runs past the message');
  }

  /** A number whose sign is in its lowest bit. */
  zigzag(): number {
    return unzigzag(this.varint());
  }

  /** A signed number in two's complement of 64 bits. */
  int64(): number {
    let value = 0n;
    for (let shift = 0n; shift < 70n && this.at < this.end; shift += 7n) {
      const byte = this.bytes[this.at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
    throw new RangeError('number runs past the message');
  }

  message(): Cursor {
    const length = this.varint();
    const start = this.at;
    this.at += length;
    if (this.at > this.end) throw new RangeError('field runs past the message');
    return new Cursor(this.bytes, start, this.at);
  }

  content(): Uint8Array {
    const { at, end } = this.message();
    return this.bytes.subarray(at, end);
  }

  text(): string {
    return TEXT.decode(this.content());
  }

  skip(wire: number): void {
    if (wire === 0) this.varint();
    else if (wire === 1) this.at += 8;
    else if (wire === 2) this.message();
    else if (wire === 5) this.at += 4;
    else throw new RangeError(`wire type ${wire}`);
  }

  /** From the beginning again, by a second reader. */
  copy(): Cursor {
    return new Cursor(this.bytes, this.at, this.end);
  }
}

export const decodeUtf8 = (bytes: Uint8Array): string => TEXT.decode(bytes);

const unzigzag = (value: number): number => {
  if (value < 0x8000_0000) return (value >>> 1) ^ -(value & 1);
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
};

/**
 * Running sums of the signed differences of a packed field.
 * @param into at least as long as the field has bytes
 * @returns how many there are
 */
export function readSums({ bytes, at: start, end }: Cursor, into: Float64Array): number {
  let at = start;
  let count = 0;
  let sum = 0;
  while (at < end) {
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    if (byte >= 0x80) {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << 7;
      if (byte >= 0x80) {
        byte = bytes[at++]!;
        value |= (byte & 0x7f) << 14;
        for (let scale = 2 ** 21; byte >= 0x80; scale *= 128) {
          if (at >= end || scale > 2 ** 63) throw new RangeError('number runs past the message');
          byte = bytes[at++]!;
          value += (byte & 0x7f) * scale;
        }
      }
    }
    sum += unzigzag(value);
    into[count++] = sum;
  }
  if (at > end) throw new RangeError('number runs past the message');
  return count;
}
