// The certificate of protection that goes beside a published cube.
import { createHash } from 'node:crypto';
import {
  provenProtection,
  type ProvenProtection,
  type PublishedCube
} from '../../src/lib/engines/disclosure/index.ts';
import type { LinearSolver } from '../../src/lib/model/linear.ts';

export const CERTIFICATE_FILE = 'protection-certificate.json';

/** @param text the cube as it is written */
export const certificateOf = (
  solver: LinearSolver,
  cube: PublishedCube,
  text: string
): Promise<ProvenProtection> =>
  provenProtection(solver, cube, text, (bytes) =>
    Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
  );
