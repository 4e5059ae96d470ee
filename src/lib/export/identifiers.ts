// Remarks on a case file, without what names a child or a family.
import type { Finding } from '../model/findings.ts';

const IDENTIFIERS = ['case_id', 'family_id'];

export function withoutIdentifier(finding: Finding): Finding {
  const { found: _found, ...rest } = finding;
  return finding.column && IDENTIFIERS.includes(finding.column.toLowerCase()) ? rest : finding;
}
