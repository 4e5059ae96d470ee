// The certificate of protection that goes beside a published cube.
import { sha256 } from '../../src/lib/algorithms/sha256.ts';
import {
  provenProtection,
  type ProvenProtection,
  type PublishedCube
} from '../../src/lib/engines/disclosure/index.ts';
import type { LinearSolver } from '../../src/lib/model/linear.ts';

/** @param text the cube as it is written */
export const certificateOf = (
  solver: LinearSolver,
  cube: PublishedCube,
  text: string
): Promise<ProvenProtection> =>
  provenProtection(solver, cube, text, (bytes) => Promise.resolve(sha256(bytes)));
