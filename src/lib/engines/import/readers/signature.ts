// The container of a file by its first bytes, whatever its name.
import type { Container } from './row-table.ts';

/** What is no table; each is the code of a finding that says what to do. Gzip is unpacked first: only a second one inside is refused. */
export type UnsupportedFile = 'gzip-file' | 'pdf-file' | 'web-page' | 'xml-file';
/** `sqlite`: a GeoPackage or a Grist document. `compound`: an XLS workbook, or a text of the same container. */
export type Signature = Container | 'zip' | 'sqlite' | 'compound' | UnsupportedFile;

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const BINARY: readonly (readonly [string, Signature])[] = [
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
  ['PAR1', 'parquet'],
  ['SQLite format 3\0', 'sqlite'],
  ['\u00d0\u00cf\u0011\u00e0', 'compound'],
  ['\u001f\u008b', 'gzip-file'],
  ['%PDF', 'pdf-file']
];
const SNIFFED_BYTES = 512;

/** Anything not recognised counts as delimited text. */
export function signatureOf(bytes: Uint8Array): Signature {
  const binary = BINARY.find(([mark]) => ascii(bytes, 0, mark.length) === mark);
  if (binary) return binary[1];
  const start = ascii(bytes, 0, SNIFFED_BYTES)
    .replace(/^(?:ï»¿)?[\s\0]*/, '')
    .toLowerCase();
  if (/^<!doctype html|^<html|^<head|^<body/.test(start)) return 'web-page';
  if (start.startsWith('<')) return 'xml-file';
  return /^[{[]/.test(start) ? 'geojson' : 'csv';
}
