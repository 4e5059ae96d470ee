// Tells which of the files given is the problem and which its certificate, whatever their names and their order.
import { isRecord, parsedJson } from '$lib/model/documents/json';

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

export type GivenKind = 'problem' | 'certificate' | 'cut' | 'other';

/** By what the file holds. `cut`: it begins like JSON and cannot be read to its end. */
export function kindOf({ bytes }: GivenFile): GivenKind {
  const text = new TextDecoder().decode(bytes);
  const document = parsedJson(text);
  if (document === undefined) return /^\s*[{[]/.test(text) ? 'cut' : 'other';
  if (!isRecord(document)) return 'other';
  if ('units' in document && 'minutes' in document) return 'problem';
  return 'claim' in document && 'tree' in document ? 'certificate' : 'other';
}

export interface GivenPair {
  problem: GivenFile | null;
  certificate: GivenFile | null;
  /** Files that are neither, with the reason. */
  refused: { name: string; kind: 'cut' | 'other' }[];
}

/** Adds files to a pair; a file takes the place of the former one of its kind. */
export function withFiles(pair: GivenPair, files: readonly GivenFile[]): GivenPair {
  const next: GivenPair = { ...pair, refused: [] };
  for (const file of files) {
    const kind = kindOf(file);
    if (kind === 'problem') next.problem = file;
    else if (kind === 'certificate') next.certificate = file;
    else next.refused.push({ name: file.name, kind });
  }
  return next;
}

export const NO_FILES: GivenPair = { problem: null, certificate: null, refused: [] };

/** Names of the two files as they are saved. */
export const PROBLEM_FILE = 'PROBLEME.json';
export const CERTIFICATE_NAME = 'CERTIFICAT.json';
