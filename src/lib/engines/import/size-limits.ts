// Sizes beyond which a file is not read. Apart from the readers: a page refuses a file without loading what would read it.
import type { Finding } from '../../model/findings.ts';

const MEGABYTE = 1024 * 1024;
/** Bytes beyond which a file is refused: four times the largest national file of the ministry. */
export const MAX_FILE_BYTES = 256 * MEGABYTE;
/** Bytes beyond which a case file is not opened: a hundred times the file of a large service. */
const MAX_CASE_FILE_BYTES = 100 * MEGABYTE;

/**
 * The finding that refuses a file too large to be read into memory; null when it may be read.
 * @param limit bytes; `'cases'`: that of a case file
 */
export function sizeRefusal(
  name: string,
  bytes: number,
  limit: number | 'cases' = MAX_FILE_BYTES
): Finding | null {
  const max = limit === 'cases' ? MAX_CASE_FILE_BYTES : limit;
  if (bytes <= max) return null;
  const [found, expected] = [bytes, max].map((size) => String(Math.round(size / MEGABYTE)));
  return { code: 'file-too-large', severity: 'dropped', file: name, found: found!, expected: expected! };
}
