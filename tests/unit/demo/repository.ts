// The repository's root, and the demonstration built once a file.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demonstration } from '../../../scripts/demo/demonstration.ts';

export const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

export const DEMO = demonstration(ROOT);
