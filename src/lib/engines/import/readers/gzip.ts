// Files compressed with gzip: unpacked up to a limit, against bombs, and checked against the sum that the file itself gives.
import { Gunzip } from 'fflate';
import { crc32 } from '../../../algorithms/crc32.ts';
import { UnusableInput } from '../../../model/findings.ts';
import { MAX_FILE_BYTES, sizeRefusal } from '../size-limits.ts';
import type { SourceFile } from '../../../model/source-files.ts';

/** Bytes given to the decoder at once: it makes at most a thousand times as many of them before the limit is looked at. */
const STEP = 16 * 1024;
/** CRC-32 and size of the content, at the end of the file. */
const TRAILER = 8;

export const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Whether the end of the file tells the size and the sum of what was unpacked. */
function endsAs(bytes: Uint8Array, size: number, crc: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - TRAILER, TRAILER);
  return view.getUint32(0, true) === crc && view.getUint32(4, true) === size >>> 0;
}

/**
 * The content of a gzip file, of one member or several.
 * @param limit bytes beyond which the content is refused; a plain file of that size would be too
 * @throws UnusableInput `file-too-large`, `damaged-gzip`
 */
export function gunzip({ name: file, bytes }: SourceFile, limit = MAX_FILE_BYTES): Uint8Array<ArrayBuffer> {
  const damaged = (cause?: unknown) =>
    new UnusableInput({ code: 'damaged-gzip', severity: 'dropped', file }, { cause });
  if (!isGzip(bytes) || bytes.length < TRAILER) throw damaged();
  const parts: Uint8Array[] = [];
  let [size, crc, members] = [0, 0, 1];
  const decoder = new Gunzip((part) => {
    size += part.length;
    const tooLarge = sizeRefusal(file, size, limit);
    if (tooLarge) throw new UnusableInput(tooLarge);
    crc = crc32(part, crc);
    parts.push(part);
  });
  decoder.onmember = () => (members += 1);
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      decoder.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch (cause) {
    throw cause instanceof UnusableInput ? cause : damaged(cause);
  }
  if (members === 1 && !endsAs(bytes, size, crc)) throw damaged();
  const content = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    content.set(part, at);
    at += part.length;
  }
  return content;
}

/** The content of a file that may be compressed with gzip. @throws UnusableInput as `gunzip` */
export const gunzipped = (file: SourceFile, limit?: number): Uint8Array =>
  isGzip(file.bytes) ? gunzip(file, limit) : file.bytes;
