// Values of JSON documents: one text for one value, its hash, and paths written as keys.
import { sha256 } from '../../algorithms/sha256.ts';
import { isRecord } from '../../model/documents/json.ts';
import type { Json } from '../../model/documents/save-history.ts';

/** The same text for the same value, whatever the order of its keys. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const entries = Object.entries(value as Readonly<Record<string, Json>>).sort(byKey);
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** Order of UTF-16 code units. */
export const byKey = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number =>
  a < b ? -1 : a > b ? 1 : 0;

const HASH_DIGITS = 16;
/** 16 hexadecimal digits. */
export const hashOf = (value: Json): string => sha256(canonicalJson(value)).slice(0, HASH_DIGITS);

/** A path as one key, from which it can be read again. */
export const keyOfPath = (path: readonly string[]): string =>
  path.map((part) => part.replace(/~/g, '~0').replace(/\//g, '~1')).join('/');

/** The path of a key. */
export const pathOfKey = (key: string): string[] =>
  key.split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
