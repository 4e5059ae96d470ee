// Names of the files of a zip from its last bytes, where its directory is: the archive is not read.
import type { DroppedFile } from './dropped-file.ts';

const END = 0x0605_4b50;
const ENTRY = 0x0201_4b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MOST_COMMENT = 65_535;
const MOST_DIRECTORY = 4 * 1024 * 1024;

/** Names of the files; empty when the archive is cut or its directory is not there. */
export async function zipNames(file: DroppedFile): Promise<string[]> {
  const tailFrom = Math.max(0, file.size - END_BYTES - MOST_COMMENT);
  const tail = await file.read(tailFrom, file.size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  let end = tail.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return [];
  const [length, from] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (from + length > file.size || length > MOST_DIRECTORY) return [];
  const directory = await file.read(from, from + length);
  const entries = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const names: string[] = [];
  const decoder = new TextDecoder();
  for (let at = 0; at + ENTRY_BYTES <= directory.length && entries.getUint32(at, true) === ENTRY;) {
    const [name, extra, comment] = [28, 30, 32].map((field) => entries.getUint16(at + field, true)) as [
      number,
      number,
      number
    ];
    names.push(decoder.decode(directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)));
    at += ENTRY_BYTES + name + extra + comment;
  }
  return names;
}
