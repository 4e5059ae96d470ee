// Entries of an untrusted zip: never unpacked beyond the size that the directory declares.
import { Inflate } from 'fflate';
import { UnusableInput } from '../../model/findings.ts';
import { refusal } from './content.ts';
import { crc32 } from '../../algorithms/crc32.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

/** Packed bytes inflated at a time: a lie about a size is seen after one more step. */
const STEP_BYTES = 64 * 1024;

/**
 * Path -> content, every entry checked against its declared size and checksum; null for one that is damaged and that may be.
 * @throws UnusableInput
 */
export function unzip(
  bytes: Uint8Array,
  mayBeDamaged: (path: string) => boolean = () => false
): Map<string, Uint8Array | null> {
  return new Map(
    readDirectory(bytes).map((entry) => {
      try {
        const content = contentOf(entry, bytes.subarray(entry.start, entry.start + entry.packed));
        if (content.length !== entry.unpacked || crc32(content) !== entry.crc) throw damaged(entry);
        return [entry.name, content];
      } catch (error) {
        if (error instanceof UnusableInput && mayBeDamaged(entry.name)) return [entry.name, null];
        throw error;
      }
    })
  );
}

const damaged = ({ name }: Pick<ZipEntry, 'name'>, cause?: unknown): UnusableInput =>
  refusal({ code: 'maillage-damaged', found: name }, cause);

function contentOf({ name, method, unpacked }: ZipEntry, packed: Uint8Array): Uint8Array {
  if (method === 0) return packed.slice();
  const content = new Uint8Array(unpacked);
  let filled = 0;
  const inflate = new Inflate((part) => {
    if (filled + part.length > unpacked) throw damaged({ name });
    content.set(part, filled);
    filled += part.length;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += STEP_BYTES)
      inflate.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
  } catch (cause) {
    if (cause instanceof UnusableInput) throw cause;
    throw damaged({ name }, cause);
  }
  return content.subarray(0, filled);
}
