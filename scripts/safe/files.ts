// The published cubes that the disclosure commands read.
import { basename } from 'node:path';
import { type PublishedCube, readCube } from '../../src/lib/engines/disclosure/index.ts';
import { jsonFile } from '../shell.ts';

/** @throws UnusableInput when a file is missing, is no JSON, or no cube. */
export const readCubes = (paths: readonly string[]): PublishedCube[] =>
  paths.map((path) => readCube(jsonFile(path).document, basename(path)));
