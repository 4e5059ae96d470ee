// The files that the disclosure commands read.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type PublishedCube, readCube } from '../../src/lib/engines/disclosure/index.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';

/** @throws UnusableInput `unreadable-file` */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UnusableInput(
      { code: 'unreadable-file', severity: 'dropped', file: basename(path) },
      { cause }
    );
  }
}

/** @throws UnusableInput when a file is missing, is no JSON, or no cube. */
export function readCubes(paths: readonly string[]): PublishedCube[] {
  return paths.map((path) => {
    const file = basename(path);
    const text = new TextDecoder().decode(readBytes(path));
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch (cause) {
      throw new UnusableInput({ code: 'malformed-json', severity: 'dropped', file }, { cause });
    }
    return readCube(document, file);
  });
}
