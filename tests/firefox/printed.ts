// What a printed page holds, read from its PDF.
import { constants, inflateSync } from 'node:zlib';

/** Bytes of a PDF and of its compressed streams, as text. */
function textOf(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')];
  for (const { index, 0: mark } of parts[0]!.matchAll(/(?<!end)stream\r?\n/g)) {
    const stream = pdf.subarray(index + mark.length);
    // A deflate stream begins with 0x78; what follows its end is the rest of the file.
    if (stream[0] === 0x78)
      parts.push(inflateSync(stream, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'));
  }
  return parts.join('\n');
}

export interface Printed {
  pages: number;
  /** Straight and curved segments drawn as vectors. */
  segments: number;
  /** Pictures made of pixels. */
  images: number;
}

export function readPrinted(bytes: Uint8Array): Printed {
  const text = textOf(Buffer.from(bytes));
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return {
    pages: count(/\/Type\s*\/Page\b(?!s)/g),
    segments: count(/(?<=\d )[lc](?=\s)/g),
    images: count(/\/Subtype\s*\/Image/g)
  };
}
