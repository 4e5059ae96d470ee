// What one file of a territory (`.maillage`) carries, and how large it may be.
import type { Finding } from '../../model/findings.ts';
import { UnusableInput } from '../../model/findings.ts';
import type { SaveHistory } from '../../model/documents/save-history.ts';
import type { TerritoryFiles } from '../../model/territory-files.ts';

export const MAILLAGE_EXTENSION = '.maillage';

/** A source of the territory: described always, carried on request. */
export interface MaillageSource {
  /** Name of the file, as the configuration gives it. */
  name: string;
  /** Bytes. */
  bytes: number;
  /** 64 lowercase hexadecimal digits. */
  sha256: string;
  licence?: string;
  /** Format recognised by the importer. */
  format?: string;
  /** Rows read. */
  read?: number;
  /** Present when the file carries the source itself. */
  content?: Uint8Array;
}

export interface MaillageContent {
  /** Configuration as JSON, matched columns and corrections included; the builder validates it. */
  config: unknown;
  files: TerritoryFiles;
  sources: readonly MaillageSource[];
  /** Plans, scenarios and stories of the reader: storage key -> JSON text. */
  kept: Readonly<Record<string, string>>;
  /** ISO date and time of the first save. */
  created: string;
  /** ISO date and time of this save. */
  saved: string;
  /** Its saves; absent in a file of a version that had none. */
  history?: SaveHistory;
  /** Entries that were damaged and are left out; absent when the file is whole. */
  damaged?: readonly string[];
}

const MEGABYTE = 1024 * 1024;
/** Bytes of the file beyond which it is not read. */
export const MAX_MAILLAGE_BYTES = 256 * MEGABYTE;
/** Bytes of all its entries once unpacked, declared or real. */
export const MAX_UNPACKED_BYTES = 768 * MEGABYTE;
/** Entries of one file; the largest territory has about a hundred. */
export const MAX_ENTRIES = 2000;
/** Unpacked bytes for one packed byte, beyond `RATIO_FLOOR_BYTES`: a territory has about ten. */
export const MAX_RATIO = 200;
export const RATIO_FLOOR_BYTES = 16 * MEGABYTE;

const megabytes = (bytes: number) => String(Math.round(bytes / MEGABYTE));

/** A file refused whole; what was open stays. */
export const refusal = (finding: Omit<Finding, 'severity'>, cause?: unknown): UnusableInput =>
  new UnusableInput({ severity: 'dropped', ...finding }, { cause });

/** The finding that refuses a file by its size, before it is read; null when it may be read. */
export const maillageSizeRefusal = (name: string, bytes: number): Finding | null =>
  bytes <= MAX_MAILLAGE_BYTES
    ? null
    : {
        code: 'maillage-too-large',
        severity: 'dropped',
        file: name,
        found: megabytes(bytes),
        expected: megabytes(MAX_MAILLAGE_BYTES)
      };

/** @throws UnusableInput maillage-unpacked */
export function refuseUnpacked(bytes: number): void {
  if (bytes <= MAX_UNPACKED_BYTES) return;
  throw refusal({
    code: 'maillage-unpacked',
    found: megabytes(bytes),
    expected: megabytes(MAX_UNPACKED_BYTES)
  });
}
