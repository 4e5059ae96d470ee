// A file as it is dropped: its name and size, and bytes read from where they are asked, so that a large one is never read whole.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { SourceFile } from '../../../model/source-files.ts';

export interface DroppedFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Bytes from `from` up to `to`, or to the end of the file. @throws UnusableInput unreadable-file */
  read: (from: number, to: number) => Promise<Uint8Array>;
}

/** What of a `File` or `Blob` is used. */
interface Readable {
  size: number;
  slice: (from: number, to: number) => { arrayBuffer: () => Promise<ArrayBuffer> };
}

/** The refusal of a file that another program holds, or that went since it was chosen. */
export const unreadable = (file: string): Finding => ({ code: 'unreadable-file', severity: 'dropped', file });

/** A file of the browser. One that cannot be read, held by another program or gone since, is `unreadable-file`. */
export const droppedBlob = (blob: Readable, name: string): DroppedFile => ({
  name,
  size: blob.size,
  read: async (from, to) => {
    try {
      return new Uint8Array(await blob.slice(from, to).arrayBuffer());
    } catch (cause) {
      // A DOMException: NotReadableError, NotFoundError or SecurityError.
      throw new UnusableInput(unreadable(name), { cause });
    }
  }
});

/** Bytes already read. */
export const droppedBytes = ({ name, bytes }: SourceFile): DroppedFile => ({
  name,
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.subarray(from, to))
});
