// Zip archives from untrusted sources: truncated ones and those too large once unpacked are refused.
import { unzipSync, type Unzipped } from 'fflate';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { SourceFile } from '../../../model/source-files.ts';

/** Limit of the unpacked size, against zip bombs. */
const MAX_UNPACKED_BYTES = 768 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

const refusal = (file: string, finding: Omit<Finding, 'file' | 'severity'>, cause?: unknown) =>
  new UnusableInput({ severity: 'dropped', file, ...finding }, { cause });

/** Names of the files of a zip, without folders and macOS metadata. */
export function namesInArchive({ name: file, bytes }: SourceFile): string[] {
  const names: string[] = [];
  let unfolded = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!name.endsWith('/') && !name.startsWith('__MACOSX')) names.push(name);
        unfolded += originalSize;
        return false;
      }
    });
  } catch (cause) {
    throw refusal(file, { code: 'truncated-archive' }, cause);
  }
  if (unfolded > MAX_UNPACKED_BYTES) {
    const sizes = [unfolded, MAX_UNPACKED_BYTES].map((size) => String(Math.round(size / MEGABYTE)));
    throw refusal(file, { code: 'file-too-large', found: sizes[0]!, expected: sizes[1]! });
  }
  return names;
}

/** Contents of the chosen files of a zip. */
export function unpack({ name: file, bytes }: SourceFile, chosen: readonly string[]): Unzipped {
  try {
    return unzipSync(bytes, { filter: ({ name }) => chosen.includes(name) });
  } catch (cause) {
    throw refusal(file, { code: 'truncated-archive' }, cause);
  }
}
