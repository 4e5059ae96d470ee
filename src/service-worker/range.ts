// Part of a stored file, for readers that ask for bytes (map archives, Parquet): RFC 9110, section 14.

/** First and last byte, both included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * Reads a `Range` header against a file of `size` bytes. `whole`: several ranges or another unit, which a server may
 * answer with the whole file; `unsatisfiable`: nothing of it lies in the file.
 */
export function readRange(header: string, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (!match) return 'whole';
  const [from = '', to = ''] = match.slice(1);
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return 'whole';
  if (first >= size) return 'unsatisfiable';
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}

/** The answer to `header` from a whole stored file: 206 with the bytes asked for, 416, or the file as it is. */
export async function sliceResponse(stored: Response, header: string): Promise<Response> {
  const body = await stored.clone().blob();
  const range = readRange(header, body.size);
  if (range === 'whole') return stored;
  const headers = new Headers(stored.headers);
  headers.delete('content-encoding');
  headers.set('accept-ranges', 'bytes');
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${body.size}`);
    headers.set('content-length', '0');
    return new Response(null, { status: 416, statusText: 'Range Not Satisfiable', headers });
  }
  const { first, last } = range;
  headers.set('content-range', `bytes ${first}-${last}/${body.size}`);
  headers.set('content-length', String(last - first + 1));
  return new Response(body.slice(first, last + 1), { status: 206, statusText: 'Partial Content', headers });
}
