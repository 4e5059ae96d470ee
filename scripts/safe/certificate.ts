// The certificate of protection that goes beside a published cube, accepted by the checker before it is written.
import { createHash } from 'node:crypto';
import {
  checkProtection,
  protectionCertificate,
  type PublishedCube
} from '../../src/lib/engines/disclosure/index.ts';
import type { LinearSolver } from '../../src/lib/model/linear.ts';

export const CERTIFICATE_FILE = 'protection-certificate.json';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/**
 * @param text the cube as it is written: the certificate bears its SHA-256
 * @returns the file; null for a rounded cube, or where the checker refuses what was made, with its reason
 */
export async function certificateOf(
  solver: LinearSolver,
  cube: PublishedCube,
  text: string
): Promise<{ file: string | null; reason: string | null }> {
  const body = protectionCertificate(solver, cube, sha256(text));
  if (body === null) return { file: null, reason: 'rounded-cube' };
  const file = JSON.stringify({ ...body, digest: sha256(JSON.stringify(body)) });
  const bytes = (given: string) => new TextEncoder().encode(given);
  const { accepted, reason } = await checkProtection(bytes(text), bytes(file));
  return accepted ? { file, reason: null } : { file: null, reason };
}
