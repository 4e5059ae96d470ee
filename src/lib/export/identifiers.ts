// What the findings on a case file may tell in a terminal or in a file of the service: no identifier of a child or family, no place read by its name.
import type { Finding } from '../model/findings.ts';

/** What they quote is, or may be, the number of a child or of a family, under whatever header. */
const OF_ONE = ['duplicate-case', 'formula'];

/** Of a child that counts, what was not understood is a place, a school or a word of the service: the row and the column are enough. */
const UNTOLD = [
  'no-place',
  'place-elsewhere',
  'home-unknown',
  'school-not-found',
  'qpv-not-found',
  'own-theme'
];

export function withoutIdentifier(finding: Finding): Finding {
  const { found: _found, ...rest } = finding;
  if (!UNTOLD.includes(finding.code)) return OF_ONE.includes(finding.code) ? rest : finding;
  const { expected: _expected, ...place } = rest;
  return place;
}
