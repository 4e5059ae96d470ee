// Removal of children's and families' identifiers from the findings on a case file.
import type { Finding } from '../model/findings.ts';

const IDENTIFIERS = ['case_id', 'family_id'];

export function withoutIdentifier(finding: Finding): Finding {
  const { found: _found, ...rest } = finding;
  return finding.column && IDENTIFIERS.includes(finding.column.toLowerCase()) ? rest : finding;
}
