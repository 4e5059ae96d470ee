// Directory of a zip from an untrusted source, read whole and checked before any entry is unpacked.
import { MAX_ENTRIES, MAX_RATIO, RATIO_FLOOR_BYTES, refusal, refuseUnpacked } from './content.ts';
import { isSafePath } from './paths.ts';

export interface ZipEntry {
  name: string;
  /** 0: stored; 8: deflated. */
  method: number;
  crc: number;
  /** Bytes in the file, and once unpacked as the directory declares it. */
  packed: number;
  unpacked: number;
  /** Offsets of its header and of its packed bytes. */
  header: number;
  start: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const [LOCAL_BYTES, CENTRAL_BYTES, END_BYTES] = [30, 46, 22];
/** Flags of encrypted entries: in the zip's own way, which is not Maillage's. */
const ENCRYPTED = 0x2041;
const UNIX = 3;
const [FILE_TYPE, REGULAR] = [0xf000, 0x8000];

const cut = () => refusal({ code: 'maillage-truncated' });

/**
 * Entries of a zip, in the order of its directory.
 * @throws UnusableInput when the zip is cut short or damaged, too large once unpacked, or holds an entry that is not a plain file
 */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || ![LOCAL, END].includes(view.getUint32(0, true)))
    throw refusal({ code: 'maillage-foreign' });
  const end = bytes.length - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END) throw cut();
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const directory = view.getUint32(end + 16, true);
  if (directory + size !== end || view.getUint32(end + 4, true) !== 0) throw cut();
  if (count > MAX_ENTRIES)
    throw refusal({ code: 'maillage-entries', found: String(count), expected: String(MAX_ENTRIES) });
  const entries: ZipEntry[] = [];
  let at = directory;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL) throw cut();
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number];
    const next = at + CENTRAL_BYTES + lengths[0] + lengths[1] + lengths[2];
    if (next > end) throw cut();
    entries.push(entryAt(bytes, view, at, lengths[0]));
    at = next;
  }
  if (at !== end) throw cut();
  refuseDuplicates(entries);
  refuseOverlaps(entries, directory);
  refuseBomb(entries);
  return entries;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, length: number): ZipEntry {
  const raw = bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + length);
  const name = pathOf(raw);
  const type = (view.getUint32(at + 38, true) >>> 16) & FILE_TYPE;
  if (view.getUint8(at + 5) === UNIX && type !== 0 && type !== REGULAR)
    throw refusal({ code: 'maillage-link', found: name });
  const method = view.getUint16(at + 10, true);
  if (view.getUint16(at + 8, true) & ENCRYPTED || (method !== 0 && method !== 8))
    throw refusal({ code: 'maillage-foreign', found: name });
  const local = view.getUint32(at + 42, true);
  if (local + LOCAL_BYTES > bytes.length || view.getUint32(local, true) !== LOCAL) throw cut();
  const localLength = view.getUint16(local + 26, true);
  const localName = bytes.subarray(local + LOCAL_BYTES, local + LOCAL_BYTES + localLength);
  // Two names for one entry: tools would not agree on what the file holds.
  if (localLength !== length || localName.some((byte, index) => byte !== raw[index]))
    throw refusal({ code: 'maillage-path', found: name });
  return {
    name,
    method,
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    header: local,
    start: local + LOCAL_BYTES + localLength + view.getUint16(local + 28, true)
  };
}

function pathOf(raw: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch (cause) {
    throw refusal({ code: 'maillage-path' }, cause);
  }
  if (!isSafePath(name)) throw refusal({ code: 'maillage-path', found: name.slice(0, 60) });
  return name;
}

function refuseDuplicates(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.normalize('NFC');
    if (seen.has(key)) throw refusal({ code: 'maillage-duplicate', found: name });
    seen.add(key);
  }
}

/** Entries that share bytes make a small file swell without end. */
function refuseOverlaps(entries: readonly ZipEntry[], directory: number): void {
  let free = 0;
  for (const { header, start, packed } of [...entries].sort((a, b) => a.header - b.header)) {
    if (header < free) throw cut();
    free = start + packed;
  }
  if (free > directory) throw cut();
}

function refuseBomb(entries: readonly ZipEntry[]): void {
  const unpacked = entries.reduce((sum, one) => sum + one.unpacked, 0);
  const packed = entries.reduce((sum, one) => sum + one.packed, 0);
  refuseUnpacked(unpacked);
  if (unpacked > RATIO_FLOOR_BYTES && unpacked > packed * MAX_RATIO)
    throw refusal({ code: 'maillage-ratio', found: String(Math.round(unpacked / Math.max(packed, 1))) });
}
