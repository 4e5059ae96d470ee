// The repository's root, and the demonstration built once a file.
import { fileURLToPath } from 'node:url';
import { demonstration } from '../../../../scripts/demo/demonstration.ts';

export const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

export const DEMO = demonstration(ROOT);
